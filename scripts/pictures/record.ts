import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Locale } from 'discord.js';
import { BotProcess } from '../../bench/relay/bot-process.ts';
import { fromRoot } from '../../bench/relay/project-path.ts';
import { ROUTES } from '../../test/support/discord/calls.ts';
import { allComponents } from '../../test/support/discord/component-rules.ts';
import { createDiscordServer } from '../../test/support/discord/discord-server.ts';
import { isObject, objectsIn } from '../../test/support/discord/json.ts';
import { createTelegramServer } from '../../test/support/telegram/telegram-server.ts';
import { discordHtml } from './discord-markdown.ts';
import type { Exchange, Turn } from './talk.ts';

const PATIENCE_MS = 20_000;

/** A bot that listens, and what it says on either platform to what it is asked. */
export interface RecordedBot {
  onTelegram(turn: Turn): Promise<Exchange>;
  onDiscord(turn: Turn): Promise<Exchange>;
  stop(): Promise<void>;
}

/** Starts the whole bot between a Telegram and a Discord of this machine. */
export async function startRecording(): Promise<RecordedBot> {
  const telegram = await createTelegramServer();
  const discord = await createDiscordServer({ botName: 'Nhịp Cầu', patienceMs: PATIENCE_MS });
  const locales = { vi: Locale.Vietnamese, en: Locale.EnglishUS } as const;
  const guild = discord.guild({ locale: Locale.Vietnamese });
  const data = mkdtempSync(join(tmpdir(), 'pictures-'));
  const bot = new BotProcess([fromRoot('dist/main.js'), 'start'], {
    TELEGRAM_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.root,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_ROOT: discord.root,
    DATA_DIR: data,
  });
  await telegram.untilPolled(PATIENCE_MS);
  await discord.until(() => discord.callsTo(ROUTES.setCommands).length > 0);

  return {
    async onTelegram({ asked, language }) {
      const before = telegram.calls.length;
      telegram.person({ language_code: language, first_name: 'Lan' }).says(asked);
      const call = await telegram.until(
        () => telegram.calls.slice(before).find(({ method }) => method === 'sendMessage'),
        PATIENCE_MS,
      );
      const { text, reply_markup: markup } = call.parameters;
      const { inline_keyboard: keyboard } = readObject(markup);
      return {
        asked,
        // What Telegram takes is HTML with a handful of tags; the bot escapes all else.
        html: String(text)
          .replaceAll('\n', '<br>')
          .replaceAll(/<br>(?=<blockquote>)|(?<=<\/blockquote>)<br>/g, ''),
        buttons: (Array.isArray(keyboard) ? keyboard : []).map((row) =>
          objectsIn(row).map((button) => String(button.text)),
        ),
      };
    },
    async onDiscord({ asked, language }) {
      const before = discord.callsTo(ROUTES.sendMessage).length;
      const lan = discord.person({ name: 'Lan', locale: locales[language] });
      // A command tells what the person's program speaks.
      await discord.answerOf(lan.uses(guild.channelId, 'privacy'));
      lan.mentions(guild.channelId, asked);
      const { body } = await discord.until(() => discord.callsTo(ROUTES.sendMessage)[before]);
      const components = allComponents(readObject(body).components).map(({ component }) => component);
      const text = components.flatMap(({ content }) => (typeof content === 'string' ? [content] : []));
      return {
        asked,
        html: discordHtml(text.join('\n')),
        buttons: components
          .filter(({ type }) => type === 1)
          .map((row) => objectsIn(row.components).map(({ label }) => String(label))),
      };
    },
    async stop() {
      await bot.stop();
      await telegram.stop();
      await discord.stop();
      rmSync(data, { recursive: true });
    },
  };
}

/** Grammars of either library may send objects as JSON. */
function readObject(value: unknown): { readonly [name: string]: unknown } {
  const read: unknown = typeof value === 'string' ? JSON.parse(value) : value;
  return isObject(read) ? read : {};
}
