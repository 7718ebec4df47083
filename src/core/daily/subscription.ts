import type { Brand } from '../brand.ts';
import type { PersonRef, PlaceRef } from '../chat/identity.ts';
import type { Edtf } from '../dates/edtf.ts';
import type { Topic } from '../knowledge/topics.ts';
import type { Locale } from '../locale.ts';

/** Names one subscription for as long as it lives; made by the store's caller, at random. */
export type SubscriptionId = Brand<string, 'SubscriptionId'>;

/**
 * Where a post goes: a chat, a forum topic, a channel, a thread. It begins with the platform's name and a colon; the
 * rest only that platform can read.
 */
export type Address = Brand<string, 'Address'>;

/** A time on a wall clock, `HH:MM` from 00:00 to 23:59. */
export type WallTime = Brand<string, 'WallTime'>;

/** What a subscription's posts are written in. */
export const POST_LANGUAGES = ['vi', 'en', 'both'] as const;
export type PostLanguage = Locale | 'both';

/** What happens on a day on which nothing is known to have happened. */
export const EMPTY_DAY_RULES = ['skip', 'nearest'] as const;
export type EmptyDayRule = (typeof EMPTY_DAY_RULES)[number];

/** Days of the week as ISO 8601 counts them: Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** What whoever subscribed has chosen. */
export interface PostSettings {
  readonly time: WallTime;
  /** IANA name. */
  readonly zone: string;
  readonly language: PostLanguage;
  /** Empty means all topics. */
  readonly topics: readonly Topic[];
  /** Never empty. */
  readonly weekdays: readonly Weekday[];
  /** Whether the post arrives without a sound. */
  readonly silent: boolean;
  readonly emptyDays: EmptyDayRule;
}

/**
 * Whether posts go out.
 *
 * - `active`: they do.
 * - `paused`: somebody asked to wait.
 * - `unreachable`: the place has refused posts again and again; nothing is erased, and resuming tries again.
 * - `ended`: somebody unsubscribed. To people it is gone; it only keeps the entries of its posts for a while, so that
 *   subscribing again on the same day brings no second post.
 */
export const SUBSCRIPTION_STATES = ['active', 'paused', 'unreachable', 'ended'] as const;
export type SubscriptionState = (typeof SUBSCRIPTION_STATES)[number];

/** A place that gets a post "on this day" once on each of its days. */
export interface Subscription {
  readonly id: SubscriptionId;
  readonly address: Address;
  readonly place: PlaceRef;
  /** Who subscribed, to be told when posts can no longer be delivered; absent once that person was forgotten. */
  readonly subscriber?: PersonRef;
  readonly settings: PostSettings;
  readonly state: SubscriptionState;
  /** When the next post is due, or an ended subscription may go; in milliseconds of the epoch. */
  readonly dueAt: number;
  /** Refusals in a row that mean the place may be gone. */
  readonly refusals: number;
}

/** One post of one subscription. */
export interface PostKey {
  readonly subscription: SubscriptionId;
  /** The day it is for, in the subscription's zone, precise to the day. */
  readonly day: Edtf;
}
