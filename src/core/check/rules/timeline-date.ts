import { type Edtf, edtfContains, edtfOverlaps, edtfParts } from '../../dates/edtf.ts';
import type { TimelineEvent } from '../../knowledge/event.ts';
import { LOCALES, type Locale } from '../../locale.ts';
import { beginningOf } from '../beginning-of.ts';
import type { CheckContext, EventEntry, Statement } from '../check-context.ts';
import type { Rule } from '../finding.ts';
import { contentTerms, sharedWeight, type WordWeights, wordWeights } from '../word-weights.ts';

/** How much of the weight of an event's title a sentence has to share to speak of the event. */
const SPEAKS_OF = 0.8;
/** How much of the weight of a sentence has to be found in the event, so that it speaks of nothing else. */
const SPEAKS_OF_NOTHING_ELSE = 0.6;
/** A title with fewer terms fits too many sentences. */
const FEWEST_TERMS = 4;

interface Titled {
  readonly entry: EventEntry;
  readonly terms: ReadonlySet<string>;
  /** Those of the title and the text. */
  readonly allTerms: ReadonlySet<string>;
}

/** An article's sentence that gives another day for an event of the timeline. */
export const timelineDate: Rule = {
  name: 'timeline-date',
  catches:
    'A sentence of an article that tells an event of the timeline with another day of the same month or year.',
  *find(context) {
    for (const language of LOCALES) {
      const titles = titlesIn(context, language);
      const weights = wordWeights(
        context.statements
          .filter(({ document }) => document.language === language)
          .map(({ sentence }) => contentTerms(sentence.text)),
      );
      for (const statement of articleStatements(context, language)) {
        const told = contradicted(statement, titles, weights);
        if (told === undefined) continue;
        const { event, file, line } = told.entry;
        yield {
          file: statement.file,
          line: statement.line,
          message: `The sentence dates "${event.title[language]}" otherwise than the timeline, ${event.date} (${file}, line ${line}): "${beginningOf(statement.sentence.text)}"`,
          remedy: 'Mend the wrong one, or add the other date to the event (also_dated, other_versions).',
          subject: statement.sentence.handle,
        };
      }
    }
  },
};

const titlesIn = ({ events }: CheckContext, language: Locale): readonly Titled[] =>
  events.map((entry) => {
    const { title, text } = entry.event;
    const terms = contentTerms(title[language]);
    return { entry, terms, allTerms: new Set([...terms, ...contentTerms(text[language])]) };
  });

const articleStatements = ({ articles }: CheckContext, language: Locale): readonly Statement[] =>
  articles.filter(({ article }) => article.language === language).flatMap(({ statements }) => statements);

/** The event that a sentence speaks of and dates otherwise, when no event of the dates it gives fits as well. */
function contradicted(
  statement: Statement,
  titles: readonly Titled[],
  weights: WordWeights,
): Titled | undefined {
  const dates = statement.mentions.flatMap(({ kind, edtf }) =>
    kind === 'date' && edtf !== undefined ? [edtf] : [],
  );
  const days = dates.filter((date) => edtfParts(date).precision === 'day');
  if (days.length === 0) return undefined;
  const terms = contentTerms(statement.sentence.text);
  const fitOf = (titled: Titled): number =>
    titled.terms.size < FEWEST_TERMS ? 0 : sharedWeight(titled.terms, terms, weights);

  let best: Titled | undefined;
  let bestFit = SPEAKS_OF;
  for (const titled of titles) {
    const own = ownDates(titled.entry.event);
    if (!own.some((date) => days.some((day) => couldBeMistaken(date, day)))) continue;
    if (own.some((date) => dates.some((told) => edtfOverlaps(date, told) && !isCoarse(told)))) continue;
    if (sharedWeight(terms, titled.allTerms, weights) < SPEAKS_OF_NOTHING_ELSE) continue;
    const fit = fitOf(titled);
    if (fit >= bestFit) [best, bestFit] = [titled, fit];
  }
  if (best === undefined) return undefined;
  const rivals = titles.filter(({ entry }) =>
    days.some((day) => ownDates(entry.event).some((own) => edtfContains(own, day))),
  );
  return rivals.some((rival) => fitOf(rival) >= bestFit * 0.7) ? undefined : best;
}

const ownDates = ({ date, alsoDated, otherVersions }: TimelineEvent): readonly Edtf[] => [
  date,
  ...alsoDated.map((local) => local.date),
  ...otherVersions.flatMap((version) => (version.date === undefined ? [] : [version.date])),
];

/** A year or decade beside the day ("since 1975") does not say that the event's own day is meant. */
const isCoarse = (date: Edtf): boolean =>
  !['day', 'interval', 'yearless-day', 'month'].includes(edtfParts(date).precision);

/** Another day of the same month, or the same day of another month of the year: likely slips. */
function couldBeMistaken(a: Edtf, b: Edtf): boolean {
  const [first, second] = [edtfParts(a), edtfParts(b)];
  if (first.precision !== 'day' || second.precision !== 'day' || first.year !== second.year) return false;
  return (first.month === second.month) !== (first.day === second.day);
}
