import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  type Client,
  InteractionContextType,
  Routes,
} from 'discord.js';
import type { Command, CommandArgument } from '../../core/chat/commands/command.ts';
import { inEveryLanguage, wordsIn } from '../../core/chat/words/words.ts';
import type { Localized } from '../../core/locale.ts';
import type { Log } from '../../core/ports/log.ts';
import { shorten } from '../../core/text/shorten.ts';
import { attempt, logFailure } from './failures.ts';
import { DISCORD_LIMITS, QUESTION_LENGTH } from './limits.ts';

/** A command as Discord registers it. */
export interface MenuEntry {
  readonly type: ApplicationCommandType;
  readonly name: string;
  readonly name_localizations: { readonly vi: string };
  readonly description?: string;
  readonly description_localizations?: { readonly vi: string };
  readonly options?: readonly MenuOption[];
  readonly integration_types: readonly number[];
  readonly contexts: readonly number[];
}

interface MenuOption {
  readonly type: ApplicationCommandOptionType;
  readonly name: string;
  readonly name_localizations: { readonly vi: string };
  readonly description: string;
  readonly description_localizations: { readonly vi: string };
  readonly required: boolean;
  readonly autocomplete?: boolean;
  readonly max_length?: number;
}

/** What opens the private chat elsewhere; here everything is always open. */
const NOT_HERE: readonly string[] = ['start'];

const EVERYWHERE = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
} as const;

/** What the command of a message's own menu is called, and the option to be answered alone. */
export const CHECK_THIS = wordsIn('en').checkThis;
export const PRIVATE_OPTION = wordsIn('en').privateOption;

/** Everything the bot offers: a slash command for each command of the registry, and the check of a message. */
export function menuOf(commands: readonly Command[]): readonly MenuEntry[] {
  const slash = commands.filter(({ name }) => !NOT_HERE.includes(name));
  return [
    ...slash.slice(0, DISCORD_LIMITS.slashCommands).map(slashCommand),
    {
      type: ApplicationCommandType.Message,
      name: CHECK_THIS,
      name_localizations: { vi: wordsIn('vi').checkThis },
      ...EVERYWHERE,
    },
  ];
}

const slashCommand = (command: Command): MenuEntry => ({
  type: ApplicationCommandType.ChatInput,
  name: command.name,
  name_localizations: { vi: command.localName ?? command.aliases[0] ?? command.name },
  ...described(command.summary),
  options: [
    ...(command.argument === undefined ? [] : [argumentOption(command.argument)]),
    {
      type: ApplicationCommandOptionType.Boolean,
      ...named(inEveryLanguage((words) => words.privateOption)),
      ...described(inEveryLanguage((words) => words.privateSummary)),
      required: false,
    },
  ],
  ...EVERYWHERE,
});

const argumentOption = ({ name, example, required, completion }: CommandArgument): MenuOption => ({
  type: ApplicationCommandOptionType.String,
  ...named(name),
  ...described({ vi: `${name.vi}: ${example.vi}`, en: `${name.en}: ${example.en}` }),
  required,
  autocomplete: completion !== undefined,
  max_length: QUESTION_LENGTH,
});

/** The name of an option: "a citation handle" is `citation-handle`. */
export const optionName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^(?:an?|the) /, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, DISCORD_LIMITS.commandName);

const named = (name: Localized): Pick<MenuOption, 'name' | 'name_localizations'> => ({
  name: optionName(name.en),
  name_localizations: { vi: optionName(name.vi) },
});

const described = (text: Localized): Pick<MenuOption, 'description' | 'description_localizations'> => ({
  description: shorten(text.en, DISCORD_LIMITS.commandDescription),
  description_localizations: { vi: shorten(text.vi, DISCORD_LIMITS.commandDescription) },
});

/** How commands are mentioned so that they can be pressed; empty until Discord has told their ids. */
export class CommandMentions {
  readonly #ids = new Map<string, string>();

  set(name: string, id: string): void {
    this.#ids.set(name, id);
  }

  /** The markup that mentions a command by its first name. */
  of(name: string): string | undefined {
    const id = this.#ids.get(name);
    return id === undefined ? undefined : `</${name}:${id}>`;
  }
}

interface RegisteredCommand {
  readonly id: string;
  readonly name: string;
  readonly type: number;
}

/** What registering commands takes. */
export interface MenuSettings {
  readonly client: Client<true>;
  readonly commands: readonly Command[];
  /** Learns the ids of the commands. */
  readonly mentions: CommandMentions;
  readonly log: Log;
  /** Of several processes one registers; the others only learn the ids. */
  readonly isFirst: boolean;
}

/** Registers what is offered, in one request, and only when it is not what Discord has already. */
export async function registerMenu({
  client,
  commands,
  mentions,
  log,
  isFirst,
}: MenuSettings): Promise<void> {
  const wanted = menuOf(commands);
  const route = Routes.applicationCommands(client.application.id);
  const query = new URLSearchParams({ with_localizations: 'true' });
  const known = await attempt(async () => (await client.rest.get(route, { query })) as RegisteredCommand[]);
  if (known.kind === 'failed') logFailure(log, 'get commands', known.failure);
  let registered = known.kind === 'done' ? known.value : [];
  if (isFirst && (known.kind === 'failed' || !isSame(wanted, registered))) {
    const put = await attempt(
      async () => (await client.rest.put(route, { body: wanted })) as RegisteredCommand[],
    );
    if (put.kind === 'failed') logFailure(log, 'set commands', put.failure);
    else registered = put.value;
  }
  for (const { id, name, type } of registered) {
    if (type === ApplicationCommandType.ChatInput) mentions.set(name, id);
  }
}

/** Whether Discord has what is wanted; it adds fields of its own, and leaves out what is as usual. */
export function isSame(wanted: readonly MenuEntry[], registered: readonly RegisteredCommand[]): boolean {
  if (wanted.length !== registered.length) return false;
  return wanted.every((entry) => {
    const known = registered.find(({ name, type }) => name === entry.name && type === entry.type);
    return known !== undefined && holds(known, entry);
  });
}

/** Whether `known` says all that `wanted` says; in lists of numbers the order is nothing. */
function holds(known: unknown, wanted: unknown): boolean {
  if (wanted === undefined || wanted === false)
    return known === undefined || known === null || known === false;
  if (Array.isArray(wanted)) {
    if (!Array.isArray(known)) return wanted.length === 0;
    const isSet = wanted.every((each) => typeof each === 'number');
    const [left, right] = isSet ? [known.toSorted(), wanted.toSorted()] : [known, wanted];
    return left.length === right.length && right.every((each, index) => holds(left[index], each));
  }
  if (typeof wanted !== 'object' || wanted === null) return known === wanted;
  if (typeof known !== 'object' || known === null) return false;
  const fields: Readonly<Record<string, unknown>> = { ...known };
  return Object.entries(wanted).every(([name, value]) => holds(fields[name], value));
}
