import { setImmediate as others } from 'node:timers/promises';
import type { Answerer } from '../../core/answer/answerer.ts';
import { questionsOn } from '../../core/answer/suggestions.ts';
import type { ServedKnowledge } from '../../core/chat/chat.ts';
import type { ArgumentCompletion } from '../../core/chat/commands/command.ts';
import { wordsIn } from '../../core/chat/words/words.ts';
import { daysToldOn } from '../../core/dates/anniversaries.ts';
import { parseDateExpression } from '../../core/dates/date-expression.ts';
import type { Edtf } from '../../core/dates/edtf.ts';
import { writeDate } from '../../core/dates/write-dates.ts';
import { CAPITAL_ZONES } from '../../core/dates/zones.ts';
import type { Locale } from '../../core/locale.ts';
import { RecentMap } from '../../core/recent-map.ts';
import { fold } from '../../core/text/fold.ts';
import { shorten } from '../../core/text/shorten.ts';
import { DISCORD_LIMITS } from './limits.ts';

/** Something to choose while typing: what is shown, and what is then said. */
export interface Choice {
  readonly name: string;
  readonly value: string;
}

/** With what words are completed. */
export interface CompletionOptions {
  readonly knowledge: ServedKnowledge;
  readonly language: Locale;
  /** The asker's day. */
  readonly today: Edtf;
  /** Whether there is time left to try another question. */
  readonly hasTime: () => boolean;
}

/** Questions looked at for one completion. */
const TRIED = 8;
const PASSAGES = 10;
/** Some ten completions for each of a hundred people who type. */
const TRIES_KEPT = 5000;

/** What words half typed may become, the nearest first. Whatever is offered can be answered. */
export async function complete(
  kind: ArgumentCompletion,
  typed: string,
  options: CompletionOptions,
): Promise<readonly Choice[]> {
  const choices = await COMPLETIONS[kind](typed.trim(), options);
  const values = new Set<string>();
  return choices
    .filter(({ value }) => {
      // What does not fit would be said cut off.
      const isNew = value.length > 0 && value.length <= DISCORD_LIMITS.choiceValue && !values.has(value);
      values.add(value);
      return isNew;
    })
    .slice(0, DISCORD_LIMITS.choices)
    .map(({ name, value }) => ({ name: shorten(name, DISCORD_LIMITS.choiceName), value }));
}

type Completion = (
  typed: string,
  options: CompletionOptions,
) => readonly Choice[] | Promise<readonly Choice[]>;

const plain = (text: string): Choice => ({ name: text, value: text });

/** Whether questions are answered, as far as they were tried of late: with every letter typed, the same are tried again. */
const triedOf = new WeakMap<Answerer, RecentMap<string, boolean>>();

function knownOf(answerer: Answerer): RecentMap<string, boolean> {
  const known = triedOf.get(answerer) ?? new RecentMap<string, boolean>(TRIES_KEPT);
  triedOf.set(answerer, known);
  return known;
}

const questions: Completion = async (typed, { knowledge: { answerer }, language, today, hasTime }) => {
  const known = knownOf(answerer);
  const answered = async (tried: readonly string[]): Promise<readonly string[]> => {
    const found: string[] = [];
    for (const question of tried) {
      const key = `${language} ${today} ${question}`;
      let isAnswered = known.get(key);
      if (isAnswered === undefined) {
        // Nine answers at a stretch would keep everybody else waiting who asks meanwhile.
        await others();
        if (!hasTime()) break;
        isAnswered = answerer.ask(question, { language, today, limit: 1 }).answered;
        known.set(key, isAnswered);
      }
      if (isAnswered) found.push(question);
    }
    return found;
  };
  if (typed === '') return (await answered(wordsIn(language).sampleQuestions)).map(plain);
  const answer = answerer.ask(typed, { language, today, limit: PASSAGES });
  const nearest = [
    ...answer.suggestions,
    ...(await answered(questionsOn(answer.question, answer.passages, today, TRIED))),
  ];
  return [...(answer.answered ? [typed] : []), ...nearest].map(plain);
};

const dates: Completion = (typed, { knowledge: { timeline }, language, today }) => {
  const written = (date: Edtf): Choice => ({ name: writeDate(date, language, 'long'), value: date });
  const eventsOn = (date: Edtf): readonly Choice[] =>
    timeline.events(date).flatMap((entry) => {
      if (entry.kind !== 'event') return [];
      const title = entry.event.title[language];
      return [{ name: `${writeDate(entry.date, language, 'short')} · ${title}`, value: entry.date }];
    });
  if (typed === '') return [written(today), ...daysToldOn(today).flatMap(eventsOn)];
  const expression = parseDateExpression(typed, { language, today });
  if (expression.kind === 'date') return [written(expression.edtf), ...eventsOn(expression.edtf)];
  return expression.kind === 'ambiguous' ? expression.candidates.map(written) : [];
};

const ZONES: readonly string[] = [...CAPITAL_ZONES, ...Intl.supportedValuesOf('timeZone')];

/** The longest name of a zone has so many words: "Argentina/ComodRivadavia" has one, "ho chi minh" three. */
const ZONE_WORDS = 4;

/** Completes the last words, so that a zone may follow others. */
const zones: Completion = (typed) => {
  const words = typed.split(/\s+/);
  for (let count = Math.min(ZONE_WORDS, words.length); count > 0; count -= 1) {
    const wanted = fold(words.slice(-count).join('_'));
    const found = ZONES.filter((zone) => zone.toLowerCase().includes(wanted));
    const before = words.slice(0, -count);
    if (found.length > 0) return found.map((zone) => plain([...before, zone].join(' ')));
  }
  return [];
};

const COMPLETIONS: Readonly<Record<ArgumentCompletion, Completion>> = {
  question: questions,
  date: dates,
  'time-zone': zones,
};
