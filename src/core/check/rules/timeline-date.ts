import { type Edtf, edtfContains, edtfOverlaps, edtfParts } from '../../dates/edtf.ts';
import type { TimelineEvent } from '../../knowledge/event.ts';
import { LOCALES, type Locale } from '../../locale.ts';
import { beginningOf } from '../beginning-of.ts';
import type { EventEntry, Statement } from '../check-context.ts';
import type { Rule, RuleFinding } from '../finding.ts';
import { contentTerms, sharedWeight, type WordWeights, wordWeights } from '../word-weights.ts';

/** How much of the weight of an event's title a sentence has to share to speak of the event. */
const SPEAKS_OF = 0.65;
/** How much of the weight of a sentence has to be found in the event, so that it speaks of nothing else. */
const SPEAKS_OF_NOTHING_ELSE = 0.55;
/** A title with fewer terms fits too many sentences. */
const FEWEST_TERMS = 4;
/** An event on the day that the sentence gives explains it, if its title fits about as well. */
const ABOUT_AS_WELL = 0.6;

/** An article's sentence that gives another day for an event of the timeline. */
export const timelineDate: Rule = {
  name: 'timeline-date',
  catches:
    'A sentence of an article that tells an event of the timeline with another day of its month or year.',
  *find({ articles, events, statements }) {
    for (const language of LOCALES) {
      const inLanguage = statements.filter(({ document }) => document.language === language);
      const weights = wordWeights(inLanguage.map(({ sentence }) => contentTerms(sentence.text)));
      const timeline = new DatedTitles(events, language, weights);
      for (const { article, statements: sentences } of articles) {
        if (article.language === language) yield* contradictions(sentences, timeline, language);
      }
    }
  },
};

function* contradictions(
  article: readonly Statement[],
  timeline: DatedTitles,
  language: Locale,
): Iterable<RuleFinding> {
  for (const statement of article) {
    const told = timeline.contradictedBy(statement, article);
    if (told === undefined) continue;
    const { event, file, line } = told;
    yield {
      file: statement.file,
      line: statement.line,
      message:
        `The sentence dates "${event.title[language]}" otherwise than the timeline, ${event.date} ` +
        `(${file}, line ${line}): "${beginningOf(statement.sentence.text)}"`,
      remedy: 'Mend the wrong one, or add the other date to the event (also_dated, other_versions).',
      subject: statement.sentence.handle,
    };
  }
}

interface Titled {
  readonly entry: EventEntry;
  readonly title: ReadonlySet<string>;
  /** Numbers in the title. */
  readonly figures: readonly string[];
  /** Terms of the title and of the text. */
  readonly all: ReadonlySet<string>;
  /** Its date in every place and by every source. */
  readonly dates: readonly Edtf[];
}

/** The titles of all events in one language, by the days that could be mistaken for theirs. */
class DatedTitles {
  readonly #weights: WordWeights;
  readonly #titles: readonly Titled[];
  readonly #byLikelySlip = new Map<string, Titled[]>();

  constructor(events: readonly EventEntry[], language: Locale, weights: WordWeights) {
    this.#weights = weights;
    this.#titles = events.map((entry) => titledIn(entry, language));
    for (const titled of this.#titles) {
      for (const key of new Set(titled.dates.flatMap(slipKeys)))
        this.#byLikelySlip.set(key, [...(this.#byLikelySlip.get(key) ?? []), titled]);
    }
  }

  /**
   * The event that a sentence speaks of and dates otherwise, unless an event of a date it gives explains the sentence,
   * or another sentence of its article tells the event with its own date.
   */
  contradictedBy(statement: Statement, article: readonly Statement[]): EventEntry | undefined {
    const { sentence } = statement;
    const dates = toldDates(statement);
    const terms = contentTerms(sentence.text);
    const candidates = new Set(dates.flatMap(slipKeys).flatMap((key) => this.#byLikelySlip.get(key) ?? []));
    let best: Titled | undefined;
    let bestFit = SPEAKS_OF;
    for (const titled of candidates) {
      if (titled.title.size < FEWEST_TERMS || areToldIn(titled.dates, dates)) continue;
      if (!titled.figures.every((figure) => sentence.text.includes(figure))) continue;
      const fit = this.#fit(titled, terms);
      if (fit < bestFit || sharedWeight(terms, titled.all, this.#weights) < SPEAKS_OF_NOTHING_ELSE) continue;
      best = titled;
      bestFit = fit;
    }
    if (best === undefined) return undefined;
    const isExplained = this.#titles.some(
      (other) => fallsOn(other, dates) && this.#fit(other, terms) >= bestFit * ABOUT_AS_WELL,
    );
    const found = best;
    const isToldElsewhere = article.some(
      (other) =>
        areToldIn(found.dates, toldDates(other)) &&
        this.#fit(found, contentTerms(other.sentence.text)) >= bestFit * ABOUT_AS_WELL,
    );
    return isExplained || isToldElsewhere ? undefined : found.entry;
  }

  #fit({ title }: Titled, terms: ReadonlySet<string>): number {
    return sharedWeight(title, terms, this.#weights);
  }
}

function titledIn(entry: EventEntry, language: Locale): Titled {
  const { title, text } = entry.event;
  const terms = contentTerms(title[language]);
  return {
    entry,
    title: terms,
    figures: title[language].match(/\d+/g) ?? [],
    all: new Set([...terms, ...contentTerms(text[language])]),
    dates: datesOf(entry.event),
  };
}

const toldDates = ({ mentions }: Statement): readonly Edtf[] =>
  mentions.flatMap(({ kind, edtf }) => (kind === 'date' && edtf !== undefined ? [edtf] : []));

const datesOf = ({ date, alsoDated, otherVersions }: TimelineEvent): readonly Edtf[] => [
  date,
  ...alsoDated.map((local) => local.date),
  ...otherVersions.flatMap((version) => (version.date === undefined ? [] : [version.date])),
];

/** What days share that are likely slips for each other: the month of a year, or the day of it in any month. */
function slipKeys(date: Edtf): readonly string[] {
  const parts = edtfParts(date);
  if (parts.precision !== 'day') return [];
  return [`${parts.year}-${parts.month}-*`, `${parts.year}-*-${parts.day}`];
}

/** Whether a sentence tells one of the dates too. A year or decade beside the day ("since 1975") does not tell it. */
const areToldIn = (own: readonly Edtf[], told: readonly Edtf[]): boolean =>
  told.some((date) => !isCoarse(date) && own.some((day) => edtfOverlaps(day, date)));

const isCoarse = (date: Edtf): boolean =>
  !['day', 'interval', 'yearless-day', 'month'].includes(edtfParts(date).precision);

const fallsOn = ({ dates }: Titled, days: readonly Edtf[]): boolean =>
  days.some((day) => edtfParts(day).precision === 'day' && dates.some((own) => edtfContains(own, day)));
