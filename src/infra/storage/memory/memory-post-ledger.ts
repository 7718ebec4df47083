import type { PostKey, SubscriptionId } from '../../../core/daily/subscription.ts';
import type { Edtf } from '../../../core/dates/edtf.ts';
import type { Claim, ClaimResult, PostEnd, PostEntry, PostLedger } from '../../../core/ports/post-ledger.ts';

/** An entry, and whose it is until when; ended entries are nobody's. */
interface HeldEntry {
  readonly entry: PostEntry;
  readonly worker?: string;
  /** From then on the post may be claimed, in milliseconds of the epoch. */
  readonly until: number;
}

/** Posts for as long as the process lives. */
export class MemoryPostLedger implements PostLedger {
  readonly #held = new Map<string, HeldEntry>();

  async claim(key: PostKey, { worker, now, until, leaves }: Claim): Promise<ClaimResult> {
    const held = this.#held.get(nameOf(key));
    if (held === undefined) {
      const state = leaves === true ? 'sending' : 'claimed';
      this.#hold({ entry: { key, state, at: now, attempts: 1 }, worker, until });
      return { kind: 'claimed', attempts: 1, ...(leaves === true ? { leaves } : {}) };
    }
    const { state } = held.entry;
    if (!isOpen(held.entry)) return { kind: 'done' };
    if (held.until > now) return { kind: 'taken' };
    const attempts = held.entry.attempts + 1;
    // It stays `sending`, so that whoever comes after a second death is told of the interruption too.
    this.#hold({ entry: { key, state, at: now, attempts }, worker, until });
    return { kind: state === 'sending' ? 'interrupted' : 'claimed', attempts };
  }

  async markSending(key: PostKey, worker: string, until: number): Promise<boolean> {
    const held = this.#heldBy(key, worker);
    if (held === undefined) return false;
    this.#hold({ entry: { ...held.entry, state: 'sending' }, worker, until });
    return true;
  }

  async release(key: PostKey, worker: string, retryAt: number): Promise<void> {
    const held = this.#heldBy(key, worker);
    if (held === undefined) return;
    this.#hold({ entry: { ...held.entry, state: 'claimed' }, until: retryAt });
  }

  async finish(key: PostKey, worker: string, { outcome, at, detail }: PostEnd): Promise<boolean> {
    const held = this.#heldBy(key, worker);
    if (held === undefined) return false;
    const entry = { key, state: outcome, at, attempts: held.entry.attempts };
    this.#hold({ entry: detail === undefined ? entry : { ...entry, detail }, until: at });
    return true;
  }

  async latest(subscription: SubscriptionId, limit: number): Promise<readonly PostEntry[]> {
    return [...this.#held.values()]
      .map(({ entry }) => entry)
      .filter(({ key }) => key.subscription === subscription)
      .toSorted((one, other) => (one.key.day < other.key.day ? 1 : -1))
      .slice(0, limit);
  }

  async forget(subscription: SubscriptionId): Promise<void> {
    for (const [name, { entry }] of this.#held) {
      if (entry.key.subscription === subscription) this.#held.delete(name);
    }
  }

  async handOver(from: SubscriptionId, to: SubscriptionId): Promise<void> {
    for (const [name, held] of this.#held) {
      if (held.entry.key.subscription !== from) continue;
      this.#held.delete(name);
      const entry = { ...held.entry, key: { ...held.entry.key, subscription: to } };
      const standing = this.#held.get(nameOf(entry.key));
      if (standing === undefined || (isOpen(standing.entry) && !isOpen(entry)))
        this.#hold({ ...held, entry });
    }
  }

  async prune(day: Edtf, limit: number): Promise<number> {
    const latest = new Map<SubscriptionId, Edtf>();
    for (const { entry } of this.#held.values()) {
      const { key } = entry;
      if ((latest.get(key.subscription) ?? '') < key.day) latest.set(key.subscription, key.day);
    }
    const gone = [...this.#held]
      .filter(([, { entry }]) => entry.key.day < day && entry.key.day !== latest.get(entry.key.subscription))
      .slice(0, limit);
    for (const [name] of gone) this.#held.delete(name);
    return gone.length;
  }

  #hold(held: HeldEntry): void {
    this.#held.set(nameOf(held.entry.key), held);
  }

  #heldBy(key: PostKey, worker: string): HeldEntry | undefined {
    const held = this.#held.get(nameOf(key));
    return held?.worker === worker ? held : undefined;
  }
}

const isOpen = ({ state }: PostEntry): boolean => state === 'claimed' || state === 'sending';

const nameOf = ({ subscription, day }: PostKey): string => `${subscription}\n${day}`;
