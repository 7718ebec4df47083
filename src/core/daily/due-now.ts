import { dayIn } from '../dates/zones.ts';
import { type DuePost, endOfDay, nextPost, postOn } from './next-due.ts';
import type { PostSettings } from './subscription.ts';

/** What a subscription whose time has come is owed. */
export type Owed =
  /** Nothing now: its zone or its settings have changed since it was planned. `dueAt` is when the next post is due. */
  | { readonly kind: 'not-yet'; readonly dueAt: number }
  /** `missed` are days that are over, the oldest first; `late` tells that the last day's hours are over too. */
  | {
      readonly kind: 'owed';
      readonly post: DuePost;
      /** The post goes out until then, in milliseconds of the epoch. */
      readonly deadline: number;
      readonly isLate: boolean;
      readonly missed: readonly DuePost[];
    };

/** So many missed days are written down; nobody reads about more. */
const MISSED_DAYS_TOLD = 7;

/**
 * What is owed at `now` to a subscription that was planned for `dueAt`: computed from the rules of the zone as they are
 * now, and from nothing else. Of several days that have passed only the last can still be posted, on that same local
 * day and within the catch-up window.
 */
export function owedAt(settings: PostSettings, dueAt: number, now: number, catchUpMs: number): Owed {
  const planned = postOn(settings, dayIn(settings.zone, dueAt));
  if (planned === undefined || planned.at > now)
    return { kind: 'not-yet', dueAt: nextPost(settings, now).at };
  const passed: DuePost[] = [];
  let post = planned;
  for (let next = nextPost(settings, post.at); next.at <= now; next = nextPost(settings, post.at)) {
    passed.push(post);
    post = next;
  }
  const deadline = deadlineOf(settings, post, catchUpMs);
  return { kind: 'owed', post, deadline, isLate: now >= deadline, missed: passed.slice(-MISSED_DAYS_TOLD) };
}

const deadlineOf = ({ zone }: PostSettings, { at, day }: DuePost, catchUpMs: number): number =>
  Math.min(at + catchUpMs, endOfDay(zone, day));
