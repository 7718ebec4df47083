import assert from 'node:assert/strict';
import { once } from 'node:events';
import { afterEach, describe, it } from 'node:test';
import { type Client, Events, GatewayIntentBits, type Message } from 'discord.js';
import { WebSocket } from 'ws';
import { ROUTES } from '../../../support/discord/calls.ts';
import type { DiscordServer } from '../../../support/discord/discord-server.ts';
import { createEchoBot, type EchoBot } from '../../../support/discord/echo-bot.ts';

const running: EchoBot[] = [];

const echoBot = async (...parameters: Parameters<typeof createEchoBot>): Promise<EchoBot> => {
  const bot = await createEchoBot(...parameters);
  running.push(bot);
  return bot;
};

const loggedIn = async (...parameters: Parameters<typeof createEchoBot>): Promise<EchoBot> => {
  const bot = await echoBot(...parameters);
  await bot.login();
  return bot;
};

const words = ({ gateway }: DiscordServer, op: number): number =>
  gateway.words.filter((word) => word.op === op).length;
/** The message of this id as discord.js hands it over. */
const received = (client: Client, id: string): Promise<Message> =>
  new Promise((resolve) => {
    client.on(Events.MessageCreate, (message) => {
      if (message.id === id) resolve(message);
    });
  });

const IDENTIFY = 2;
const RESUME = 6;

afterEach(async () => {
  for (const bot of running.splice(0)) await bot.stop();
});

describe('the gateway of the local Discord', () => {
  it('lets discord.js log in and shows it the guilds', async () => {
    const { server, guild, client } = await loggedIn();
    assert.equal(client.user?.id, server.botUser.id);
    assert.equal(client.application?.id, server.application.id);
    assert.equal(client.guilds.cache.get(guild.id)?.preferredLocale, 'vi');
    assert.equal(client.guilds.cache.get(guild.id)?.memberCount, 12);
    assert.ok(client.channels.cache.has(guild.channelId));
  });

  it('refuses a wrong token at the door of the API', async () => {
    const { client, server } = await echoBot();
    await assert.rejects(client.login('MTE.wrong.token'), /invalid token/);
    assert.deepEqual(server.calls[0]?.answer, {
      kind: 'answered',
      status: 401,
      body: { message: '401: Unauthorized', code: 0 },
    });
  });

  it('closes with 4004 when a wrong token identifies', async () => {
    const { server } = await echoBot();
    const socket = new WebSocket(
      `${server.root.replace('http', 'ws').replace('/api', '')}/?v=10&encoding=json`,
    );
    await once(socket, 'message');
    socket.send(JSON.stringify({ op: IDENTIFY, d: { token: 'wrong', intents: 1, properties: {} } }));
    const [code] = await once(socket, 'close');
    assert.equal(code, 4004);
  });

  it('closes with 4014 when a privileged intent is asked for that was not granted', async () => {
    const { server, client } = await echoBot({}, { intents: GatewayIntentBits.MessageContent });
    await assert.rejects(client.login(server.token), /disallowed intents/);
    await server.until(() => server.gateway.closed.length > 0);
    assert.deepEqual(server.gateway.closed, [4014]);
  });

  it('shows the text of a mention and hides that of other messages', async () => {
    const { server, guild, client } = await loggedIn();
    const lan = server.person();
    const overheard = await received(client, lan.says(guild.channelId, 'chuyện riêng'));
    assert.equal(overheard.content, '');
    const question = lan.mentions(guild.channelId, 'ký năm nào?');
    await server.nextCall(ROUTES.sendMessage);
    const answer = server.messagesIn(guild.channelId).at(-1);
    assert.equal(answer?.content, `nghe: <@${server.botUser.id}> ký năm nào?`);
    assert.equal(answer?.replyTo, question);
    assert.deepEqual(server.violations, []);
  });

  it('shows the text of all messages once that intent is granted', async () => {
    const intents = GatewayIntentBits.MessageContent;
    const { server, guild, client } = await loggedIn({ grantedIntents: intents }, { intents });
    const overheard = await received(client, server.person().says(guild.channelId, 'chuyện riêng'));
    assert.equal(overheard.content, 'chuyện riêng');
  });

  it('shows a reply that pings the bot together with the message it replies to', async () => {
    const { server, guild, client } = await loggedIn();
    const lan = server.person();
    lan.mentions(guild.channelId, 'ký năm nào?');
    await server.nextCall(ROUTES.sendMessage);
    const answer = server.messagesIn(guild.channelId).at(-1);
    const reply = await received(client, lan.replies(answer?.id ?? '', 'còn Mỹ thì sao?'));
    assert.equal(reply.content, 'còn Mỹ thì sao?');
    assert.equal(reply.reference?.messageId, answer?.id);
    assert.equal(reply.mentions.repliedUser?.id, server.botUser.id);
  });

  it('hides the text of a reply that does not ping', async () => {
    const { server, guild, client } = await loggedIn();
    const lan = server.person();
    const first = lan.says(guild.channelId, 'một');
    const reply = await received(client, lan.replies(first, 'hai', { ping: false }));
    assert.equal(reply.content, '');
  });

  it('carries a direct message and its answer', async () => {
    const { server } = await loggedIn();
    const lan = server.person();
    lan.writes('BTA là gì?');
    await server.nextCall(ROUTES.sendMessage);
    assert.equal(server.messagesIn(lan.directChannel()).at(-1)?.content, 'nghe: BTA là gì?');
  });

  it('tells of edits, deletions, lost channels, archived threads and guilds that are left', async () => {
    const { server, client, guild } = await loggedIn();
    const lan = server.person();
    const seen: string[] = [];
    for (const event of [
      Events.MessageUpdate,
      Events.MessageDelete,
      Events.ThreadUpdate,
      Events.ChannelDelete,
      Events.GuildDelete,
    ] as const)
      client.on(event, () => seen.push(event));
    const left = once(client, Events.GuildDelete);
    const message = lan.mentions(guild.channelId, 'một');
    await server.nextCall(ROUTES.sendMessage);
    lan.edits(message, 'hai');
    lan.deletes(message);
    server.archive(server.thread(guild.channelId));
    server.deleteChannel(server.channel(guild.id));
    server.removeBot(guild.id);
    await left;
    assert.deepEqual(seen, [
      'messageUpdate',
      'messageDelete',
      'threadUpdate',
      'channelDelete',
      'guildDelete',
    ]);
  });

  it('replays what was missed when a lost connection resumes', async () => {
    const { server, guild } = await loggedIn();
    server.gateway.cut();
    await server.until(() => server.gateway.sessions.every(({ isConnected }) => !isConnected));
    server.person().mentions(guild.channelId, 'còn đó không?');
    await server.nextCall(ROUTES.sendMessage);
    assert.equal(words(server, RESUME), 1);
    assert.equal(words(server, IDENTIFY), 1);
    assert.equal(server.messagesIn(guild.channelId).length, 2);
  });

  it('makes a client resume when it asks to reconnect', async () => {
    const { server } = await loggedIn();
    server.gateway.askToReconnect();
    await server.until(() => words(server, RESUME) === 1);
    assert.deepEqual(server.gateway.closed, [4200]);
    assert.equal(words(server, IDENTIFY), 1);
  });

  it('makes a client identify anew when its session is forgotten', async () => {
    const { server, guild } = await loggedIn();
    server.gateway.forgetSessions();
    server.gateway.close(4000);
    await server.until(() => words(server, RESUME) === 1 && server.gateway.sessions.length === 1);
    assert.equal(words(server, IDENTIFY), 2);
    server.person().mentions(guild.channelId, 'còn đó không?');
    await server.nextCall(ROUTES.sendMessage);
  });

  it('lets a client resume on the same connection when the session may be resumed', async () => {
    const { server } = await loggedIn();
    server.gateway.invalidate(true);
    await server.until(() => words(server, RESUME) === 1);
    assert.deepEqual(server.gateway.closed, []);
  });

  it('leaves heartbeats without an echo, so that a client finds its connection dead', async () => {
    const { server } = await loggedIn({ heartbeatMs: 50 });
    server.gateway.acknowledge(false);
    await server.until(() => server.gateway.closed.length > 0);
    server.gateway.acknowledge(true);
    await server.until(() => words(server, RESUME) === 1);
    assert.deepEqual(server.gateway.closed, [4200]);
  });

  it('sends every shard its own guilds', async () => {
    const { server, client, guild } = await echoBot({ shards: 2 }, { shards: 'auto' });
    const second = server.guild();
    const ready = once(client, Events.ClientReady);
    await client.login(server.token);
    await ready;
    assert.equal(client.guilds.cache.get(guild.id)?.shardId, 0);
    assert.equal(client.guilds.cache.get(second.id)?.shardId, 1);
    server.person().mentions(second.channelId, 'mảnh hai');
    await server.nextCall(ROUTES.sendMessage);
    assert.equal(server.messagesIn(second.channelId).length, 2);
  });
});
