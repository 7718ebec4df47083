import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { QuestionLimits } from '../../../src/core/chat/question-limits.ts';
import { wordsIn } from '../../../src/core/chat/words/words.ts';
import { placeOf } from '../../../src/platforms/telegram/address.ts';
import { CAUTIOUS_SECOND_MS } from '../../../src/platforms/telegram/limits.ts';
import { createTelegramServer } from '../../support/telegram/telegram-server.ts';
import { failing, HurriedTimer, startBot } from './telegram-bot.ts';

const QUESTION = 'Hiệp định Thương mại song phương được ký khi nào?';
const vi = wordsIn('vi');
const AN_HOUR_MS = 3_600_000;

describe('when Telegram says to wait', () => {
  it('the answer goes out once, after the time told', async (t) => {
    const timer = new HurriedTimer();
    const { server, log } = await startBot(t, { timer });
    const order = server.failNext({ method: 'sendMessage', kind: 'too-many-requests', retryAfter: 7 });
    const lan = server.person();
    lan.says(QUESTION);
    await server.until(() => server.botMessagesIn(lan).length === 1);
    assert.equal(order.hits(), 1);
    assert.ok(timer.waits.includes(7000));
    assert.deepEqual(log.of('request-delayed'), [
      { event: 'request-delayed', platform: 'telegram', method: 'sendMessage', retryAfterMs: 7000 },
    ]);
  });

  it('the second try keeps to the limit for all messages too', async (t) => {
    const timer = new HurriedTimer();
    const began = Date.now();
    // No time passes while Telegram's own wait is kept, so that the place of the first try is still taken after it.
    const now = (): number => began + (timer.waits.includes(CAUTIOUS_SECOND_MS) ? CAUTIOUS_SECOND_MS : 0);
    const { server } = await startBot(t, { timer, messagesPerSecond: 1, now });
    server.failNext({ method: 'sendMessage', kind: 'too-many-requests', retryAfter: 7 });
    const lan = server.person();
    lan.says(QUESTION);
    await server.until(() => server.botMessagesIn(lan).length === 1);
    assert.equal(timer.waits[timer.waits.indexOf(7000) + 1], CAUTIOUS_SECOND_MS);
  });

  it('for an hour, the answer is given up and the bot goes on', async (t) => {
    const timer = new HurriedTimer();
    const { server, log } = await startBot(t, { timer });
    server.failNext({ method: 'sendMessage', kind: 'too-many-requests', retryAfter: 3600 });
    const lan = server.person();
    lan.says(QUESTION);
    await log.until('request-failed', 1);
    lan.says(QUESTION);
    await server.until(() => server.botMessagesIn(lan).length === 1);
    assert.ok(!timer.waits.includes(3_600_000));
  });

  it('in one chat, the others are answered meanwhile', async (t) => {
    const { server } = await startBot(t);
    const held = server.person();
    const other = server.person();
    const order = server.failNext({
      method: 'sendMessage',
      kind: 'held',
      when: ({ chat_id }) => chat_id === held.id,
    });
    held.says(QUESTION);
    other.says(QUESTION);
    await server.until(() => server.botMessagesIn(other).length === 1);
    assert.equal(server.botMessagesIn(held).length, 0);
    order.release();
    await server.until(() => server.botMessagesIn(held).length === 1);
  });
});

describe('when the connection breaks', () => {
  it('after a message was sent, it is not sent again', async (t) => {
    const { server, log } = await startBot(t, { timer: new HurriedTimer() });
    const lan = server.person();
    server.failNext({ method: 'sendMessage', kind: 'cut-after' });
    lan.says(QUESTION);
    await log.until('request-failed', 1);
    lan.says('/help');
    await server.until(() => server.botMessagesIn(lan).length >= 2);
    const answers = server.botMessagesIn(lan).filter(({ text }) => text.includes('Hiệp định Thương mại'));
    assert.equal(answers.length, 1);
  });

  it('during an edit, which harms nobody twice, it is tried again', async (t) => {
    const { server } = await startBot(t, { timer: new HurriedTimer() });
    const lan = server.person({ language_code: 'vi' });
    lan.says(QUESTION);
    await server.until(() => server.botMessagesIn(lan).length === 1);
    const order = server.failNext({ method: 'editMessageText', kind: 'cut', count: 2 });
    lan.presses(vi.buttons.context);
    await server.until(() => server.botMessagesIn(lan)[0]?.edited);
    assert.equal(order.hits(), 2);
  });

  it('while waiting for updates, the bot asks again', async (t) => {
    const { server } = await startBot(t, { timer: new HurriedTimer() });
    await server.untilPolled();
    server.failNext({ method: 'getUpdates', kind: 'cut', count: 3 });
    const lan = server.person();
    lan.says(QUESTION);
    await server.until(() => server.botMessagesIn(lan).length === 1);
  });

  it('with a page of Telegram’s front servers, the bot asks again', async (t) => {
    const { server } = await startBot(t, { timer: new HurriedTimer() });
    await server.untilPolled();
    server.failNext({ method: 'getUpdates', kind: 'server-error', count: 2 });
    const lan = server.person();
    lan.says(QUESTION);
    await server.until(() => server.botMessagesIn(lan).length === 1);
  });
});

describe('an answer that meets an outage of Telegram', () => {
  it('waits until somebody listens again', async (t) => {
    const waits: number[] = [];
    const server = await createTelegramServer();
    const sleep = async (ms: number): Promise<void> => {
      waits.push(ms);
      if (ms > AN_HOUR_MS) {
        await server.goDark();
        // In an hour the bot sees that its connections were closed; here it must be given a turn for that.
        await new Promise((resolve) => setImmediate(resolve));
      }
      if (ms === 10_000 && waits.filter((wait) => wait === ms).length === 3) await server.comeBack();
      await new Promise((resolve) => setImmediate(resolve));
    };
    // The second message to a chat has to wait, which is when the connection is lost.
    const pace = { burst: 1, perSecond: 0.0001 };
    await startBot(t, { server, timer: { sleep }, paces: { privateChat: pace, group: pace } });
    const lan = server.person();
    lan.says('/help');
    lan.says(QUESTION);
    await server.until(() => server.botMessagesIn(lan).length === 2);
  });

  it('is said once its front no longer answers with a page', async (t) => {
    const { server } = await startBot(t, { timer: new HurriedTimer() });
    const order = server.failNext({ method: 'sendMessage', kind: 'server-error', count: 12 });
    const lan = server.person();
    lan.says(QUESTION);
    await server.until(() => server.botMessagesIn(lan).length === 1);
    assert.equal(order.hits(), 12);
  });
});

describe('a press that meets an outage of Telegram', () => {
  it('is answered when Telegram is back', async (t) => {
    const { server } = await startBot(t, { timer: new HurriedTimer() });
    const lan = server.person({ language_code: 'vi' });
    lan.says(QUESTION);
    await server.until(() => server.botMessagesIn(lan).length === 1);
    server.failNext({ method: 'answerCallbackQuery', kind: 'server-error', count: 12 });
    const press = lan.presses(vi.buttons.up);
    const notice = await server.until(() => lan.answerToPress(press));
    assert.equal(notice.text, vi.voteThanks);
  });
});

describe('when Telegram refuses', () => {
  it('the markup, the same text goes out plain', async (t) => {
    const { server } = await startBot(t);
    const lan = server.person();
    server.failNext({
      method: 'sendMessage',
      kind: 'refused',
      error_code: 400,
      description: "Bad Request: can't parse entities: unsupported start tag",
    });
    lan.says(QUESTION);
    await server.untilHandled();
    const [answer] = server.botMessagesIn(lan);
    assert.match(answer?.text ?? '', /^ngày 13 tháng 7 năm 2000\n\nHiệp định/);
    assert.ok(answer?.entities.every(({ type }) => type !== 'bold'));
  });

  it('a reply to a message that is gone, the answer stands alone', async (t) => {
    const { server } = await startBot(t);
    const group = server.group();
    const lan = server.person();
    const asked = lan.says(`/hoi ${QUESTION}`, { in: group });
    assert.ok(asked);
    await server.untilHandled();
    const { parameters } = await server.nextCall('sendMessage');
    assert.deepEqual(parameters.reply_parameters, {
      message_id: asked.message_id,
      allow_sending_without_reply: true,
    });
  });

  for (const [what, refusal] of [
    [
      'because the person blocked the bot',
      { error_code: 403, description: 'Forbidden: bot was blocked by the user' },
    ],
    [
      'because the bot was put out',
      { error_code: 403, description: 'Forbidden: bot was kicked from the supergroup chat' },
    ],
    [
      'because the bot may not write',
      { error_code: 400, description: 'Bad Request: not enough rights to send text messages to the chat' },
    ],
    ['because the topic is closed', { error_code: 400, description: 'Bad Request: TOPIC_CLOSED' }],
    ['for a reason nobody foresaw', { error_code: 400, description: 'Bad Request: SOMETHING_NEW' }],
  ] as const) {
    it(`${what}, it is logged and the bot goes on`, async (t) => {
      const { server, log } = await startBot(t);
      const lan = server.person();
      server.failNext({ method: 'sendMessage', kind: 'refused', ...refusal });
      lan.says(QUESTION);
      await server.untilHandled();
      assert.equal(log.of('request-failed').length, 1);
      assert.deepEqual(log.of('handler-failed'), []);
      lan.says(QUESTION);
      await server.untilHandled();
      assert.equal(server.botMessagesIn(lan).length, 1);
    });
  }

  it('the token, the bot ends with one clear sentence that does not hold it', async (t) => {
    const token = '8017263544:wrongwrongwrongwrongwrongwrongwrong';
    const { ended } = await startBot(t, { token });
    const end = await ended;
    assert.equal(end.kind, 'refused');
    const reason = end.kind === 'refused' ? end.reason : '';
    assert.match(reason, /TELEGRAM_TOKEN/);
    assert.doesNotMatch(reason, /wrongwrong/);
  });

  it('a second receiver, the first ends and says what to do', async (t) => {
    const first = await startBot(t);
    await first.server.untilPolled();
    await startBot(t, { server: first.server });
    const end = await first.ended;
    assert.match(end.kind === 'refused' ? end.reason : '', /Another process .*TELEGRAM_WEBHOOK_URL/);
  });
});

describe('a group that becomes a supergroup', () => {
  it('keeps what it chose and gets its answer under the new number', async (t) => {
    const { server, storage, log } = await startBot(t);
    const { preferences } = storage;
    const group = server.group();
    const lan = server.person();
    await preferences.setLanguage(placeOf(group.id), 'en');
    const moved = group.migrate();
    await server.untilHandled();
    assert.equal(await preferences.language(placeOf(moved.id)), 'en');
    assert.equal(log.of('place-moved').length, 1);
    lan.says('/help', { in: moved });
    await server.untilHandled();
    assert.equal(server.botMessagesIn(moved)[0]?.text.startsWith(wordsIn('en').helpIntro), true);
  });

  it('while an answer is on its way gets it in the new chat', async (t) => {
    const { server } = await startBot(t);
    const group = server.group();
    const lan = server.person();
    const order = server.failNext({ method: 'getUpdates', kind: 'held' });
    lan.says(`/hoi ${QUESTION}`, { in: group });
    const moved = group.migrate({ silently: true });
    order.release();
    await server.until(() => server.botMessagesIn(moved).length === 1);
    assert.deepEqual(server.violations, []);
  });
});

describe('a mistake of ours', () => {
  it('is apologised for with a reference that the log has, without words of the person, and the bot goes on', async (t) => {
    const { server, log } = await startBot(t, { commands: [failing] });
    const lan = server.person({ language_code: 'vi' });
    lan.says('/fail bí mật của Lan');
    lan.says(QUESTION);
    await server.untilHandled();
    const [sorry, answer] = server.botMessagesIn(lan);
    assert.equal(sorry?.text, vi.apology('ref1'));
    assert.match(answer?.text ?? '', /Hiệp định Thương mại/);
    const [logged] = log.of('handler-failed');
    assert.equal(logged?.reference, 'ref1');
    assert.doesNotMatch(JSON.stringify(log.events), /bí mật|words of a person/);
  });
});

describe('questions that come too fast', () => {
  it('are slowed down with one friendly notice, and answered again later', async (t) => {
    const questionLimits = new QuestionLimits({
      person: { burst: 2, perSecond: 0.001 },
      place: { burst: 9, perSecond: 1 },
    });
    const { server } = await startBot(t, { questionLimits });
    const lan = server.person({ language_code: 'vi' });
    const minh = server.person();
    for (let count = 0; count < 6; count += 1) lan.says(QUESTION);
    minh.says(QUESTION);
    await server.untilHandled();
    const texts = server.botMessagesIn(lan).map(({ text }) => text);
    assert.equal(texts.length, 3);
    assert.match(texts[2] ?? '', /^Bạn hỏi hơi nhanh/);
    assert.equal(server.botMessagesIn(minh).length, 1);
  });
});

describe('updates that arrived while the bot was down', () => {
  it('are answered when young, and otherwise excused once', async (t) => {
    let now = Date.now() - 3_600_000;
    const server = await createTelegramServer({ clock: { now: () => now } });
    const lan = server.person({ language_code: 'vi' });
    const minh = server.person();
    lan.says(QUESTION);
    lan.says(QUESTION);
    now = Date.now();
    minh.says(QUESTION);
    await startBot(t, { server, maximumAgeMs: 60_000 });
    await server.untilHandled();
    assert.deepEqual(
      server.botMessagesIn(lan).map(({ text }) => text),
      [vi.wasAway],
    );
    assert.match(server.botMessagesIn(minh)[0]?.text ?? '', /Hiệp định Thương mại/);
  });

  it('in a group are left alone', async (t) => {
    const server = await createTelegramServer({ clock: { now: () => Date.now() - 3_600_000 } });
    const group = server.group();
    server.person().says(`/hoi ${QUESTION}`, { in: group });
    await startBot(t, { server, maximumAgeMs: 60_000 });
    await server.untilHandled();
    assert.deepEqual(server.botMessagesIn(group), []);
  });
});

describe('an update delivered twice', () => {
  it('is answered once', async (t) => {
    const { server } = await startBot(t);
    const lan = server.person();
    lan.says(QUESTION);
    await server.untilHandled();
    await server.untilPolled();
    const [update] = server.updates;
    server.deliverAgain(update ?? assert.fail());
    lan.says('/help');
    await server.until(() => server.botMessagesIn(lan).length === 2);
    await server.untilHandled();
    assert.equal(server.botMessagesIn(lan).length, 2);
  });
});

describe('being added to a group', () => {
  it('is answered with how to ask there; being put out is noted', async (t) => {
    const { server, log } = await startBot(t);
    const group = server.group({ bot: 'left' });
    const lan = server.person({ language_code: 'vi' });
    group.addBot(lan);
    await server.untilHandled();
    assert.match(server.botMessagesIn(group)[0]?.text ?? '', /\/hoi/);
    group.makeBot('kicked', { by: lan });
    await server.untilHandled();
    assert.equal(log.of('place-left').length, 1);
    assert.equal(server.botMessagesIn(group).length, 1);
  });
});

describe('the token', () => {
  it('appears in no log, whatever goes wrong', async (t) => {
    const { server, log } = await startBot(t, { timer: new HurriedTimer(), commands: [failing] });
    const lan = server.person();
    const kinds = [
      { kind: 'cut' },
      { kind: 'cut-after' },
      { kind: 'server-error' },
      { kind: 'too-many-requests', retryAfter: 9999 },
      { kind: 'refused', error_code: 400, description: 'Bad Request: SOMETHING' },
      { kind: 'refused', error_code: 401, description: 'Unauthorized' },
      { kind: 'refused', error_code: 500, description: 'Internal Server Error' },
    ] as const;
    for (const [index, fault] of kinds.entries()) {
      const order = server.failNext({ method: 'sendMessage', count: 1000, ...fault });
      lan.says('/help');
      await log.until('request-failed', index + 1);
      order.release();
    }
    lan.says('/fail');
    await log.until('handler-failed', 1);
    const secret = server.token.split(':')[1] ?? assert.fail();
    assert.ok(log.events.length >= kinds.length);
    assert.ok(!JSON.stringify(log.events).includes(secret));
  });
});

describe('stopping', () => {
  it('does not wait for a Telegram that no longer answers', async (t) => {
    const { server, telegram, ended } = await startBot(t, { timer: new HurriedTimer() });
    const lan = server.person();
    lan.says('/help');
    await server.until(() => server.botMessagesIn(lan).length === 1);
    await server.untilPolled();
    server.failNext({ method: 'getUpdates', kind: 'held' });
    await telegram.stop();
    assert.deepEqual(await ended, { kind: 'stopped' });
  });
});

describe('an API root nobody listens on', () => {
  it('does not end the bot; it tries until it is told to stop', async (t) => {
    const { telegram, ended, log } = await startBot(t, {
      apiRoot: 'http://127.0.0.1:1',
      timer: new HurriedTimer(),
    });
    while (log.of('platform-unreachable').length < 2) await new Promise((resolve) => setImmediate(resolve));
    await telegram.stop();
    assert.deepEqual(await ended, { kind: 'stopped' });
  });
});
