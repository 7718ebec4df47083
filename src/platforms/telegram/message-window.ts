import type { Transformer } from 'grammy';
import { type Place, SlidingWindow } from '../../core/pace/sliding-window.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type { Timer } from '../../core/ports/timer.ts';
import { CAUTIOUS_SECOND_MS, LONGEST_FLIGHT_MS, SPARE_BY_ANSWERS, SPARE_FOR_ANSWERS } from './limits.ts';

/** What waiting for one's place takes. */
export interface WindowGround {
  readonly clock: Clock;
  readonly timer: Timer;
}

/** What Telegram counts as a message. */
const COUNTED = /^(?:send(?!ChatAction)|edit|copy|forward)/;
/** For posts, while answers wait. */
const LOOK_AGAIN_MS = 5;

/**
 * All that the bot says within Telegram's limit. What somebody waits for goes first and in the order of asking; posts
 * leave places free for it, the more the more is being answered, as answers come in bunches.
 */
export class MessageWindow {
  readonly #window: SlidingWindow;
  readonly #ground: WindowGround;
  #waiting = 0;
  #last: Promise<unknown> = Promise.resolve();
  /** When answers left within the last second, in milliseconds of the epoch. */
  #answers: number[] = [];
  /** Of posts that are about to leave. */
  #promised: { readonly place: Place; readonly until: number }[] = [];

  constructor(perSecond: number, ground: WindowGround) {
    this.#window = new SlidingWindow(perSecond, CAUTIOUS_SECOND_MS, LONGEST_FLIGHT_MS);
    this.#ground = ground;
  }

  /** Every try to say something waits for its place among all that the bot sends; a second try for one of its own. */
  forAnswers(signal: AbortSignal): Transformer {
    return async (call, method, payload, callSignal) => {
      if (!COUNTED.test(method)) return call(method, payload, callSignal);
      const place = await this.#turn(signal);
      return this.#fly(place, () => call(method, payload, callSignal));
    };
  }

  /** Posts have waited for {@link roomForPost}; what they say besides waits for nobody, and others for it. */
  forPosts(): Transformer {
    return async (call, method, payload, callSignal) => {
      if (!COUNTED.test(method)) return call(method, payload, callSignal);
      const now = this.#ground.clock.now();
      this.#promised = this.#promised.filter(({ until }) => until > now);
      const place = this.#promised.shift()?.place ?? this.#window.force(now);
      return this.#fly(place, () => call(method, payload, callSignal));
    };
  }

  /** Resolves when a post has its place beside the answers, or when the signal aborts. */
  async roomForPost(signal: AbortSignal | undefined): Promise<void> {
    const { clock, timer } = this.#ground;
    while (signal?.aborted !== true) {
      const now = clock.now();
      const waitMs = this.#waiting > 0 ? LOOK_AGAIN_MS : this.#takeForPost(now);
      if (waitMs === 0) return;
      await timer.sleep(waitMs, signal);
    }
  }

  #takeForPost(now: number): number {
    this.#answers = this.#answers.filter((at) => at > now - CAUTIOUS_SECOND_MS);
    const spare = SPARE_FOR_ANSWERS + Math.ceil(this.#answers.length * SPARE_BY_ANSWERS);
    const taken = this.#window.take(spare, now);
    if (taken.kind === 'full') return taken.waitMs;
    this.#promised.push({ place: taken.place, until: now + CAUTIOUS_SECOND_MS });
    return 0;
  }

  #turn(signal: AbortSignal): Promise<Place> {
    this.#waiting += 1;
    const turn = this.#last.then(() => this.#wait(signal));
    this.#last = turn;
    return turn;
  }

  async #wait(signal: AbortSignal): Promise<Place> {
    const { clock, timer } = this.#ground;
    for (;;) {
      const now = clock.now();
      const taken = this.#window.take(0, now);
      if (taken.kind === 'place' || signal.aborted) {
        this.#waiting -= 1;
        this.#answers.push(now);
        return taken.kind === 'place' ? taken.place : this.#window.force(now);
      }
      await timer.sleep(taken.waitMs, signal);
    }
  }

  async #fly<Result>(place: Place, call: () => Promise<Result>): Promise<Result> {
    const { clock } = this.#ground;
    place.leaves(clock.now());
    try {
      return await call();
    } finally {
      place.counted(clock.now());
    }
  }
}
