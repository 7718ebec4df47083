import type { Corpus } from './corpus.ts';
import { UNSEEN } from './lexicon.ts';
import type { QueryPlan } from './query-plan.ts';

/**
 * Words after which a sentence speaks of something without stating it: "sau khi …", "vấn đề …", "kỷ niệm …", "once …",
 * "anniversary of …". The date of such a sentence is another event's.
 */
const ASIDES =
  'khi sau trước việc vấn nếu nhằm để kỷ niệm hướng chờ đòi nói tin đề nghị kêu gọi phản đối quanh dự kiến bàn chuẩn bị once after before until since if when anniversary toward towards about discuss discussed would called calling urged urging pending';

/** How many words before the telling one may make an aside of it. */
const REACH = 4;

/** Tells main statements from asides; made once for a corpus. */
export class AsideReader {
  readonly #corpus: Corpus;
  readonly #asides: ReadonlySet<number>;

  constructor(corpus: Corpus) {
    this.#corpus = corpus;
    this.#asides = new Set(
      ASIDES.split(' ')
        .map((word) => corpus.lexicon.wordId(word))
        .filter((word) => word !== UNSEEN),
    );
  }

  /** Whether a sentence mentions the most telling ordinary word it shares with the question only in passing. */
  isAside(plan: QueryPlan, sentence: number): boolean {
    const { words, wordStarts, lexicon } = this.#corpus;
    const start = wordStarts[sentence] ?? 0;
    const end = wordStarts[sentence + 1] ?? start;
    let heaviest = 0;
    let found = UNSEEN;
    for (let at = start; at < end; at += 1) {
      const index = plan.slotOfTerm.get(lexicon.termOfWord(words[at] ?? UNSEEN));
      const weight = index === undefined ? 0 : (plan.slots[index]?.weight ?? 0);
      if (weight > heaviest) {
        heaviest = weight;
        found = at;
      }
    }
    for (let at = Math.max(start, found - REACH); at < found; at += 1) {
      if (this.#asides.has(words[at] ?? UNSEEN)) return true;
    }
    return false;
  }
}
