import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { wordsIn } from '../../../../src/core/chat/words/words.ts';
import { LOCALES } from '../../../../src/core/locale.ts';
import { blocksOf, handleOf, onlyText, quotes, Talk } from '../tiny-chat.ts';

const vi = wordsIn('vi');

/** A room where Ann is an admin and Bob is not. */
function room(): Talk {
  const talk = new Talk();
  talk.isPrivate = false;
  talk.managers.add('ann');
  return talk;
}

describe('the language of a room', () => {
  it('is changed by those who manage it, for everybody', async () => {
    const talk = room();
    await talk.say('/language en', 'room:ann');
    assert.equal((await talk.say('/help', 'room:bob')).language, 'en');
  });

  it('is changed by nobody else', async () => {
    const talk = room();
    assert.equal(onlyText(await talk.say('/ngonngu en', 'room:bob')), vi.managersOnly);
    assert.equal((await talk.say('/help', 'room:bob')).language, 'vi');
  });
});

describe('/settings', () => {
  it('offers the other language as something to say', async () => {
    const [choices] = blocksOf(await new Talk().say('/caidat'), 'choices');
    assert.deepEqual(choices?.choices, [{ label: 'English', say: '/language en' }]);
  });
});

describe('/forget', () => {
  it("removes a person's votes and topic, and says how many votes there were", async () => {
    const talk = room();
    await talk.say('Bill Clinton thăm Hà Nội khi nào?', 'room:bob');
    const handle = handleOf('Tổng thống Bill Clinton thăm Hà Nội') as never;
    await talk.press({ kind: 'vote', handle, vote: 'up' }, 'room:bob');
    await talk.press({ kind: 'vote', handle, vote: 'down' }, 'room:ann');
    assert.equal(onlyText(await talk.say('/forget', 'room:bob')), vi.forgotPerson(1));
    assert.deepEqual(await talk.feedback.tally(), [{ handle, up: 0, down: 1 }]);
    assert.equal(onlyText(await talk.say('/more', 'room:bob')), vi.nothingToContinue);
  });

  it('removes what a room chose only for those who manage it', async () => {
    const talk = room();
    await talk.say('/language en', 'room:ann');
    assert.equal(onlyText(await talk.say('/forget chat', 'room:bob')), wordsIn('en').managersOnly);
    assert.equal(onlyText(await talk.say('/forget chat', 'room:ann')), wordsIn('en').forgotPlace(1));
    assert.equal((await talk.say('/help', 'room:bob')).language, 'vi');
  });

  it('removes both where a person is alone', async () => {
    const talk = new Talk();
    await talk.say('/language en');
    const texts = blocksOf(await talk.say('/xoadulieu'), 'text').map(({ text }) => text);
    assert.deepEqual(texts, [wordsIn('en').forgotPerson(0), wordsIn('en').forgotPlace(1)]);
    assert.equal((await talk.say('/help')).language, 'vi');
  });

  it('removes nothing when it does not understand what', async () => {
    assert.equal(onlyText(await new Talk().say('/forget everything')), vi.forgetUnknown);
  });
});

describe('/mydata', () => {
  it('shows what is stored, which is nothing at first and nothing again after /forget', async () => {
    const talk = new Talk();
    assert.equal(onlyText(await talk.say('/dulieu')), vi.stored.nothing);
    const handle = handleOf('Tổng thống Bill Clinton thăm Hà Nội') as never;
    await talk.press({ kind: 'vote', handle, vote: 'up' });
    await talk.say('/language vi');
    const told = blocksOf(await talk.say('/mydata'), 'text').map(({ text }) => text);
    assert.deepEqual(told, [vi.stored.intro, vi.stored.vote(handle, '👍'), vi.stored.language('Tiếng Việt')]);
    await talk.say('/forget');
    assert.equal(onlyText(await talk.say('/mydata')), vi.stored.nothing);
  });
});

describe('/privacy', () => {
  it('says what is stored, what is not and how to have it deleted', async () => {
    const said = blocksOf(await new Talk('en').say('/privacy'), 'text')
      .map(({ text }) => text)
      .join('\n');
    for (const word of [/neither stored nor logged/, /15 minutes/, /👍/, /\/forget/]) {
      assert.match(said, word);
    }
  });
});

describe('/privacy where questions without an answer are kept', () => {
  it('says so, and no longer that no question is stored', async () => {
    const watch = { keepsUnanswered: true, begin: () => () => undefined };
    for (const language of LOCALES) {
      const [first] = blocksOf(await new Talk(language, undefined, undefined, watch).say('/privacy'), 'text');
      assert.equal(first?.text, wordsIn(language).privacyKeptUnanswered(30, 15));
    }
  });
});

describe('/start', () => {
  it('says hello and offers questions that the bot can answer', async () => {
    const [choices] = blocksOf(await new Talk().say('/start'), 'choices');
    assert.deepEqual(
      choices?.choices.map(({ say }) => say),
      vi.sampleQuestions,
    );
  });

  it('opens the citation a link leads to', async () => {
    const talk = new Talk();
    const handle = handleOf('Đại sứ Pete Peterson');
    assert.deepEqual(await talk.say(`/start c_${handle}`), await talk.say(`/source ${handle}`));
    assert.equal(quotes(await talk.say(`/start c_${handle}`)).length, 1);
  });
});
