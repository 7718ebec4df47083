import type { Reply } from '../chat/reply.ts';
import type { Address } from '../daily/subscription.ts';

/** A post to send. */
export interface OutgoingPost {
  readonly address: Address;
  readonly reply: Reply;
  /** Whether it arrives without a sound. */
  readonly silent: boolean;
  /** The same for every try of the same post, at most 25 characters; platforms that can tell repeats apart use it. */
  readonly nonce: string;
}

/** What became of a post, as surely as the platform lets us know. */
export type Delivery =
  /** `link` opens the post, where the platform has links. */
  | { readonly kind: 'sent'; readonly link?: string }
  /** Nothing was sent: wait so long, in milliseconds. */
  | { readonly kind: 'rate-limited'; readonly retryAfterMs: number }
  | { readonly kind: 'gone' }
  /** The same place under another address; nothing was sent. */
  | { readonly kind: 'moved'; readonly to: Address }
  /** `missing` names what the bot is not allowed to do. */
  | { readonly kind: 'forbidden'; readonly missing: string }
  /** The platform finds fault with the post itself. */
  | { readonly kind: 'rejected'; readonly reason: string }
  /** No connection was made, so nothing was sent. */
  | { readonly kind: 'unreachable' }
  /** The post went out and no answer came back. */
  | { readonly kind: 'unconfirmed' };

/** Sends posts to the addresses of one platform. */
export interface Outbox {
  /** What the platform's addresses begin with, before the colon. */
  readonly platform: string;
  /** Whether sending the same nonce again within some minutes makes no second post. */
  readonly repeatable: boolean;
  /** Never throws; gives up waiting when the signal says so. */
  send(post: OutgoingPost, signal: AbortSignal): Promise<Delivery>;
}
