import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Locale, PermissionFlagsBits } from 'discord.js';
import { wordsIn } from '../../../src/core/chat/words/words.ts';
import { ROUTES } from '../../support/discord/calls.ts';
import { DiscordError, ERRORS } from '../../support/discord/discord-error.ts';
import { eventsOf, saidIn, startBot } from './discord-bot.ts';

const QUESTION = 'Hiệp định Thương mại song phương được ký khi nào?';
const DAY = /^## ngày 13 tháng 7 năm 2000/;
const vi = wordsIn('vi');
const VIETNAMESE = { locale: Locale.Vietnamese };

describe('an interaction that Discord no longer knows', () => {
  it('is let go after one try and one line of the log', async (t) => {
    const { server, guild, log, logged } = await startBot(t);
    server.failNext(ROUTES.callback, { kind: 'error', error: ERRORS.unknownInteraction() });
    const lan = server.person(VIETNAMESE);
    lan.uses(guild.channelId, 'ask', { question: QUESTION });
    await logged('update-dropped');
    const { message } = await server.answerOf(lan.uses(guild.channelId, 'ask', { question: QUESTION }));
    assert.match(message?.text ?? '', DAY);
    assert.equal(server.callsTo(ROUTES.callback).length, 2);
    assert.deepEqual(
      log.filter(({ event }) => event !== 'platform-online'),
      [{ event: 'update-dropped', platform: 'discord', reason: 'too late: deferReply' }],
    );
  });

  it('while its answer is made is let go as well', async (t) => {
    const { server, guild, logged } = await startBot(t);
    server.failNext(ROUTES.editReply, { kind: 'error', error: ERRORS.invalidWebhookToken() });
    server.person().uses(guild.channelId, 'ask', { question: QUESTION });
    const [dropped] = await logged('update-dropped');
    assert.deepEqual(dropped, {
      event: 'update-dropped',
      platform: 'discord',
      reason: 'too late: editReply',
    });
    server.person().mentions(guild.channelId, QUESTION);
    await saidIn(server, guild.channelId, 2);
  });

  it('for a button, a window or a completion is let go as well', async (t) => {
    const { server, guild, logged } = await startBot(t);
    const lan = server.person(VIETNAMESE);
    const { message } = await server.answerOf(lan.uses(guild.channelId, 'ask', { question: QUESTION }));
    for (const act of [
      () => lan.presses(message?.id ?? '', vi.buttons.context),
      () => lan.presses(message?.id ?? '', vi.buttons.followUp),
      () => lan.types(guild.channelId, 'ask', 'question', 'cấm vận'),
    ]) {
      server.failNext(ROUTES.callback, { kind: 'error', error: ERRORS.unknownInteraction() });
      act();
    }
    assert.equal((await logged('update-dropped', 3)).length, 3);
  });
});

describe('the limit of fifty requests a second', () => {
  it('does not hold up the answers to commands and buttons, which Discord does not count', async (t) => {
    const { server, guild, logged } = await startBot(t);
    const lan = server.person(VIETNAMESE);
    server.failNext(ROUTES.sendMessage, { kind: 'rate-limit', retryAfterSeconds: 300, scope: 'global' });
    lan.mentions(guild.channelId, QUESTION);
    await logged('request-failed');
    const { message } = await server.answerOf(lan.uses(guild.channelId, 'ask', { question: QUESTION }));
    assert.match(message?.text ?? '', DAY);
    const pressed = lan.presses(message?.id ?? '', vi.buttons.context);
    await server.until(() => server.callsTo(ROUTES.editReply).length === 2 && server.replyTo(pressed));
    lan.presses(message?.id ?? '', vi.buttons.delete);
    await server.until(() => server.messagesIn(guild.channelId).every(({ id }) => id !== message?.id));
    assert.deepEqual(server.violations, []);
  });

  it('that Discord itself sets to them is told, and not run into again', async (t) => {
    const { server, guild, logged } = await startBot(t);
    const lan = server.person(VIETNAMESE);
    server.failNext(ROUTES.editReply, { kind: 'rate-limit', retryAfterSeconds: 300, scope: 'global' });
    lan.uses(guild.channelId, 'ask', { question: QUESTION });
    const [failed] = await logged('request-failed');
    assert.match(failed?.event === 'request-failed' ? failed.reason : '', /^rate-limited for/);
    assert.equal(server.callsTo(ROUTES.editReply).length, 1);
  });
});

describe('trouble of Discord', () => {
  it('of its servers is waited out, and the answer stands there once', async (t) => {
    const { server, guild } = await startBot(t);
    server.failNext(ROUTES.sendMessage, { kind: 'status', status: 502 }, 2);
    server.person().mentions(guild.channelId, QUESTION);
    assert.match((await saidIn(server, guild.channelId, 1))[0]?.text ?? '', DAY);
  });

  it('that hides whether the answer arrived does not make it arrive twice', async (t) => {
    const { server, guild } = await startBot(t);
    server.failNext(ROUTES.sendMessage, { kind: 'cut', when: 'after', how: 'reset' });
    const lan = server.person();
    lan.mentions(guild.channelId, QUESTION);
    await server.until(() => server.callsTo(ROUTES.sendMessage).length === 2);
    assert.equal((await saidIn(server, guild.channelId, 1)).length, 1);
    assert.deepEqual(server.violations, []);
  });

  it('that lasts is told to the operator, and the next question is answered', async (t) => {
    const { server, guild, logged } = await startBot(t);
    server.failNext(ROUTES.sendMessage, { kind: 'status', status: 500 }, 4);
    const lan = server.person();
    lan.mentions(guild.channelId, QUESTION);
    const [failed] = await logged('request-failed');
    assert.deepEqual(failed, {
      event: 'request-failed',
      platform: 'discord',
      method: 'send',
      reason: 'server-trouble',
    });
    lan.mentions(guild.channelId, QUESTION);
    await saidIn(server, guild.channelId, 1);
  });

  for (const scope of ['user', 'shared', 'global'] as const) {
    it(`with a limit (${scope}) is waited out as long as it says`, async (t) => {
      const { server, guild } = await startBot(t);
      server.failNext(ROUTES.sendMessage, { kind: 'rate-limit', retryAfterSeconds: 0.2, scope });
      server.person().mentions(guild.channelId, QUESTION);
      assert.match((await saidIn(server, guild.channelId, 1))[0]?.text ?? '', DAY);
      await server.until(() => server.callsTo(ROUTES.sendMessage).length === 2);
    });
  }

  it('with a limit of the channel lets all answers through, one after the other', async (t) => {
    const { server, guild, log } = await startBot(t);
    server.limitRoute(ROUTES.sendMessage, { requests: 1, seconds: 0.1 });
    const lan = server.person();
    for (let count = 0; count < 3; count += 1) lan.mentions(guild.channelId, QUESTION);
    await saidIn(server, guild.channelId, 3);
    const [delayed] = eventsOf(log, 'request-delayed');
    assert.ok(delayed?.event === 'request-delayed');
    assert.match(delayed.method, /^POST \/channels\/:id\/messages$/);
  });

  it('with its components shows the same words without them', async (t) => {
    const { server, guild } = await startBot(t);
    const refused = new DiscordError(400, 50035, 'Invalid Form Body');
    server.failNext(ROUTES.sendMessage, { kind: 'error', error: refused });
    server.person().mentions(guild.channelId, QUESTION);
    const [answer] = await saidIn(server, guild.channelId, 1);
    assert.match(answer?.content ?? '', /^ngày 13 tháng 7 năm 2000\n/);
    server.failNext(ROUTES.editReply, { kind: 'error', error: refused });
    const { message } = await server.answerOf(
      server.person().uses(guild.channelId, 'ask', { question: QUESTION }),
    );
    assert.match(message?.content ?? '', /^ngày 13 tháng 7 năm 2000\n/);
    assert.deepEqual(server.violations, []);
  });
});

describe('a channel where the bot may not speak', () => {
  it('is named, with the permission, to an admin who asks there, once and in private', async (t) => {
    const { server, guild, logged } = await startBot(t);
    const ann = server.person({
      ...VIETNAMESE,
      name: 'Ann',
      permissions: PermissionFlagsBits.ManageChannels,
    });
    server.obstruct(guild.channelId, 'missing-permissions');
    ann.mentions(guild.channelId, QUESTION);
    const [told] = await saidIn(server, ann.directChannel(), 1);
    assert.equal(told?.text, vi.missingPermission(vi.permissions.sendMessages, '#chung'));
    ann.mentions(guild.channelId, QUESTION);
    await logged('request-failed', 2);
    assert.equal((await saidIn(server, ann.directChannel(), 1)).length, 1);
    assert.deepEqual(server.violations, []);
  });

  it('is not the concern of anybody else', async (t) => {
    const { server, guild, logged } = await startBot(t);
    const lan = server.person(VIETNAMESE);
    server.obstruct(guild.channelId, 'missing-permissions');
    lan.mentions(guild.channelId, QUESTION);
    const [failed] = await logged('request-failed');
    assert.deepEqual(failed, {
      event: 'request-failed',
      platform: 'discord',
      method: 'send',
      reason: 'forbidden: sendMessages',
    });
    assert.deepEqual(server.callsTo(ROUTES.openDirectChannel), []);
  });

  it('is answered all the same where a command is used', async (t) => {
    const { server, guild } = await startBot(t);
    server.obstruct(guild.channelId, 'missing-permissions');
    const used = server.person(VIETNAMESE).uses(guild.channelId, 'ask', { question: QUESTION });
    assert.match((await server.answerOf(used)).message?.text ?? '', DAY);
  });

  it('or only not read what came before is answered without a reply', async (t) => {
    const { server, guild } = await startBot(t);
    const error = new DiscordError(403, 160002, 'Cannot reply without permission to read message history');
    server.failNext(ROUTES.sendMessage, { kind: 'error', error });
    server.person().mentions(guild.channelId, QUESTION);
    const [answer] = await saidIn(server, guild.channelId, 1);
    assert.match(answer?.text ?? '', DAY);
    assert.equal(answer?.replyTo, undefined);
  });
});

describe('a place that is gone', () => {
  it('as a channel, an inbox or a locked thread costs the bot nothing but a line of the log', async (t) => {
    const { server, guild, log, logged } = await startBot(t);
    const lan = server.person();
    const thread = server.thread(guild.channelId);
    for (const [obstacle, channelId] of [
      ['unknown', server.channel(guild.id)],
      ['missing-access', server.channel(guild.id)],
      ['closed', lan.directChannel()],
      ['archived', thread],
    ] as const) {
      server.obstruct(channelId, obstacle);
      if (obstacle === 'closed') lan.writes(QUESTION);
      else lan.mentions(channelId, QUESTION);
    }
    await logged('request-failed', 4);
    lan.mentions(guild.channelId, QUESTION);
    await saidIn(server, guild.channelId, 1);
    const reasons = eventsOf(log, 'request-failed').map((entry) => ('reason' in entry ? entry.reason : ''));
    assert.deepEqual(reasons.toSorted(), [
      'forbidden: manageThreads',
      'forbidden: viewChannel',
      'gone',
      'gone',
    ]);
  });

  it('as a server is noted', async (t) => {
    const { server, guild, logged } = await startBot(t);
    server.removeBot(guild.id);
    await logged('place-left');
    const other = server.guild();
    server.person().mentions(other.channelId, QUESTION);
    await saidIn(server, other.channelId, 1);
  });

  it('as a thread that was only archived is opened by the answer', async (t) => {
    const { server, guild } = await startBot(t);
    const thread = server.thread(guild.channelId);
    server.archive(thread);
    server.person().mentions(thread, QUESTION);
    await saidIn(server, thread, 1);
  });

  it('before the answer, as a question that was deleted, is answered without a reply', async (t) => {
    const { server, guild } = await startBot(t);
    let release = (): void => {};
    const until = new Promise<void>((resolve) => {
      release = resolve;
    });
    server.failNext(ROUTES.sendMessage, { kind: 'slow', until });
    const lan = server.person();
    lan.deletes(lan.mentions(guild.channelId, QUESTION));
    release();
    assert.equal((await saidIn(server, guild.channelId, 1))[0]?.replyTo, undefined);
    assert.deepEqual(server.violations, []);
  });
});

describe('many refusals', () => {
  it('are told to the operator, slow the bot down, and stop it before Discord bans it', async (t) => {
    const waits: number[] = [];
    const { server, guild, log, logged } = await startBot(t, {
      refusalLimits: { warnEvery: 2, slowFrom: 2, stopAt: 3 },
      timer: {
        sleep: async (ms, signal) => {
          if (ms === 8000) waits.push(ms);
          else if (signal !== undefined)
            await new Promise((resolve) => signal.addEventListener('abort', resolve));
        },
      },
    });
    const lan = server.person();
    server.obstruct(guild.channelId, 'missing-permissions');
    for (let count = 0; count < 4; count += 1) lan.mentions(guild.channelId, QUESTION);
    await logged('request-failed', 5);
    assert.equal(server.callsTo(ROUTES.sendMessage).length, 3);
    assert.deepEqual(waits, [8000]);
    const reasons = eventsOf(log, 'request-failed').map((entry) => ('reason' in entry ? entry.reason : ''));
    assert.match(reasons[1] ?? '', /^2 requests refused within ten minutes/);
    assert.match(reasons.at(-1) ?? '', /^rate-limited for \d+ ms$/);
  });
});

describe('the log', () => {
  it('holds no token, no token of an interaction and no word of a person, whatever happens', async (t) => {
    const { server, guild, log, logged } = await startBot(t);
    const lan = server.person({ ...VIETNAMESE, permissions: PermissionFlagsBits.ManageGuild });
    const used = [];
    for (const failure of [
      { kind: 'error', error: ERRORS.invalidWebhookToken() },
      { kind: 'error', error: ERRORS.missingPermissions() },
      { kind: 'error', error: new DiscordError(400, 50035, 'Invalid Form Body') },
      { kind: 'rate-limit', retryAfterSeconds: 0.05 },
    ] as const) {
      server.failNext(ROUTES.editReply, failure);
      server.failNext(ROUTES.sendMessage, failure);
      used.push(lan.uses(guild.channelId, 'ask', { question: QUESTION }));
      lan.mentions(guild.channelId, QUESTION);
    }
    await logged('request-failed', 4);
    await saidIn(server, guild.channelId, 2);
    const text = JSON.stringify(log);
    for (const secret of [server.token, 'Hiệp định', 'Lan', ...used.map(({ token }) => token)])
      assert.ok(!text.includes(secret), secret);
  });
});
