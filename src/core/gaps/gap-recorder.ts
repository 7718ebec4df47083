import type { Edtf } from '../dates/edtf.ts';
import type { GapEntry, GapStore } from '../ports/gap-store.ts';
import type { Log } from '../ports/log.ts';
import type { QuestionWatch, WatchedQuestion } from '../ports/question-watch.ts';
import type { Timer } from '../ports/timer.ts';
import { firstGapDay, gapKey, MAXIMUM_GAPS } from './keeping.ts';
import { keptQuestion } from './kept-question.ts';

/** How long a question waits to be written, in milliseconds; no answer waits for that. */
export const GAP_WAIT_MS = 10_000;

/** So many different questions wait at most; more are not kept. */
const MAXIMUM_WAITING = 100;

/** What a {@link GapRecorder} works with. */
export interface GapRecorderOptions {
  readonly store: GapStore;
  readonly timer: Timer;
  readonly log: Log;
  /** The day it is now. */
  readonly today: () => Edtf;
}

/**
 * Notes questions that found no answer, without who asked them, and writes them down now and then. An answer never
 * waits for the store, and never fails with it.
 */
export class GapRecorder implements QuestionWatch {
  readonly keepsUnanswered = true;
  readonly #given: GapRecorderOptions;
  #waiting = new Map<string, GapEntry>();
  #forgottenOn: Edtf | undefined;
  #isFailing = false;

  constructor(options: GapRecorderOptions) {
    this.#given = options;
  }

  begin(): (question: WatchedQuestion) => void {
    return ({ text, language, outcome, day }) => {
      if (outcome !== 'abstained') return;
      const question = keptQuestion(text);
      if (question !== undefined) this.#wait({ question, language, times: 1, day });
    };
  }

  /** Writes until the signal aborts, then a last time; deletes what is too old at the start and on every new day. */
  async run(signal: AbortSignal): Promise<void> {
    for (;;) {
      await this.#write();
      if (signal.aborted) return;
      await this.#given.timer.sleep(GAP_WAIT_MS, signal);
    }
  }

  #wait(entry: GapEntry): void {
    const key = gapKey(entry.language, entry.question);
    const earlier = this.#waiting.get(key);
    if (earlier === undefined && this.#waiting.size >= MAXIMUM_WAITING) return;
    const { question, times } = earlier ?? { ...entry, times: 0 };
    this.#waiting.set(key, { ...entry, question, times: times + entry.times });
  }

  async #write(): Promise<void> {
    const { store, today, log } = this.#given;
    const batch = [...this.#waiting.values()];
    this.#waiting = new Map();
    try {
      const day = today();
      if (day !== this.#forgottenOn) {
        await store.forgetBefore(firstGapDay(day));
        this.#forgottenOn = day;
      }
      if (batch.length > 0) await store.add(batch, MAXIMUM_GAPS);
      this.#isFailing = false;
    } catch (error) {
      const since = [...this.#waiting.values()];
      this.#waiting = new Map();
      for (const entry of [...batch, ...since]) this.#wait(entry);
      // Said once and not every ten seconds.
      if (!this.#isFailing) log.write(describeGapFailure(error));
      this.#isFailing = true;
    }
  }
}

/** What the log tells of a failing store. Foreign messages may hold what people wrote, so only the kind of error. */
export const describeGapFailure = (error: unknown) =>
  ({
    event: 'storage-failed',
    action: 'keep questions without an answer',
    reason: error instanceof Error ? error.name : typeof error,
  }) as const;
