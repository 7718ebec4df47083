import type { Api } from 'grammy';
import type { BotCommand, BotCommandScope, LanguageCode } from 'grammy/types';
import type { Command } from '../../core/chat/commands/command.ts';
import { wordsIn } from '../../core/chat/words/words.ts';
import { LOCALES, type Locale } from '../../core/locale.ts';
import type { Log } from '../../core/ports/log.ts';
import { shorten } from '../../core/text/shorten.ts';
import { readFailure } from './failures.ts';
import { TELEGRAM_LIMITS } from './limits.ts';
import { logFailure } from './patience.ts';

/** What people see who type "/": in private everything, in groups what makes sense among many. */
const SCOPES: readonly { readonly scope: BotCommandScope; readonly leavesOut: readonly string[] }[] = [
  { scope: { type: 'default' }, leavesOut: [] },
  { scope: { type: 'all_private_chats' }, leavesOut: [] },
  { scope: { type: 'all_group_chats' }, leavesOut: ['start', 'language', 'more', 'random'] },
  { scope: { type: 'all_chat_administrators' }, leavesOut: ['start'] },
];

/** Commands by the names and in the words of one language. */
export function menuOf(commands: readonly Command[], locale: Locale): readonly BotCommand[] {
  return commands.slice(0, TELEGRAM_LIMITS.commands).map(({ name, aliases, summary }) => ({
    command: locale === 'vi' ? (aliases[0] ?? name) : name,
    description: shorten(summary[locale], TELEGRAM_LIMITS.commandDescription),
  }));
}

/** What may go wrong with one of the many calls is told; the others still go out, until the signal says stop. */
export async function registerMenu(
  api: Api,
  commands: readonly Command[],
  usual: Locale,
  log: Log,
  signal: AbortSignal,
): Promise<void> {
  // People whose client speaks neither language see the one without a language code.
  const languages: readonly (readonly [LanguageCode | undefined, Locale])[] = [
    [undefined, usual],
    ...LOCALES.map((locale) => [locale, locale] as const),
  ];
  const calls: (readonly [string, () => Promise<unknown>])[] = [];
  for (const [code, locale] of languages) {
    const language = code === undefined ? {} : { language_code: code };
    for (const { scope, leavesOut } of SCOPES) {
      const listed = menuOf(
        commands.filter(({ name }) => !leavesOut.includes(name)),
        locale,
      );
      calls.push(['setMyCommands', () => api.setMyCommands(listed, { scope, ...language })]);
    }
    const words = wordsIn(locale);
    const description = shorten(`${words.helpIntro} ${words.helpUnknown}`, TELEGRAM_LIMITS.description);
    const short = shorten(words.shortDescription, TELEGRAM_LIMITS.shortDescription);
    calls.push(['setMyDescription', () => api.setMyDescription(description, language)]);
    calls.push(['setMyShortDescription', () => api.setMyShortDescription(short, language)]);
  }
  for (const [method, call] of calls) {
    if (signal.aborted) return;
    await call().catch((error: unknown) => logFailure(log, method, readFailure(error)));
  }
}
