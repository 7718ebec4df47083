import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Action } from '../../../src/core/chat/action.ts';
import type { PressOutcome } from '../../../src/core/chat/chat.ts';
import type { Reply } from '../../../src/core/chat/reply.ts';
import { wordsIn } from '../../../src/core/chat/words/words.ts';
import { parseHandle } from '../../../src/core/knowledge/handle.ts';
import { eventYaml, libraryOf, timeline } from '../../support/knowledge-files.ts';
import { blocksOf, handleOf, onlyText, quotes, Talk } from './tiny-chat.ts';

const SIGNED = 'Hiệp định Thương mại song phương được ký tại Washington vào ngày 13 tháng 7 năm 2000.';
const words = wordsIn('vi');

/** The action behind the button with this label. */
function button(reply: Reply, label: string): Action {
  const found = reply.buttons?.find((each) => each.label === label);
  assert.ok(found, `no button "${label}" among ${reply.buttons?.map((each) => each.label).join(', ')}`);
  return found.action;
}

function replaced(outcome: PressOutcome): Reply {
  assert.equal(outcome.kind, 'replace');
  return outcome.kind === 'replace' ? outcome.reply : assert.fail();
}

describe('the buttons below an answer', () => {
  it('show the sentence among its neighbours and fold it again, direct answer and all', async () => {
    const talk = new Talk();
    const answer = await talk.say('Hiệp định Thương mại song phương được ký khi nào?');
    const opened = replaced(await talk.press(button(answer, words.buttons.context)));
    assert.ok(blocksOf(opened, 'text').some(({ text }) => text.startsWith('Tổng thống Bill Clinton')));
    const folded = replaced(await talk.press(button(opened, words.buttons.quote)));
    assert.deepEqual(quotes(folded), [SIGNED]);
    assert.deepEqual(blocksOf(folded, 'direct'), blocksOf(answer, 'direct'));
    assert.equal(blocksOf(folded, 'direct').length, 1);
  });

  it('turn an event into the other language and back', async () => {
    const talk = new Talk();
    const answer = await talk.say('Lệnh cấm vận thương mại được bãi bỏ khi nào?');
    const turned = replaced(await talk.press(button(answer, 'English')));
    assert.equal(turned.language, 'en');
    assert.deepEqual(quotes(turned), ['The United States lifted the trade embargo against Vietnam.']);
    const back = replaced(await talk.press(button(turned, 'Tiếng Việt')));
    assert.deepEqual(quotes(back), quotes(answer));
  });

  it('offer no translation where there is none', async () => {
    const answer = await new Talk().say('Hiệp định Thương mại song phương được ký ở đâu?');
    assert.ok(answer.buttons?.every(({ label }) => label !== 'English'));
  });

  it('say further passages beside the answer, each of which opens in its context', async () => {
    const talk = new Talk();
    const answer = await talk.say('Bill Clinton');
    const more = answer.buttons?.find(({ action }) => action.kind === 'results');
    assert.ok(more);
    const outcome = await talk.press(more.action);
    assert.equal(outcome.kind, 'reply');
    const reply = outcome.kind === 'reply' ? outcome.reply : assert.fail();
    assert.ok(quotes(reply).length > 0);
    assert.ok(quotes(reply).every((quote) => !quotes(answer).includes(quote)));
    const [open] = reply.buttons ?? [];
    assert.deepEqual(quotes(replaced(await talk.press(open?.action ?? assert.fail()))).length, 1);
  });

  it('count one vote a person on a citation, the last one', async () => {
    const talk = new Talk();
    const answer = await talk.say('Hiệp định Thương mại song phương được ký ở đâu?');
    assert.deepEqual(await talk.press(button(answer, '👍'), 'a:ann'), {
      kind: 'notice',
      text: words.voteThanks,
    });
    await talk.press(button(answer, '👎'), 'a:ann');
    await talk.press(button(answer, '👍'), 'a:bob');
    assert.deepEqual(await talk.feedback.tally(), [{ handle: handleOf(SIGNED), up: 1, down: 1 }]);
  });

  it('of a sentence that is gone say so instead of failing', async () => {
    const gone = parseHandle('zzzzz') ?? assert.fail();
    const card = { view: 'quote', handle: gone, language: 'vi', others: [] } as const;
    for (const action of [
      { kind: 'show', card },
      { kind: 'vote', handle: gone, vote: 'up' },
      { kind: 'results', language: 'vi', handles: [gone] },
      { kind: 'page', command: 'forget', argument: 'chat', page: 1, language: 'vi' },
      { kind: 'page', command: 'bogus', argument: '1', page: 1, language: 'vi' },
    ] as const) {
      assert.deepEqual(await new Talk().press(action), { kind: 'notice', text: words.buttonStale });
    }
  });

  it('with a span that lies outside its sentence still quote the sentence', async () => {
    const card = {
      view: 'quote',
      handle: parseHandle(handleOf(SIGNED)) ?? assert.fail(),
      language: 'vi',
      direct: { start: 9, end: 9999 },
      others: [],
    } as const;
    const reply = replaced(await new Talk().press({ kind: 'show', card }));
    assert.deepEqual(quotes(reply), [SIGNED]);
    assert.deepEqual(blocksOf(reply, 'direct'), []);
  });
});

describe('the pages of a long list', () => {
  const tenEvents = libraryOf(
    timeline(...Array.from({ length: 10 }, (_, index) => eventYaml(`event-${index + 1}`))),
  );

  it('are turned by buttons, there and back', async () => {
    const talk = new Talk('vi', tenEvents);
    const first = await talk.say('/date 12/7/1995');
    assert.equal(blocksOf(first, 'event').length, 8);
    const second = replaced(await talk.press(button(first, words.next)));
    assert.equal(blocksOf(second, 'event').length, 2);
    assert.deepEqual(replaced(await talk.press(button(second, words.previous))), first);
  });

  it('of a day in any year are turned too', async () => {
    const talk = new Talk('vi', tenEvents);
    const first = await talk.say('/today 12/7');
    const second = replaced(await talk.press(button(first, words.next)));
    assert.equal(blocksOf(second, 'event').length, 3);
    assert.deepEqual(blocksOf(second, 'heading'), blocksOf(first, 'heading'));
  });
});

describe('choosing something to say', () => {
  it('is the same as typing it', async () => {
    const talk = new Talk();
    const outcome = await talk.press({ kind: 'say', text: '/date 3/2/1994' });
    assert.deepEqual(outcome, { kind: 'reply', reply: await talk.say('/date 3/2/1994') });
  });

  it('asks for no more rights than typing it', async () => {
    const talk = new Talk();
    talk.isPrivate = false;
    const outcome = await talk.press({ kind: 'say', text: '/language en' }, 'room:ann');
    assert.equal(outcome.kind === 'reply' && onlyText(outcome.reply), words.managersOnly);
  });
});
