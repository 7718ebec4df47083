import type {
  APIApplication,
  APIApplicationCommand,
  APIGuild,
  APIGuildMember,
  APIInteraction,
  APIMessage,
  APIModalInteractionResponseCallbackData,
  APIUser,
  Locale,
} from 'discord.js';
import type { DiscordError } from './discord-error.ts';
import { applicationShape, type ChannelShape, userShape } from './shapes.ts';

/** A guild; the bot may be outside of it, when a person brought the application along. */
export interface GuildState {
  readonly shape: APIGuild;
  readonly members: Map<string, APIGuildMember>;
  readonly memberCount: number;
  hasBot: boolean;
}

/** A channel with what was written in it, oldest first. */
export interface ChannelState {
  shape: ChannelShape;
  readonly guildId: string | undefined;
  readonly messages: APIMessage[];
  /** The messages by the nonce that the bot demanded to be unique. */
  readonly nonces: Map<string, APIMessage>;
  /** What stands in the way of the bot here. */
  obstacle: (() => DiscordError) | undefined;
}

/** How the bot has answered an interaction so far. */
export type AnswerState =
  | { readonly kind: 'unanswered' }
  | { readonly kind: 'thinking' | 'message'; readonly messageId: string }
  | { readonly kind: 'acknowledged'; readonly messageId: string }
  | { readonly kind: 'modal'; readonly modal: APIModalInteractionResponseCallbackData }
  | { readonly kind: 'choices'; readonly choices: readonly unknown[] };

/** An interaction that a person started. */
export interface InteractionState {
  readonly shape: APIInteraction;
  readonly channel: ChannelState;
  readonly startedAt: number;
  /** Only a person's own installation of the application stands behind it. */
  readonly isUserInstall: boolean;
  /** Discord shows the answer only to the person, whatever the bot asks for. */
  readonly forcedEphemeral: boolean;
  readonly followUps: string[];
  answer: AnswerState;
}

/** Everything the server remembers. */
export interface World {
  readonly now: () => number;
  readonly newId: () => string;
  /** Ids of guilds: the first belongs to shard 0, the second to shard 1, and so on round. */
  readonly newGuildId: () => string;
  readonly bot: APIUser;
  readonly application: APIApplication;
  readonly users: Map<string, APIUser>;
  readonly locales: Map<string, Locale>;
  readonly guilds: Map<string, GuildState>;
  readonly channels: Map<string, ChannelState>;
  /** Private channels of other people, in which the bot is not. */
  readonly foreignChannels: Set<string>;
  /** By token. */
  readonly interactions: Map<string, InteractionState>;
  commands: readonly APIApplicationCommand[];
}

const DISCORD_EPOCH = 1_420_070_400_000n;

/** Makes ids as Discord does: the time in the upper bits, so that newer ids are greater. */
export function createIds(now: () => number): () => string {
  let count = 0n;
  return () => {
    count += 1n;
    return String(((BigInt(Math.floor(now())) - DISCORD_EPOCH) << 22n) | (count & 0x3fffffn));
  };
}

// A moment whose distance from Discord's epoch can be divided by every sensible number of shards.
const FOUNDING = 720_720n * 400_000n;

function createGuildIds(): () => string {
  let count = -1n;
  return () => {
    count += 1n;
    return String((FOUNDING + count) << 22n);
  };
}

/** A world with the bot and nobody else. */
export function createWorld(now: () => number, botName: string): World {
  const newId = createIds(now);
  // Old bots have an application id that differs from the user id; a bot must not mix them up.
  const bot = userShape(newId(), botName, true);
  return {
    now,
    newId,
    newGuildId: createGuildIds(),
    bot,
    application: applicationShape(newId(), bot),
    users: new Map([[bot.id, bot]]),
    locales: new Map(),
    guilds: new Map(),
    channels: new Map(),
    foreignChannels: new Set(),
    interactions: new Map(),
    commands: [],
  };
}

/** The channel and the message of an id, wherever it is. */
export function findMessage(
  world: World,
  messageId: string,
): { readonly channel: ChannelState; readonly message: APIMessage } | undefined {
  for (const channel of world.channels.values()) {
    const message = channel.messages.find(({ id }) => id === messageId);
    if (message !== undefined) return { channel, message };
  }
  return undefined;
}

/** The thing, or an error that names what is missing: for the person's side, where absence is a mistake. */
export function present<T>(thing: T | undefined, what: string): T {
  if (thing === undefined) throw new Error(`There is no ${what} in this Discord`);
  return thing;
}
