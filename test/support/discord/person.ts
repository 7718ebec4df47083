import { type APIMessage, type APIUser, ComponentType, InteractionType, type Locale } from 'discord.js';
import { type Announce, announceDeletion, announceMessage } from './announce.ts';
import { commandData, type OptionValues } from './command-options.ts';
import { allComponents } from './component-rules.ts';
import { directChannelWith } from './endpoints-channel.ts';
import { type SentInteraction, sendInteraction } from './interactions.ts';
import { isObject, type JsonObject, objectsIn } from './json.ts';
import { referenceTo } from './messages.ts';
import { EVERYBODY, memberShape, messageShape, roleShape, timestamp, userShape } from './shapes.ts';
import { type ChannelState, findMessage, type GuildState, present, type World } from './world.ts';

/** Somebody to invent. */
export interface PersonSetup {
  readonly name?: string;
  /** The language of the person's program; English (US) unless given. */
  readonly locale?: Locale;
  /** Permissions in every guild; those of everybody unless given. */
  readonly permissions?: bigint;
  /** Another bot rather than a person. */
  readonly isBot?: boolean;
}

/** How a command is used. */
export interface Use {
  /** `user`: the person brought the application along, and the guild may not know it. */
  readonly install?: 'guild' | 'user';
}

/** A person who talks to the bot. All methods return at once; wait for the bot with `server.until`. */
export interface Person {
  readonly user: APIUser;
  readonly id: string;
  /** Writes in a channel; the text may hold `<@id>`. Returns the id of the message. */
  says(channelId: string, text: string): string;
  /** Writes in a channel and mentions the bot first. */
  mentions(channelId: string, text: string): string;
  /** Replies to a message. With a ping the author of that message is mentioned, as is usual. */
  replies(messageId: string, text: string, how?: { readonly ping: boolean }): string;
  /** Writes to the bot in private. */
  writes(text: string): string;
  /** The private channel with the bot. */
  directChannel(): string;
  edits(messageId: string, text: string): void;
  deletes(messageId: string): void;
  /** Uses a slash command: `hoi`, or `lich dat` for a sub-command. */
  uses(channelId: string, command: string, values?: OptionValues, use?: Use): SentInteraction;
  /** Types into an option that suggests: the interaction is an autocompletion. */
  types(
    channelId: string,
    command: string,
    option: string,
    text: string,
    others?: OptionValues,
  ): SentInteraction;
  /** Uses a command of a message's menu. */
  usesOn(messageId: string, command: string, use?: Use): SentInteraction;
  /** Presses a button, found by its label or custom id. */
  presses(messageId: string, button: string): SentInteraction;
  /** Chooses in a menu, found by its placeholder or custom id. */
  selects(messageId: string, menu: string, values: readonly string[]): SentInteraction;
  /** Fills in the modal that the bot showed as answer to an interaction: values by custom id. */
  submits(shownFor: SentInteraction, values: { readonly [customId: string]: string }): SentInteraction;
}

/** Invents a person. */
export function createPerson(world: World, announce: Announce, setup: PersonSetup): Person {
  const user = userShape(world.newId(), setup.name ?? 'Lan', setup.isBot === true);
  const permissions = setup.permissions ?? EVERYBODY;
  world.users.set(user.id, user);
  if (setup.locale !== undefined) world.locales.set(user.id, setup.locale);

  // Messages carry no permissions but roles, of which the bot has to know what they permit.
  const rolesIn = ({ shape }: GuildState): string[] => {
    if (permissions === EVERYBODY) return [];
    const role = roleShape(world.newId(), 'quyền riêng', permissions);
    shape.roles.push(role);
    const data = { guild_id: shape.id, role };
    announce({ event: 'GUILD_ROLE_CREATE', guildId: shape.id, intent: 1, data: () => data });
    return [role.id];
  };
  const enter = (channelId: string): ChannelState => {
    const channel = present(world.channels.get(channelId), `channel ${channelId}`);
    const guild = channel.guildId === undefined ? undefined : world.guilds.get(channel.guildId);
    if (guild !== undefined && !guild.members.has(user.id))
      guild.members.set(user.id, { ...memberShape(user, world.now()), roles: rolesIn(guild) });
    return channel;
  };
  const say = (
    channel: ChannelState,
    text: string,
    extra: Partial<APIMessage>,
    alsoMentioned?: APIUser,
  ): string => {
    const named = [...text.matchAll(/<@!?(\d+)>/g)].flatMap(([, id = '']) => world.users.get(id) ?? []);
    const mentions = [...new Set([...named, ...(alsoMentioned === undefined ? [] : [alsoMentioned])])];
    const mention_everyone = /@(everyone|here)/.test(text);
    const base = messageShape(world.newId(), channel.shape.id, user, text, world.now());
    const message: APIMessage = { ...base, mentions, mention_everyone, ...extra };
    channel.messages.push(message);
    announceMessage(world, announce, 'MESSAGE_CREATE', channel, message);
    return message.id;
  };
  const interact = (
    channel: ChannelState,
    type: InteractionType,
    data: unknown,
    use: Use = {},
    extra?: object,
  ) => {
    const here = { user, channel, permissions, install: use.install ?? 'guild' };
    return sendInteraction(world, announce, here, type, data, extra);
  };
  const control = (
    messageId: string,
    name: string,
  ): { channel: ChannelState; message: APIMessage; part: JsonObject } => {
    const { channel, message } = present(findMessage(world, messageId), `message ${messageId}`);
    const parts = allComponents(message.components).map(({ component }) => component);
    const part = parts.find((each) => [each.custom_id, each.label, each.placeholder].includes(name));
    const offered = parts.map((each) => each.label ?? each.placeholder ?? each.custom_id).filter(Boolean);
    if (part === undefined) throw new Error(`There is no "${name}" to press, but: ${offered.join(', ')}`);
    if (part.disabled === true || part.custom_id === undefined)
      throw new Error(`"${name}" cannot be pressed`);
    return { channel, message, part };
  };
  const own = (messageId: string) => {
    const found = present(findMessage(world, messageId), `message ${messageId}`);
    if (found.message.author.id !== user.id) throw new Error('People change only their own messages');
    return found;
  };

  return {
    user,
    id: user.id,
    says: (channelId, text) => say(enter(channelId), text, {}),
    mentions: (channelId, text) => say(enter(channelId), `<@${world.bot.id}> ${text}`, {}),
    replies(messageId, text, { ping } = { ping: true }) {
      const { channel, message } = present(findMessage(world, messageId), `message ${messageId}`);
      enter(channel.shape.id);
      return say(channel, text, referenceTo(channel, message), ping ? message.author : undefined);
    },
    writes: (text) => say(directChannelWith(world, user.id), text, {}),
    directChannel: () => directChannelWith(world, user.id).shape.id,
    edits(messageId, text) {
      const { channel, message } = own(messageId);
      const edited = { ...message, content: text, edited_timestamp: timestamp(world.now()) };
      channel.messages[channel.messages.indexOf(message)] = edited;
      announceMessage(world, announce, 'MESSAGE_UPDATE', channel, edited);
    },
    deletes(messageId) {
      const { channel, message } = own(messageId);
      channel.messages.splice(channel.messages.indexOf(message), 1);
      announceDeletion(world, announce, channel, messageId);
    },
    uses(channelId, command, values = {}, use = {}) {
      const data = commandData(world.commands, command, values, world.newId);
      return interact(enter(channelId), InteractionType.ApplicationCommand, data, use);
    },
    types(channelId, command, option, text, others = {}) {
      const data = commandData(world.commands, command, { ...others, [option]: text }, world.newId, option);
      return interact(enter(channelId), InteractionType.ApplicationCommandAutocomplete, data);
    },
    usesOn(messageId, command, use) {
      const { channel, message } = present(findMessage(world, messageId), `message ${messageId}`);
      const known = world.commands.find(({ name, type }) => name === command && type === 3);
      if (known === undefined && world.commands.length > 0)
        throw new Error(`No message command is called ${command}`);
      const data = {
        id: known?.id ?? world.newId(),
        name: command,
        type: 3,
        target_id: messageId,
        resolved: { messages: { [messageId]: message } },
      };
      enter(channel.shape.id);
      return interact(channel, InteractionType.ApplicationCommand, data, use);
    },
    presses(messageId, button) {
      const { channel, message, part } = control(messageId, button);
      const data = { custom_id: part.custom_id, component_type: ComponentType.Button, id: 1 };
      return interact(channel, InteractionType.MessageComponent, data, installOf(message), { message });
    },
    selects(messageId, menu, values) {
      const { channel, message, part } = control(messageId, menu);
      const offered = objectsIn(part.options).map(({ value }) => value);
      const strange = values.find((value) => !offered.includes(value));
      if (strange !== undefined) throw new Error(`"${strange}" is not offered, but: ${offered.join(', ')}`);
      const data = { custom_id: part.custom_id, component_type: part.type, id: 1, values };
      return interact(channel, InteractionType.MessageComponent, data, installOf(message), { message });
    },
    submits(shownFor, values) {
      const interaction = present(world.interactions.get(shownFor.token), 'such interaction');
      if (interaction.answer.kind !== 'modal') throw new Error('The bot showed no modal');
      const { modal } = interaction.answer;
      const missing = Object.keys(values).find((id) => !JSON.stringify(modal).includes(JSON.stringify(id)));
      if (missing !== undefined) throw new Error(`The modal has no field ${missing}`);
      const data = { custom_id: modal.custom_id, components: filledIn(modal.components, values) };
      const { shape, channel, isUserInstall } = interaction;
      const source = 'message' in shape ? { message: shape.message } : {};
      const use: Use = { install: isUserInstall ? 'user' : 'guild' };
      return interact(channel, InteractionType.ModalSubmit, data, use, source);
    },
  };
}

/** Buttons of an answer belong to the same installation as the answer. */
function installOf({ interaction_metadata: metadata }: APIMessage): Use {
  const owners = Object.keys(metadata?.authorizing_integration_owners ?? {});
  return { install: owners.join() === '1' ? 'user' : 'guild' };
}

/** The components of a modal with what the person filled in; fields left alone keep their first value. */
function filledIn(components: unknown, values: { readonly [customId: string]: string }): readonly unknown[] {
  return objectsIn(components).map((part, at) => {
    const { type, custom_id: id, components: inner, component } = part;
    if (isObject(component)) return { type, id: at + 1, component: filledIn([component], values)[0] };
    if (inner !== undefined) return { type, id: at + 1, components: filledIn(inner, values) };
    const given = values[String(id)];
    if (type !== ComponentType.TextInput)
      return { type, id: at + 1, custom_id: id, values: given === undefined ? [] : [given] };
    return { type, id: at + 1, custom_id: id, value: given ?? part.value ?? '' };
  });
}
