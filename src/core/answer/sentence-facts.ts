import type { Edtf } from '../dates/edtf.ts';
import { type DateMention, readDates } from '../dates/read-dates.ts';
import type { Corpus } from '../search/corpus.ts';
import type { Span } from './answer.ts';
import type { Gazetteer } from './gazetteer.ts';
import { type NameMention, readNames } from './name-mentions.ts';
import { type NumberMention, readNumbers } from './number-mentions.ts';
import { type Ordinal, readOrdinals } from './ordinals.ts';

/** What a sentence mentions that a question may ask for. */
export interface SentenceFacts {
  readonly dates: readonly DateMention[];
  readonly numbers: readonly NumberMention[];
  readonly names: readonly NameMention[];
  /** Names that the gazetteer knows as a person's or a place's. */
  readonly people: readonly Span[];
  readonly places: readonly Span[];
  readonly ordinals: ReadonlySet<Ordinal>;
  /** A sentence that asks does not answer. */
  readonly asks: boolean;
  /** It says what would be, not what is. */
  readonly hypothetical: boolean;
}

const HYPOTHETICAL = /^(?:Nếu|If)(?![\p{L}])|(?<![\p{L}])(?:would have|nếu được|sẽ là)(?![\p{L}])/u;

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

  of(sentence: number): SentenceFacts {
    const known = this.#facts[sentence];
    if (known !== undefined) return known;
    const passage = this.#corpus.passages[sentence];
    const text = passage?.sentence.text ?? '';
    const dates = readDates(text, { language: passage?.document.language ?? 'vi', today: this.#today });
    const facts: SentenceFacts = {
      dates: dates.filter((date) => date.kind === 'date'),
      numbers: readNumbers(text, dates),
      names: readNames(text),
      people: this.#gazetteer.peopleIn(text),
      places: this.#gazetteer.placesIn(text),
      ordinals: readOrdinals(text),
      hypothetical: HYPOTHETICAL.test(text),
      asks: /\?["”’')\]]*$/.test(text.trimEnd()),
    };
    this.#facts[sentence] = facts;
    return facts;
  }
}
