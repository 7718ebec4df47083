import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { Api, GrammyError, HttpError } from 'grammy';
import { builtInSchema, loadSchema } from '../../../support/telegram/schema.ts';
import type { TelegramServer, TelegramServerOptions } from '../../../support/telegram/telegram-server.ts';
import { problemsOf } from '../../../support/telegram/validation.ts';
import { telegramFor } from './echo-bot.ts';

async function calling(t: TestContext, options?: TelegramServerOptions) {
  const telegram = await telegramFor(t, options);
  return { telegram, api: new Api(telegram.token, { apiRoot: telegram.root }) };
}

/** The words with which a call is refused. */
async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'not refused';
  } catch (reason) {
    return reason instanceof GrammyError ? `${reason.error_code} ${reason.description}` : String(reason);
  }
}

const post = async ({ root, token }: TelegramServer, method: string, init: RequestInit = {}) => {
  const response = await fetch(`${root}/bot${token}/${method}`, init);
  return { status: response.status, body: JSON.parse(await response.text()) };
};

describe('the door of the server', () => {
  it('turns away strangers and unknown methods', async (t) => {
    const { telegram } = await calling(t);
    const stranger = new Api('1:wrong', { apiRoot: telegram.root });
    assert.equal(await refusal(stranger.getMe()), '401 Unauthorized');
    const { status } = await post(telegram, 'sendMesage');
    assert.equal(status, 404);
    assert.equal(telegram.violations.length, 1);
  });

  it('reads JSON, forms and query strings', async (t) => {
    const { telegram } = await calling(t, { schema: builtInSchema() });
    const { id } = telegram.person();
    const reply_markup = JSON.stringify({ inline_keyboard: [[{ text: 'A', callback_data: 'a' }]] });
    const form = new URLSearchParams({
      chat_id: String(id),
      text: 'form',
      disable_notification: 'true',
      reply_markup,
    });
    await post(telegram, 'sendMessage', { method: 'POST', body: form });
    await post(telegram, `sendMessage?chat_id=${id}&text=query`);
    assert.deepEqual(
      telegram.messagesIn(id).map(({ text, buttons }) => [text, buttons]),
      [
        ['form', { A: 'a' }],
        ['query', {}],
      ],
    );
    assert.deepEqual(telegram.violations, []);
  });

  it('says loudly that it reads no uploads', async (t) => {
    const { telegram } = await calling(t);
    const body = new FormData();
    body.set('chat_id', '1');
    const { status } = await post(telegram, 'sendMessage', { method: 'POST', body });
    assert.equal(status, 400);
    assert.match(telegram.violations.join(), /reads no multipart/);
  });
});

describe('the check of calls', () => {
  for (const schema of [builtInSchema(), loadSchema()]) {
    const problems = (method: string, parameters: Readonly<Record<string, unknown>>) =>
      problemsOf(schema, method, parameters);

    it(`finds what is missing, misspelt or of the wrong type (${schema.source})`, () => {
      assert.deepEqual(problems('sendMessage', { chat_id: 1, text: 'x' }), []);
      assert.deepEqual(problems('sendMessage', { chat_id: 1 }), ['sendMessage.text is required']);
      assert.deepEqual(problems('sendMessage', { chat_id: 1, text: 'x', reply_to_message_id: 5 }), [
        'sendMessage: there is no field "reply_to_message_id"',
      ]);
      assert.deepEqual(problems('sendMessage', { chat_id: 1.5, text: 'x' }), [
        'sendMessage.chat_id must be a whole number, not 1.5',
      ]);
    });

    it(`looks into keyboards, results and scopes (${schema.source})`, () => {
      const inline_keyboard = [[{ text: 'A', callbackData: 'a' }]];
      assert.deepEqual(
        problems('sendMessage', { chat_id: 1, text: 'x', reply_markup: { inline_keyboard } }),
        ['sendMessage.reply_markup.inline_keyboard[0][0]: there is no field "callbackData"'],
      );
      const article = { type: 'article', id: '1', title: 'T', input_message_content: { message_text: 'x' } };
      assert.deepEqual(problems('answerInlineQuery', { inline_query_id: '1', results: [article] }), []);
      const { title: _, ...untitled } = article;
      assert.deepEqual(problems('answerInlineQuery', { inline_query_id: '1', results: [untitled] }), [
        'answerInlineQuery.results[0].title is required',
      ]);
      const commands = [{ command: 'a', description: 'b' }];
      assert.deepEqual(problems('setMyCommands', { commands, scope: { type: 'all_private_chats' } }), []);
      assert.equal(problems('setMyCommands', { commands, scope: { type: 'everybody' } }).length, 1);
    });
  }

  it('refuses a wrong call and remembers why', async (t) => {
    const { telegram, api } = await calling(t);
    const { id } = telegram.person();
    assert.match(
      await refusal(api.raw.sendMessage({ chat_id: id, text: 'x', ...{ nonsense: 1 } })),
      /^400 .*nonsense/,
    );
    assert.deepEqual(telegram.violations, ['sendMessage: there is no field "nonsense"']);
  });
});

describe('the limits of messages', () => {
  it('gives back a whole message, numbered in its chat', async (t) => {
    const { telegram, api } = await calling(t, { clock: { now: () => 1_750_000_000_500 } });
    const lan = telegram.person();
    const question = lan.says('hỏi');
    const message = await api.sendMessage(lan.id, '<b>đáp</b>', {
      parse_mode: 'HTML',
      reply_parameters: { message_id: question.message_id },
      link_preview_options: { is_disabled: true },
    });
    assert.equal(message.message_id, question.message_id + 1);
    assert.equal(message.date, 1_750_000_000);
    assert.equal(message.text, 'đáp');
    assert.deepEqual(message.from, {
      id: telegram.botInfo.id,
      is_bot: true,
      first_name: 'Nhịp Cầu',
      username: 'NhipCauBot',
    });
    assert.equal(message.reply_to_message?.text, 'hỏi');
    const [, shown] = telegram.messagesIn(lan);
    assert.equal(shown?.replyTo, question.message_id);
    assert.equal(shown?.previewOff, true);
  });

  it('refuses buttons whose data has more than 64 bytes', async (t) => {
    const { telegram, api } = await calling(t);
    const { id } = telegram.person();
    const withData = (callback_data: string) =>
      refusal(
        api.sendMessage(id, 'x', { reply_markup: { inline_keyboard: [[{ text: 'A', callback_data }]] } }),
      );
    assert.equal(await withData('đ'.repeat(32)), 'not refused');
    assert.equal(await withData(`${'đ'.repeat(32)}x`), '400 Bad Request: BUTTON_DATA_INVALID');
    assert.equal(await withData(''), '400 Bad Request: BUTTON_DATA_INVALID');
  });

  it('refuses edits that change nothing, and edits of what is not there or not its own', async (t) => {
    const { telegram, api } = await calling(t);
    const lan = telegram.person();
    const { message_id } = await api.sendMessage(lan.id, 'x');
    assert.match(await refusal(api.editMessageText(lan.id, message_id, ' x ')), /message is not modified/);
    assert.match(await refusal(api.editMessageText(lan.id, 1, 'y')), /message to edit not found/);
    assert.match(
      await refusal(api.editMessageText(lan.id, lan.says('z').message_id, 'y')),
      /can't be edited/,
    );
    await api.editMessageText(lan.id, message_id, 'y');
    await api.deleteMessage(lan.id, message_id);
    assert.match(await refusal(api.deleteMessage(lan.id, message_id)), /message to delete not found/);
    assert.deepEqual(telegram.botMessagesIn(lan), []);
  });

  it('refuses answers to messages that are gone, unless told not to mind', async (t) => {
    const { telegram, api } = await calling(t);
    const { id } = telegram.person();
    const to = { message_id: 999 };
    assert.match(
      await refusal(api.sendMessage(id, 'x', { reply_parameters: to })),
      /message to be replied not found/,
    );
    await api.sendMessage(id, 'x', { reply_parameters: { ...to, allow_sending_without_reply: true } });
    assert.equal(telegram.botMessagesIn(id)[0]?.replyTo, undefined);
  });

  it('bounds answers to presses, inline results and menus', async (t) => {
    const { telegram, api } = await calling(t);
    const lan = telegram.person();
    const press = lan.sendsCallback('x');
    assert.match(await refusal(api.answerCallbackQuery(press.id, { text: 'x'.repeat(201) })), /400/);
    assert.match(await refusal(api.answerCallbackQuery('1')), /query is too old/);
    const asked = lan.typesInline('x');
    const article = (id: string) => ({
      type: 'article' as const,
      id,
      title: 'T',
      input_message_content: { message_text: 'x' },
    });
    const many = Array.from({ length: 51 }, (_, index) => article(String(index)));
    assert.match(await refusal(api.answerInlineQuery(asked.id, many)), /RESULTS_TOO_MUCH/);
    assert.match(await refusal(api.answerInlineQuery(asked.id, [article('')])), /RESULT_ID_INVALID/);
    assert.match(
      await refusal(api.answerInlineQuery(asked.id, [article('x'.repeat(65))])),
      /RESULT_ID_INVALID/,
    );
    assert.match(
      await refusal(api.answerInlineQuery(asked.id, [article('1'), article('1')])),
      /RESULT_ID_DUPLICATE/,
    );
    assert.match(
      await refusal(api.answerInlineQuery(asked.id, [], { next_offset: 'x'.repeat(65) })),
      /NEXT_OFFSET_INVALID/,
    );
    await api.answerInlineQuery(asked.id, many.slice(1), { next_offset: '50' });
    assert.equal(lan.answerToInline(asked)?.results.length, 50);
    const command = (name: string, description = 'x') => [{ command: name, description }];
    assert.match(await refusal(api.setMyCommands(command('Hỏi'))), /BOT_COMMAND_INVALID/);
    assert.match(await refusal(api.setMyCommands(command('hoi', ''))), /BOT_COMMAND_DESCRIPTION_INVALID/);
    await api.setMyCommands(command('hoi'), { language_code: 'vi' });
    assert.deepEqual(await api.getMyCommands({ language_code: 'vi' }), command('hoi'));
    assert.deepEqual(await api.getMyCommands(), []);
  });
});

describe('faults to order', () => {
  it('hit the calls they are meant for, as often as ordered', async (t) => {
    const { telegram, api } = await calling(t);
    const { id } = telegram.person();
    const fault = telegram.failNext({
      kind: 'too-many-requests',
      retryAfter: 7,
      method: 'sendMessage',
      count: 2,
    });
    await api.getMe();
    for (const _ of [1, 2]) {
      assert.equal(await refusal(api.sendMessage(id, 'x')), '429 Too Many Requests: retry after 7');
    }
    await api.sendMessage(id, 'x');
    assert.equal(fault.hits(), 2);
  });

  it('break the connection before or after the message is sent', async (t) => {
    const { telegram, api } = await calling(t);
    const { id } = telegram.person();
    telegram.failNext({ kind: 'cut' });
    await assert.rejects(api.sendMessage(id, 'lost'), HttpError);
    telegram.failNext({ kind: 'cut-after' });
    await assert.rejects(api.sendMessage(id, 'sent all the same'), HttpError);
    assert.deepEqual(
      telegram.calls.map(({ answer, processed }) => [answer.kind, processed]),
      [
        ['cut', false],
        ['cut', true],
      ],
    );
    assert.deepEqual(
      telegram.botMessagesIn(id).map(({ text }) => text),
      ['sent all the same'],
    );
  });

  it('answer with a page of HTML, with a given refusal, late, or when the test says so', async (t) => {
    const { telegram, api } = await calling(t);
    telegram.failNext({ kind: 'server-error' });
    await assert.rejects(api.getMe(), HttpError);
    telegram.failNext({ kind: 'refused', error_code: 403, description: 'Forbidden: user is deactivated' });
    assert.equal(await refusal(api.getMe()), '403 Forbidden: user is deactivated');
    telegram.failNext({ kind: 'slow', milliseconds: 1 });
    await api.getMe();
    const held = telegram.failNext({ kind: 'held' });
    const call = api.getMe();
    await telegram.until(() => held.hits() === 1);
    held.release();
    assert.equal((await call).username, 'NhipCauBot');
  });
});

describe('flood control', () => {
  it('lets a chat have as many messages as it may, and says when to come back', async (t) => {
    let now = 1_750_000_000_000;
    const clock = { now: () => now };
    const limits = { perSecond: 3, perChatPerSecond: 1, perGroupPerMinute: 2 };
    const { telegram, api } = await calling(t, { clock, limits });
    const lan = telegram.person();
    const group = telegram.group();
    const send = (id: number) => refusal(api.sendMessage(id, 'x'));
    assert.equal(await send(lan.id), 'not refused');
    assert.equal(await send(lan.id), '429 Too Many Requests: retry after 1');
    assert.equal(await send(telegram.person().id), 'not refused');
    assert.equal(await send(group.id), 'not refused');
    assert.equal(await send(telegram.person().id), '429 Too Many Requests: retry after 1');
    now += 1000;
    assert.equal(await send(group.id), 'not refused');
    now += 1000;
    assert.equal(await send(group.id), '429 Too Many Requests: retry after 58');
    now += 58_000;
    assert.equal(await send(group.id), 'not refused');
    assert.equal(await refusal(api.sendChatAction(lan.id, 'typing')), 'not refused');
  });
});
