import type { PlaceRef } from '../chat/identity.ts';
import type { Reply } from '../chat/reply.ts';
import { stableHash } from '../knowledge/stable-hash.ts';
import type { Clock } from '../ports/clock.ts';
import type { Delivery, Outbox, OutgoingPost } from '../ports/outbox.ts';
import type { Timer } from '../ports/timer.ts';
import type { PostEngineOptions } from './engine-options.ts';
import { RateLimiter, type SendLimits } from './rate-limiter.ts';
import type { Address, PostKey } from './subscription.ts';

/** How posts reach the addresses of one platform. */
export interface OutboxRoute {
  readonly outbox: Outbox;
  readonly limits: SendLimits;
  /** The place that an address is in; needed where addresses can move. */
  readonly placeOf?: (address: Address) => PlaceRef | undefined;
  /**
   * Resolves when there is room for a post beside what else goes to the platform, or at once when the signal aborts;
   * absent where posts have limits of their own.
   */
  readonly whenRoom?: (signal?: AbortSignal) => Promise<void>;
}

/** What a sender is told while it tries. */
export interface SendWatch {
  /** The request is about to leave; false forbids it. */
  leaving(): Promise<boolean>;
  /** The place has a new address, which is used from now on. */
  moved(from: Address, to: Address): Promise<void>;
}

/** What became of a post; `lost`: the claim is another worker's now, and nothing was sent. */
export type SendResult = Delivery | { readonly kind: 'lost' };

const MOST_MOVES = 2;
const FIRST_REPEAT_MS = 2000;
/** How long an outbox may take to notice that it should give up. */
const GRACE_MS = 2000;

/** The platform that an address belongs to. */
export const platformOf = (address: Address): string => address.slice(0, Math.max(address.indexOf(':'), 0));

/** The same for every try of a post, and different for any two posts. 8 digits and 14 letters at most. */
export const nonceOf = ({ subscription, day }: PostKey): string =>
  `${day.replaceAll('-', '')}${stableHash(subscription)
    .map((word) => word.toString(36))
    .join('')}`;

/** Sends to one platform: within its limits, after moves, and again where that cannot make a second post. */
export class PostSender {
  readonly route: OutboxRoute;
  readonly #limiter: RateLimiter;
  readonly #clock: Clock;
  readonly #timer: Timer;
  readonly #options: PostEngineOptions;

  constructor(route: OutboxRoute, clock: Clock, timer: Timer, options: PostEngineOptions) {
    this.route = route;
    this.#limiter = new RateLimiter(route.limits, clock, timer);
    this.#clock = clock;
    this.#timer = timer;
    this.#options = options;
  }

  /** Waits for the platform's limits; see {@link RateLimiter.take}. */
  async admit(place: PlaceRef, signal?: AbortSignal): Promise<void> {
    await this.#limiter.take(place, signal);
    await this.route.whenRoom?.(signal);
  }

  async send(post: OutgoingPost, watch: SendWatch): Promise<SendResult> {
    const repeatUntil = this.#clock.now() + this.#options.repeatWindowMs;
    let repeatAfterMs = FIRST_REPEAT_MS;
    let moves = 0;
    let { address } = post;
    for (;;) {
      if (!(await watch.leaving())) return { kind: 'lost' };
      const delivery = await this.#sendOnce({ ...post, address });
      if (delivery.kind === 'moved' && moves < MOST_MOVES) {
        moves += 1;
        await watch.moved(address, delivery.to);
        address = delivery.to;
      } else if (delivery.kind === 'unconfirmed' && this.#mayRepeat(repeatAfterMs, repeatUntil)) {
        await this.#timer.sleep(repeatAfterMs);
        repeatAfterMs *= 2;
      } else {
        return delivery;
      }
    }
  }

  /** One try without a ledger, for a post that somebody asked to see. */
  async sendTest(address: Address, place: PlaceRef, reply: Reply, silent: boolean): Promise<Delivery> {
    await this.admit(place);
    const nonce = `test${this.#clock.now().toString(36)}`;
    return this.#sendOnce({ address, reply, silent, nonce });
  }

  #mayRepeat(waitMs: number, until: number): boolean {
    const { repeatable } = this.route.outbox;
    return repeatable && this.#clock.now() + waitMs + this.#options.sendTimeoutMs <= until;
  }

  /** An outbox neither throws nor hangs; should it do so after all, nobody knows what became of the post. */
  async #sendOnce(post: OutgoingPost): Promise<Delivery> {
    const answered = new AbortController();
    const patience = new AbortController();
    const unknown: Delivery = { kind: 'unconfirmed' };
    const sent = this.route.outbox.send(post, patience.signal).catch(() => unknown);
    const gaveUp = this.#timer.sleep(this.#options.sendTimeoutMs, answered.signal).then(async () => {
      patience.abort();
      await this.#timer.sleep(GRACE_MS, answered.signal);
      return unknown;
    });
    const delivery = await Promise.race([sent, gaveUp]);
    answered.abort();
    return delivery;
  }
}
