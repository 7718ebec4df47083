import type { ConversationRef, PersonRef, PlaceRef } from '../../core/chat/identity.ts';
import type { Address } from '../../core/daily/subscription.ts';

/** What our references begin with. */
export const DISCORD = 'discord';

/** Where something is said. */
export interface Scene {
  readonly channelId: string;
  /** Absent in private. */
  readonly guildId: string | undefined;
}

/** Settings belong to a whole server, and in private to the channel. */
export const placeOf = ({ guildId, channelId }: Scene): PlaceRef =>
  `${DISCORD}:${guildId ?? channelId}` as PlaceRef;

/** What the pace of questions is counted for: a busy channel does not silence its server. */
export const paceOf = ({ channelId }: Scene): PlaceRef => `${DISCORD}:channel:${channelId}` as PlaceRef;

export const personOf = (userId: string): PersonRef => `${DISCORD}:${userId}` as PersonRef;

/** One person in one channel or thread. */
export const conversationOf = ({ channelId }: Scene, userId: string): ConversationRef =>
  `${DISCORD}:${channelId}:${userId}` as ConversationRef;

/** A thread is a channel too. */
export const addressOf = (channelId: string): Address => `${DISCORD}:${channelId}` as Address;

/** Reads {@link addressOf} back; `undefined` for the address of another platform. */
export const channelOf = (address: Address): string | undefined => /^discord:(\d{15,21})$/.exec(address)?.[1];

/** Opens a message in Discord. */
export const linkTo = ({ guildId, channelId }: Scene, messageId: string): string =>
  `https://discord.com/channels/${guildId ?? '@me'}/${channelId}/${messageId}`;
