import type { PersonRef, PlaceRef } from '../../../src/core/chat/identity.ts';
import type { Address, PostKey, Subscription, SubscriptionId } from '../../../src/core/daily/subscription.ts';
import type {
  Claim,
  ClaimResult,
  PostEnd,
  PostEntry,
  PostLedger,
} from '../../../src/core/ports/post-ledger.ts';
import type { SubscriptionStore } from '../../../src/core/ports/subscription-store.ts';

/** Subscriptions in a map. */
export class TinySubscriptions implements SubscriptionStore {
  readonly #all = new Map<SubscriptionId, Subscription>();

  async find(id: SubscriptionId): Promise<Subscription | undefined> {
    return this.#all.get(id);
  }

  async findAt(address: Address): Promise<Subscription | undefined> {
    return [...this.#all.values()].find((each) => each.address === address);
  }

  async save(subscription: Subscription): Promise<void> {
    const there = await this.findAt(subscription.address);
    if (there !== undefined) this.#all.delete(there.id);
    this.#all.set(subscription.id, subscription);
  }

  async remove(id: SubscriptionId): Promise<void> {
    this.#all.delete(id);
  }

  async due(now: number, limit: number): Promise<readonly Subscription[]> {
    return this.#active()
      .filter(({ dueAt }) => dueAt <= now)
      .slice(0, limit);
  }

  async nextDue(): Promise<number | undefined> {
    return this.#active()[0]?.dueAt;
  }

  async move(from: Address, to: Address, place: PlaceRef): Promise<void> {
    const moved = await this.findAt(from);
    if (moved === undefined) return;
    if ((await this.findAt(to)) === undefined) this.#all.set(moved.id, { ...moved, address: to, place });
    else this.#all.delete(moved.id);
  }

  async forgetPlace(place: PlaceRef): Promise<number> {
    const gone = [...this.#all.values()].filter((each) => each.place === place);
    for (const { id } of gone) this.#all.delete(id);
    return gone.length;
  }

  async forgetPerson(_: PersonRef): Promise<number> {
    return 0;
  }

  #active(): readonly Subscription[] {
    return [...this.#all.values()]
      .filter(({ state }) => state === 'active')
      .sort((a, b) => a.dueAt - b.dueAt);
  }
}

interface Row {
  readonly entry: PostEntry;
  readonly worker: string;
  readonly until: number;
}

/** A ledger in a map. */
export class TinyLedger implements PostLedger {
  readonly #rows = new Map<string, Row>();

  async claim(key: PostKey, { now, until, worker }: Claim): Promise<ClaimResult> {
    const row = this.#row(key);
    const attempts = (row?.entry.attempts ?? 0) + 1;
    const state = row?.entry.state;
    if (row !== undefined) {
      if (state !== 'claimed' && state !== 'sending') return { kind: 'done' };
      if (now < row.until) return { kind: 'taken' };
    }
    this.#set({ entry: { key, state: 'claimed', at: now, attempts }, worker, until });
    return { kind: state === 'sending' ? 'interrupted' : 'claimed', attempts };
  }

  async markSending(key: PostKey, worker: string, until: number): Promise<boolean> {
    const row = this.#row(key);
    if (row?.worker !== worker) return false;
    this.#set({ ...row, entry: { ...row.entry, state: 'sending' }, until });
    return true;
  }

  async release(key: PostKey, worker: string, retryAt: number): Promise<void> {
    const row = this.#row(key);
    if (row?.worker === worker)
      this.#set({ ...row, entry: { ...row.entry, state: 'claimed' }, until: retryAt });
  }

  async finish(key: PostKey, worker: string, { at, detail, outcome }: PostEnd): Promise<boolean> {
    const row = this.#row(key);
    if (row?.worker !== worker) return false;
    const entry = { ...row.entry, state: outcome, at, ...(detail === undefined ? {} : { detail }) };
    this.#set({ ...row, entry });
    return true;
  }

  async latest(subscription: SubscriptionId, limit: number): Promise<readonly PostEntry[]> {
    return [...this.#rows.values()]
      .map(({ entry }) => entry)
      .filter(({ key }) => key.subscription === subscription)
      .sort((a, b) => (a.key.day < b.key.day ? 1 : -1))
      .slice(0, limit);
  }

  async forget(subscription: SubscriptionId): Promise<void> {
    for (const [name, { entry }] of this.#rows) {
      if (entry.key.subscription === subscription) this.#rows.delete(name);
    }
  }

  #row({ day, subscription }: PostKey): Row | undefined {
    return this.#rows.get(`${subscription} ${day}`);
  }

  #set(row: Row): void {
    this.#rows.set(`${row.entry.key.subscription} ${row.entry.key.day}`, row);
  }
}
