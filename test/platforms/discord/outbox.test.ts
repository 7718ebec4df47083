import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MessageFlags } from 'discord.js';
import type { Reply } from '../../../src/core/chat/reply.ts';
import type { Address } from '../../../src/core/daily/subscription.ts';
import type { OutgoingPost } from '../../../src/core/ports/outbox.ts';
import { addressOf, channelOf } from '../../../src/platforms/discord/address.ts';
import { ROUTES } from '../../support/discord/calls.ts';
import { DiscordError } from '../../support/discord/discord-error.ts';
import { type RunningBot, saidIn, startBot } from './discord-bot.ts';

const REPLY: Reply = { language: 'vi', blocks: [{ kind: 'heading', text: 'Ngày này năm xưa' }] };
const NEVER = new AbortController().signal;

const post = (channelId: string, more: Partial<OutgoingPost> = {}): OutgoingPost => ({
  address: addressOf(channelId),
  reply: REPLY,
  silent: false,
  nonce: 'post-1',
  ...more,
});

const send = (bot: RunningBot, more: Partial<OutgoingPost> = {}) =>
  bot.discord.outbox.send(post(bot.guild.channelId, more), NEVER);

describe('a daily post', () => {
  it('arrives in a channel, a thread or in private, and tells where it stands', async (t) => {
    const bot = await startBot(t);
    const { server, guild, discord } = bot;
    const thread = server.thread(guild.channelId);
    const inbox = server.person().directChannel();
    for (const [channelId, place] of [
      [guild.channelId, guild.id],
      [thread, guild.id],
      [inbox, '@me'],
    ] as const) {
      const delivery = await discord.outbox.send(post(channelId), NEVER);
      const [message] = await saidIn(server, channelId, 1);
      assert.equal(message?.text, '**Ngày này năm xưa**');
      const link = `https://discord.com/channels/${place}/${channelId}/${message?.id}`;
      assert.deepEqual(delivery, { kind: 'sent', link });
    }
    assert.deepEqual(server.violations, []);
  });

  it('arrives with a sound or without one', async (t) => {
    const bot = await startBot(t);
    await send(bot, { silent: true, nonce: 'a' });
    await send(bot, { silent: false, nonce: 'b' });
    const flags = (await saidIn(bot.server, bot.guild.channelId, 2)).map(
      (message) => (message.flags & MessageFlags.SuppressNotifications) !== 0,
    );
    assert.deepEqual(flags, [true, false]);
  });

  it('that is sent again stands there once, in all its parts', async (t) => {
    const bot = await startBot(t);
    assert.equal(bot.discord.outbox.repeatable, true);
    const reply: Reply = { language: 'vi', blocks: [{ kind: 'text', text: 'dài '.repeat(1500) }] };
    const nonce = 'n'.repeat(25);
    const first = await send(bot, { reply, nonce });
    assert.deepEqual(await send(bot, { reply, nonce }), first);
    assert.equal((await saidIn(bot.server, bot.guild.channelId, 2)).length, 2);
    assert.deepEqual(bot.server.violations, []);
  });

  it('may be turned over by a reader without changing it for the others', async (t) => {
    const bot = await startBot(t);
    const { server, guild } = bot;
    const reply: Reply = {
      ...REPLY,
      buttons: [{ label: 'Hỏi', action: { kind: 'say', text: 'Lệnh cấm vận được bãi bỏ khi nào?' } }],
    };
    await send(bot, { reply });
    const [message] = await saidIn(server, guild.channelId, 1);
    const pressed = server.person().presses(message?.id ?? '', 'Hỏi');
    const answer = await server.until(() => server.replyTo(pressed).followUps[0]);
    assert.equal(answer.isEphemeral, true);
    assert.match(answer.text, /cấm vận/);
  });
});

describe('a post that does not arrive', () => {
  it('is told by what became of it', async (t) => {
    const bot = await startBot(t);
    const { server, guild } = bot;
    const delivered = async (obstacle: Parameters<typeof server.obstruct>[1]) => {
      server.obstruct(guild.channelId, obstacle);
      return send(bot, { nonce: obstacle });
    };
    assert.deepEqual(await delivered('unknown'), { kind: 'gone' });
    assert.deepEqual(await delivered('closed'), { kind: 'gone' });
    assert.deepEqual(await delivered('missing-access'), {
      kind: 'forbidden',
      missing: 'I need “View Channel” in #chung.',
    });
    assert.deepEqual(await delivered('missing-permissions'), {
      kind: 'forbidden',
      missing: 'I need “Send Messages” in #chung.',
    });
    assert.deepEqual(await delivered('archived'), {
      kind: 'forbidden',
      missing: 'I need “Manage Threads” in #chung.',
    });
    server.obstruct(guild.channelId, 'none');
    const thread = server.thread(guild.channelId, 'Ngày này');
    server.obstruct(thread, 'missing-permissions');
    assert.deepEqual(await bot.discord.outbox.send(post(thread), NEVER), {
      kind: 'forbidden',
      missing: 'I need “Send Messages in Threads” in #Ngày này.',
    });
    assert.deepEqual(await send(bot, { address: 'telegram:1' as Address }), {
      kind: 'rejected',
      reason: 'not an address of Discord',
    });
    assert.deepEqual(server.violations, []);
  });

  it('because Discord does not take it is rejected, and because it is unwell is left open', async (t) => {
    const bot = await startBot(t);
    const { server } = bot;
    server.failNext(ROUTES.sendMessage, {
      kind: 'error',
      error: new DiscordError(400, 20001, 'Bots cannot'),
    });
    assert.deepEqual(await send(bot, { nonce: '1' }), { kind: 'rejected', reason: 'rejected: 20001' });
    server.failNext(ROUTES.sendMessage, { kind: 'status', status: 503 }, 4);
    assert.deepEqual(await send(bot, { nonce: '2' }), { kind: 'unconfirmed' });
    server.failNext(ROUTES.sendMessage, { kind: 'cut', when: 'after', how: 'reset' }, 4);
    assert.deepEqual(await send(bot, { nonce: '3' }), { kind: 'unconfirmed' });
    assert.equal((await saidIn(server, bot.guild.channelId, 1)).length, 1);
    server.failNext(ROUTES.sendMessage, { kind: 'rate-limit', retryAfterSeconds: 600 });
    const limited = await send(bot, { nonce: '4' });
    assert.ok(limited.kind === 'rate-limited' && limited.retryAfterMs > 500_000, JSON.stringify(limited));
  });

  it('before the bot is connected, or when it waits no longer, was not sent or nobody knows', async (t) => {
    const bot = await startBot(t);
    assert.deepEqual(await send(bot), { kind: 'sent', link: await linkOf(bot) });
    const patience = new AbortController();
    patience.abort();
    const given = await bot.discord.outbox.send(post(bot.guild.channelId, { nonce: 'x' }), patience.signal);
    assert.deepEqual(given, { kind: 'unconfirmed' });
    await bot.discord.stop();
    assert.deepEqual(await send(bot), { kind: 'unreachable' });
  });
});

const linkOf = async ({ server, guild }: RunningBot): Promise<string> => {
  const [message] = await saidIn(server, guild.channelId, 1);
  return `https://discord.com/channels/${guild.id}/${guild.channelId}/${message?.id}`;
};

describe('an address', () => {
  it('names a channel and is read back', () => {
    assert.equal(channelOf(addressOf('1234567890123456789')), '1234567890123456789');
    for (const address of ['telegram:1', 'discord:', 'discord:1/2', 'discord:12345678901234567890123'])
      assert.equal(channelOf(address as Address), undefined);
  });
});
