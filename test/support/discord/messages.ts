import {
  type APIEmbed,
  type APIMessage,
  type APIMessageTopLevelComponent,
  type APIUser,
  MessageFlags,
  MessageType,
} from 'discord.js';
import { invalidForm } from './discord-error.ts';
import { isObject, type JsonObject, numberOf, objectsIn, textOf } from './json.ts';
import { checkMessage } from './message-rules.ts';
import { messageShape, timestamp } from './shapes.ts';
import type { ChannelState, World } from './world.ts';

const SENDER_FLAGS =
  MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2;

/** A message of the bot from a request body, checked, not yet in its channel. */
export function messageFromBody(
  world: World,
  channel: ChannelState,
  body: JsonObject,
  extra: Partial<APIMessage> = {},
): APIMessage {
  checkMessage(body);
  const quoted = quotedMessage(channel, body.message_reference);
  const content = textOf(body.content) ?? '';
  const nonce = body.nonce;
  const base = messageShape(world.newId(), channel.shape.id, world.bot, content, world.now());
  return {
    ...base,
    ...parts(body),
    flags: ((numberOf(body.flags) ?? 0) & SENDER_FLAGS) as MessageFlags,
    ...notified(world, content, body.allowed_mentions, quoted?.author),
    ...(typeof nonce === 'string' || typeof nonce === 'number' ? { nonce } : {}),
    ...(quoted === undefined ? {} : referenceTo(channel, quoted)),
    ...extra,
  };
}

/** The message after an edit of the bot; fields that the body does not name stay. */
export function editedMessage(world: World, message: APIMessage, body: JsonObject): APIMessage {
  const flags = (message.flags ?? 0) | ((numberOf(body.flags) ?? 0) & SENDER_FLAGS);
  const { content, embeds, components } = message;
  const named = Object.fromEntries(Object.entries(body).map(([name, value]) => [name, value ?? undefined]));
  checkMessage({ content, embeds, components, ...named, flags });
  return {
    ...message,
    ...parts(body),
    ...(body.content === undefined ? {} : { content: textOf(body.content) ?? '' }),
    flags: flags as MessageFlags,
    edited_timestamp: timestamp(world.now()),
  };
}

/** What a reply carries of the message it replies to. */
export function referenceTo(channel: ChannelState, quoted: APIMessage): Partial<APIMessage> {
  const { referenced_message: _older, ...shown } = quoted;
  return {
    type: MessageType.Reply,
    message_reference: {
      type: 0,
      channel_id: channel.shape.id,
      message_id: quoted.id,
      ...(channel.guildId === undefined ? {} : { guild_id: channel.guildId }),
    },
    referenced_message: shown,
  };
}

// The rules have been checked; from here on lists are what they must be.
function parts(body: JsonObject): Partial<APIMessage> {
  const { embeds, components } = body;
  return {
    ...(embeds === undefined
      ? {}
      : {
          embeds: ((embeds ?? []) as APIEmbed[]).map((embed) => ({
            type: 'rich' as APIEmbed['type'],
            ...embed,
          })),
        }),
    ...(components === undefined
      ? {}
      : { components: numbered(components) as unknown as APIMessageTopLevelComponent[] }),
  } as Partial<APIMessage>;
}

/** Discord numbers the components that have no id of their own, in the order in which they are read. */
function numbered(list: unknown): readonly JsonObject[] {
  let last = 0;
  const give = (component: JsonObject): JsonObject => {
    last += 1;
    const { id = last, components, accessory } = component;
    return {
      ...component,
      id,
      ...(components === undefined ? {} : { components: objectsIn(components).map(give) }),
      ...(isObject(accessory) ? { accessory: give(accessory) } : {}),
    };
  };
  return objectsIn(list).map(give);
}

function quotedMessage(channel: ChannelState, reference: unknown): APIMessage | undefined {
  if (!isObject(reference)) return undefined;
  const quoted = channel.messages.find(({ id }) => id === reference.message_id);
  if (quoted === undefined && reference.fail_if_not_exists !== false)
    throw invalidForm([
      { path: ['message_reference'], code: 'REPLIES_UNKNOWN_MESSAGE', message: 'Unknown message' },
    ]);
  return quoted;
}

/** Who is notified by a message of the bot: what it says, as far as it allows. */
function notified(world: World, content: string, allowed: unknown, repliedTo: APIUser | undefined) {
  const rules = isObject(allowed) ? allowed : undefined;
  const listed = (name: string): readonly unknown[] => {
    const list = rules?.[name];
    return Array.isArray(list) ? list : [];
  };
  const allows = (kind: string): boolean => rules === undefined || listed('parse').includes(kind);
  const named = [...content.matchAll(/<@!?(\d+)>/g)]
    .map(([, id = '']) => id)
    .filter((id) => allows('users') || listed('users').includes(id));
  // A reply notifies its author only on demand once there are rules at all.
  const replied = rules === undefined || rules.replied_user === true ? [repliedTo?.id ?? ''] : [];
  const mentions = [...new Set([...named, ...replied])].flatMap((id) => world.users.get(id) ?? []);
  return { mentions, mention_everyone: allows('everyone') && /@(everyone|here)/.test(content) };
}
