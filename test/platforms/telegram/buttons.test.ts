import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { wordsIn } from '../../../src/core/chat/words/words.ts';
import { handleOf } from '../../core/chat/tiny-chat.ts';
import { eventYaml, libraryOf, timeline } from '../../support/knowledge-files.ts';
import { type BotOptions, type RunningBot, startBot } from './telegram-bot.ts';

const QUESTION = 'Hiệp định Thương mại song phương được ký khi nào?';
const EMBARGO = 'Lệnh cấm vận thương mại được bãi bỏ khi nào?';
const vi = wordsIn('vi');

/** A person in a private chat who has been answered. */
async function answered(t: TestContext, question = QUESTION, options: BotOptions = {}) {
  const bot = await startBot(t, options);
  const lan = bot.server.person({ language_code: 'vi' });
  lan.says(question);
  await bot.server.untilHandled();
  return { ...bot, lan };
}

const lastText = ({ server }: RunningBot, chat: { readonly id: number }): string =>
  server.botMessagesIn(chat).at(-1)?.text ?? '';

describe('the buttons below an answer', () => {
  it('open the context in the same message and close it again', async (t) => {
    const bot = await answered(t);
    const { server, lan } = bot;
    const before = lastText(bot, lan);
    const press = lan.presses(vi.buttons.context);
    await server.untilHandled();
    assert.match(lastText(bot, lan), /Bill Clinton thăm Hà Nội/);
    assert.ok(lan.answerToPress(press));
    lan.presses(vi.buttons.quote);
    await server.untilHandled();
    assert.equal(lastText(bot, lan), before);
    assert.equal(server.botMessagesIn(lan).length, 1);
    assert.deepEqual(server.violations, []);
  });

  it('turn the answer into the other language', async (t) => {
    const bot = await answered(t, EMBARGO);
    bot.lan.presses('English');
    await bot.server.untilHandled();
    assert.match(lastText(bot, bot.lan), /lifted the trade embargo against Vietnam/);
    bot.lan.presses('Tiếng Việt');
    await bot.server.untilHandled();
    assert.match(lastText(bot, bot.lan), /bãi bỏ lệnh cấm vận/);
  });

  it('count a vote once for each person, with thanks', async (t) => {
    const { server, lan, storage } = await answered(t);
    lan.presses('👍');
    const press = lan.presses('👎');
    await server.untilHandled();
    assert.equal(lan.answerToPress(press)?.text, vi.voteThanks);
    assert.deepEqual(await storage.feedback.tally(), [
      { handle: handleOf('Hiệp định Thương mại song phương'), up: 0, down: 1 },
    ]);
  });

  it('delete the answer for who asked and for admins, and for nobody else', async (t) => {
    const { server } = await startBot(t);
    const group = server.group({ type: 'supergroup' });
    const lan = server.person({ language_code: 'vi' });
    const minh = server.person({ language_code: 'vi' });
    const ann = server.person({ language_code: 'vi' });
    group.makeMember(minh);
    group.makeAdministrator(ann);
    lan.says(`/hoi ${QUESTION}`, { in: group });
    lan.says(`/hoi ${EMBARGO}`, { in: group });
    await server.untilHandled();
    const refused = minh.presses(vi.buttons.delete, { in: group });
    await server.untilHandled();
    assert.equal(minh.answerToPress(refused)?.text, vi.notYours);
    assert.equal(server.botMessagesIn(group).length, 2);
    lan.presses(vi.buttons.delete, { in: group });
    await server.untilHandled();
    assert.equal(server.botMessagesIn(group).length, 1);
    ann.presses(vi.buttons.delete, { in: group });
    await server.untilHandled();
    assert.deepEqual(server.botMessagesIn(group), []);
    assert.deepEqual(server.violations, []);
  });

  it('work after a restart, since all they need is in them', async (t) => {
    const first = await answered(t);
    await first.telegram.stop();
    const second = await startBot(t, { server: first.server });
    first.lan.presses(vi.buttons.context);
    await second.server.untilHandled();
    assert.match(lastText(second, first.lan), /Bill Clinton thăm Hà Nội/);
  });

  it('that are forged, or of another bot, are answered and do nothing', async (t) => {
    const bot = await answered(t);
    const before = lastText(bot, bot.lan);
    for (const data of ['q:vi:zzzzz', 'x:!!', 'p:vi:forget:1:chat', 'l:99', '<b>', 'v:up:zzzzz', '💥']) {
      const press = bot.lan.sendsCallback(data);
      await bot.server.untilHandled();
      assert.equal(bot.lan.answerToPress(press)?.text, vi.buttonStale, data);
    }
    assert.equal(lastText(bot, bot.lan), before);
    assert.deepEqual(bot.server.violations, []);
  });

  it('of a message sent inline edit that message', async (t) => {
    const { server } = await startBot(t);
    const lan = server.person({ language_code: 'vi' });
    lan.pressesInline('inline-7', `c:vi:${handleOf('Hiệp định Thương mại song phương')}`);
    const call = await server.nextCall('editMessageText');
    assert.equal(call.parameters.inline_message_id, 'inline-7');
    assert.match(String(call.parameters.text), /Bill Clinton thăm Hà Nội/);
    assert.deepEqual(server.violations, []);
  });
});

describe('things to say next', () => {
  it('are buttons, and choosing one is the same as saying it', async (t) => {
    const bot = await startBot(t);
    const { server } = bot;
    const lan = server.person({ language_code: 'vi' });
    lan.starts();
    await server.untilHandled();
    const [hello] = server.botMessagesIn(lan);
    assert.deepEqual(
      hello?.rows,
      vi.sampleQuestions.map((question) => [question]),
    );
    lan.presses(vi.sampleQuestions[0]);
    await server.untilHandled();
    assert.match(lastText(bot, lan), /bình thường hóa/);
    assert.deepEqual(server.violations, []);
  });

  it('are asked back where a date is ambiguous', async (t) => {
    const bot = await startBot(t);
    const joe = bot.server.person({ language_code: 'en' });
    joe.says('/date 2/3/1994');
    await bot.server.untilHandled();
    const [asked] = bot.server.botMessagesIn(joe);
    assert.deepEqual(asked?.rows.flat(), ['February 3, 1994', 'March 2, 1994']);
    joe.presses('February 3, 1994');
    await bot.server.untilHandled();
    assert.match(lastText(bot, joe), /Embargo lifted/);
  });
});

describe('a long timeline', () => {
  it('is leafed through in the same message', async (t) => {
    const library = libraryOf(
      timeline(...Array.from({ length: 20 }, (_, index) => eventYaml(`event-${index + 1}`))),
    );
    const bot = await answered(t, '/timeline 1995', { library });
    const first = lastText(bot, bot.lan);
    bot.lan.presses(vi.next);
    await bot.server.untilHandled();
    assert.notEqual(lastText(bot, bot.lan), first);
    bot.lan.presses(vi.previous);
    await bot.server.untilHandled();
    assert.equal(lastText(bot, bot.lan), first);
    assert.equal(bot.server.botMessagesIn(bot.lan).length, 1);
  });
});

describe('a button that could not do what it is for', () => {
  it('tells the person so, with a reference that the log has', async (t) => {
    const { server, lan, log, storage } = await answered(t);
    Object.assign(storage.feedback, { vote: () => Promise.reject(new TypeError('locked')) });
    const press = lan.presses(vi.buttons.up);
    await server.untilHandled();
    assert.equal(lan.answerToPress(press)?.text, vi.apology('ref1'));
    assert.equal(log.of('handler-failed')[0]?.reference, 'ref1');
  });
});
