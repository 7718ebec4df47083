import { createServer } from 'node:http';
import type { TestContext } from 'node:test';
import { Bot, InlineKeyboard, webhookCallback } from 'grammy';
import {
  createTelegramServer,
  type TelegramServer,
  type TelegramServerOptions,
} from '../../../support/telegram/telegram-server.ts';

/** A Telegram that ends with the test. */
export async function telegramFor(t: TestContext, options?: TelegramServerOptions): Promise<TelegramServer> {
  const telegram = await createTelegramServer(options);
  t.after(() => telegram.stop());
  return telegram;
}

/** A plain grammY bot that repeats what it hears, with a button that makes it say "again" in bold. */
export function echoBot({ root, token }: TelegramServer): Bot {
  const bot = new Bot(token, { client: { apiRoot: root } });
  const keyboard = new InlineKeyboard().text('Again', 'again');
  bot.on('message:text', (context) => context.reply(context.message.text, { reply_markup: keyboard }));
  bot.callbackQuery('again', async (context) => {
    await context.answerCallbackQuery({ text: 'ok' });
    await context.editMessageText('<b>again</b>', { parse_mode: 'HTML' });
  });
  return bot;
}

/** A Telegram with a bot that polls it; both end with the test, the bot first. */
export async function polledBy(
  t: TestContext,
  makeBot: (telegram: TelegramServer) => Bot,
  options?: TelegramServerOptions,
): Promise<TelegramServer> {
  const telegram = await createTelegramServer(options);
  const bot = makeBot(telegram);
  bot.catch(() => undefined);
  const running = bot.start();
  t.after(async () => {
    await bot.stop();
    await running;
    await telegram.stop();
  });
  return telegram;
}

/** Serves the bot's webhook until the test ends, and gives its address. */
export async function webhookOf(t: TestContext, bot: Bot, secretToken: string): Promise<string> {
  const handle = webhookCallback(bot, 'http', { secretToken });
  const http = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  t.after(() => new Promise((resolve) => http.close(resolve)));
  const address = http.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/hook`;
}
