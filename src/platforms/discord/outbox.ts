import type { Client } from 'discord.js';
import type { PersonRef } from '../../core/chat/identity.ts';
import type { Reply } from '../../core/chat/reply.ts';
import type { Delivery, Outbox, OutgoingPost } from '../../core/ports/outbox.ts';
import { channelOf, DISCORD, linkTo } from './address.ts';
import { type DiscordFailure, describeFailure } from './failures.ts';
import { missingPermission, permissionSentence } from './permissions.ts';
import type { Sender } from './send.ts';

/** What posts go out with; there is nothing while the bot is not connected. */
export interface Connection {
  readonly client: Client<true>;
  readonly sender: Sender;
}

/**
 * Sends daily posts to channels and threads. Discord shows a post once for some minutes however often it is sent with
 * the same nonce, so one whose fate is unknown may be sent again.
 */
export function createOutbox(connection: () => Connection | undefined): Outbox {
  return {
    platform: DISCORD,
    repeatable: true,
    send: async (post, signal) => {
      const connected = connection();
      if (connected === undefined) return { kind: 'unreachable' };
      try {
        return await deliver(post, signal, connected);
      } catch (error) {
        // Our own mistake; sending the same again would end the same.
        return { kind: 'rejected', reason: error instanceof Error ? error.name : 'unknown' };
      }
    },
  };
}

/** Tells a person something in private; does nothing for people of other platforms, or while not connected. */
export async function tellPerson(
  person: PersonRef,
  reply: Reply,
  nonce: string,
  connection: Connection | undefined,
): Promise<void> {
  const userId = /^discord:(\d{15,21})$/.exec(person)?.[1];
  if (userId === undefined || connection === undefined) return;
  await connection.sender.tell(userId, reply, nonce);
}

async function deliver(
  { address, reply, silent, nonce }: OutgoingPost,
  signal: AbortSignal,
  { client, sender }: Connection,
): Promise<Delivery> {
  const channelId = channelOf(address);
  if (channelId === undefined) return { kind: 'rejected', reason: 'not an address of Discord' };
  const result = await sender.say(channelId, reply, {
    audience: { asker: undefined },
    silent,
    nonce,
    signal,
  });
  if (result.kind === 'failed') return deliveryOf(result.failure, channelId, client);
  const [first] = result.messageIds;
  if (first === undefined) return { kind: 'sent' };
  const channel = client.channels.cache.get(channelId);
  const guildId = channel === undefined || channel.isDMBased() ? undefined : channel.guildId;
  return { kind: 'sent', link: linkTo({ channelId, guildId }, first) };
}

function deliveryOf(failure: DiscordFailure, channelId: string, client: Client): Delivery {
  switch (failure.kind) {
    case 'rate-limited':
      return { kind: 'rate-limited', retryAfterMs: failure.retryAfterMs };
    case 'gone':
    case 'message-gone':
      return { kind: 'gone' };
    case 'forbidden': {
      const missing = missingPermission(client, channelId, failure.missing);
      return { kind: 'forbidden', missing: permissionSentence(client, channelId, missing, 'en') };
    }
    case 'unreachable':
      return { kind: 'unreachable' };
    case 'server-trouble':
    case 'unanswered':
      return { kind: 'unconfirmed' };
    default:
      return { kind: 'rejected', reason: describeFailure(failure) };
  }
}
