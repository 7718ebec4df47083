import type { Library } from '../../src/core/knowledge/library.ts';
import { distinctQuestions } from '../relay/distinct-questions.ts';
import { createRandom, pick, type Random, shuffle } from '../workload/random.ts';
import { type RequestKind, WAYS, type Way, WISHES, type Wish } from './ways.ts';

/** Somebody turning to the bot. */
export interface Visit {
  /** Milliseconds since the traffic began. */
  readonly at: number;
  readonly way: Way;
  /** The question, the date looked up, or what is typed; empty where a lookup takes nothing. */
  readonly text: string;
  /** The command of a lookup. */
  readonly command: string;
  /** A button that is pressed below the answer, so long after it. */
  readonly press?: { readonly wish: Wish; readonly afterMs: number };
}

/** What traffic is to be made up. */
export interface ScheduleOptions {
  readonly durationMs: number;
  /** How many times as fast as in earnest people turn to the bot. */
  readonly speed: number;
  readonly seed: number;
  readonly library: Library;
}

/** In earnest so many people a second begin something, on both platforms together. */
export const USUAL_PER_SECOND = 2;
const PEAK_PER_SECOND = 4;
/** News: parts of the time in which everybody asks. */
const PEAKS = [
  [0.36, 0.44],
  [0.9, 0.96],
] as const;
/** So many of those who got an answer press a button below it. */
const PRESSING = 0.2;
const FIRST_PRESS_MS = 1000;
const PRESS_SPREAD_MS = 4000;

/** How many people a second begin something when a part (0 to 1) of the time is over, in earnest. */
export function ratePerSecond(part: number): number {
  if (PEAKS.some(([from, to]) => part >= from && part < to)) return PEAK_PER_SECOND;
  return USUAL_PER_SECOND * (1 + 0.4 * Math.sin(part * 6 * Math.PI));
}

/** Traffic as it comes by chance, the same for the same seed. */
export function makeSchedule({ durationMs, speed, seed, library }: ScheduleOptions): readonly Visit[] {
  const random = createRandom(seed);
  const words = new Words(library, random);
  const visits: Visit[] = [];
  const most = PEAK_PER_SECOND * speed;
  for (let at = next(most, random); at < durationMs; at += next(most, random)) {
    if (random() * PEAK_PER_SECOND > ratePerSecond(at / durationMs)) continue;
    const { way, kind } = wayByLot(random());
    const press = {
      wish: pick(WISHES, random),
      afterMs: FIRST_PRESS_MS + random() * PRESS_SPREAD_MS,
    };
    visits.push({
      at,
      way,
      ...words.forKind(kind),
      ...(random() < PRESSING ? { press } : {}),
    });
  }
  return visits;
}

/** Milliseconds until the next of so many a second. */
const next = (perSecond: number, random: Random): number => (-Math.log(1 - random()) / perSecond) * 1000;

function wayByLot(drawn: number): (typeof WAYS)[number] {
  let left = drawn;
  for (const each of WAYS) {
    left -= each.share;
    if (left < 0) return each;
  }
  return WAYS[0];
}

/** How many questions there are to choose from. */
const QUESTIONS = 3000;

class Words {
  readonly #questions: readonly string[];
  readonly #dates: readonly string[];
  readonly #random: Random;

  constructor(library: Library, random: Random) {
    this.#questions = shuffle(distinctQuestions(library, QUESTIONS), random);
    this.#dates = library.events.map(({ date }) => date).filter((date) => /^\d{4}(-\d\d){0,2}$/.test(date));
    this.#random = random;
  }

  forKind(kind: RequestKind): Pick<Visit, 'text' | 'command'> {
    const question = pick(this.#questions, this.#random);
    if (kind === 'lookup') return this.#lookup();
    if (kind === 'question' || kind === 'button') return { command: 'ask', text: question };
    // What is half typed.
    const length = 8 + Math.floor(this.#random() * 24);
    return { command: 'ask', text: question.slice(0, length).trim() };
  }

  #lookup(): Pick<Visit, 'text' | 'command'> {
    const date = pick(this.#dates, this.#random);
    const drawn = this.#random();
    if (drawn < 0.5) return { command: 'date', text: date };
    if (drawn < 0.8) return { command: 'timeline', text: date.slice(0, 4) };
    return { command: 'today', text: '' };
  }
}
