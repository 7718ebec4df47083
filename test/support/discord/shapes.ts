import {
  type APIApplication,
  type APIDMChannel,
  type APIGuild,
  type APIGuildMember,
  type APIMessage,
  type APIPublicThreadChannel,
  type APIRole,
  type APITextChannel,
  type APIUser,
  type ApplicationFlags,
  ChannelType,
  type GuildMemberFlags,
  type GuildSystemChannelFlags,
  type Locale,
  MessageType,
  PermissionFlagsBits,
  type RoleFlags,
} from 'discord.js';

/** The kinds of channel this server has. */
export type ChannelShape = APITextChannel | APIPublicThreadChannel | APIDMChannel;

// Flag sets are number enums without a zero; an empty set is still one of them.
const none = <T extends number>(): T => 0 as T;

const at = (now: number): string => new Date(now).toISOString().replace('Z', '000+00:00');

/** What everybody may do in a guild unless a test says otherwise. */
export const EVERYBODY =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.UseApplicationCommands |
  PermissionFlagsBits.UseExternalApps;

/** A user as Discord sends one in events. */
export const userShape = (id: string, name: string, isBot = false): APIUser => ({
  id,
  username: name.toLowerCase().replace(/[^a-z0-9]+/g, '.'),
  discriminator: isBot ? '4711' : '0',
  global_name: isBot ? null : name,
  avatar: null,
  public_flags: none(),
  flags: none(),
  primary_guild: null,
  ...(isBot ? { bot: true } : {}),
});

/** Fields that Discord sends and discord-api-types does not name. */
interface UnnamedOfApplication {
  readonly type: null;
  readonly explicit_content_filter: number;
  readonly eligible_oauth2_scopes: readonly string[];
}

/** The application of the bot. */
export const applicationShape = (id: string, bot: APIUser): APIApplication & UnnamedOfApplication => ({
  id,
  name: bot.username,
  icon: null,
  description: '',
  bot_public: true,
  bot_require_code_grant: false,
  bot,
  summary: '',
  verify_key: '0'.repeat(64),
  team: null,
  flags: none<ApplicationFlags>(),
  flags_new: '0',
  type: null,
  owner: userShape('80351110224678912', 'Chủ nhân'),
  redirect_uris: [],
  interactions_endpoint_url: null,
  role_connections_verification_url: null,
  approximate_guild_count: 1,
  approximate_user_install_count: 0,
  approximate_user_authorization_count: 0,
  explicit_content_filter: 0,
  eligible_oauth2_scopes: [],
  integration_types_config: { 0: {}, 1: {} },
});

/** A member without roles. */
export const memberShape = (user: APIUser, now: number): APIGuildMember => ({
  user,
  nick: null,
  avatar: null,
  banner: null,
  roles: [],
  joined_at: at(now),
  premium_since: null,
  deaf: false,
  mute: false,
  pending: false,
  communication_disabled_until: null,
  flags: none<GuildMemberFlags>(),
});

/** A role with permissions in every channel. */
export const roleShape = (id: string, name: string, permissions: bigint): APIRole => ({
  id,
  name,
  color: 0,
  colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
  hoist: false,
  position: 0,
  permissions: String(permissions),
  managed: false,
  mentionable: false,
  icon: null,
  unicode_emoji: null,
  flags: none<RoleFlags>(),
});

type UnnamedOfGuild = { readonly home_header: null; readonly nsfw: boolean };

/** A guild as GET /guilds/{id} answers it. */
export const guildShape = (
  id: string,
  name: string,
  ownerId: string,
  locale: Locale,
): APIGuild & UnnamedOfGuild => ({
  id,
  name,
  icon: null,
  splash: null,
  discovery_splash: null,
  owner_id: ownerId,
  afk_channel_id: null,
  afk_timeout: 300,
  verification_level: 0,
  default_message_notifications: 1,
  explicit_content_filter: 0,
  roles: [roleShape(id, '@everyone', EVERYBODY)],
  emojis: [],
  features: [],
  mfa_level: 0,
  application_id: null,
  system_channel_id: null,
  system_channel_flags: none<GuildSystemChannelFlags>(),
  rules_channel_id: null,
  vanity_url_code: null,
  description: null,
  banner: null,
  premium_tier: 0,
  preferred_locale: locale,
  public_updates_channel_id: null,
  nsfw_level: 0,
  stickers: [],
  premium_progress_bar_enabled: false,
  hub_type: null,
  safety_alerts_channel_id: null,
  incidents_data: null,
  region: 'deprecated',
  widget_enabled: false,
  widget_channel_id: null,
  max_presences: null,
  max_members: 25_000_000,
  max_video_channel_users: 25,
  max_stage_video_channel_users: 50,
  premium_subscription_count: 0,
  home_header: null,
  nsfw: false,
});

/** A text channel of a guild. */
export const textChannelShape = (id: string, guildId: string, name: string): APITextChannel => ({
  id,
  type: ChannelType.GuildText,
  guild_id: guildId,
  name,
  position: 0,
  permission_overwrites: [],
  nsfw: false,
  parent_id: null,
  topic: null,
  flags: none(),
  last_message_id: null,
  rate_limit_per_user: 0,
});

/** A public thread of a text channel. */
export const threadShape = (
  id: string,
  parent: { readonly id: string; readonly guildId: string },
  name: string,
  ownerId: string,
  now: number,
): APIPublicThreadChannel => ({
  id,
  type: ChannelType.PublicThread,
  guild_id: parent.guildId,
  parent_id: parent.id,
  name,
  owner_id: ownerId,
  flags: none(),
  last_message_id: null,
  rate_limit_per_user: 0,
  message_count: 0,
  member_count: 1,
  total_message_sent: 0,
  thread_metadata: {
    archived: false,
    auto_archive_duration: 1440,
    archive_timestamp: at(now),
    locked: false,
    create_timestamp: at(now),
  },
});

/** The private channel of the bot and one person. */
export const directChannelShape = (id: string, recipient: APIUser): APIDMChannel => ({
  id,
  type: ChannelType.DM,
  name: null,
  flags: none(),
  last_message_id: null,
  recipients: [recipient],
});

/** A message with nothing but an author and a text. */
export const messageShape = (
  id: string,
  channelId: string,
  author: APIUser,
  content: string,
  now: number,
): APIMessage => ({
  id,
  channel_id: channelId,
  type: MessageType.Default,
  author,
  content,
  timestamp: at(now),
  edited_timestamp: null,
  tts: false,
  mention_everyone: false,
  mentions: [],
  mention_roles: [],
  attachments: [],
  embeds: [],
  components: [],
  pinned: false,
  flags: none(),
});

/** The moment as Discord writes it in messages. */
export const timestamp = at;
