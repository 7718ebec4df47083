import { tooManyRequests } from './failures.ts';
import type { FloodLimits, ServerClock } from './types.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

interface Sent {
  readonly chat: number | string;
  readonly at: number;
}

/** Refuses messages that come too fast, as Telegram does; a refused message does not count. */
export class FloodControl {
  readonly #limits: FloodLimits;
  readonly #clock: ServerClock;
  #sent: readonly Sent[] = [];

  constructor(limits: FloodLimits, clock: ServerClock) {
    this.#limits = limits;
    this.#clock = clock;
  }

  /** Counts a message. Throws 429 with the whole seconds until the chat is open again. */
  admit(method: string, chat: unknown): void {
    if (!/^(?:send(?!ChatAction)|edit|copy|forward)/.test(method)) return;
    if (typeof chat !== 'number' && typeof chat !== 'string') return;
    const now = this.#clock.now();
    this.#sent = this.#sent.filter(({ at }) => now - at < MINUTE);
    const here = this.#sent.filter((sent) => sent.chat === chat);
    const isPrivate = typeof chat === 'number' && chat > 0;
    const { perSecond, perChatPerSecond, perGroupPerMinute } = this.#limits;
    const wait = Math.max(
      openAfter(this.#sent, perSecond, SECOND, now),
      openAfter(here, perChatPerSecond, SECOND, now),
      isPrivate ? 0 : openAfter(here, perGroupPerMinute, MINUTE, now),
    );
    if (wait > 0) throw tooManyRequests(Math.ceil(wait / SECOND));
    this.#sent = [...this.#sent, { chat, at: now }];
  }
}

/** Milliseconds until fewer than `limit` messages lie in the window that ends then. */
function openAfter(sent: readonly Sent[], limit: number | undefined, window: number, now: number): number {
  if (limit === undefined) return 0;
  const recent = sent.filter(({ at }) => now - at < window);
  const blocking = recent.at(-limit);
  return blocking === undefined ? 0 : blocking.at + window - now;
}
