import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { TOPIC_LIFETIME_MS } from '../../../src/core/chat/conversation-memory.ts';
import { wordsIn } from '../../../src/core/chat/words/words.ts';
import { onlyText, quotes, Talk } from './tiny-chat.ts';

const QUESTION = 'Hiệp định Thương mại song phương được ký ở đâu?';
const SIGNED = 'Hiệp định Thương mại song phương được ký tại Washington vào ngày 13 tháng 7 năm 2000.';
const NEXT = 'Tổng thống Bill Clinton thăm Hà Nội vào tháng 11 năm 2000.';

describe('reading an utterance', () => {
  it('takes free text and /ask alike', async () => {
    const expected = await new Talk().say(QUESTION);
    assert.deepEqual(quotes(expected), [SIGNED]);
    for (const called of ['/ask', '/hoi', '/HỎI', '/hoi@NhipCauBot']) {
      assert.deepEqual(await new Talk().say(`${called} ${QUESTION}`), expected);
    }
  });

  it('reads a command whatever spaces, line breaks and full stops are around it', async () => {
    const expected = await new Talk().say('/help');
    for (const typed of ['  /help  ', '/help\n', '/help.', '/help?', '/trợgiúp!']) {
      assert.deepEqual(await new Talk().say(typed), expected);
    }
    assert.deepEqual(await new Talk().say(`/ask\n${QUESTION}`), await new Talk().say(QUESTION));
  });

  it('reads decomposed text as composed', async () => {
    assert.deepEqual(await new Talk().say(QUESTION.normalize('NFD')), await new Talk().say(QUESTION));
    assert.deepEqual(
      await new Talk().say('/nguồn abcde'.normalize('NFD')),
      await new Talk().say('/nguồn abcde'.normalize('NFC')),
    );
  });

  it('takes a date with a slash in front for no command', async () => {
    assert.notDeepEqual(quotes(await new Talk().say('13/7/2000 hiệp định nào được ký?')), []);
    assert.doesNotMatch(JSON.stringify(await new Talk().say('/7/2000')), /Không có lệnh/);
  });

  for (const nothing of ['', '   ', '\n', '\u200B', '\uFEFF']) {
    it(`asks for a question when given ${JSON.stringify(nothing)}`, async () => {
      assert.equal(onlyText(await new Talk().say(nothing)), wordsIn('vi').emptyQuestion);
    });
  }

  it('says which command it does not know, and how to find those it does', async () => {
    assert.equal(onlyText(await new Talk().say('/bogus 1')), wordsIn('vi').unknownCommand('bogus'));
    assert.equal(onlyText(await new Talk('en').say('/ngày-kia')), wordsIn('en').unknownCommand('ngày-kia'));
    assert.equal(onlyText(await new Talk().say('/')), wordsIn('vi').unknownCommand(''));
  });

  it('repeats only the beginning of an endless unknown command', async () => {
    assert.ok(onlyText(await new Talk().say(`/${'a'.repeat(5000)}`)).length < 150);
  });

  it('replies to whatever is typed with something to show', async () => {
    const talk = new Talk();
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ maxLength: 60 }).map((rest) => `/${rest}`),
      fc
        .tuple(
          fc.constantFrom('date', 'today', 'timeline', 'source', 'language', 'more'),
          fc.string({ unit: 'grapheme', maxLength: 40 }),
        )
        .map(([name, rest]) => `/${name} ${rest}`),
    );
    await fc.assert(
      fc.asyncProperty(text, async (said) => assert.ok((await talk.say(said)).blocks.length > 0)),
      { numRuns: 80 },
    );
  });
});

describe('a command without the argument it needs', () => {
  for (const called of ['hoi', 'date', 'dongthoigian', 'nguon', 'language']) {
    it(`/${called} says what is missing and shows an example of itself`, async () => {
      for (const language of ['vi', 'en'] as const) {
        const said = onlyText(await new Talk(language).say(`/${called}   `));
        assert.match(said, new RegExp(`/${called} .+: /${called} \\S+`));
      }
    });
  }
});

describe('the language of replies', () => {
  it('is what the platform knows of the person until the person chooses', async () => {
    assert.equal((await new Talk('en').say('/help')).language, 'en');
    const talk = new Talk('vi');
    assert.equal((await talk.say('/help')).language, 'vi');
    assert.equal((await talk.say('/language en')).language, 'en');
    assert.equal((await talk.say('/help')).language, 'en');
  });

  it('is chosen for one conversation only', async () => {
    const talk = new Talk('vi');
    await talk.say('/language en', 'test:one');
    assert.equal((await talk.say('/help', 'test:two')).language, 'vi');
  });

  it("is the question's own, whatever was chosen", async () => {
    const talk = new Talk('vi');
    await talk.say('/language en');
    assert.equal((await talk.say(QUESTION)).language, 'vi');
    assert.equal(
      (await new Talk('vi').say('When was the trade embargo lifted by the United States?')).language,
      'en',
    );
  });
});

describe('a conversation', () => {
  it('goes on from the sentence last quoted when asked for more', async () => {
    const talk = new Talk();
    await talk.say(QUESTION);
    assert.deepEqual(quotes(await talk.say('nói thêm đi')), [NEXT]);
  });

  it('does not know what to go on with after the topic has expired', async () => {
    const talk = new Talk();
    await talk.say(QUESTION);
    talk.now += TOPIC_LIFETIME_MS;
    assert.equal(onlyText(await talk.say('nói thêm đi')), wordsIn('vi').nothingToContinue);
    assert.equal(onlyText(await talk.say('/more')), wordsIn('vi').nothingToContinue);
  });

  it('belongs to one person in one place', async () => {
    const talk = new Talk();
    await talk.say(QUESTION, 'room:asker');
    assert.equal(onlyText(await talk.say('/more', 'room:other')), wordsIn('vi').nothingToContinue);
    assert.deepEqual(quotes(await talk.say('nói thêm đi', 'room:asker')), [NEXT]);
  });

  it('survives a question that has no answer', async () => {
    const talk = new Talk();
    await talk.say(QUESTION);
    assert.deepEqual(quotes(await talk.say('Ai vô địch bóng đá thế giới 2018?')), []);
    assert.deepEqual(quotes(await talk.say('nói thêm đi')), [NEXT]);
  });

  it('comes to an end without claiming not to know', async () => {
    for (const goOn of ['nói thêm đi', '/more']) {
      const talk = new Talk();
      await talk.say(QUESTION);
      let replies = 0;
      let reply = await talk.say(goOn);
      while (quotes(reply).length > 0 && replies < 20) {
        reply = await talk.say(goOn);
        replies += 1;
      }
      assert.equal(onlyText(reply), wordsIn('vi').nothingMore);
    }
  });

  it('never tells a sentence twice', async () => {
    const talk = new Talk();
    const told = [...quotes(await talk.say(QUESTION))];
    for (let turn = 0; turn < 6; turn += 1) told.push(...quotes(await talk.say('/more')));
    assert.equal(new Set(told).size, told.length);
  });
});

describe('a question while storage is away', () => {
  it('is answered in the language that the platform tells, and the log says what failed', async () => {
    const talk = new Talk();
    talk.preferences.language = () => Promise.reject(new Error('connection refused'));
    assert.deepEqual(quotes(await talk.say(QUESTION)), [SIGNED]);
    assert.deepEqual(talk.log.events, [
      { event: 'storage-failed', action: 'read the language of a place', reason: 'Error' },
    ]);
  });
});
