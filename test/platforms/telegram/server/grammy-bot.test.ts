import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { Bot } from 'grammy';
import { echoBot, polledBy, telegramFor, webhookOf } from './echo-bot.ts';

describe('a grammY bot that polls', () => {
  it('answers what a person says, and its button can be pressed', async (t) => {
    const telegram = await polledBy(t, echoBot);
    const lan = telegram.person();

    lan.says('xin chào');
    const call = await telegram.nextCall('sendMessage');
    assert.equal(call.parameters.text, 'xin chào');
    assert.deepEqual(telegram.botMessagesIn(lan)[0]?.buttons, { Again: 'again' });
    const press = lan.presses('Again');
    await telegram.untilHandled();

    assert.deepEqual(lan.answerToPress(press), { text: 'ok', alert: false, url: undefined });
    const [message] = telegram.botMessagesIn(lan);
    assert.equal(message?.text, 'again');
    assert.equal(message?.edited, true);
    assert.deepEqual(message?.entities, [{ type: 'bold', offset: 0, length: 5 }]);
    assert.deepEqual(message?.buttons, {});
    assert.deepEqual(telegram.violations, []);
  });

  it('gets everything that was said before it started, in order', async (t) => {
    const telegram = await telegramFor(t);
    const lan = telegram.person();
    for (const text of ['một', 'hai', 'ba']) lan.says(text);
    const bot = echoBot(telegram);
    const running = bot.start();
    await telegram.untilHandled();
    await bot.stop();
    await running;
    assert.deepEqual(
      telegram.botMessagesIn(lan).map(({ text }) => text),
      ['một', 'hai', 'ba'],
    );
  });

  it('loses its poll with 409 to a second one', async (t) => {
    const telegram = await telegramFor(t);
    const first = new Bot(telegram.token, { client: { apiRoot: telegram.root } });
    const lost = assert.rejects(first.api.getUpdates({ timeout: 30 }), { error_code: 409 });
    await telegram.untilPolled();
    const second = first.api.getUpdates({ timeout: 30 });
    await lost;
    telegram.person().says('xin chào');
    assert.equal((await second).length, 1);
  });
});

describe('a grammY bot with a webhook', () => {
  it('gets updates with its secret and answers them', async (t) => {
    const telegram = await telegramFor(t);
    const bot = echoBot(telegram);
    const url = await webhookOf(t, bot, 'quiet-word');
    await bot.api.setWebhook(url, { secret_token: 'quiet-word' });
    const lan = telegram.person();

    lan.says('một');
    lan.says('hai');
    await telegram.untilHandled();

    assert.deepEqual(
      telegram.botMessagesIn(lan).map(({ text }) => text),
      ['một', 'hai'],
    );
    assert.deepEqual(telegram.undelivered, []);
  });

  it('is asked a bounded number of times when it refuses', async (t) => {
    const telegram = await telegramFor(t, { webhook: { attempts: 2, retryDelayMs: 1 } });
    const bot = echoBot(telegram);
    const url = await webhookOf(t, bot, 'quiet-word');
    await bot.api.setWebhook(url, { secret_token: 'another-word' });
    telegram.person().says('một');
    await telegram.untilHandled();
    assert.equal(telegram.undelivered.length, 1);
    assert.match((await bot.api.getWebhookInfo()).last_error_message ?? '', /401/);
    await assert.rejects(bot.api.getUpdates(), { error_code: 409 });
  });

  it('may put a call into its answer, and may get an update twice', async (t) => {
    const telegram = await telegramFor(t);
    const client = {
      apiRoot: telegram.root,
      canUseWebhookReply: (method: string) => method === 'sendMessage',
    };
    const bot = new Bot(telegram.token, { client });
    bot.on('message', (context) => context.reply(String(context.update.update_id)));
    await bot.api.setWebhook(await webhookOf(t, bot, 'quiet-word'), { secret_token: 'quiet-word' });
    const lan = telegram.person();
    lan.says('một');
    await telegram.untilHandled();
    for (const update of telegram.updates.slice()) telegram.deliverAgain(update);
    await telegram.untilHandled();
    const [first, second] = telegram.botMessagesIn(lan);
    assert.equal(first?.text, second?.text);
    assert.equal(telegram.calls.filter(({ method }) => method === 'sendMessage').length, 2);
  });

  it('listens somewhere else than at its public address', async (t) => {
    let local = '';
    const telegram = await telegramFor(t, { webhook: { resolve: () => local } });
    const bot = echoBot(telegram);
    local = await webhookOf(t, bot, 'quiet-word');
    await bot.api.setWebhook('https://bot.example.org/hook', { secret_token: 'quiet-word' });
    await assert.rejects(bot.api.setWebhook('http://bot.example.org/hook'), /HTTPS URL must be provided/);
    const lan = telegram.person();
    lan.says('một');
    await telegram.untilHandled();
    assert.equal(telegram.botMessagesIn(lan).length, 1);
  });
});

describe('the end of the server', () => {
  it('leaves nothing open, so that the process ends by itself', () => {
    const program = `
      import { Bot } from 'grammy';
      import { createTelegramServer } from './test/support/telegram/telegram-server.ts';
      const telegram = await createTelegramServer();
      const bot = new Bot(telegram.token, { client: { apiRoot: telegram.root } });
      const poll = bot.api.getUpdates({ timeout: 500 }).catch(() => undefined);
      telegram.failNext({ kind: 'held' });
      const held = bot.api.getMe().catch(() => undefined);
      telegram.until(() => false).catch(() => undefined);
      await telegram.stop();
      await Promise.all([poll, held]);
      process.stdout.write('over');
    `;
    const { stdout, status } = spawnSync(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '--eval', program],
      { encoding: 'utf8', timeout: 60_000 },
    );
    assert.equal(stdout, 'over');
    assert.equal(status, 0);
  });
});
