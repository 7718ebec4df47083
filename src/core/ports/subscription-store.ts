import type { PersonRef, PlaceRef } from '../chat/identity.ts';
import type {
  Address,
  PostKey,
  Subscription,
  SubscriptionId,
  SubscriptionState,
} from '../daily/subscription.ts';
import type { PostEnd } from './post-ledger.ts';

/** A place in the order of what is due. */
export type DueMark = Pick<Subscription, 'id' | 'dueAt'>;

/** What changes in a subscription by what became of its post; what is left out stays. */
export interface PlanChange {
  /** When it was due as it was read. If somebody has planned it anew since, that plan stays. */
  readonly from: number;
  /** When it is due from now on, like `from` in milliseconds of the epoch. */
  readonly dueAt: number;
  readonly state?: SubscriptionState;
  readonly refusals?: number;
}

/** The end of a post that a worker has claimed. */
export interface EndedPost {
  readonly key: PostKey;
  readonly worker: string;
  readonly end: PostEnd;
}

/**
 * Keeps subscriptions; at most one for each address. One that goes takes the ledger's entries of its posts along,
 * unless another takes its place: then they are the other's, so that no day of an address has two posts.
 */
export interface SubscriptionStore {
  find(id: SubscriptionId): Promise<Subscription | undefined>;
  /** The one at an address, an ended one included. */
  findAt(address: Address): Promise<Subscription | undefined>;
  /** Adds it, or replaces the one with its id. Another subscription at the same address gives way to it. */
  save(subscription: Subscription): Promise<void>;
  /**
   * Changes the plan of a subscription that is there and has not ended, and in the same step enters the end of a post in
   * the ledger, if the claim is still the worker's.
   */
  replan(id: SubscriptionId, change: PlanChange, ended?: EndedPost): Promise<void>;
  remove(id: SubscriptionId): Promise<void>;
  /**
   * Active subscriptions due at `now` (milliseconds of the epoch) or before, the longest due first, at most `limit`;
   * with `after`, only those behind it in that order.
   */
  due(now: number, limit: number, after?: DueMark): Promise<readonly Subscription[]>;
  /** When the next active subscription is due, in milliseconds of the epoch. */
  nextDue(): Promise<number | undefined>;
  /**
   * The place has a new name and the address with it. A subscription that stands there already stays, unless it has
   * ended and the one that comes has not.
   */
  move(from: Address, to: Address, place: PlaceRef): Promise<void>;
  /** Removes ended subscriptions that may go at `now` (milliseconds of the epoch), at most `limit`; tells how many. */
  removeEnded(now: number, limit: number): Promise<number>;
  forgetPlace(place: PlaceRef): Promise<number>;
  /** The person is no longer named as who subscribed; the places they subscribed keep their posts. */
  forgetPerson(person: PersonRef): Promise<number>;
}
