import type { Route } from './calls.ts';
import type { DiscordError } from './discord-error.ts';

/** How a request goes wrong. */
export type Failure =
  /** 429 with Discord's headers. `shared` is a limit of the resource, `global` one of the whole bot. */
  | {
      readonly kind: 'rate-limit';
      readonly retryAfterSeconds: number;
      readonly scope?: 'user' | 'shared' | 'global';
    }
  /** A status without Discord's JSON, as its proxies answer. */
  | { readonly kind: 'status'; readonly status: number }
  /** An error of Discord's own. */
  | { readonly kind: 'error'; readonly error: DiscordError }
  /** No answer: the connection ends (`close`) or is reset. With `after` the request took effect. */
  | { readonly kind: 'cut'; readonly when: 'before' | 'after'; readonly how?: 'close' | 'reset' }
  /** The answer waits, and the request takes effect only then. */
  | { readonly kind: 'slow'; readonly until: Promise<unknown> };

/** Failures ordered by a test, per route or for whatever comes. */
export interface Faults {
  /** The next requests of the route (`*` for any) fail so, `times` times. */
  failNext(route: Route | '*', failure: Failure, times?: number): void;
  /** The failure for this request, which is then used up. */
  take(route: string): Failure | undefined;
}

/** No failures ordered yet. */
export function createFaults(): Faults {
  const orders: { readonly route: string; readonly failure: Failure; left: number }[] = [];
  return {
    failNext: (route, failure, times = 1) => void orders.push({ route, failure, left: times }),
    take(route) {
      const order = orders.find((each) => each.left > 0 && (each.route === '*' || each.route === route));
      if (order === undefined) return undefined;
      order.left -= 1;
      return order.failure;
    },
  };
}
