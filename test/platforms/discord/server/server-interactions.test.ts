import assert from 'node:assert/strict';
import { once } from 'node:events';
import { afterEach, describe, it } from 'node:test';
import {
  ApplicationIntegrationType,
  type ChatInputCommandInteraction,
  type Client,
  Events,
  InteractionContextType,
  Locale,
} from 'discord.js';
import { ROUTES } from '../../../support/discord/calls.ts';
import { ERRORS } from '../../../support/discord/discord-error.ts';
import type { DiscordServerOptions } from '../../../support/discord/discord-server.ts';
import { createEchoBot, ECHO_COMMANDS, type EchoBot } from '../../../support/discord/echo-bot.ts';

const running: EchoBot[] = [];

const echoBot = async (options: DiscordServerOptions = {}): Promise<EchoBot> => {
  const bot = await createEchoBot(options);
  running.push(bot);
  await bot.login();
  await bot.client.application?.commands.set([...ECHO_COMMANDS]);
  return bot;
};

/** The next slash command as discord.js hands it over; the echo bot answers it no more. */
const nextCommand = async (client: Client): Promise<ChatInputCommandInteraction> => {
  client.removeAllListeners(Events.InteractionCreate);
  const [interaction] = await once(client, Events.InteractionCreate);
  return interaction;
};

afterEach(async () => {
  for (const bot of running.splice(0)) await bot.stop();
});

describe('interactions of the local Discord', () => {
  it('carries a slash command from "is thinking" to its answer', async () => {
    const { server, guild } = await echoBot();
    const lan = server.person({ locale: Locale.Vietnamese });
    const sent = lan.uses(guild.channelId, 'hỏi', { câu: 'BTA là gì?' });
    assert.equal(server.replyTo(sent).kind, 'unanswered');
    await server.nextCall(ROUTES.callback);
    assert.equal(server.replyTo(sent).message?.isLoading, true);
    const { message } = await server.answerOf(sent);
    assert.equal(message?.content, 'vi: BTA là gì?');
    assert.equal(message?.isLoading, false);
    assert.equal(message?.isEdited, false);
    assert.deepEqual(
      message?.controls.map(({ kind, label, customId, url }) => [kind, label, customId ?? url]),
      [
        ['button', 'Xem thêm', 'thêm'],
        ['button', 'Báo lỗi', 'sửa'],
        ['link', 'Nguồn', 'https://example.org/nguon'],
      ],
    );
    assert.deepEqual(server.violations, []);
  });

  it('tells in which guild, with which rights and languages a command was used', async () => {
    const { server, client, guild } = await echoBot();
    const next = nextCommand(client);
    server.person({ locale: Locale.EnglishGB }).uses(guild.channelId, 'hỏi', { câu: 'x' });
    const command = await next;
    assert.equal(command.inCachedGuild(), true);
    assert.equal(command.locale, 'en-GB');
    assert.equal(command.guildLocale, 'vi');
    assert.equal(command.context, InteractionContextType.Guild);
    assert.equal(command.memberPermissions?.has('SendMessages'), true);
    assert.equal(command.appPermissions.has('EmbedLinks'), true);
    assert.equal(command.authorizingIntegrationOwners[ApplicationIntegrationType.GuildInstall], guild.id);
  });

  it('tells a command in private from one in a guild', async () => {
    const { server, client } = await echoBot();
    const next = nextCommand(client);
    const lan = server.person();
    lan.uses(lan.directChannel(), 'hỏi', { câu: 'x' });
    const command = await next;
    assert.equal(command.inGuild(), false);
    assert.equal(command.context, InteractionContextType.BotDM);
    assert.equal(command.user.id, lan.id);
  });

  it('shows only the person an answer that was brought to a guild without the right to show it', async () => {
    const { server } = await echoBot();
    const elsewhere = server.guild({ hasBot: false });
    const lan = server.person({ permissions: 0n });
    const sent = lan.uses(elsewhere.channelId, 'hỏi', { câu: 'x' }, { install: 'user' });
    const { message } = await server.answerOf(sent);
    assert.equal(message?.isEphemeral, true);
  });

  it('takes five follow-ups of an application that a person brought along, and no sixth', async () => {
    const { server, client } = await echoBot();
    const next = nextCommand(client);
    const lan = server.person();
    lan.uses(server.privateChannelOf(lan.id), 'hỏi', { câu: 'x' }, { install: 'user' });
    const command = await next;
    assert.equal(command.context, InteractionContextType.PrivateChannel);
    await command.reply('một');
    for (let count = 0; count < 5; count += 1) await command.followUp('nữa');
    await assert.rejects(command.followUp('nữa'), { code: 40094 });
  });

  it('carries suggestions while a person types', async () => {
    const { server, guild } = await echoBot();
    const sent = server.person().types(guild.channelId, 'hỏi', 'câu', 'bình th');
    const { choices } = await server.answerOf(sent);
    assert.deepEqual(choices, [{ name: 'bình th…', value: 'gợi ý' }]);
  });

  it('carries a pressed button that changes its message', async () => {
    const { server, guild } = await echoBot();
    const lan = server.person();
    const { message } = await server.answerOf(lan.uses(guild.channelId, 'hỏi', { câu: 'x' }));
    const pressed = lan.presses(message?.id ?? '', 'Xem thêm');
    const after = await server.answerOf(pressed);
    assert.equal(after.message?.id, message?.id);
    assert.equal(after.message?.content, 'en-US: x (thêm)');
    assert.throws(() => lan.presses(message?.id ?? '', 'Nguồn'), /cannot be pressed/);
    assert.throws(() => lan.presses(message?.id ?? '', 'Xoá'), /but: Xem thêm, Báo lỗi, Nguồn/);
  });

  it('carries a modal from the button to what was filled in', async () => {
    const { server, guild } = await echoBot();
    const lan = server.person();
    const { message } = await server.answerOf(lan.uses(guild.channelId, 'hỏi', { câu: 'x' }));
    const pressed = lan.presses(message?.id ?? '', 'sửa');
    const { modal } = await server.answerOf(pressed);
    assert.equal(modal?.title, 'Báo lỗi');
    const answer = await server.answerOf(lan.submits(pressed, { năm: '1995' }));
    assert.equal(answer.message?.content, 'ghi: 1995');
    assert.deepEqual(server.violations, []);
  });

  it('hands the text of a message to a command of its menu, and shows the answer to one person only', async () => {
    const { server, guild } = await echoBot();
    const lan = server.person();
    const claim = lan.says(guild.channelId, 'BTA ký năm 1999');
    const { message } = await server.answerOf(server.person().usesOn(claim, 'Kiểm chứng'));
    assert.equal(message?.content, 'đọc: BTA ký năm 1999');
    assert.equal(message?.isEphemeral, true);
  });

  it('hides an answer meant for one person from the others', async () => {
    const { server, guild } = await echoBot();
    const lan = server.person();
    const claim = server.person().says(guild.channelId, 'BTA ký năm 1999');
    await server.answerOf(lan.usesOn(claim, 'Kiểm chứng'));
    assert.equal(server.messagesIn(guild.channelId, lan.id).length, 2);
    assert.equal(server.messagesIn(guild.channelId, server.person().id).length, 1);
  });

  it('takes a silent acknowledgement of a button before its message changes', async () => {
    const { server, client, guild } = await echoBot();
    const lan = server.person();
    const { message } = await server.answerOf(lan.uses(guild.channelId, 'hỏi', { câu: 'x' }));
    client.removeAllListeners(Events.InteractionCreate);
    const next = once(client, Events.InteractionCreate);
    const pressed = lan.presses(message?.id ?? '', 'thêm');
    const [button] = await next;
    await button.deferUpdate();
    assert.equal(server.replyTo(pressed).kind, 'acknowledged');
    await button.editReply('đã thêm');
    const answer = await server.answerOf(pressed);
    assert.equal(answer.message?.id, message?.id);
    assert.equal(answer.message?.content, 'đã thêm');
  });

  it('loses an interaction on order, as Discord does at random', async () => {
    const { server, client, guild } = await echoBot();
    const next = nextCommand(client);
    server.failNext(ROUTES.callback, { kind: 'error', error: ERRORS.unknownInteraction() });
    server.person().uses(guild.channelId, 'hỏi', { câu: 'x' });
    const command = await next;
    await assert.rejects(command.deferReply(), { code: 10062 });
  });

  it('knows no interaction after three seconds', async () => {
    let now = Date.now();
    const { server, client, guild } = await echoBot({ now: () => now });
    const next = nextCommand(client);
    const sent = server.person().uses(guild.channelId, 'hỏi', { câu: 'x' });
    const command = await next;
    now += 3001;
    await assert.rejects(command.reply('muộn'), { code: 10062, status: 404 });
    assert.equal(server.replyTo(sent).kind, 'unanswered');
  });

  it('lets nobody answer twice, nor after a quarter of an hour', async () => {
    let now = Date.now();
    const { server, client, guild } = await echoBot({ now: () => now });
    const next = nextCommand(client);
    server.person().uses(guild.channelId, 'hỏi', { câu: 'x' });
    const command = await next;
    await command.reply('một');
    const again = `/interactions/${command.id}/${command.token}/callback` as const;
    await assert.rejects(client.rest.post(again, { auth: false, body: { type: 5 } }), { code: 40060 });
    now += 15 * 60 * 1000 + 1;
    await assert.rejects(command.editReply('hai'), { code: 50027, status: 401 });
  });

  it('lets a person use only what the bot has registered', async () => {
    const { server, guild } = await echoBot();
    const lan = server.person();
    assert.throws(() => lan.uses(guild.channelId, 'hoi'), /No slash command is called hoi/);
    assert.throws(() => lan.uses(guild.channelId, 'hỏi'), /câu must be given/);
    assert.throws(() => lan.uses(guild.channelId, 'hỏi', { câu: 'x', năm: 1 }), /no option năm/);
  });
});
