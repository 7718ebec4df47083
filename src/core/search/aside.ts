import type { Corpus } from './corpus.ts';
import { UNSEEN } from './lexicon.ts';
import type { QueryPlan } from './query-plan.ts';

/**
 * Words after which a sentence speaks of something without stating it, with how many words they reach: "nhằm ký …",
 * "sau khi …", "vấn đề …", "kỷ niệm …", "once …", "anniversary of …". The date of such a sentence is another event's.
 */
const OPENERS: readonly (readonly [reach: number, words: string])[] = [
  [8, 'nhằm để nếu trước hướng chờ đòi kêu đề chuẩn if once until before toward towards unless'],
  [4, 'khi sau việc vấn phản quanh dự bàn after since when about discuss discussed would'],
  // How many years it was stands between: "kỷ niệm một năm hai nước bình thường hóa quan hệ".
  [10, 'kỷ niệm anniversary'],
];

/** Words that make of the word behind them another one: a former president, a deputy minister. */
const MODIFIERS = 'cựu nguyên phó former vice deputy ex acting quyền';

/** Behind these, a title and then a name: who is told of does not hold the office any more. */
const FORMER = 'cựu nguyên former ex';
const TITLES = 'tổng thủ chủ bộ ngoại đại thượng hạ president secretary ambassador senator minister prime us';
/** In words: "cựu Tổng thống Hoa Kỳ Bill Clinton". */
const FORMER_REACH = 6;

/** What of the shared words a sentence states, and what it only mentions. */
export interface Standing {
  /** Share of the shared weight that stands behind words such as "sau khi" or "once": 0 to 1. */
  readonly aside: number;
  /** Where the shared words stand on average: 1 at the beginning of the sentence, 0 at its end. */
  readonly lead: number;
  /** Whether a shared word is another one by the word before it ("cựu Tổng thống") that the question does not have. */
  readonly modified: boolean;
  /** Weight of the shared words that were said now, and not before in the conversation. */
  readonly saidWeight: number;
}

/** Tells main statements from asides; made once for a corpus. */
export class AsideReader {
  readonly #corpus: Corpus;
  readonly #reach: ReadonlyMap<number, number>;
  readonly #modifiers: ReadonlySet<number>;
  readonly #former: ReadonlySet<number>;
  readonly #titles: ReadonlySet<number>;

  constructor(corpus: Corpus) {
    this.#corpus = corpus;
    const known = (words: string): readonly number[] =>
      words
        .split(' ')
        .map((word) => corpus.lexicon.wordId(word))
        .filter((word) => word !== UNSEEN);
    this.#reach = new Map(
      OPENERS.flatMap(([reach, words]) => known(words).map((word) => [word, reach] as const)),
    );
    this.#modifiers = new Set(known(MODIFIERS));
    this.#former = new Set(known(FORMER));
    this.#titles = new Set(known(TITLES));
  }

  /** How the words stand that a sentence shares with the question, of which the first `said` were said now. */
  read(plan: QueryPlan, sentence: number, said: number): Standing {
    const { words, terms, wordStarts, lexicon } = this.#corpus;
    const start = wordStarts[sentence] ?? 0;
    const end = wordStarts[sentence + 1] ?? start;
    const seen = new Set<number>();
    let reachedUntil = -1;
    let total = 0;
    let aside = 0;
    let saidWeight = 0;
    let positions = 0;
    let modified = false;
    let formerUntil = -1;
    for (let at = start; at < end; at += 1) {
      const word = words[at] ?? UNSEEN;
      const index = plan.slotByTerm[terms[at] ?? 0] ?? UNSEEN;
      const slot = index === UNSEEN ? undefined : plan.slots[index];
      if (slot !== undefined && !seen.has(index)) {
        seen.add(index);
        total += slot.weight;
        positions += slot.weight * (at - start);
        if (at <= reachedUntil) aside += slot.weight;
        if (slot.from < said) saidWeight += slot.weight;
      }
      if (slot !== undefined && at > start && this.#modifiers.has(words[at - 1] ?? UNSEEN)) {
        modified ||= !plan.slotOfTerm.has(lexicon.termOfWord(words[at - 1] ?? UNSEEN));
      }
      if (slot !== undefined && at <= formerUntil) modified = true;
      if (this.#former.has(word) && this.#titles.has(words[at + 1] ?? UNSEEN)) {
        if (!plan.slotOfTerm.has(lexicon.termOfWord(word))) formerUntil = at + FORMER_REACH;
      }
      const reach = this.#reach.get(word);
      if (reach !== undefined) reachedUntil = Math.max(reachedUntil, at + reach);
    }
    if (total === 0) return { aside: 0, lead: 0.5, modified, saidWeight };
    return {
      aside: aside / total,
      lead: 1 - positions / total / Math.max(1, end - start),
      modified,
      saidWeight,
    };
  }
}
