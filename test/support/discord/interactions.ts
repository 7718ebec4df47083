import { randomBytes } from 'node:crypto';
import {
  type APIInteraction,
  type APIUser,
  ChannelType,
  InteractionContextType as Context,
  type InteractionType,
  Locale,
  PermissionFlagsBits,
} from 'discord.js';
import type { Announce } from './announce.ts';
import { memberShape } from './shapes.ts';
import type { ChannelState, InteractionState, World } from './world.ts';

/** The circumstances of an interaction. */
export interface Circumstances {
  readonly user: APIUser;
  readonly channel: ChannelState;
  /** The permissions of the person in the channel. */
  readonly permissions: bigint;
  /** Who installed the application: the guild, or only this person for themselves. */
  readonly install: 'guild' | 'user';
}

/** An interaction that was sent to the bot; `server.replyTo` tells what became of it. */
export interface SentInteraction {
  readonly id: string;
  readonly token: string;
  readonly channelId: string;
}

/** Sends an interaction to the bot. */
export function sendInteraction(
  world: World,
  announce: Announce,
  { user, channel, permissions, install }: Circumstances,
  type: InteractionType,
  data: unknown,
  extra: object = {},
): SentInteraction {
  const id = world.newId();
  const token = randomBytes(48).toString('base64url');
  const { guildId } = channel;
  const guild = guildId === undefined ? undefined : world.guilds.get(guildId);
  const member = guild?.members.get(user.id) ?? memberShape(user, world.now());
  const isPrivateOfOthers = world.foreignChannels.has(channel.shape.id);
  const isUserInstall = install === 'user';
  const place =
    guild === undefined
      ? { user, context: isPrivateOfOthers ? Context.PrivateChannel : Context.BotDM }
      : {
          guild_id: guild.shape.id,
          guild: { id: guild.shape.id, locale: guild.shape.preferred_locale, features: guild.shape.features },
          guild_locale: guild.shape.preferred_locale,
          member: { ...member, user, permissions: String(permissions) },
          context: Context.Guild,
        };
  const shape = {
    id,
    application_id: world.application.id,
    type,
    data,
    token,
    version: 1,
    channel_id: channel.shape.id,
    channel: channelIn(channel, permissions),
    ...place,
    app_permissions: String(appPermissions(guild !== undefined, isUserInstall)),
    locale: world.locales.get(user.id) ?? Locale.EnglishUS,
    entitlements: [],
    entitlement_sku_ids: [],
    authorizing_integration_owners: isUserInstall ? { 1: user.id } : { 0: guild?.shape.id ?? '0' },
    attachment_size_limit: 10_485_760,
    ...extra,
    // Every field that discord-api-types demands is above; `data` belongs to `type` by the caller's word.
  } as unknown as APIInteraction;
  const mayShow = (permissions & PermissionFlagsBits.UseExternalApps) !== 0n;
  const interaction: InteractionState = {
    shape,
    channel,
    startedAt: world.now(),
    isUserInstall,
    forcedEphemeral: isUserInstall && guild !== undefined && !mayShow,
    followUps: [],
    answer: { kind: 'unanswered' },
  };
  world.interactions.set(token, interaction);
  // A guild in which the bot is not sends through the shard of its id all the same.
  announce({ event: 'INTERACTION_CREATE', guildId, data: () => shape });
  return { id, token, channelId: channel.shape.id };
}

function channelIn({ shape }: ChannelState, permissions: bigint): unknown {
  if (shape.type === ChannelType.DM)
    return { id: shape.id, type: shape.type, flags: 0, recipients: shape.recipients };
  return { ...shape, flags: 0, permissions: String(permissions) };
}

const appPermissions = (isGuild: boolean, isUserInstall: boolean): bigint => {
  const basic =
    PermissionFlagsBits.EmbedLinks | PermissionFlagsBits.AttachFiles | PermissionFlagsBits.MentionEveryone;
  if (!isGuild) return basic | PermissionFlagsBits.UseExternalEmojis;
  return isUserInstall
    ? basic
    : basic |
        PermissionFlagsBits.ViewChannel |
        PermissionFlagsBits.SendMessages |
        PermissionFlagsBits.ReadMessageHistory;
};
