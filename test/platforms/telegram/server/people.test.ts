import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { Api } from 'grammy';
import type { Update } from 'grammy/types';
import { loadSchema } from '../../../support/telegram/schema.ts';
import type { TelegramServerOptions } from '../../../support/telegram/telegram-server.ts';
import { problemsOfType } from '../../../support/telegram/validation.ts';
import { telegramFor } from './echo-bot.ts';

async function world(t: TestContext, options?: TelegramServerOptions) {
  const telegram = await telegramFor(t, options);
  const api = new Api(telegram.token, { apiRoot: telegram.root });
  return { telegram, api, lan: telegram.person() };
}

const kindOf = (update: Update) => Object.keys(update).find((key) => key !== 'update_id');

describe('what people do', () => {
  it('reaches the bot as the update that Telegram makes of it', async (t) => {
    const { telegram, api, lan } = await world(t);
    const group = telegram.group({ bot: 'administrator' });
    const channel = telegram.channel();
    const said = lan.says('xin chào');
    lan.edits(said, 'chào');
    lan.sendsPhoto('ảnh', { in: group });
    lan.sendsSticker();
    group.anonymousAdministratorSays('/hoi');
    channel.edits(channel.posts('tin'), 'tin mới');
    lan.typesInline('1995');
    lan.sendsCallback('x', said);
    lan.callsGuest('@NhipCauBot?', { in: telegram.group({ bot: 'left' }) });
    lan.blocks();
    const updates = await api.getUpdates();
    assert.deepEqual(updates.map(kindOf), [
      'message',
      'edited_message',
      'message',
      'message',
      'message',
      'channel_post',
      'edited_channel_post',
      'inline_query',
      'callback_query',
      'guest_message',
      'my_chat_member',
    ]);
    assert.equal(updates[4]?.message?.sender_chat?.id, group.id);
    assert.equal(updates[4]?.message?.from.username, 'GroupAnonymousBot');
    assert.equal(updates[10]?.my_chat_member?.new_chat_member.status, 'kicked');
    await api.getUpdates({ offset: (updates.at(-1)?.update_id ?? 0) + 1 });
    await telegram.untilHandled();
  });

  it('comes through to a bot in privacy mode only if it is meant for it', async (t) => {
    const { telegram, api, lan } = await world(t);
    const group = telegram.group();
    lan.says('chuyện riêng', { in: group });
    lan.says('/hoi@OtherBot', { in: group });
    const { message_id } = await api.sendMessage(group.id, 'đáp');
    lan.says('/hoi', { in: group });
    lan.says('ơi @nhipcaubot', { in: group });
    lan.says('còn nữa?', { in: group, replyTo: message_id });
    const heard = (await api.getUpdates()).map(({ message }) => message?.text);
    assert.deepEqual(heard, ['/hoi', 'ơi @nhipcaubot', 'còn nữa?']);
    assert.deepEqual(
      telegram.withheld.map(({ reason }) => reason),
      ['privacy mode', 'privacy mode'],
    );
  });

  it('is not sent when the bot asked for other updates', async (t) => {
    const { telegram, api, lan } = await world(t);
    await api.getUpdates({ allowed_updates: ['callback_query'] });
    lan.says('xin chào');
    assert.deepEqual(await api.getUpdates(), []);
    assert.equal(telegram.withheld[0]?.reason, 'not among the allowed updates');
  });

  it('presses a button under the newest message that has it, and says which there are', async (t) => {
    const { telegram, api, lan } = await world(t);
    const question = lan.says('hỏi');
    await api.sendMessage(lan.id, 'đáp', {
      reply_parameters: { message_id: question.message_id },
      reply_markup: { inline_keyboard: [[{ text: 'Thêm', callback_data: 'more' }]] },
    });
    const press = lan.presses({ data: 'more' });
    assert.equal(press.message?.date === 0 ? undefined : press.message?.reply_to_message?.text, 'hỏi');
    assert.throws(() => lan.presses('Xoá'), /Thêm → more/);
    assert.equal(lan.answerToPress(press), undefined);
    await api.answerCallbackQuery(press.id, { text: 'ừ', show_alert: true });
    assert.deepEqual(lan.answerToPress(press), { text: 'ừ', alert: true, url: undefined });
    assert.deepEqual(telegram.violations, []);
  });

  it('calls the bot as a guest, which may answer once', async (t) => {
    const { telegram, api, lan } = await world(t);
    const asked = lan.callsGuest('@NhipCauBot 1995?', { in: telegram.group({ bot: 'left' }) });
    const guest_query_id = asked.guest_query_id ?? '';
    const input_message_content = { message_text: '<b>1995</b>', parse_mode: 'HTML' as const };
    const result = { type: 'article' as const, id: '1', title: 'T', input_message_content };
    const sent = await api.raw.answerGuestQuery({ guest_query_id, result });
    assert.equal(lan.answerToGuest(asked)?.inlineMessageId, sent.inline_message_id);
    await assert.rejects(api.raw.answerGuestQuery({ guest_query_id, result }), { error_code: 400 });
  });
});

describe('what the bot is told', () => {
  it('fits the description of the Bot API, where that is on this machine', async (t) => {
    const { telegram, api, lan } = await world(t);
    const group = telegram.group({ forum: true, bot: 'left' });
    const channel = telegram.channel();
    group.addBot(lan);
    const topic = group.createTopic('Lịch sử', lan);
    const question = lan.says('/hoi', { in: group, thread: topic });
    const reply_markup = { inline_keyboard: [[{ text: 'A', callback_data: 'a' }]] };
    const answer = await api.sendMessage(group.id, '<a href="https://a.vn">đ</a>', {
      parse_mode: 'HTML',
      reply_parameters: { message_id: question.message_id },
      reply_markup,
    });
    lan.presses('A', { in: group });
    lan.says('thêm', { in: group, replyTo: answer });
    lan.sendsPhoto('/anh', { in: group });
    lan.edits(lan.says('một'), 'hai');
    lan.sendsSticker();
    lan.typesInline('x');
    lan.callsGuest('@NhipCauBot', { in: telegram.group({ bot: 'left' }) });
    group.anonymousAdministratorSays('/start');
    group.closeTopic(topic);
    group.service({ new_chat_title: 'Mới' });
    channel.forwardsInto(group, channel.posts('tin'));
    group.makeBot('restricted', { by: lan });
    group.migrate();
    lan.blocks();
    const schema = loadSchema();
    const told = [...telegram.updates.flatMap((update) => problemsOfType(schema, 'Update', update))];
    const answered = problemsOfType(schema, 'Message', answer);
    assert.deepEqual([...told, ...answered], []);
    assert.deepEqual(problemsOfType(schema, 'User', telegram.botInfo), []);
    assert.deepEqual(problemsOfType(schema, 'WebhookInfo', await api.getWebhookInfo()), []);
    assert.deepEqual(problemsOfType(schema, 'ChatFullInfo', await api.getChat(channel.id)), []);
    assert.deepEqual(telegram.violations, []);
  });
});

describe('the state of a chat', () => {
  it('decides whether the bot may write', async (t) => {
    const { telegram, api, lan } = await world(t);
    const group = telegram.group();
    const channel = telegram.channel({ username: 'tin_tuc' });
    const send = (id: number | string) =>
      api.sendMessage(id, 'x').then(
        () => 'sent',
        ({ description }) => description,
      );
    assert.equal(await send(5), 'Bad Request: chat not found');
    group.makeBot('kicked');
    assert.equal(await send(group.id), 'Forbidden: bot was kicked from the supergroup chat');
    group.makeBot('restricted');
    assert.equal(await send(group.id), 'Bad Request: not enough rights to send text messages to the chat');
    group.makeBot('left');
    assert.equal(await send(group.id), 'Forbidden: bot is not a member of the supergroup chat');
    group.addBot(lan);
    assert.equal(await send(group.id), 'sent');
    lan.blocks(true);
    assert.equal(await send(lan.id), 'Forbidden: bot was blocked by the user');
    lan.hasNotStarted();
    assert.equal(await send(lan.id), "Forbidden: bot can't initiate conversation with a user");
    assert.equal(await send('@tin_tuc'), 'sent');
    assert.equal(telegram.botMessagesIn(channel).length, 1);
    channel.makeBot('administrator', { rights: { can_post_messages: false } });
    assert.equal(await send(channel.id), 'Bad Request: need administrator rights in the channel chat');
  });

  it('moves to a new number when a group becomes a supergroup', async (t) => {
    const { telegram, api } = await world(t);
    const group = telegram.group({ type: 'group' });
    const next = group.migrate();
    await assert.rejects(api.sendMessage(group.id, 'x'), {
      description: 'Bad Request: group chat was upgraded to a supergroup chat',
      parameters: { migrate_to_chat_id: next.id },
    });
    await api.sendMessage(next.id, 'x');
    const updates = await api.getUpdates();
    assert.deepEqual(
      updates.map(({ message }) => [message?.migrate_to_chat_id, message?.migrate_from_chat_id]),
      [
        [next.id, undefined],
        [undefined, group.id],
      ],
    );
  });

  it('has topics that can be closed and deleted', async (t) => {
    const { telegram, api, lan } = await world(t);
    const forum = telegram.group({ forum: true });
    const topic = forum.createTopic('Lịch sử');
    const asked = lan.says('/hoi', { in: forum, thread: topic });
    assert.equal(asked.is_topic_message, true);
    assert.equal(asked.reply_to_message?.message_id, topic);
    await api.sendMessage(forum.id, 'đáp', { reply_parameters: { message_id: asked.message_id } });
    assert.equal(telegram.botMessagesIn(forum)[0]?.threadId, topic);
    const send = (message_thread_id: number) => api.sendMessage(forum.id, 'x', { message_thread_id });
    forum.closeTopic(topic);
    await assert.rejects(send(topic), { description: 'Bad Request: TOPIC_CLOSED' });
    forum.reopenTopic(topic);
    await send(topic);
    forum.deleteTopic(topic);
    await assert.rejects(send(topic), { description: 'Bad Request: message thread not found' });
  });

  it('names its administrators', async (t) => {
    const { telegram, api, lan } = await world(t);
    const group = telegram.group();
    group.makeOwner(lan);
    group.makeMember(telegram.person());
    const administrators = await api.getChatAdministrators(group.id);
    assert.deepEqual(
      administrators.map(({ status, user }) => [status, user.id]),
      [['creator', lan.id]],
    );
    assert.equal((await api.getChatMember(group.id, telegram.botInfo.id)).status, 'member');
    await api.leaveChat(group.id);
    await assert.rejects(api.getChat(group.id), { error_code: 403 });
  });
});

describe('waiting for the bot', () => {
  it('fails with what came instead', async (t) => {
    const { telegram, api, lan } = await world(t);
    await api.sendMessage(lan.id, 'khác');
    await assert.rejects(
      telegram.until(() => false, 1),
      /Time is up while waiting[\s\S]*khác/,
    );
  });

  it('gives every call once, also those that came before', async (t) => {
    const { telegram, api, lan } = await world(t);
    await api.sendMessage(lan.id, 'một');
    await api.sendMessage(lan.id, 'hai');
    const first = await telegram.nextCall('sendMessage');
    const second = await telegram.nextCall();
    const third = telegram.nextCall('getMe');
    await api.getMe();
    assert.deepEqual(
      [first.parameters.text, second.parameters.text, (await third).method],
      ['một', 'hai', 'getMe'],
    );
  });
});
