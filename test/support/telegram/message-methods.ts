import type { InlineKeyboardMarkup, Message, MessageEntity } from 'grammy/types';
import { quoted, type Room, type Rooms, userOf } from './chats.ts';
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
  const content = textFrom(parameters);
  const keyboard = keyboardFrom(parameters);
  const original = originalOf(parameters, room);
  const thread = asked ?? (original?.is_topic_message === true ? original.message_thread_id : undefined);
  if (thread !== undefined) rooms.writable(room.chat.id, thread);
  const preview = parameters.object('link_preview_options')?.all;
  const message: Message = {
    message_id: room.nextMessageId(),
    ...(room.chat.type === 'channel' ? { sender_chat: room.chat } : { from: userOf(rooms.bot) }),
    chat: room.chat,
    date: room.now(),
    ...(thread === undefined ? {} : { message_thread_id: thread, is_topic_message: true }),
    ...(original === undefined ? {} : { reply_to_message: quoted(original) }),
    ...contentOf(content),
    ...(preview === undefined ? {} : { link_preview_options: preview }),
    ...(parameters.flag('protect_content') ? { has_protected_content: true as const } : {}),
    ...(keyboard === undefined ? {} : { reply_markup: keyboard }),
  };
  room.keep(message);
  return message;
}

function textFrom(parameters: ParameterReader, tooLong?: string): FormattedText {
  return formatText(parameters.text('text') ?? '', {
    parseMode: parameters.text('parse_mode'),
    entities: parameters.list<MessageEntity>('entities'),
    ...(tooLong === undefined ? {} : { tooLong }),
  });
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
  const content = textFrom(parameters, 'MESSAGE_TOO_LONG');
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
  if (!isOwn(message, rooms)) throw badRequest("message can't be edited");
  return { room, message };
}

/** In a channel a bot edits posts; elsewhere only what it wrote itself. */
const isOwn = ({ from, chat }: Message, { bot }: Rooms): boolean =>
  from?.id === bot.id || chat.type === 'channel';

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
    isOwn(message, rooms) ||
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
