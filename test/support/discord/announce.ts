import { type APIMessage, GatewayIntentBits, type GatewayIntentBits as Intent } from 'discord.js';
import type { Dispatch } from './gateway.ts';
import type { ChannelState, World } from './world.ts';

/** Sends an event to the sessions that asked for it. */
export type Announce = (event: Dispatch) => void;

/** True when the bot may be told of what happens in the channel. */
export const botSees = (world: World, channel: ChannelState): boolean =>
  channel.guildId === undefined
    ? channel.shape.type === 1 && !world.foreignChannels.has(channel.shape.id)
    : world.guilds.get(channel.guildId)?.hasBot === true;

const messagesIntent = (channel: ChannelState): Intent =>
  channel.guildId === undefined ? GatewayIntentBits.DirectMessages : GatewayIntentBits.GuildMessages;

/** Tells the bot of a new or edited message, without the content if it may not read it. */
export function announceMessage(
  world: World,
  announce: Announce,
  event: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE',
  channel: ChannelState,
  message: APIMessage,
): void {
  if (!botSees(world, channel)) return;
  const { guildId } = channel;
  const found = guildId === undefined ? undefined : world.guilds.get(guildId)?.members.get(message.author.id);
  const { user: _user, ...member } = found ?? {};
  const place = {
    // discord.js knows a direct message by this field.
    channel_type: channel.shape.type,
    ...(guildId === undefined ? {} : { guild_id: guildId }),
    ...(found === undefined ? {} : { member }),
  };
  announce({
    event,
    guildId,
    intent: messagesIntent(channel),
    data: (withContent) => ({ ...readableBy(world, channel, message, withContent), ...place }),
  });
}

/** Tells the bot that a message is gone. */
export function announceDeletion(world: World, announce: Announce, channel: ChannelState, id: string): void {
  if (!botSees(world, channel)) return;
  const { guildId } = channel;
  const data = { id, channel_id: channel.shape.id, ...(guildId === undefined ? {} : { guild_id: guildId }) };
  announce({ event: 'MESSAGE_DELETE', guildId, intent: messagesIntent(channel), data: () => data });
}

/**
 * The message as a bot gets it: without the privileged intent it reads only its own messages, direct messages
 * and those that mention it.
 */
export function readableBy(
  world: World,
  channel: ChannelState,
  message: APIMessage,
  withContent: boolean,
): APIMessage {
  const mayRead =
    withContent ||
    channel.guildId === undefined ||
    message.author.id === world.bot.id ||
    message.mentions.some(({ id }) => id === world.bot.id);
  const { referenced_message: quoted } = message;
  const shown = mayRead ? message : { ...message, content: '', embeds: [], attachments: [], components: [] };
  return quoted ? { ...shown, referenced_message: readableBy(world, channel, quoted, withContent) } : shown;
}
