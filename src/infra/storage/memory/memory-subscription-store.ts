import type { PersonRef, PlaceRef } from '../../../core/chat/identity.ts';
import type { Address, Subscription, SubscriptionId } from '../../../core/daily/subscription.ts';
import type { PostLedger } from '../../../core/ports/post-ledger.ts';
import type {
  DueMark,
  EndedPost,
  PlanChange,
  SubscriptionStore,
} from '../../../core/ports/subscription-store.ts';

/** Subscriptions for as long as the process lives. */
export class MemorySubscriptionStore implements SubscriptionStore {
  readonly #subscriptions = new Map<SubscriptionId, Subscription>();
  readonly #ledger: PostLedger;

  /** `ledger` is where the ends of posts are entered, and the entries of a subscription that goes removed or handed over. */
  constructor(ledger: PostLedger) {
    this.#ledger = ledger;
  }

  async find(id: SubscriptionId): Promise<Subscription | undefined> {
    return this.#subscriptions.get(id);
  }

  async findAt(address: Address): Promise<Subscription | undefined> {
    return this.#at(address);
  }

  async save(subscription: Subscription): Promise<void> {
    const other = this.#at(subscription.address);
    const replaced = other !== undefined && other.id !== subscription.id ? other.id : undefined;
    // Both at once, before anything is waited for: else two who save at the same time would both stay.
    if (replaced !== undefined) this.#subscriptions.delete(replaced);
    this.#subscriptions.set(subscription.id, subscription);
    if (replaced !== undefined) await this.#ledger.handOver(replaced, subscription.id);
  }

  async replan(id: SubscriptionId, { from, ...change }: PlanChange, ended?: EndedPost): Promise<void> {
    const current = this.#subscriptions.get(id);
    if (current !== undefined && current.state !== 'ended') {
      const dueAt = current.dueAt === from ? change.dueAt : current.dueAt;
      this.#subscriptions.set(id, { ...current, ...change, dueAt });
    }
    if (ended !== undefined) await this.#ledger.finish(ended.key, ended.worker, ended.end);
  }

  async remove(id: SubscriptionId): Promise<void> {
    this.#subscriptions.delete(id);
    await this.#ledger.forget(id);
  }

  async due(now: number, limit: number, after?: DueMark): Promise<readonly Subscription[]> {
    return this.#active()
      .filter((each) => each.dueAt <= now && (after === undefined || inOrderOfTime(after, each) < 0))
      .slice(0, limit);
  }

  async nextDue(): Promise<number | undefined> {
    return this.#active()[0]?.dueAt;
  }

  async move(from: Address, to: Address, place: PlaceRef): Promise<void> {
    const moving = this.#at(from);
    if (moving === undefined) return;
    const standing = from === to ? undefined : this.#at(to);
    const isReplaced = standing?.state === 'ended' && moving.state !== 'ended';
    const [stays, goes] = standing === undefined || isReplaced ? [moving, standing] : [standing, moving];
    if (goes !== undefined) this.#subscriptions.delete(goes.id);
    if (stays === moving) this.#subscriptions.set(moving.id, { ...moving, address: to, place });
    if (goes !== undefined) await this.#ledger.handOver(goes.id, stays.id);
  }

  async removeEnded(now: number, limit: number): Promise<number> {
    const gone = this.#all()
      .filter(({ state, dueAt }) => state === 'ended' && dueAt <= now)
      .slice(0, limit);
    for (const { id } of gone) await this.remove(id);
    return gone.length;
  }

  async forgetPlace(place: PlaceRef): Promise<number> {
    const gone = this.#all().filter((subscription) => subscription.place === place);
    for (const { id } of gone) await this.remove(id);
    return gone.length;
  }

  async forgetPerson(person: PersonRef): Promise<number> {
    const named = this.#all().filter(({ subscriber }) => subscriber === person);
    for (const { subscriber: _, ...unnamed } of named) this.#subscriptions.set(unnamed.id, unnamed);
    return named.length;
  }

  #all(): readonly Subscription[] {
    return [...this.#subscriptions.values()];
  }

  #at(address: Address): Subscription | undefined {
    return this.#all().find((subscription) => subscription.address === address);
  }

  /** The longest due first. */
  #active(): readonly Subscription[] {
    return this.#all()
      .filter(({ state }) => state === 'active')
      .toSorted(inOrderOfTime);
  }
}

const inOrderOfTime = (one: DueMark, other: DueMark): number =>
  one.dueAt - other.dueAt || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);
