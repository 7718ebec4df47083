import type { PlaceRef } from '../../src/core/chat/identity.ts';
import type { Address, Subscription, SubscriptionId } from '../../src/core/daily/subscription.ts';
import { openStorage } from '../../src/infra/storage/open-storage.ts';
import type { DiscordServer } from '../../test/support/discord/discord-server.ts';
import type { TelegramServer } from '../../test/support/telegram/telegram-server.ts';
import { settingsDueAt } from '../daily/cohort.ts';

/** Chats that get a daily post. */
export interface Subscribers {
  readonly telegram: ReadonlySet<number>;
  readonly discord: ReadonlySet<string>;
  readonly subscriptions: (dueAt: number) => readonly Subscription[];
}

/** Of a hundred subscribers so many are on Telegram. */
const ON_TELEGRAM = 0.8;
/** The bot posts once a second in a server, however many channels of it want a post. */
const CHANNELS_IN_GUILD = 5;

/** Makes so many chats on both platforms, in which nobody asks anything. */
export function makeSubscribers(
  count: number,
  telegram: TelegramServer,
  discord: DiscordServer,
): Subscribers {
  const people = Array.from({ length: Math.round(count * ON_TELEGRAM) }, () => telegram.person().id);
  const channels: { readonly channel: string; readonly guild: string }[] = [];
  let guild = { id: '', channelId: '' };
  for (let number = 0; number < count - people.length; number += 1) {
    const isFirst = number % CHANNELS_IN_GUILD === 0;
    if (isFirst) guild = discord.guild();
    channels.push({ channel: isFirst ? guild.channelId : discord.channel(guild.id), guild: guild.id });
  }
  const chats = [
    ...people.map((id) => ({ address: `telegram:${id}`, place: `telegram:${id}` })),
    ...channels.map((each) => ({ address: `discord:${each.channel}`, place: `discord:${each.guild}` })),
  ];
  return {
    telegram: new Set(people),
    discord: new Set(channels.map(({ channel }) => channel)),
    subscriptions: (dueAt) =>
      chats.map(
        ({ address, place }, index): Subscription => ({
          // Ids are random in truth: the platforms come mixed.
          id: `${((index * 7919) % 100_003).toString(36).padStart(4, '0')}-${index}` as SubscriptionId,
          address: address as Address,
          place: place as PlaceRef,
          settings: settingsDueAt(dueAt),
          state: 'active',
          dueAt,
          refusals: 0,
        }),
      ),
  };
}

/** Writes subscriptions into the database of a bot that is not running. */
export async function subscribe(file: string, subscriptions: readonly Subscription[]): Promise<void> {
  const storage = await openStorage({ kind: 'sqlite', file });
  for (const subscription of subscriptions) await storage.subscriptions.save(subscription);
  await storage.close();
}
