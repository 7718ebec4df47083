import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, it } from 'node:test';
import { GatewayIntentBits } from 'discord.js';
import { defineCommand } from '../../../src/core/chat/commands/command.ts';
import { SETTLE_MS } from '../../../src/core/chat/platform-end.ts';
import type { Timer } from '../../../src/core/ports/timer.ts';
import { systemTimer } from '../../../src/infra/system/system-timer.ts';
import { ROUTES } from '../../support/discord/calls.ts';
import { ERRORS } from '../../support/discord/discord-error.ts';
import { createDiscordServer, type DiscordServer } from '../../support/discord/discord-server.ts';
import { eventsOf, GET_COMMANDS, type RunningBot, saidIn, startBot } from './discord-bot.ts';

const QUESTION = 'Hiệp định Thương mại song phương được ký khi nào?';
const GATEWAY = 'GET /gateway/bot';
const IDENTIFY = 2;
const RESUME = 6;

const words = ({ gateway }: DiscordServer, op: number): number =>
  gateway.words.filter((word) => word.op === op).length;

/** Between two tries to connect no time passes. */
const impatient: Timer = {
  sleep: (ms, signal) => (ms === 1000 ? systemTimer.sleep(0, signal) : systemTimer.sleep(ms, signal)),
};

/** Asks a question and waits for so many answers in all. */
async function asks({ server, guild }: RunningBot, answers: number): Promise<void> {
  server.person().mentions(guild.channelId, QUESTION);
  await saidIn(server, guild.channelId, answers);
}

const connected = ({ server }: RunningBot): Promise<boolean> =>
  server.until(() => server.gateway.sessions.some(({ isConnected }) => isConnected));

describe('a token', () => {
  it('that Discord does not accept ends the bot with one sentence, and the log does not hold it', async (t) => {
    const { ended, log, server } = await startBot(t, { token: 'MTE.wrong.token', awaitMenu: false });
    assert.deepEqual(await ended, {
      kind: 'refused',
      reason: 'Discord does not accept the token in DISCORD_TOKEN.',
    });
    assert.doesNotMatch(JSON.stringify(log), /wrong\.token/);
    assert.equal(server.calls.length, 1);
  });

  it('that Discord takes back ends the bot, at its next request or when the gateway closes', async (t) => {
    const bot = await startBot(t);
    bot.server.failNext(ROUTES.sendMessage, { kind: 'error', error: ERRORS.unauthorized() });
    bot.server.person().mentions(bot.guild.channelId, QUESTION);
    assert.equal((await bot.ended).kind, 'refused');
    const other = await startBot(t);
    await connected(other);
    other.server.gateway.close(4004);
    assert.equal((await other.ended).kind, 'refused');
  });
});

describe('intents', () => {
  it('are those of servers and messages, none of them privileged', async (t) => {
    const { server } = await startBot(t);
    const { Guilds, GuildMessages, DirectMessages } = GatewayIntentBits;
    assert.deepEqual(
      server.gateway.sessions.map(({ intents }) => intents),
      [Guilds | GuildMessages | DirectMessages],
    );
  });

  it('that Discord does not grant end the bot with one sentence', async (t) => {
    const bot = await startBot(t);
    bot.server.gateway.close(4014);
    assert.deepEqual(await bot.ended, {
      kind: 'refused',
      reason: 'Discord does not grant the intents that this bot asks for.',
    });
  });
});

describe('Discord out of reach', () => {
  it('when the bot starts is tried again until it is there', async (t) => {
    const server = await createDiscordServer();
    server.failNext(GATEWAY, { kind: 'status', status: 503 }, 4);
    const bot = await startBot(t, { server, timer: impatient });
    await asks(bot, 1);
    assert.deepEqual(bot.log[0], {
      event: 'platform-unreachable',
      platform: 'discord',
      reason: 'server-trouble',
    });
    assert.deepEqual(server.violations, []);
  });

  it('where nobody listens does not keep the bot from stopping', async (t) => {
    const bot = await startBot(t, { apiRoot: 'http://127.0.0.1:9/api', awaitMenu: false });
    const stopped = bot.discord.stop();
    assert.deepEqual(await bot.ended, { kind: 'stopped' });
    await stopped;
  });
});

describe('a connection that drops', () => {
  it('is resumed, and what was said meanwhile is answered once', async (t) => {
    const bot = await startBot(t);
    await asks(bot, 1);
    bot.server.gateway.cut();
    bot.server.person().mentions(bot.guild.channelId, QUESTION);
    await saidIn(bot.server, bot.guild.channelId, 2);
    await bot.logged('platform-online', 2);
    await asks(bot, 3);
    assert.deepEqual([words(bot.server, IDENTIFY), words(bot.server, RESUME)], [1, 1]);
    assert.equal((await saidIn(bot.server, bot.guild.channelId, 3)).length, 3);
    assert.ok(eventsOf(bot.log, 'platform-unreachable').length > 0);
    assert.deepEqual(bot.server.violations, []);
  });

  it('at the wish of Discord is resumed as well', async (t) => {
    const bot = await startBot(t);
    bot.server.gateway.askToReconnect();
    await bot.server.until(() => words(bot.server, RESUME) === 1);
    await asks(bot, 1);
  });

  it('with a session that is no longer valid begins another', async (t) => {
    const bot = await startBot(t);
    bot.server.gateway.invalidate(false);
    await bot.server.until(() => words(bot.server, IDENTIFY) === 2);
    await connected(bot);
    await asks(bot, 1);
  });

  it('without a word, so that heartbeats stay unanswered, is noticed', async (t) => {
    const bot = await startBot(t, { setup: { heartbeatMs: 60 } });
    bot.server.gateway.acknowledge(false);
    await bot.server.until(() => words(bot.server, RESUME) >= 1);
    bot.server.gateway.acknowledge(true);
    await asks(bot, 1);
  });
});

describe('an event that is delivered twice', () => {
  it('is dealt with once', async (t) => {
    const bot = await startBot(t);
    await asks(bot, 1);
    const { server, guild, logged } = bot;
    const [question] = server.messagesIn(guild.channelId);
    server.gateway.dispatch({
      event: 'MESSAGE_CREATE',
      guildId: guild.id,
      data: () => ({
        id: question?.id,
        channel_id: guild.channelId,
        guild_id: guild.id,
        type: 0,
        content: question?.content,
        author: { id: question?.authorId, username: 'lan' },
        mentions: [server.botUser],
        timestamp: new Date().toISOString(),
      }),
    });
    assert.deepEqual(await logged('update-dropped'), [
      { event: 'update-dropped', platform: 'discord', reason: 'delivered twice' },
    ]);
  });

  it('or too late is not answered', async (t) => {
    const bot = await startBot(t, { clock: { now: () => Date.now() + 20 * 60_000 } });
    bot.server.person().mentions(bot.guild.channelId, QUESTION);
    assert.deepEqual(await bot.logged('update-dropped'), [
      { event: 'update-dropped', platform: 'discord', reason: 'too old' },
    ]);
  });
});

/** A command that waits until it is released. */
function slowCommand() {
  let release = (): void => {};
  let begin = (): void => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const slow = defineCommand({
    name: 'slow',
    aliases: ['cham'],
    summary: { vi: 'Chậm', en: 'Slow' },
    run: async (_, { language }) => {
      begin();
      await released;
      return { language, blocks: [{ kind: 'text', text: 'xong' }] };
    },
  });
  return { slow, begun, release };
}

describe('stopping', () => {
  it('finishes what is in hand, says good-bye to Discord and may be asked for again', async (t) => {
    const { slow, begun, release } = slowCommand();
    const bot = await startBot(t, { commands: [slow] });
    bot.server.person().mentions(bot.guild.channelId, '/slow');
    await begun;
    const stopped = bot.discord.stop();
    release();
    await stopped;
    await bot.discord.stop();
    assert.deepEqual(await bot.ended, { kind: 'stopped' });
    assert.equal((await saidIn(bot.server, bot.guild.channelId, 1)).length, 1);
    await bot.server.until(() => bot.server.gateway.closed.length > 0);
    assert.deepEqual(bot.server.gateway.closed, [1000]);
  });

  it('gives up what does not end in time, and tells so', async (t) => {
    const { slow, begun, release } = slowCommand();
    t.after(release);
    const impatient: Timer = { sleep: (ms, signal) => systemTimer.sleep(ms === SETTLE_MS ? 0 : ms, signal) };
    const bot = await startBot(t, { commands: [slow], timer: impatient });
    bot.server.person().mentions(bot.guild.channelId, '/slow');
    await begun;
    await bot.discord.stop();
    assert.deepEqual(await bot.ended, { kind: 'unfinished' });
  });
});

describe('stopping while the connection is lost', () => {
  it('leaves no connection behind', async (t) => {
    const bot = await startBot(t);
    bot.server.gateway.cut();
    await bot.logged('platform-unreachable');
    await bot.discord.stop();
    assert.deepEqual(await bot.ended, { kind: 'stopped' });
    await bot.server.until(() => bot.server.gateway.closed.length === 2);
    assert.ok(bot.server.gateway.sessions.every(({ isConnected }) => !isConnected));
  });

  it('and does not come back ends all tries to connect', async (t) => {
    const bot = await startBot(t);
    await bot.server.stop();
    await bot.logged('platform-unreachable');
    await bot.discord.stop();
    assert.deepEqual(await bot.ended, { kind: 'stopped' });
    // It would try again half a second later.
    const another = createServer().on('connection', () => assert.fail('the bot connects after its end'));
    another.listen(Number(new URL(bot.server.root).port), '127.0.0.1');
    await once(another, 'listening');
    await systemTimer.sleep(700);
    await new Promise((resolve) => another.close(resolve));
  });
});

describe('shards', () => {
  it('are as many as Discord recommends where the operator says auto', async (t) => {
    const bot = await startBot(t, { shards: { kind: 'auto' }, setup: { shards: 3 } });
    const others = [bot.server.guild(), bot.server.guild()];
    assert.deepEqual(
      bot.server.gateway.sessions.map(({ shard }) => shard),
      [
        [0, 3],
        [1, 3],
        [2, 3],
      ],
    );
    for (const { channelId } of [bot.guild, ...others]) {
      bot.server.person().mentions(channelId, QUESTION);
      await saidIn(bot.server, channelId, 1);
    }
    assert.deepEqual(bot.server.violations, []);
  });

  it('may be a part of all; commands are registered by the process with the first', async (t) => {
    const first = await startBot(t, { shards: { kind: 'range', first: 0, last: 1, count: 4 } });
    const { server, guild } = first;
    const second = await startBot(t, {
      server,
      guild,
      shards: { kind: 'range', first: 2, last: 3, count: 4 },
    });
    await second.logged('platform-online');
    assert.deepEqual(
      server.gateway.sessions.map(({ shard }) => shard),
      [
        [0, 4],
        [1, 4],
        [2, 4],
        [3, 4],
      ],
    );
    assert.deepEqual(
      [server.callsTo(ROUTES.setCommands).length, server.callsTo(GET_COMMANDS).length],
      [1, 2],
    );
  });
});
