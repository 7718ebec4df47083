import type { PostLedger } from '../ports/post-ledger.ts';
import { type DuePost, nextPost } from './next-due.ts';
import type { PostSettings, SubscriptionId } from './subscription.ts';

/**
 * The next post that will really go out: where today's has ended already, changing the time to a later one makes no
 * second post today.
 */
export async function nextUnsent(
  settings: PostSettings,
  id: SubscriptionId | undefined,
  now: number,
  ledger: PostLedger,
): Promise<DuePost> {
  const next = nextPost(settings, now);
  const [latest] = id === undefined ? [] : await ledger.latest(id, 1);
  const isDone =
    latest !== undefined &&
    latest.key.day >= next.day &&
    latest.state !== 'claimed' &&
    latest.state !== 'sending';
  if (!isDone) return next;
  let later = next;
  while (later.day <= latest.key.day) later = nextPost(settings, later.at);
  return later;
}
