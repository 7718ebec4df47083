import type { PersonRef, PlaceRef } from '../../src/core/chat/identity.ts';
import type {
  Address,
  PostKey,
  Subscription,
  SubscriptionId,
  WallTime,
} from '../../src/core/daily/subscription.ts';
import { type Edtf, parseEdtf } from '../../src/core/dates/edtf.ts';

export const aPerson = (name: string): PersonRef => `fake:person:${name}` as PersonRef;
export const aPlace = (name: string): PlaceRef => `fake:place:${name}` as PlaceRef;
export const anAddress = (name: string): Address => `fake:${name}` as Address;
export const anId = (name: string): SubscriptionId => name as SubscriptionId;

/** A subscription of the place and by the person of the same name, due at 1,000. */
export const aSubscription = (name: string, changes: Partial<Subscription> = {}): Subscription => ({
  id: anId(name),
  address: anAddress(name),
  place: aPlace(name),
  subscriber: aPerson(name),
  settings: {
    time: '07:00' as WallTime,
    zone: 'Asia/Ho_Chi_Minh',
    language: 'vi',
    topics: ['trade', 'war-legacy'],
    weekdays: [1, 3, 7],
    silent: true,
    emptyDays: 'nearest',
  },
  state: 'active',
  dueAt: 1000,
  refusals: 0,
  ...changes,
});

/** The post of a subscription for a day, `2025-07-11` unless another is named. */
export function aPost(subscription: string, day = '2025-07-11'): PostKey {
  const parsed: Edtf | undefined = parseEdtf(day);
  if (parsed === undefined) throw new TypeError(`Expected a day, got ${day}`);
  return { subscription: anId(subscription), day: parsed };
}
