import { GAP_DAYS } from '../../gaps/keeping.ts';
import { LOCALES, type Localized } from '../../locale.ts';
import { fold } from '../../text/fold.ts';
import type { ChatContext } from '../chat-context.ts';
import { TOPIC_LIFETIME_MS } from '../conversation-memory.ts';
import { inEveryLanguage, wordsIn } from '../words/words.ts';
import { argumentOf } from './argument.ts';
import { defineCommand } from './command.ts';

/** What people call the languages, without diacritics. */
const LANGUAGE_NAMES: Localized<readonly string[]> = {
  vi: ['vi', 'viet', 'tieng viet', 'vietnamese'],
  en: ['en', 'anh', 'tieng anh', 'english'],
};

/** `/language`: what to speak from now on, in this place. */
export const language = defineCommand({
  name: 'language',
  aliases: ['ngonngu', 'lang'],
  localName: 'ngôn-ngữ',
  summary: inEveryLanguage((words) => words.commands.language),
  argument: argumentOf('language', true),
  forManagers: true,
  run: async (text, { language: spoken, words, place, preferences }) => {
    const named = fold(text.trim());
    const wanted = LOCALES.find((locale) => LANGUAGE_NAMES[locale].includes(named));
    if (wanted === undefined)
      return { language: spoken, blocks: [{ kind: 'text', text: words.languageUnknown }] };
    await preferences.setLanguage(place, wanted);
    return { language: wanted, blocks: [{ kind: 'text', text: wordsIn(wanted).languageSet }] };
  },
});

/** `/settings`: what is chosen in this place, and what else could be. */
export const settings = defineCommand({
  name: 'settings',
  aliases: ['caidat'],
  localName: 'cài-đặt',
  summary: inEveryLanguage((words) => words.commands.settings),
  run: (_, { language: spoken, words }) => ({
    language: spoken,
    blocks: [
      { kind: 'text', text: words.settings },
      {
        kind: 'choices',
        choices: LOCALES.filter((locale) => locale !== spoken).map((locale) => ({
          label: words.buttons.translation[locale],
          say: `/language ${locale}`,
        })),
      },
    ],
  }),
});

const MINUTE_MS = 60_000;

/** `/privacy`: what is stored and what is not. */
export const privacy = defineCommand({
  name: 'privacy',
  aliases: ['riengtu'],
  localName: 'riêng-tư',
  summary: inEveryLanguage((words) => words.commands.privacy),
  run: (_, { language: spoken, words, watch }) => ({
    language: spoken,
    blocks: [
      {
        kind: 'text',
        text:
          watch?.keepsUnanswered === true
            ? words.privacyKeptUnanswered(GAP_DAYS, TOPIC_LIFETIME_MS / MINUTE_MS)
            : words.privacyKept(TOPIC_LIFETIME_MS / MINUTE_MS),
      },
      { kind: 'text', text: words.privacyStored },
      { kind: 'text', text: words.privacyNever },
      { kind: 'text', text: words.privacyForget },
    ],
  }),
});

/** What people call the place they are in, without diacritics. */
const PLACE_NAMES = ['chat', 'nhom', 'group', 'server', 'channel', 'kenh', 'may chu'];

/** `/forget`: deletes what is stored about a person, or about a place by those who manage it, and says what that was. */
export const forget = defineCommand({
  name: 'forget',
  aliases: ['xoadulieu', 'quen'],
  localName: 'xóa-dữ-liệu',
  summary: inEveryLanguage((words) => words.commands.forget),
  argument: argumentOf('scope', false),
  run: async (text, context) => {
    const { language: spoken, words, person, isPrivate, feedback, setTopic } = context;
    const named = fold(text.trim());
    const said = (...texts: readonly string[]) => ({
      language: spoken,
      blocks: texts.map((each) => ({ kind: 'text' as const, text: each })),
    });
    if (PLACE_NAMES.includes(named)) {
      if (!(await context.mayManage())) return said(words.managersOnly);
      return said(words.forgotPlace(await forgetPlace(context)));
    }
    if (named !== '') return said(words.forgetUnknown);
    setTopic(undefined);
    await context.daily?.store.forgetPerson(person);
    const forgotten = words.forgotPerson(await feedback.forgetPerson(person));
    return isPrivate ? said(forgotten, words.forgotPlace(await forgetPlace(context))) : said(forgotten);
  },
});

/** Removes all that a place chose, its daily post included, and tells how many things that were. */
async function forgetPlace({ place, preferences, daily }: ChatContext): Promise<number> {
  const chosen = await preferences.forgetPlace(place);
  return chosen + ((await daily?.store.forgetPlace(place)) ?? 0);
}
