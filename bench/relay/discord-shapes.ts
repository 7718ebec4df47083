/** The bot, whose application has the same id. */
export const BOT = {
  id: '1000000000000000001',
  username: 'bench',
  discriminator: '4711',
  global_name: null,
  avatar: null,
  bot: true,
};

/** A server of Discord has at most so many channels. */
const CHANNELS = 500;
/** Ids begin with what they are of, and end with the number of the question. */
const KIND = { guild: 12n, channel: 13n, person: 14n } as const;
const UNIT = 10n ** 17n;
const idOf = (kind: keyof typeof KIND, number: number): string => String(KIND[kind] * UNIT + BigInt(number));
/** Discord counts from this moment, in milliseconds of the epoch; 22 bits of an id are no time. */
const DISCORD_EPOCH_MS = 1_420_070_400_000;
const newId = (number: number): string =>
  String((BigInt(Date.now() - DISCORD_EPOCH_MS) << 22n) + BigInt(number));
/** See, write, read what was said before, use commands. */
const PERMISSIONS = String((1n << 10n) | (1n << 11n) | (1n << 14n) | (1n << 16n) | (1n << 31n));
const JOINED = '2026-01-01T00:00:00.000000+00:00';

const guildIdOf = (number: number): string => idOf('guild', Math.floor(number / CHANNELS));

/** The channel in which a question is put. */
export const channelIn = (number: number): string => idOf('channel', number);
/** The question that was put in a channel. */
export const numberInChannel = (id: string): number => Number(BigInt(id) - KIND.channel * UNIT);
/** The question whose interaction has this token. */
export const numberInToken = (token: string): number => Number(token.replace('bench-', ''));

/** Servers with a channel for each of so many questions. */
export function guildsFor(count: number): readonly { readonly id: string }[] {
  return Array.from({ length: Math.ceil(count / CHANNELS) }, (_, guild) => {
    const first = guild * CHANNELS;
    const id = guildIdOf(first);
    return {
      id,
      name: 'Bench',
      owner_id: idOf('person', first),
      preferred_locale: 'vi',
      features: [],
      emojis: [],
      stickers: [],
      roles: [
        { id, name: '@everyone', color: 0, hoist: false, position: 0, permissions: PERMISSIONS, flags: 0 },
      ],
      channels: Array.from({ length: Math.min(CHANNELS, count - first) }, (_, index) => ({
        id: channelIn(first + index),
        type: 0,
        guild_id: id,
        name: `bench-${index}`,
        position: index,
        permission_overwrites: [],
      })),
      members: [{ user: BOT, roles: [], joined_at: JOINED, deaf: false, mute: false, flags: 0 }],
      threads: [],
      presences: [],
      voice_states: [],
      member_count: 2,
      joined_at: JOINED,
      large: false,
      unavailable: false,
    };
  });
}

const personOf = (number: number): object => ({
  id: idOf('person', number),
  username: `person.${number}`,
  discriminator: '0',
  global_name: 'A',
  avatar: null,
});
const MEMBER = { nick: null, roles: [], joined_at: JOINED, deaf: false, mute: false, flags: 0 };

/** A question in a message that mentions the bot. */
export const mentionOf = (number: number, text: string): object => ({
  id: newId(number),
  channel_id: channelIn(number),
  channel_type: 0,
  guild_id: guildIdOf(number),
  type: 0,
  author: personOf(number),
  member: MEMBER,
  content: `<@${BOT.id}> ${text}`,
  timestamp: new Date().toISOString(),
  edited_timestamp: null,
  tts: false,
  mention_everyone: false,
  mentions: [{ ...BOT, member: MEMBER }],
  mention_roles: [],
  attachments: [],
  embeds: [],
  components: [],
  pinned: false,
  flags: 0,
});

/** A question by the command `/ask`. */
export const interactionOf = (number: number, text: string): object => ({
  id: newId(number),
  application_id: BOT.id,
  type: 2,
  data: {
    id: '600000000000000000',
    name: 'ask',
    type: 1,
    options: [{ name: 'question', type: 3, value: text }],
  },
  guild_id: guildIdOf(number),
  guild: { id: guildIdOf(number), locale: 'vi', features: [] },
  guild_locale: 'vi',
  channel_id: channelIn(number),
  channel: { id: channelIn(number), type: 0, permissions: PERMISSIONS },
  member: { ...MEMBER, user: personOf(number), permissions: PERMISSIONS },
  token: `bench-${number}`,
  version: 1,
  locale: 'vi',
  app_permissions: PERMISSIONS,
  entitlements: [],
  authorizing_integration_owners: { 0: guildIdOf(number) },
  context: 0,
  attachment_size_limit: 10_485_760,
});
