import { type Client, PermissionFlagsBits } from 'discord.js';
import { wordsIn } from '../../core/chat/words/words.ts';
import type { Locale } from '../../core/locale.ts';
import type { PermissionKey } from './failures.ts';

/**
 * Which permission the bot lacks in a channel, as far as it knows its roles there; `told` is what Discord's refusal
 * hints at, which is right when nothing better is known.
 */
export function missingPermission(client: Client, channelId: string, told: PermissionKey): PermissionKey {
  const lacking = lackingPermission(client, channelId);
  if (lacking !== undefined) return lacking;
  const isThread = client.channels.cache.get(channelId)?.isThread() === true;
  return isThread && told === 'sendMessages' ? 'sendInThreads' : told;
}

/** Which permission to write in a channel the bot surely lacks, by the roles it knows of. */
export function lackingPermission(client: Client, channelId: string): PermissionKey | undefined {
  const channel = client.channels.cache.get(channelId);
  const me = client.user;
  if (channel === undefined || channel.isDMBased() || me === null) return undefined;
  const isThread = channel.isThread();
  const own = channel.permissionsFor(me);
  const needed: readonly (readonly [PermissionKey, bigint])[] = [
    ['viewChannel', PermissionFlagsBits.ViewChannel],
    isThread
      ? ['sendInThreads', PermissionFlagsBits.SendMessagesInThreads]
      : ['sendMessages', PermissionFlagsBits.SendMessages],
  ];
  return own === null ? undefined : needed.find(([, bit]) => !own.has(bit))?.[0];
}

/** "I need “Send Messages” in #x." */
export function permissionSentence(
  client: Client,
  channelId: string,
  missing: PermissionKey,
  language: Locale,
): string {
  const words = wordsIn(language);
  const channel = client.channels.cache.get(channelId);
  const name = channel === undefined || channel.isDMBased() ? channelId : `#${channel.name}`;
  return words.missingPermission(words.permissions[missing], name);
}
