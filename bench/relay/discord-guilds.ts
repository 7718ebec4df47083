import { BOT } from './discord-shapes.ts';

/** What servers of the size that most have are made of. */
const SIZE = { categories: 5, texts: 18, voices: 5, forums: 2, roles: 20, emojis: 30, threads: 4 } as const;
/** Every so many-th channel has exceptions for roles. */
const EXCEPTED = 3;

const TYPE = { text: 0, voice: 2, category: 4, thread: 11, forum: 15 } as const;
/** View, send, history, commands, links, files, reactions, connect, speak. */
const PERMISSIONS = '2251877171201';
const JOINED = '2026-01-01T00:00:00.000000+00:00';
/** Ids of one server, far from those of the others. */
const IDS_OF_GUILD = 1000n;

/** The id of a server of {@link guildOfUsualSize}. */
export const usualGuildId = (guild: number): string =>
  String(15n * 10n ** 17n + BigInt(guild) * IDS_OF_GUILD);

/**
 * What Discord tells of a server of usual size to a bot without privileged intents: all roles, channels, threads and
 * emoji; of the members only the bot.
 */
export function guildOfUsualSize(guild: number): object {
  const id = usualGuildId(guild);
  let last = BigInt(id);
  const newId = (): string => {
    last += 1n;
    return String(last);
  };
  const roles = Array.from({ length: SIZE.roles }, (_, index) => ({
    id: index === 0 ? id : newId(),
    name: index === 0 ? '@everyone' : `Vai trò số ${index} của máy chủ ${guild}`,
    description: null,
    color: 0x3498db + index,
    colors: { primary_color: 0x3498db + index, secondary_color: null, tertiary_color: null },
    hoist: index % 4 === 1,
    icon: null,
    unicode_emoji: null,
    position: index,
    permissions: PERMISSIONS,
    managed: index === 1,
    mentionable: index % 2 === 0,
    flags: 0,
    ...(index === 1 ? { tags: { bot_id: BOT.id } } : {}),
  }));
  const exceptions = (index: number) =>
    index % EXCEPTED === 0
      ? roles.slice(0, 3).map((role) => ({ id: role.id, type: 0, allow: '1024', deny: '2048' }))
      : [];
  const channels = (kind: keyof typeof TYPE, count: number) =>
    Array.from({ length: count }, (_, index) => ({
      id: newId(),
      type: TYPE[kind],
      guild_id: id,
      name: `kênh-${kind}-${index}-${guild}`,
      position: index,
      flags: 0,
      parent_id: null,
      nsfw: false,
      permission_overwrites: exceptions(index),
      ...(kind === 'category'
        ? {}
        : { rate_limit_per_user: 0, last_message_id: newId(), last_pin_timestamp: JOINED }),
      ...(kind === 'text'
        ? { topic: `Chuyện trò về đề tài thứ ${index}, xin giữ hòa khí và đọc nội quy của máy chủ ${guild}` }
        : {}),
      ...(kind === 'voice' ? { bitrate: 64_000, user_limit: 0, rtc_region: null } : {}),
      ...(kind === 'forum' ? { available_tags: [], default_sort_order: null, default_forum_layout: 0 } : {}),
    }));
  const texts = channels('text', SIZE.texts);
  return {
    id,
    name: `Máy chủ số ${guild}`,
    icon: 'a1b2c3d4e5f60718293a4b5c6d7e8f90',
    splash: null,
    banner: null,
    description: null,
    owner_id: newId(),
    region: 'deprecated',
    afk_channel_id: null,
    afk_timeout: 300,
    system_channel_id: texts[0]?.id ?? null,
    system_channel_flags: 0,
    rules_channel_id: null,
    public_updates_channel_id: null,
    verification_level: 1,
    default_message_notifications: 1,
    explicit_content_filter: 2,
    mfa_level: 0,
    nsfw_level: 0,
    premium_tier: 1,
    premium_subscription_count: 3,
    premium_progress_bar_enabled: false,
    preferred_locale: 'vi',
    vanity_url_code: null,
    max_members: 25_000_000,
    max_video_channel_users: 25,
    max_stage_video_channel_users: 50,
    features: ['COMMUNITY', 'NEWS', 'ANIMATED_ICON', 'INVITE_SPLASH'],
    roles,
    emojis: Array.from({ length: SIZE.emojis }, (_, index) => ({
      id: newId(),
      name: `bieu_cam_${index}`,
      roles: [],
      require_colons: true,
      managed: false,
      animated: index % 3 === 0,
      available: true,
    })),
    stickers: [],
    channels: [
      ...channels('category', SIZE.categories),
      ...texts,
      ...channels('voice', SIZE.voices),
      ...channels('forum', SIZE.forums),
    ],
    threads: Array.from({ length: SIZE.threads }, (_, index) => ({
      id: newId(),
      type: TYPE.thread,
      guild_id: id,
      parent_id: texts[index]?.id,
      owner_id: newId(),
      name: `Chủ đề ${index}`,
      last_message_id: newId(),
      rate_limit_per_user: 0,
      message_count: 40,
      member_count: 8,
      total_message_sent: 40,
      flags: 0,
      thread_metadata: {
        archived: false,
        archive_timestamp: JOINED,
        auto_archive_duration: 4320,
        locked: false,
        create_timestamp: JOINED,
      },
    })),
    members: [{ user: BOT, roles: [], joined_at: JOINED, deaf: false, mute: false, flags: 0, nick: null }],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    member_count: 350,
    joined_at: JOINED,
    large: true,
    unavailable: false,
  };
}
