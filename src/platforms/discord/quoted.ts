import { type Client, Events, type GatewayDispatchPayload } from 'discord.js';
import { RecentMap } from '../../core/recent-map.ts';
import { withoutMarkup } from './receive.ts';

/** What stands in the message of somebody else that a message replies to. */
export type Quoted =
  | { readonly kind: 'text'; readonly text: string }
  /** Nothing to read: a picture, or words that Discord hides from the bot. */
  | { readonly kind: 'unreadable' };

/** A message is handled within seconds, and most reply to nothing. */
const MAXIMUM_QUOTED = 500;

/** What messages reply to. discord.js hands it over in its cache of messages only, and none are kept. */
export class QuotedMessages {
  readonly #quoted = new RecentMap<string, Quoted>(MAXIMUM_QUOTED);

  /** From now on what reaches the client is read along, before it is handled. */
  follow(client: Client): void {
    client.on(Events.Raw, (packet: GatewayDispatchPayload) => {
      if (packet.t !== 'MESSAGE_CREATE' && packet.t !== 'MESSAGE_UPDATE') return;
      const { id, guild_id: guildId, mentions, referenced_message: before } = packet.d;
      const selfId = client.user?.id;
      if (!before || before.author.id === selfId) return;
      if (guildId !== undefined && !mentions.some((mentioned) => mentioned.id === selfId)) return;
      const text = withoutMarkup(before.content);
      this.#quoted.set(id, text === '' ? { kind: 'unreadable' } : { kind: 'text', text });
    });
  }

  /** What a message replies to; `undefined` where it is no reply, or one to the bot. */
  of(messageId: string): Quoted | undefined {
    return this.#quoted.get(messageId);
  }
}
