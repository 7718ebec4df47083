import type { Edtf } from '../dates/edtf.ts';
import { type DateMention, readDates } from '../dates/read-dates.ts';
import { DEFAULT_LOCALE } from '../locale.ts';
import type { Corpus } from '../search/corpus.ts';
import type { Span } from './answer.ts';
import type { Gazetteer } from './gazetteer.ts';
import { readNames, readPlaceNames } from './name-mentions.ts';
import { type NumberMention, readNumbers } from './number-mentions.ts';
import { type Ordinal, readOrdinals } from './ordinals.ts';

/** What a sentence mentions that a question may ask for. */
export interface SentenceFacts {
  readonly dates: readonly DateMention[];
  readonly numbers: readonly NumberMention[];
  /** Runs of capitalised words, whatever they name. */
  readonly names: readonly Span[];
  /** Names that the gazetteer knows as a person's; or as a place's, or that say themselves that they are a place's. */
  readonly people: readonly Span[];
  readonly places: readonly Span[];
  readonly ordinals: ReadonlySet<Ordinal>;
  /** A sentence that asks does not answer. */
  readonly asks: boolean;
  /** It says what would be, not what is. */
  readonly hypothetical: boolean;
}

const HYPOTHETICAL = /^(?:Nếu|If)(?![\p{L}])|(?<![\p{L}])(?:would have|nếu được|sẽ là)(?![\p{L}])/u;

const ASKS = /\?["”’')\]]*$/;

/** Facts that are read when they are first looked at: most questions look at few of them. */
class LazyFacts implements SentenceFacts {
  readonly #text: string;
  readonly #readDates: () => readonly DateMention[];
  readonly #gazetteer: Gazetteer;
  #allDates: readonly DateMention[] | undefined;
  #dates: readonly DateMention[] | undefined;
  #numbers: readonly NumberMention[] | undefined;
  #names: readonly Span[] | undefined;
  #people: readonly Span[] | undefined;
  #places: readonly Span[] | undefined;
  #ordinals: ReadonlySet<Ordinal> | undefined;
  readonly asks: boolean;
  readonly hypothetical: boolean;

  constructor(text: string, dates: () => readonly DateMention[], gazetteer: Gazetteer) {
    this.#text = text;
    this.#readDates = dates;
    this.#gazetteer = gazetteer;
    this.asks = ASKS.test(text.trimEnd());
    this.hypothetical = HYPOTHETICAL.test(text);
  }

  get dates(): readonly DateMention[] {
    this.#allDates ??= this.#readDates();
    this.#dates ??= this.#allDates.filter((date) => date.kind === 'date');
    return this.#dates;
  }

  get numbers(): readonly NumberMention[] {
    this.#allDates ??= this.#readDates();
    this.#numbers ??= readNumbers(this.#text, this.#allDates);
    return this.#numbers;
  }

  get names(): readonly Span[] {
    this.#names ??= readNames(this.#text);
    return this.#names;
  }

  get people(): readonly Span[] {
    this.#people ??= this.#gazetteer.peopleIn(this.#text);
    return this.#people;
  }

  get places(): readonly Span[] {
    this.#places ??= widest([...this.#gazetteer.placesIn(this.#text), ...readPlaceNames(this.#text)]);
    return this.#places;
  }

  get ordinals(): ReadonlySet<Ordinal> {
    this.#ordinals ??= readOrdinals(this.#text);
    return this.#ordinals;
  }
}

/** Spans in order, without those within another one: "Hanoi" of "Hanoi Opera House". */
const widest = (spans: readonly Span[]): readonly Span[] =>
  spans
    .filter((span, index) => !spans.some((other, at) => at !== index && isWithin(span, other, index > at)))
    .sort((a, b) => a.start - b.start);

const isWithin = (span: Span, other: Span, isLater: boolean): boolean =>
  other.start <= span.start &&
  span.end <= other.end &&
  (isLater || other.start < span.start || span.end < other.end);

/** Reads each sentence once, when it is first looked at. */
export class SentenceFactsReader {
  readonly #corpus: Corpus;
  readonly #today: Edtf;
  readonly #gazetteer: Gazetteer;
  readonly #facts: (SentenceFacts | undefined)[] = [];

  /** `today` only decides the century of two-digit years. */
  constructor(corpus: Corpus, today: Edtf, gazetteer: Gazetteer) {
    this.#corpus = corpus;
    this.#gazetteer = gazetteer;
    this.#today = today;
  }

  /** `sentence` is its number in the corpus. */
  of(sentence: number): SentenceFacts {
    const known = this.#facts[sentence];
    if (known !== undefined) return known;
    const passage = this.#corpus.passages[sentence];
    const text = passage?.sentence.text ?? '';
    const language = passage?.document.language ?? DEFAULT_LOCALE;
    const facts = new LazyFacts(
      text,
      () => readDates(text, { language, today: this.#today }),
      this.#gazetteer,
    );
    this.#facts[sentence] = facts;
    return facts;
  }
}
