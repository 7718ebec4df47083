import { createServer } from 'node:http';
import { Bot, webhookCallback } from 'grammy';

// A bare grammY bot, as its documentation shows one: what relaying costs before anything is answered.
const {
  TELEGRAM_TOKEN = '',
  TELEGRAM_API_ROOT = '',
  TELEGRAM_WEBHOOK_URL,
  TELEGRAM_WEBHOOK_PORT,
} = process.env;
const bot = new Bot(TELEGRAM_TOKEN, { client: { apiRoot: TELEGRAM_API_ROOT } });
bot.on('message:text', (context) => context.reply(context.message.text));
if (TELEGRAM_WEBHOOK_URL === undefined) {
  void bot.start();
} else {
  const secretToken = 'a-secret-of-some-length';
  createServer(webhookCallback(bot, 'http', { secretToken })).listen(
    Number(TELEGRAM_WEBHOOK_PORT),
    '127.0.0.1',
  );
  await bot.init();
  await bot.api.setWebhook(TELEGRAM_WEBHOOK_URL, { secret_token: secretToken });
}
