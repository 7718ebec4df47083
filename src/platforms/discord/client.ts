import {
  Client,
  type ClientOptions,
  GatewayIntentBits,
  MessageFlags,
  Options,
  Partials,
  REST,
  type RESTOptions,
} from 'discord.js';
import { type ShardPlan, shardOptions } from './shards.ts';

/** None of them is privileged: the bot reads what is said to it and nothing else. */
export const INTENTS = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.DirectMessages,
] as const;

/** Nobody is notified by anything the bot says, whatever stands in an article. */
export const NO_MENTIONS = { parse: [] } as const;

/** No preview unfolds below an answer. */
export const ANSWER_FLAGS = MessageFlags.IsComponentsV2 | MessageFlags.SuppressEmbeds;

/** How the client is set up. */
export interface ClientSettings {
  /** Of the REST API, without its version. */
  readonly apiRoot: string;
  readonly shards: ShardPlan;
  readonly makeRequest: RESTOptions['makeRequest'];
  /** How the gateway is connected to, where it should differ from what is usual. */
  readonly ws?: NonNullable<ClientOptions['ws']>;
}

/** People of a server who are remembered while their message is handled. */
const MEMBERS = 20;
const USERS = 200;
const HOUR_S = 3600;
/** Servers that do not show up within this time are waited for no longer. */
const WAIT_FOR_GUILDS_MS = 2000;
/** Who has to wait longer for Discord's limits is told so. */
const LONGEST_LIMIT_MS = 60_000;

/** A client that keeps only what the bot uses: servers, channels and roles, to know its permissions. */
export function createClient({ apiRoot, shards, makeRequest, ws }: ClientSettings): Client {
  const isSelf = ({ id }: { readonly id: string }): boolean => id === client.user?.id;
  const client: Client = new Client({
    intents: INTENTS,
    // Direct messages come from channels that are not known yet, and edits concern messages that are not kept.
    partials: [Partials.Channel, Partials.Message],
    allowedMentions: NO_MENTIONS,
    enforceNonce: true,
    failIfNotExists: false,
    waitGuildTimeout: WAIT_FOR_GUILDS_MS,
    ...shardOptions(shards),
    ...(ws === undefined ? {} : { ws }),
    makeCache: Options.cacheWithLimits({
      ApplicationCommandManager: 0,
      ApplicationEmojiManager: 0,
      AutoModerationRuleManager: 0,
      BaseGuildEmojiManager: 0,
      DMMessageManager: 0,
      EntitlementManager: 0,
      GuildBanManager: 0,
      GuildEmojiManager: 0,
      GuildForumThreadManager: 200,
      GuildInviteManager: 0,
      GuildMemberManager: { maxSize: MEMBERS, keepOverLimit: isSelf },
      GuildMessageManager: 0,
      GuildScheduledEventManager: 0,
      GuildStickerManager: 0,
      GuildTextThreadManager: 200,
      MessageManager: 0,
      PresenceManager: 0,
      ReactionManager: 0,
      ReactionUserManager: 0,
      StageInstanceManager: 0,
      ThreadMemberManager: 0,
      UserManager: { maxSize: USERS, keepOverLimit: isSelf },
      VoiceStateManager: 0,
    }),
    sweepers: {
      threads: { interval: HOUR_S, lifetime: HOUR_S },
      guildMembers: { interval: HOUR_S, filter: () => (member) => !isSelf(member) },
      users: { interval: HOUR_S, filter: () => (user) => !isSelf(user) },
    },
    rest: {
      api: apiRoot,
      makeRequest,
      rejectOnRateLimit: ({ timeToReset }) => timeToReset > LONGEST_LIMIT_MS,
    },
  });
  return client;
}

/**
 * What answers to interactions go out with. Discord does not count them among the fifty requests a second of a bot, and
 * discord.js would. Whatever Discord itself says of limits is kept to here too. To be closed with the client.
 */
export const createInteractionRest = ({ options }: Client): REST =>
  new REST({ ...options.rest, globalRequestsPerSecond: Number.POSITIVE_INFINITY });
