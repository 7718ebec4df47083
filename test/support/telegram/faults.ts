import type { ResponseParameters } from 'grammy/types';

/** What goes wrong. Without `method` it hits the next call of any method but `getUpdates`. */
export type Fault = {
  readonly method?: string;
  /** How many calls it hits; 1 if left out. */
  readonly count?: number;
  /** Which calls it is meant for; all of the method if left out. */
  readonly when?: (parameters: Readonly<Record<string, unknown>>) => boolean;
} & (
  | { readonly kind: 'too-many-requests'; readonly retryAfter: number }
  /** 502 with a page in HTML, as Telegram's front servers give. */
  | { readonly kind: 'server-error' }
  /** Processed and answered, but only after this many milliseconds. */
  | { readonly kind: 'slow'; readonly milliseconds: number }
  /** Processed only when the test says `release()`. */
  | { readonly kind: 'held' }
  /** The connection breaks before anything is done. */
  | { readonly kind: 'cut' }
  /** Done, but the connection breaks before the bot learns of it. */
  | { readonly kind: 'cut-after' }
  | {
      readonly kind: 'refused';
      readonly error_code: number;
      readonly description: string;
      readonly parameters?: ResponseParameters;
    }
);

/** A fault that was ordered. */
export interface OrderedFault {
  readonly fault: Fault;
  /** How many calls it has hit so far. */
  hits(): number;
  /** Lets held calls go on, and takes the fault away for later ones. */
  release(): void;
  /** Resolves when the test releases the fault. */
  readonly released: Promise<void>;
}

/** The faults that tests have ordered, oldest first. */
export class Faults {
  readonly #changed: () => void;
  #orders: readonly (OrderedFault & { take(): void; left(): number })[] = [];

  /** `changed` is called when a fault hits, so that tests can wait for it. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  order(fault: Fault): OrderedFault {
    let hits = 0;
    let letGo: () => void = () => undefined;
    const released = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const order = {
      fault,
      released,
      hits: () => hits,
      left: () => (fault.count ?? 1) - hits,
      take: () => {
        hits += 1;
      },
      release: () => {
        this.#orders = this.#orders.filter((other) => other !== order);
        letGo();
      },
    };
    this.#orders = [...this.#orders, order];
    return order;
  }

  /** The fault that hits this call, if any; it is used up by that. */
  take(method: string, parameters: Readonly<Record<string, unknown>>): OrderedFault | undefined {
    const hit = this.#orders.find(
      (order) =>
        order.left() > 0 &&
        (order.fault.method === undefined ? method !== 'getUpdates' : order.fault.method === method) &&
        (order.fault.when?.(parameters) ?? true),
    );
    if (hit === undefined) return undefined;
    hit.take();
    this.#changed();
    return hit;
  }

  /** Lets everything go that is held. */
  releaseAll(): void {
    for (const order of this.#orders) order.release();
  }
}
