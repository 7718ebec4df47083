import { ChannelType } from 'discord.js';
import { type Announce, announceDeletion, announceMessage, botSees } from './announce.ts';
import { ERRORS } from './discord-error.ts';
import type { ApiRequest, Handler } from './http-api.ts';
import { isObject, type JsonObject } from './json.ts';
import { editedMessage, messageFromBody } from './messages.ts';
import { directChannelShape } from './shapes.ts';
import type { ChannelState, World } from './world.ts';

/** Endpoints of channels, their messages and guilds. */
export function channelEndpoints(world: World, announce: Announce): readonly (readonly [string, Handler])[] {
  const channelOf = ({ parameters }: ApiRequest): ChannelState => {
    const channel = world.channels.get(parameters.channel_id ?? '');
    if (channel === undefined) throw ERRORS.unknownChannel();
    if (!botSees(world, channel)) throw ERRORS.missingAccess();
    return channel;
  };
  const writable = (request: ApiRequest): ChannelState => {
    const channel = channelOf(request);
    if (channel.obstacle !== undefined) throw channel.obstacle();
    return channel;
  };
  const messageIn = (channel: ChannelState, { parameters }: ApiRequest) => {
    const message = channel.messages.find(({ id }) => id === parameters.message_id);
    if (message === undefined) throw ERRORS.unknownMessage();
    return message;
  };
  const guildOf = ({ parameters }: ApiRequest) => {
    const guild = world.guilds.get(parameters.guild_id ?? '');
    if (guild === undefined || !guild.hasBot) throw ERRORS.unknownGuild();
    return guild;
  };

  const send: Handler = (request) => {
    const channel = writable(request);
    wakeThread(world, announce, channel);
    const body = bodyOf(request);
    const nonce = body.enforce_nonce === true ? String(body.nonce) : undefined;
    const earlier = nonce === undefined ? undefined : channel.nonces.get(nonce);
    if (earlier !== undefined) return { status: 200, body: earlier };
    const message = messageFromBody(world, channel, body);
    channel.messages.push(message);
    if (nonce !== undefined) channel.nonces.set(nonce, message);
    announceMessage(world, announce, 'MESSAGE_CREATE', channel, message);
    return { status: 200, body: message };
  };

  const edit: Handler = (request) => {
    const channel = writable(request);
    const message = messageIn(channel, request);
    if (message.author.id !== world.bot.id) throw ERRORS.notTheAuthor();
    if (isArchived(channel)) throw ERRORS.threadIsArchived();
    const edited = editedMessage(world, message, bodyOf(request));
    channel.messages[channel.messages.indexOf(message)] = edited;
    announceMessage(world, announce, 'MESSAGE_UPDATE', channel, edited);
    return { status: 200, body: edited };
  };

  const remove: Handler = (request) => {
    const channel = writable(request);
    const message = messageIn(channel, request);
    // Without the permission to moderate a bot deletes only what it wrote itself.
    if (message.author.id !== world.bot.id)
      throw channel.guildId === undefined ? ERRORS.notTheAuthor() : ERRORS.missingPermissions();
    channel.messages.splice(channel.messages.indexOf(message), 1);
    announceDeletion(world, announce, channel, message.id);
    return { status: 204 };
  };

  const list: Handler = (request) => {
    const channel = writable(request);
    const newestFirst = channel.messages.filter(({ flags = 0 }) => (flags & 64) === 0).toReversed();
    return { status: 200, body: newestFirst.slice(0, Number(request.query.limit ?? 50)) };
  };

  const openDirectChannel: Handler = (request) => {
    const user = world.users.get(String(bodyOf(request).recipient_id));
    if (user === undefined) throw ERRORS.unknownUser();
    return { status: 200, body: directChannelWith(world, user.id).shape };
  };

  return [
    [
      'GET /channels/{channel_id}',
      (request) => ({ status: 200, body: accessible(channelOf(request)).shape }),
    ],
    ['POST /channels/{channel_id}/messages', send],
    ['GET /channels/{channel_id}/messages', list],
    [
      'GET /channels/{channel_id}/messages/{message_id}',
      (request) => ({ status: 200, body: messageIn(writable(request), request) }),
    ],
    ['PATCH /channels/{channel_id}/messages/{message_id}', edit],
    ['DELETE /channels/{channel_id}/messages/{message_id}', remove],
    [
      'POST /channels/{channel_id}/typing',
      (request) => {
        writable(request);
        return { status: 204 };
      },
    ],
    ['POST /users/@me/channels', openDirectChannel],
    ['GET /guilds/{guild_id}', (request) => ({ status: 200, body: guildOf(request).shape })],
    [
      'GET /guilds/{guild_id}/members/{user_id}',
      (request) => {
        const member = guildOf(request).members.get(request.parameters.user_id ?? '');
        if (member === undefined) throw ERRORS.unknownMember();
        return { status: 200, body: member };
      },
    ],
    [
      'GET /users/{user_id}',
      (request) => {
        const user = world.users.get(request.parameters.user_id ?? '');
        if (user === undefined) throw ERRORS.unknownUser();
        return { status: 200, body: user };
      },
    ],
  ];
}

/** The private channel of the bot and a person, opened when there is none yet. */
export function directChannelWith(world: World, userId: string): ChannelState {
  for (const channel of world.channels.values()) {
    const { shape } = channel;
    if (shape.type !== ChannelType.DM || world.foreignChannels.has(shape.id)) continue;
    if (shape.recipients?.some(({ id }) => id === userId)) return channel;
  }
  const user = world.users.get(userId);
  if (user === undefined) throw ERRORS.unknownUser();
  return addChannel(world, directChannelShape(world.newId(), user), undefined);
}

/** Puts a channel into the world. */
export function addChannel(
  world: World,
  shape: ChannelState['shape'],
  guildId: string | undefined,
): ChannelState {
  const channel: ChannelState = { shape, guildId, messages: [], nonces: new Map(), obstacle: undefined };
  world.channels.set(shape.id, channel);
  return channel;
}

const bodyOf = ({ body }: ApiRequest): JsonObject => (isObject(body) ? body : {});

// Who lacks a permission to write may still look at the channel itself.
function accessible(channel: ChannelState): ChannelState {
  const error = channel.obstacle?.();
  if (error !== undefined && (error.code === 10003 || error.code === 50001)) throw error;
  return channel;
}

const isArchived = ({ shape }: ChannelState): boolean =>
  shape.type === ChannelType.PublicThread && shape.thread_metadata?.archived === true;

/** A new message opens an archived thread again, unless it is locked. */
function wakeThread(world: World, announce: Announce, channel: ChannelState): void {
  const { shape } = channel;
  if (shape.type !== ChannelType.PublicThread || !isArchived(channel)) return;
  if (shape.thread_metadata?.locked === true) throw ERRORS.threadIsArchived();
  setArchived(world, announce, channel, false, false);
}

/** Archives or opens a thread and tells the bot. */
export function setArchived(
  world: World,
  announce: Announce,
  channel: ChannelState,
  archived: boolean,
  locked: boolean,
): void {
  const { shape } = channel;
  if (shape.type !== ChannelType.PublicThread || shape.thread_metadata === undefined)
    throw new Error(`${shape.id} is no thread`);
  channel.shape = { ...shape, thread_metadata: { ...shape.thread_metadata, archived, locked } };
  if (botSees(world, channel))
    announce({ event: 'THREAD_UPDATE', guildId: channel.guildId, intent: 1, data: () => channel.shape });
}
