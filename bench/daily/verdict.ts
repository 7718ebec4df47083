import type { Member } from './cohort.ts';
import type { LocalPlatforms } from './local-platforms.ts';

/** What became of a cohort's posts; lists hold ids of subscriptions. */
export interface Verdict {
  /** Chats with exactly one post. */
  readonly once: number;
  readonly doubled: readonly string[];
  /** No post though one could be delivered, and the ledger does not say "unconfirmed" either. */
  readonly lost: readonly string[];
  /** The ledger says that nobody knows, and the post is there. */
  readonly unconfirmedThere: readonly string[];
  /** The ledger says that nobody knows, and there is no post. */
  readonly unconfirmedMissing: readonly string[];
  /** Unconfirmed, though nothing had been cut in the act of sending. */
  readonly unexplained: readonly string[];
  /** The ledger says something else than what happened. */
  readonly misreported: readonly string[];
}

/**
 * Compares what stands in the chats with what the ledger says.
 *
 * @param interrupted subscriptions whose post was on its way when their worker was killed or frozen.
 */
export function judge(
  members: readonly Member[],
  platforms: Pick<LocalPlatforms, 'posts' | 'cut'>,
  states: ReadonlyMap<string, string>,
  interrupted: ReadonlySet<string>,
): Verdict {
  const verdict = {
    once: 0,
    doubled: [] as string[],
    lost: [] as string[],
    unconfirmedThere: [] as string[],
    unconfirmedMissing: [] as string[],
    unexplained: [] as string[],
    misreported: [] as string[],
  };
  for (const { subscription, fate, reachedAt } of members) {
    const { id, address } = subscription;
    const addresses = new Set([address, reachedAt]);
    const posts = [...addresses].reduce((sum, each) => sum + (platforms.posts.get(each) ?? 0), 0);
    const state = states.get(id);
    if (posts === 1) verdict.once += 1;
    if (posts > 1) verdict.doubled.push(id);
    if (state === 'unconfirmed') {
      if (posts > 0) verdict.unconfirmedThere.push(id);
      else if (fate !== 'kicked') verdict.unconfirmedMissing.push(id);
      const wasCut = interrupted.has(id) || [...addresses].some((each) => platforms.cut.has(each));
      if (!wasCut) verdict.unexplained.push(id);
    } else if (fate === 'kicked') {
      if (state !== 'gone') verdict.misreported.push(id);
    } else if (posts === 0) verdict.lost.push(id);
    else if (state !== 'sent') verdict.misreported.push(id);
  }
  return verdict;
}
