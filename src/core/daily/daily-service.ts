import type { Clock } from '../ports/clock.ts';
import type { PostLedger } from '../ports/post-ledger.ts';
import type { SubscriptionStore } from '../ports/subscription-store.ts';
import type { TestDelivery } from './post-engine.ts';
import type { Subscription, SubscriptionId } from './subscription.ts';

/** What the commands on daily posts need. */
export interface DailyService {
  readonly store: SubscriptionStore;
  readonly ledger: PostLedger;
  readonly clock: Clock;
  /** IANA name; used until somebody names another. */
  readonly defaultZone: string;
  /** A new name, never given before. */
  newId(): SubscriptionId;
  /** Sends today's post at once, marked as a test. */
  sendTest(subscription: Subscription): Promise<TestDelivery>;
}
