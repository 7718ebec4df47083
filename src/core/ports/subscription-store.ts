import type { PersonRef, PlaceRef } from '../chat/identity.ts';
import type { Address, Subscription, SubscriptionId } from '../daily/subscription.ts';

/** A place in the order of what is due. */
export type DueMark = Pick<Subscription, 'id' | 'dueAt'>;

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
