import type { ChatMember } from 'grammy/types';
import { type Rooms, userOf } from './chats.ts';
import { badRequest } from './failures.ts';
import { leftOf } from './memberships.ts';
import type { ParameterReader } from './parameters.ts';
import type { UpdateFeed } from './updates.ts';

export function getChat(parameters: ParameterReader, rooms: Rooms): unknown {
  const { chat } = rooms.reachable(parameters.chatId());
  const gifts = {
    unlimited_gifts: true,
    limited_gifts: true,
    unique_gifts: true,
    premium_subscription: true,
    gifts_from_channels: true,
  };
  return { ...chat, accent_color_id: 0, max_reaction_count: 11, accepted_gift_types: gifts };
}

export function getChatMember(parameters: ParameterReader, rooms: Rooms): ChatMember {
  const room = rooms.reachable(parameters.chatId());
  const id = parameters.integer('user_id') ?? 0;
  const user = id === rooms.bot.id ? userOf(rooms.bot) : rooms.user(id);
  if (user === undefined) throw badRequest('user not found');
  return room.member(user);
}

export function getChatAdministrators(parameters: ParameterReader, rooms: Rooms): readonly ChatMember[] {
  const room = rooms.reachable(parameters.chatId());
  if (room.chat.type === 'private') throw badRequest('there are no administrators in the private chat');
  const withBots = parameters.flag('return_bots');
  return room
    .members()
    .filter(({ status }) => status === 'creator' || status === 'administrator')
    .filter(({ user }) => withBots || !user.is_bot || user.id === rooms.bot.id);
}

export function leaveChat(parameters: ParameterReader, { rooms, feed }: Leaving): true {
  const room = rooms.reachable(parameters.chatId());
  if (room.chat.type === 'private') throw badRequest("chat member status can't be changed in private chats");
  const bot = userOf(rooms.bot);
  const change = { chat: room.chat, from: bot, date: room.now(), old_chat_member: room.member(bot) };
  room.setMember(leftOf(bot));
  feed.push({ my_chat_member: { ...change, new_chat_member: leftOf(bot) } }, String(room.chat.id));
  return true;
}

interface Leaving {
  readonly rooms: Rooms;
  readonly feed: UpdateFeed;
}
