import type { InlineKeyboardMarkup, Message, MessageEntity } from 'grammy/types';
import { type Room, type Rooms, userOf } from './chats.ts';
import { draftIn } from './drafts.ts';
import { badRequest } from './failures.ts';
import { formatText } from './formatted-text.ts';
import type { FormattedText } from './html-entities.ts';
import { keyboardFrom } from './keyboards.ts';
import type { ParameterReader } from './parameters.ts';

const CHAT_ACTIONS: ReadonlySet<string> = new Set(
  'typing upload_photo record_video upload_video record_voice upload_voice upload_document choose_sticker find_location record_video_note upload_video_note'.split(
    ' ',
  ),
);

export function sendMessage(parameters: ParameterReader, rooms: Rooms): Message {
  const asked = parameters.integer('message_thread_id');
  const room = rooms.writable(parameters.chatId(), asked);
  const content = textFrom(parameters, rooms);
  const keyboard = keyboardFrom(parameters);
  const original = originalOf(parameters, room);
  const thread = asked ?? (original?.is_topic_message === true ? original.message_thread_id : undefined);
  if (thread !== undefined) rooms.writable(room.chat.id, thread);
  const preview = parameters.object('link_preview_options')?.all;
  const message: Message = {
    ...draftIn(room, { replyTo: original, thread }),
    ...(room.chat.type === 'channel' ? { sender_chat: room.chat } : { from: userOf(rooms.bot) }),
    ...contentOf(content),
    ...(preview === undefined ? {} : { link_preview_options: preview }),
    ...(parameters.flag('protect_content') ? { has_protected_content: true as const } : {}),
    ...(keyboard === undefined ? {} : { reply_markup: keyboard }),
  };
  room.keepFromBot(message);
  return message;
}

function textFrom(parameters: ParameterReader, rooms: Rooms, tooLong?: string): FormattedText {
  const { text, entities } = formatText(parameters.text('text') ?? '', {
    parseMode: parameters.text('parse_mode'),
    entities: parameters.list<MessageEntity>('entities'),
    ...(tooLong === undefined ? {} : { tooLong }),
  });
  return { text, entities: entities.flatMap((entity) => withKnownUser(entity, rooms)) };
}

/** A mention by number works only for people the bot has met; for others it is plain text. */
function withKnownUser(entity: MessageEntity, rooms: Rooms): readonly MessageEntity[] {
  if (entity.type !== 'text_mention') return [entity];
  const user = rooms.user(entity.user.id);
  return user === undefined ? [] : [{ ...entity, user }];
}

const contentOf = ({ text, entities }: FormattedText) => ({
  text,
  ...(entities.length === 0 ? {} : { entities: [...entities] }),
});

function originalOf(parameters: ParameterReader, room: Room): Message | undefined {
  const reply = parameters.object('reply_parameters');
  const id = reply?.integer('message_id');
  if (reply === undefined || id === undefined) return undefined;
  const original = room.message(id);
  if (original !== undefined || reply.flag('allow_sending_without_reply')) return original;
  throw badRequest('message to be replied not found');
}

export function editMessageText(parameters: ParameterReader, rooms: Rooms): Message | true {
  const content = textFrom(parameters, rooms, 'MESSAGE_TOO_LONG');
  const keyboard = keyboardFrom(parameters);
  const target = editable(parameters, rooms);
  if (target === 'inline') return true;
  const { entities: _, reply_markup: __, ...kept } = target.message;
  return change(target, { ...kept, ...contentOf(content), ...withKeyboard(keyboard) });
}

export function editMessageReplyMarkup(parameters: ParameterReader, rooms: Rooms): Message | true {
  const keyboard = keyboardFrom(parameters);
  const target = editable(parameters, rooms);
  if (target === 'inline') return true;
  const { reply_markup: _, ...kept } = target.message;
  return change(target, { ...kept, ...withKeyboard(keyboard) });
}

const withKeyboard = (keyboard: InlineKeyboardMarkup | undefined) =>
  keyboard === undefined ? {} : { reply_markup: keyboard };

interface Target {
  readonly room: Room;
  readonly message: Message;
}

function editable(parameters: ParameterReader, rooms: Rooms): Target | 'inline' {
  if (parameters.text('inline_message_id') !== undefined) return 'inline';
  const id = parameters.integer('message_id');
  if (id === undefined) throw badRequest('message identifier is not specified');
  const room = rooms.reachable(parameters.chatId());
  const message = room.message(id);
  if (message === undefined) throw badRequest('message to edit not found');
  if (!isOwn(room, message)) throw badRequest("message can't be edited");
  return { room, message };
}

/** In a channel a bot edits posts; elsewhere only what it wrote itself. */
const isOwn = (room: Room, { message_id }: Message): boolean =>
  room.isFromBot(message_id) || room.chat.type === 'channel';

function change({ room, message }: Target, changed: Message): Message {
  const face = ({ text, entities, reply_markup }: Message) => JSON.stringify([text, entities, reply_markup]);
  if (face(message) === face(changed)) {
    throw badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    );
  }
  const edited = { ...changed, edit_date: room.now() };
  room.keep(edited);
  return edited;
}

export function deleteMessage(parameters: ParameterReader, rooms: Rooms): true {
  const room = rooms.reachable(parameters.chatId());
  const id = parameters.integer('message_id') ?? 0;
  const message = room.message(id);
  if (message === undefined) throw badRequest('message to delete not found');
  const member = room.member(rooms.bot);
  const mayDelete =
    isOwn(room, message) ||
    room.chat.type === 'private' ||
    (member.status === 'administrator' && member.can_delete_messages);
  if (!mayDelete) throw badRequest("message can't be deleted");
  room.forget(id);
  return true;
}

export function sendChatAction(parameters: ParameterReader, rooms: Rooms): true {
  rooms.writable(parameters.chatId(), parameters.integer('message_thread_id'));
  if (!CHAT_ACTIONS.has(parameters.text('action') ?? '')) {
    throw badRequest('wrong parameter action in request');
  }
  return true;
}
