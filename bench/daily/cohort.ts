import type { PlaceRef } from '../../src/core/chat/identity.ts';
import { EVERY_DAY } from '../../src/core/daily/setting-words.ts';
import type {
  Address,
  PostSettings,
  Subscription,
  SubscriptionId,
  WallTime,
} from '../../src/core/daily/subscription.ts';

/** What a chat does with a post: takes it, has put the bot out, or lives on under another address. */
export type Fate = 'takes' | 'kicked' | 'moved';

/** A chat that has subscribed. */
export interface Member {
  readonly subscription: Subscription;
  readonly fate: Fate;
  /** Where its post belongs. */
  readonly reachedAt: Address;
}

export interface CohortSizes {
  readonly telegram: number;
  readonly discord: number;
}

/** One chat in so many has put the bot out; one Telegram group in so many has moved. */
const ONE_KICKED_IN = 100;
const ONE_MOVED_IN = 200;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Subscriptions that were all due at the beginning of the minute of an instant (milliseconds of the epoch). */
export function makeCohort({ telegram, discord }: CohortSizes, now: number): readonly Member[] {
  const dueAt = Math.floor(now / MINUTE_MS) * MINUTE_MS;
  const settings = settingsDueAt(dueAt);
  return Array.from({ length: telegram + discord }, (_, index): Member => {
    const fate = fateOf(index, index < telegram);
    const address = (index < telegram ? `telegram:${chatOf(index, fate)}` : discordAddress(index)) as Address;
    const subscription: Subscription = {
      // Ids are random in truth: the platforms come mixed.
      id: `${((index * 7919) % 100_003).toString(36).padStart(4, '0')}-${index}` as SubscriptionId,
      address,
      place: address as string as PlaceRef,
      settings,
      state: 'active',
      dueAt,
      refusals: 0,
    };
    return { subscription, fate, reachedAt: fate === 'moved' ? movedTo(address) : address };
  });
}

/** Where a moved group is now. */
export const movedTo = (address: Address): Address => address.replace('-', '-100') as Address;

function fateOf(index: number, isTelegram: boolean): Fate {
  if (index % ONE_KICKED_IN === 7) return 'kicked';
  return isTelegram && index % ONE_MOVED_IN === 11 ? 'moved' : 'takes';
}

/** Only groups can move; the id of a group is below zero. */
const chatOf = (index: number, fate: Fate): number => (fate === 'moved' ? -1 : 1) * (5_000_000 + index);
const discordAddress = (index: number): string => `discord:${1_200_000_000_000_000_000n + BigInt(index)}`;

/**
 * Settings whose post is due at the beginning of a minute (milliseconds of the epoch), in a zone where it is about noon,
 * so that the day does not end while the posts go out.
 */
export function settingsDueAt(dueAt: number): PostSettings {
  const date = new Date(dueAt);
  const offset = 12 - date.getUTCHours();
  // These zones count westwards.
  const zone = offset === 0 ? 'UTC' : `Etc/GMT${offset > 0 ? '-' : '+'}${Math.abs(offset)}`;
  const time = new Date(dueAt + offset * HOUR_MS).toISOString().slice(11, 16) as WallTime;
  return {
    time,
    zone,
    language: 'vi',
    topics: [],
    weekdays: EVERY_DAY,
    silent: false,
    emptyDays: 'nearest',
  };
}
