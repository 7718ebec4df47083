import type { Way } from './ways.ts';

/** One thing a person asked for, and what became of it. All times are milliseconds since the traffic began. */
export interface RequestRecord {
  readonly way: Way;
  /** When the person wrote, typed or pressed. */
  readonly askedAt: number;
  /** When the platform handed it to the bot; later than `askedAt` where the bot was not there to take it. */
  readonly handedAt: number | undefined;
  /** When the answer was there. */
  readonly answeredAt: number | undefined;
  /** Messages of the answer. */
  readonly parts: number;
  /** Whether the same was said twice. */
  readonly doubled: boolean;
  /** Whether the answer is that something went wrong. */
  readonly apologised: boolean;
}

interface Entry {
  readonly way: Way;
  readonly askedAt: number;
  handedAt: number | undefined;
  answeredAt: number | undefined;
  readonly said: string[];
  doubled: boolean;
  apologised: boolean;
  readonly onAnswer: () => void;
}

/** What the bot's words begin with when something went wrong, in both languages. */
export type IsApology = (text: string) => boolean;

/** Everything that people asked for, found again by a key when the answer comes. */
export class RequestBook {
  readonly #entries = new Map<string, Entry>();
  readonly #isApology: IsApology;
  readonly #now: () => number;
  #open = 0;

  constructor(isApology: IsApology, now: () => number) {
    this.#isApology = isApology;
    this.#now = now;
  }

  /** Notes a request; `onAnswer` is called when it is answered for the first time. */
  ask(key: string, way: Way, askedAt: number, onAnswer: () => void): void {
    this.#open += 1;
    this.#entries.set(key, {
      way,
      askedAt,
      handedAt: undefined,
      answeredAt: undefined,
      said: [],
      doubled: false,
      apologised: false,
      onAnswer,
    });
  }

  /** Begins anew. */
  clear(): void {
    this.#entries.clear();
    this.#open = 0;
  }

  /** The platform has given it to the bot, perhaps once more. */
  handedOut(key: string): void {
    const entry = this.#entries.get(key);
    if (entry !== undefined) entry.handedAt ??= this.#now();
  }

  /** The bot has said something that belongs to it; `isAnswer` ends the waiting. Tells whether there is such a request. */
  said(key: string, text: string, isAnswer: boolean): boolean {
    const entry = this.#entries.get(key);
    if (entry === undefined) return false;
    if (entry.said.includes(text)) entry.doubled = true;
    entry.said.push(text);
    if (this.#isApology(text)) entry.apologised = true;
    if (!isAnswer || entry.answeredAt !== undefined) return true;
    entry.answeredAt = this.#now();
    entry.handedAt ??= entry.askedAt;
    this.#open -= 1;
    entry.onAnswer();
    return true;
  }

  /** How many wait for their answer. */
  get open(): number {
    return this.#open;
  }

  records(): readonly RequestRecord[] {
    return [...this.#entries.values()].map(({ said, onAnswer: _, ...entry }) => ({
      ...entry,
      parts: said.length,
    }));
  }
}
