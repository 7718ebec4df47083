import { type Message, MessageType } from 'discord.js';

/** What a message says to the bot. */
export type Heard =
  | { readonly kind: 'said'; readonly text: string }
  /** Something without words, where words are expected. */
  | { readonly kind: 'not-text' }
  /** Not meant for the bot. */
  | { readonly kind: 'nothing' };

/** What is meant for the bot. */
export type Meant = Exclude<Heard, { readonly kind: 'nothing' }>;

const NOTHING: Heard = { kind: 'nothing' };

/**
 * What a message says to the bot: in private anything; elsewhere what mentions it, which a reply to it does unless its
 * author took the ping away. Discord hides the words of everything else, and the bot does not look.
 */
export function hear(message: Message, selfId: string): Heard {
  const { author, webhookId, type, mentions, guildId } = message;
  if (author.bot || webhookId !== null) return NOTHING;
  if (type !== MessageType.Default && type !== MessageType.Reply) return NOTHING;
  // @everyone and roles are not the bot.
  if (guildId !== null && !mentions.users.has(selfId)) return NOTHING;
  const text = withoutMarkup(message.content);
  if (text === '' && (message.attachments.size > 0 || message.stickers.size > 0)) return { kind: 'not-text' };
  return { kind: 'said', text };
}

/** The words between mentions, emoji and moments of Discord's own. */
export const withoutMarkup = (content: string): string =>
  content
    .replace(/<(?:@[!&]?|#|a?:\w+:)\d+>|<t:-?\d+(?::\w)?>/g, ' ')
    .replace(/[^\S\n]+/g, ' ')
    .trim()
    .replace(/^[,:;–-]\s*/, '');
