import assert from 'node:assert/strict';
import { once } from 'node:events';
import { afterEach, describe, it } from 'node:test';
import { Client, Events, GatewayIntentBits, Options } from 'discord.js';
import { ROUTES } from '../../../support/discord/calls.ts';
import {
  createDiscordServer,
  type DiscordServer,
  type DiscordServerOptions,
} from '../../../support/discord/discord-server.ts';

const running: { readonly client: Client; readonly server: DiscordServer }[] = [];

/** An echo bot of discord.js alone, logged in. */
async function echoBot(options: DiscordServerOptions = {}, extraIntents = 0, shards?: 'auto') {
  const server = await createDiscordServer(options);
  const guild = server.guild();
  const client = new Client({
    intents:
      GatewayIntentBits.Guilds |
      GatewayIntentBits.GuildMessages |
      GatewayIntentBits.DirectMessages |
      extraIntents,
    partials: [1],
    rest: { api: server.root },
    makeCache: Options.cacheEverything(),
    ...(shards === undefined ? {} : { shards }),
  });
  running.push({ client, server });
  client.on(Events.Error, () => {});
  client.on(Events.MessageCreate, async (message) => {
    if (!message.author.bot && message.mentions.has(client.user?.id ?? ''))
      await message.reply(`nghe: ${message.content}`);
  });
  client.on(Events.InteractionCreate, async (interaction) => {
    if (interaction.isChatInputCommand())
      await interaction.reply(`lệnh: ${interaction.options.getString('cau', true)}`);
  });
  const ready = once(client, Events.ClientReady);
  return { server, guild, client, ready };
}

afterEach(async () => {
  for (const { client, server } of running.splice(0)) {
    await client.destroy();
    await server.stop();
  }
});

describe('the gateway of the local Discord', () => {
  it('lets discord.js log in and shows it the guilds', async () => {
    const { server, guild, client, ready } = await echoBot();
    await client.login(server.token);
    await ready;
    assert.equal(client.user?.id, server.botUser.id);
    assert.equal(client.guilds.cache.get(guild.id)?.preferredLocale, 'vi');
    assert.equal(client.guilds.cache.get(guild.id)?.memberCount, 12);
  });

  it('shows the text of a mention and hides that of other messages', async () => {
    const { server, guild, client, ready } = await echoBot();
    await client.login(server.token);
    await ready;
    const lan = server.person();
    const heard = once(client, Events.MessageCreate);
    lan.says(guild.channelId, 'chuyện riêng');
    const [overheard] = await heard;
    assert.equal(overheard.content, '');
    const question = lan.mentions(guild.channelId, 'ký năm nào?');
    const call = await server.nextCall(ROUTES.sendMessage);
    assert.equal(call.answer.kind === 'answered' && call.answer.status, 200);
    const answer = server.messagesIn(guild.channelId).at(-1);
    assert.equal(answer?.content, `nghe: <@${server.botUser.id}> ký năm nào?`);
    assert.equal(answer?.replyTo, question);
    assert.deepEqual(server.violations, []);
  });

  it('carries a slash command and its answer', async () => {
    const { server, guild, client, ready } = await echoBot();
    await client.login(server.token);
    await ready;
    await client.application?.commands.set([
      {
        name: 'hỏi',
        description: 'Hỏi một câu',
        options: [{ type: 3, name: 'cau', description: 'Câu hỏi', required: true }],
      },
    ]);
    const sent = server.person().uses(guild.channelId, 'hỏi', { cau: 'BTA là gì?' });
    const { message } = await server.answerOf(sent);
    assert.equal(message?.content, 'lệnh: BTA là gì?');
    assert.deepEqual(server.violations, []);
  });

  it('replays what was missed when a dropped connection resumes', async () => {
    const { server, guild, client, ready } = await echoBot();
    await client.login(server.token);
    await ready;
    server.gateway.cut();
    await server.until(() => server.gateway.sessions.every(({ isConnected }) => !isConnected));
    server.person().mentions(guild.channelId, 'còn đó không?');
    await server.nextCall(ROUTES.sendMessage);
    assert.equal(server.gateway.words.filter(({ op }) => op === 6).length, 1);
    assert.equal(server.gateway.words.filter(({ op }) => op === 2).length, 1);
    assert.equal(server.messagesIn(guild.channelId).length, 2);
  });
});
