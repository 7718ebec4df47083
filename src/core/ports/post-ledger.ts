import type { PostKey, SubscriptionId } from '../daily/subscription.ts';
import type { Edtf } from '../dates/edtf.ts';

/** How a post ended. */
export const POST_OUTCOMES = [
  /** It stands there; the entry says where. */
  'sent',
  /** There was nothing to tell, and the subscriber wants no substitute. */
  'empty',
  /** The bot came back too late for that day. */
  'missed',
  /** The place does not let the bot post; the detail names what is missing. */
  'forbidden',
  /** The place is gone, or the bot was put out of it. */
  'gone',
  /** The platform refused the post itself: our fault. */
  'rejected',
  /** It went out and no answer came back, so nobody knows; it is not sent again. */
  'unconfirmed',
] as const;
export type PostOutcome = (typeof POST_OUTCOMES)[number];

/** What is known of one post. */
export interface PostEntry {
  readonly key: PostKey;
  /** `claimed`: being made; `sending`: on its way at this moment, or when the process died. */
  readonly state: 'claimed' | 'sending' | PostOutcome;
  /** In milliseconds of the epoch. */
  readonly at: number;
  /** Tries so far, this one included. */
  readonly attempts: number;
  /** A link to the post, or the reason why there is none, without any secret. */
  readonly detail?: string;
}

/** Who claims, and until when the claim holds if nothing is heard, in milliseconds of the epoch. */
export interface Claim {
  readonly worker: string;
  readonly now: number;
  readonly until: number;
  /** The request leaves at once if the claim is won: a first try is entered as `sending` in the same step. */
  readonly leaves?: true;
}

/**
 * What a claim comes to.
 *
 * - `claimed`: the post is the worker's to send, for the `attempts`th time. Where it `leaves`, it is entered as
 *   `sending` already.
 * - `taken`: another worker is at it.
 * - `done`: it has ended, one way or another.
 * - `interrupted`: a worker's claim lapsed while the post was on its way; whether it arrived is unknown. The claim is
 *   the asker's now: it may send again where sending twice does no harm, and must end the entry otherwise.
 */
export type ClaimResult =
  | { readonly kind: 'claimed'; readonly attempts: number; readonly leaves?: true }
  | { readonly kind: 'interrupted'; readonly attempts: number }
  | { readonly kind: 'taken' }
  | { readonly kind: 'done' };

/** One entry for each post, so that none is sent twice and none is lost, whoever sends and whatever dies. */
export interface PostLedger {
  /** Of any number of workers that claim a post at once, one gets it. */
  claim(key: PostKey, claim: Claim): Promise<ClaimResult>;
  /**
   * The request is about to leave. `false` when the claim has lapsed and is another worker's now: then it must not.
   */
  markSending(key: PostKey, worker: string, until: number): Promise<boolean>;
  /** The request surely did not arrive; the post may be claimed again from `retryAt` on (milliseconds of the epoch). */
  release(key: PostKey, worker: string, retryAt: number): Promise<void>;
  /** The post has ended. `false` when the claim is no longer the worker's. */
  finish(key: PostKey, worker: string, end: PostEnd): Promise<boolean>;
  /** The latest entries of a subscription, newest day first, at most `limit`. */
  latest(subscription: SubscriptionId, limit: number): Promise<readonly PostEntry[]>;
  /** Removes all entries of a subscription. */
  forget(subscription: SubscriptionId): Promise<void>;
  /**
   * Another subscription takes the place of one: the entries are the other's from now on. Of two for the same day the
   * other's stays, unless it is open and the one that comes has ended.
   */
  handOver(from: SubscriptionId, to: SubscriptionId): Promise<void>;
  /** Removes entries of days before `day`, all but the latest of each subscription, at most `limit`; tells how many. */
  prune(day: Edtf, limit: number): Promise<number>;
}

export interface PostEnd {
  readonly outcome: PostOutcome;
  /** In milliseconds of the epoch. */
  readonly at: number;
  readonly detail?: string;
}
