import { GatewayIntentBits, Locale } from 'discord.js';
import { type Announce, botSees } from './announce.ts';
import { ERRORS } from './discord-error.ts';
import { addChannel, setArchived } from './endpoints-channel.ts';
import { directChannelShape, guildShape, memberShape, textChannelShape, threadShape } from './shapes.ts';
import { type ChannelState, type GuildState, present, type World } from './world.ts';

/** A guild to found. */
export interface GuildSetup {
  readonly name?: string;
  readonly locale?: Locale;
  readonly memberCount?: number;
  /** False for a guild to which only people bring the application. */
  readonly hasBot?: boolean;
}

/** What can stand in the way of the bot in a channel. */
export type Obstacle = 'none' | 'unknown' | 'missing-access' | 'missing-permissions' | 'closed' | 'archived';

/** Guilds and channels, and what happens to them. */
export interface Places {
  /** Founds a guild with one text channel; a connected bot joins it at once. */
  guild(setup?: GuildSetup): { readonly id: string; readonly channelId: string };
  /** Opens a text channel. Returns its id. */
  channel(guildId: string, name?: string): string;
  /** Opens a public thread below a channel. Returns its id. */
  thread(channelId: string, name?: string): string;
  /** The private channel of two other people, into which one may bring the application. Returns its id. */
  privateChannelOf(userId: string): string;
  /** Whatever the bot does in the channel fails so from now on. */
  obstruct(channelId: string, obstacle: Obstacle): void;
  /** The bot is removed from a guild. */
  removeBot(guildId: string): void;
  /** A guild has an outage. */
  loseGuild(guildId: string): void;
  deleteChannel(channelId: string): void;
  /** Archives a thread; a locked one cannot be opened by writing. */
  archive(threadId: string, how?: { readonly locked: boolean }): void;
}

const OBSTACLES: { readonly [name in Obstacle]: ChannelState['obstacle'] } = {
  none: undefined,
  unknown: ERRORS.unknownChannel,
  'missing-access': ERRORS.missingAccess,
  'missing-permissions': ERRORS.missingPermissions,
  closed: ERRORS.cannotWriteToUser,
  archived: ERRORS.threadIsArchived,
};

/** The guilds and channels of a world. */
export function createPlaces(
  world: World,
  announce: Announce,
): Places & { readonly guildsOfBot: () => readonly { readonly id: string; readonly data: unknown }[] } {
  const channelOf = (id: string): ChannelState => present(world.channels.get(id), `channel ${id}`);
  const tell = (channel: ChannelState, event: string, data: unknown): void => {
    if (!botSees(world, channel)) return;
    announce({ event, guildId: channel.guildId, intent: GatewayIntentBits.Guilds, data: () => data });
  };
  const open = (guildId: string, name: string): ChannelState =>
    addChannel(world, textChannelShape(world.newId(), guildId, name), guildId);
  const joined = (guild: GuildState): unknown => {
    const inside = [...world.channels.values()].filter(({ guildId }) => guildId === guild.shape.id);
    const shapes = inside.map(({ shape }) => shape);
    return {
      ...guild.shape,
      joined_at: new Date(world.now()).toISOString(),
      large: false,
      unavailable: false,
      member_count: guild.memberCount,
      voice_states: [],
      members: [guild.members.get(world.bot.id)],
      channels: shapes.filter(({ type }) => type === 0),
      threads: shapes.filter(({ type }) => type === 11),
      presences: [],
      stage_instances: [],
      guild_scheduled_events: [],
      soundboard_sounds: [],
    };
  };
  const leave = (guildId: string, data: object): void =>
    announce({ event: 'GUILD_DELETE', guildId, intent: GatewayIntentBits.Guilds, data: () => data });

  return {
    guild({ name = 'Nhóm học sử', locale = Locale.Vietnamese, memberCount = 12, hasBot = true } = {}) {
      const id = world.newGuildId();
      const shape = guildShape(id, name, world.newId(), locale);
      const guild: GuildState = { shape, members: new Map(), memberCount, hasBot };
      if (hasBot) guild.members.set(world.bot.id, memberShape(world.bot, world.now()));
      world.guilds.set(id, guild);
      const channel = open(id, 'chung');
      tell(channel, 'GUILD_CREATE', joined(guild));
      return { id, channelId: channel.shape.id };
    },
    channel(guildId, name = 'hoi-dap') {
      const channel = open(guildId, name);
      tell(channel, 'CHANNEL_CREATE', channel.shape);
      return channel.shape.id;
    },
    thread(channelId, name = 'Hỏi riêng') {
      const { shape, guildId = '' } = channelOf(channelId);
      const parent = { id: shape.id, guildId };
      const thread = threadShape(world.newId(), parent, name, world.newId(), world.now());
      const channel = addChannel(world, thread, guildId);
      tell(channel, 'THREAD_CREATE', { ...thread, newly_created: true });
      return thread.id;
    },
    privateChannelOf(userId) {
      const user = present(world.users.get(userId), `person ${userId}`);
      const shape = directChannelShape(world.newId(), user);
      world.foreignChannels.add(shape.id);
      addChannel(world, shape, undefined);
      return shape.id;
    },
    obstruct(channelId, obstacle) {
      channelOf(channelId).obstacle = OBSTACLES[obstacle];
    },
    removeBot(guildId) {
      const guild = present(world.guilds.get(guildId), `guild ${guildId}`);
      guild.hasBot = false;
      guild.members.delete(world.bot.id);
      leave(guildId, { id: guildId });
    },
    loseGuild: (guildId) => leave(guildId, { id: guildId, unavailable: true }),
    deleteChannel(channelId) {
      const channel = channelOf(channelId);
      world.channels.delete(channelId);
      const { shape } = channel;
      if (shape.type !== 11) return tell(channel, 'CHANNEL_DELETE', shape);
      const { id, guild_id, parent_id, type } = shape;
      tell(channel, 'THREAD_DELETE', { id, guild_id, parent_id, type });
    },
    archive: (threadId, { locked } = { locked: false }) =>
      setArchived(world, announce, channelOf(threadId), true, locked),
    guildsOfBot: () =>
      [...world.guilds.values()]
        .filter(({ hasBot }) => hasBot)
        .map((guild) => ({ id: guild.shape.id, data: joined(guild) })),
  };
}
