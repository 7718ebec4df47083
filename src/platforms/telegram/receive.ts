import type { Message, MessageEntity, UserFromGetMe } from 'grammy/types';
import type { Locale } from '../../core/locale.ts';
import { isOtherBot, isPrivate } from './address.ts';

/** What a message says to the bot. */
export type Heard =
  | { readonly kind: 'said'; readonly text: string }
  /** Something without words, where words are expected. */
  | { readonly kind: 'not-text' }
  /** Not meant for the bot. */
  | { readonly kind: 'nothing' };

/** The bot's bare name below somebody's message asks what is known of that. */
const CHECK = '/check';

const NOTHING: Heard = { kind: 'nothing' };

/** Whether a name is a command of the bot. */
type KnowsCommand = (name: string) => boolean;

/**
 * What a message says to the bot: in a private chat anything; in a group a command, a reply to the bot or a mention;
 * in a channel a command. Captions count as text.
 */
export function hear(message: Message, me: UserFromGetMe, knowsCommand: KnowsCommand): Heard {
  // What people send by way of the bot itself is its own answer.
  if (message.via_bot?.id === me.id || isOtherBot(message.from)) return NOTHING;
  const text = message.text ?? message.caption;
  const entities = message.entities ?? message.caption_entities ?? [];
  const command = text === undefined ? undefined : readCommand(text);
  if (isPrivate(message.chat)) {
    if (text !== undefined) return { kind: 'said', text: addressed(message, text, entities, me) };
    return isService(message) ? NOTHING : { kind: 'not-text' };
  }
  if (text === undefined) return NOTHING;
  if (command !== undefined) {
    const isOurs = command.bot === undefined ? knowsCommand(command.name) : isName(command.bot, me);
    return isOurs ? { kind: 'said', text } : NOTHING;
  }
  if (message.chat.type === 'channel') return NOTHING;
  if (isMentioned(text, entities, me)) return { kind: 'said', text: addressed(message, text, entities, me) };
  return isReplyTo(message, me) ? { kind: 'said', text } : NOTHING;
}

/** In a forum, what opens a topic counts as replied to by everything in it; who opened it did not ask to be answered. */
const isReplyTo = ({ reply_to_message: before }: Message, me: UserFromGetMe): boolean =>
  before?.from?.id === me.id && before.forum_topic_created === undefined;

/** What Telegram tells of a person's language: Vietnamese, or English for whoever reads another; else what is usual. */
export function languageOf(code: string | undefined, usual: Locale): Locale {
  if (code === undefined) return usual;
  return code.toLowerCase().split('-')[0] === 'vi' ? 'vi' : 'en';
}

/** Fields of messages that nobody wrote, such as "Ann joined the group". */
const CONTENT = [
  'animation',
  'audio',
  'contact',
  'dice',
  'document',
  'game',
  'location',
  'paid_media',
  'photo',
  'poll',
  'sticker',
  'story',
  'venue',
  'video',
  'video_note',
  'voice',
] as const;

const isService = (message: Message): boolean => CONTENT.every((field) => message[field] === undefined);

function readCommand(text: string): { readonly name: string; readonly bot?: string } | undefined {
  const read = /^\/([^\s@/]+)(?:@(\S+))?/u.exec(text);
  if (read === null) return undefined;
  const [, name = '', bot] = read;
  return bot === undefined ? { name } : { name, bot };
}

const isName = (name: string, me: UserFromGetMe): boolean => name.toLowerCase() === me.username.toLowerCase();

const isMentionOf = (text: string, entity: MessageEntity, me: UserFromGetMe): boolean =>
  entity.type === 'text_mention'
    ? entity.user.id === me.id
    : entity.type === 'mention' && isName(text.slice(entity.offset + 1, entity.offset + entity.length), me);

const isMentioned = (text: string, entities: readonly MessageEntity[], me: UserFromGetMe): boolean =>
  entities.some((entity) => isMentionOf(text, entity, me));

/** What is said to the bot beside its name. */
function addressed(
  { reply_to_message: before }: Message,
  text: string,
  entities: readonly MessageEntity[],
  me: UserFromGetMe,
): string {
  const said = withoutMention(text, entities, me);
  return said === '' && before !== undefined && before.from?.id !== me.id ? CHECK : said;
}

/** The words around a mention of the bot. */
function withoutMention(text: string, entities: readonly MessageEntity[], me: UserFromGetMe): string {
  let left = '';
  let at = 0;
  for (const entity of entities) {
    if (!isMentionOf(text, entity, me)) continue;
    left += text.slice(at, entity.offset);
    at = entity.offset + entity.length;
  }
  return `${left}${text.slice(at)}`.trim().replace(/^[,:;–-]\s*/, '');
}
