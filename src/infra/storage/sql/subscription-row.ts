import type { PersonRef, PlaceRef } from '../../../core/chat/identity.ts';
import {
  type Address,
  EMPTY_DAY_RULES,
  POST_LANGUAGES,
  SUBSCRIPTION_STATES,
  type Subscription,
  type SubscriptionId,
  type WallTime,
  type Weekday,
} from '../../../core/daily/subscription.ts';
import { TOPICS } from '../../../core/knowledge/topics.ts';
import type { Sealer } from '../sealer.ts';
import type { SqlDatabase } from './sql-database.ts';
import type { SubscriptionTable } from './tables.ts';

const WALL_TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** What is stored of a subscription. */
export function rowOf(subscription: Subscription, sealer: Sealer): SubscriptionTable {
  const { address, place, subscriber, settings } = subscription;
  return {
    id: subscription.id,
    ...addressColumns(address, place, sealer),
    subscriber_key: subscriber === undefined ? null : sealer.lookup('person', subscriber),
    subscriber: subscriber === undefined ? null : sealer.seal('person', subscriber),
    time: settings.time,
    zone: settings.zone,
    language: settings.language,
    topics: settings.topics.join(','),
    weekdays: settings.weekdays.join(','),
    silent: settings.silent ? 1 : 0,
    empty_days: settings.emptyDays,
    state: subscription.state,
    due_at: subscription.dueAt,
    refusals: subscription.refusals,
  };
}

/** What is stored of where a subscription stands. */
export const addressColumns = (address: Address, place: PlaceRef, sealer: Sealer) => ({
  address_key: sealer.lookup('address', address),
  address: sealer.seal('address', address),
  place_key: sealer.lookup('place', place),
  place: sealer.seal('place', place),
});

/** The subscription that a row holds; an error where it holds none, as after a hand has changed it. */
export function subscriptionOf(row: SubscriptionTable, action: string, database: SqlDatabase): Subscription {
  const oneOf = <Value extends string>(values: readonly Value[], text: string): Value => {
    const value = values.find((each) => each === text);
    if (value === undefined) throw database.error(action, 'corrupt');
    return value;
  };
  if (!WALL_TIME.test(row.time)) throw database.error(action, 'corrupt');
  // A topic that is no longer known drops out; it would find nothing.
  const topics = row.topics.split(',').flatMap((text) => TOPICS.find((topic) => topic === text) ?? []);
  const weekdays = row.weekdays
    .split(',')
    .flatMap((text) => WEEKDAYS.find((weekday) => String(weekday) === text) ?? []);
  if (weekdays.length === 0) throw database.error(action, 'corrupt');
  return {
    id: row.id as SubscriptionId,
    address: database.open(action, 'address', row.address) as Address,
    place: database.open(action, 'place', row.place) as PlaceRef,
    ...(row.subscriber === null
      ? {}
      : { subscriber: database.open(action, 'person', row.subscriber) as PersonRef }),
    settings: {
      time: row.time as WallTime,
      zone: row.zone,
      language: oneOf(POST_LANGUAGES, row.language),
      topics,
      weekdays,
      silent: row.silent === 1,
      emptyDays: oneOf(EMPTY_DAY_RULES, row.empty_days),
    },
    state: oneOf(SUBSCRIPTION_STATES, row.state),
    dueAt: row.due_at,
    refusals: row.refusals,
  };
}
