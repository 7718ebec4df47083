import { ApplicationCommandOptionType, ApplicationCommandType, Locale } from 'discord.js';
import { invalidForm } from './discord-error.ts';
import { createForm, type Form } from './form.ts';
import { isObject, type JsonObject, objectsIn, textOf } from './json.ts';

// Discord's own pattern for the names of slash commands and their options.
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const LOCALES: readonly string[] = Object.values(Locale);
const MAX_TOTAL = 8000;
const SUBCOMMAND = ApplicationCommandOptionType.Subcommand;
const GROUP = ApplicationCommandOptionType.SubcommandGroup;

/** Throws what Discord would answer to these commands, given as a whole (bulk overwrite). */
export function checkCommands(commands: unknown): void {
  const form = createForm();
  const names = new Set<string>();
  objectsIn(commands).forEach((command, at) => {
    const path = [String(at)];
    const type = command.type ?? ApplicationCommandType.ChatInput;
    checkCommand(form, command, path, type === ApplicationCommandType.ChatInput);
    const key = `${String(type)} ${String(command.name)}`;
    if (names.has(key))
      form.refuse(path, 'APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique');
    names.add(key);
  });
  const slash = objectsIn(commands).filter(({ type }) => type === undefined || type === 1).length;
  if (slash > 100) form.refuse([], 'BASE_TYPE_MAX_LENGTH', 'Must be 100 or fewer in length.');
  if (form.problems.length > 0) throw invalidForm(form.problems);
}

function checkCommand(form: Form, command: JsonObject, path: readonly string[], isSlash: boolean): void {
  checkName(form, command, path, isSlash);
  if (isSlash) {
    checkDescription(form, command, path);
    checkOptions(form, command.options, [...path, 'options']);
    if (measure(command) > MAX_TOTAL)
      form.refuse(path, 'APPLICATION_COMMAND_TOO_LARGE', 'Command exceeds maximum size (8000)');
  } else {
    if (command.description)
      form.refuse([...path, 'description'], 'APPLICATION_COMMAND_INVALID_DESCRIPTION', 'Must be empty.');
    if (objectsIn(command.options).length > 0)
      form.refuse([...path, 'options'], 'APPLICATION_COMMAND_INVALID_OPTIONS', 'Must be empty.');
  }
}

function checkName(form: Form, named: JsonObject, path: readonly string[], isSlash: boolean): void {
  const judge = (value: unknown, place: readonly string[]): void => {
    const name = textOf(value);
    if (name === undefined) {
      form.refuse(place, 'BASE_TYPE_REQUIRED', 'This field is required');
      return;
    }
    form.length(place, name, 1, 32);
    // A letter without a small form may stand; one that has it may not.
    if (isSlash && (!NAME.test(name) || name !== name.toLowerCase()))
      form.refuse(place, 'APPLICATION_COMMAND_INVALID_NAME', `Command name is invalid: ${name}`);
  };
  judge(named.name, [...path, 'name']);
  eachLocale(form, named, 'name_localizations', path, judge);
}

function checkDescription(form: Form, described: JsonObject, path: readonly string[]): void {
  const judge = (value: unknown, place: readonly string[]): void => {
    if (value === undefined) form.refuse(place, 'BASE_TYPE_REQUIRED', 'This field is required');
    form.length(place, value, 1, 100);
  };
  judge(described.description, [...path, 'description']);
  eachLocale(form, described, 'description_localizations', path, judge);
}

function eachLocale(
  form: Form,
  owner: JsonObject,
  field: string,
  path: readonly string[],
  judge: (value: unknown, place: readonly string[]) => void,
): void {
  const wordings = owner[field];
  if (!isObject(wordings)) return;
  for (const [locale, value] of Object.entries(wordings)) {
    const place = [...path, field, locale];
    if (!LOCALES.includes(locale)) form.refuse(place, 'ENUM_TYPE_COERCE', `Value "${locale}" is no locale.`);
    else if (value !== null) judge(value, place);
  }
}

function checkOptions(form: Form, options: unknown, path: readonly string[]): void {
  form.count(path, options, 0, 25);
  const names = new Set<unknown>();
  let optionalSeen = false;
  const kinds = new Set(objectsIn(options).map(({ type }) => type === SUBCOMMAND || type === GROUP));
  if (kinds.size > 1)
    form.refuse(
      path,
      'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
      'Sub-commands and options cannot be mixed.',
    );
  objectsIn(options).forEach((option, at) => {
    const here = [...path, String(at)];
    checkName(form, option, here, true);
    checkDescription(form, option, here);
    checkChoices(form, option, here);
    if (names.has(option.name))
      form.refuse([...here, 'name'], 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS', 'Must be unique.');
    names.add(option.name);
    if (option.required === true && optionalSeen)
      form.refuse(here, 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID', 'Required options come first.');
    optionalSeen ||= option.required !== true;
    if (option.type === SUBCOMMAND || option.type === GROUP)
      checkOptions(form, option.options, [...here, 'options']);
  });
}

function checkChoices(form: Form, option: JsonObject, path: readonly string[]): void {
  const choices = objectsIn(option.choices);
  form.count([...path, 'choices'], option.choices, 0, 25);
  if (choices.length > 0 && option.autocomplete === true)
    form.refuse(path, 'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_INVALID', 'Choices exclude autocomplete.');
  checkChoiceList(form, choices, [...path, 'choices']);
}

/** Adds what Discord refuses about choices: those of an option or those of an autocompletion. */
export function checkChoiceList(form: Form, choices: readonly JsonObject[], path: readonly string[]): void {
  choices.forEach((choice, at) => {
    const here = [...path, String(at)];
    form.length([...here, 'name'], choice.name ?? '', 1, 100);
    if (typeof choice.value !== 'number') form.length([...here, 'value'], choice.value ?? '', 1, 100);
    eachLocale(form, choice, 'name_localizations', here, (value, place) => form.length(place, value, 1, 100));
  });
}

/** Discord counts name, description and values; of localisations the longest one of each. */
function measure(part: JsonObject): number {
  const longest = (field: string): number => {
    const wordings = part[`${field}_localizations`];
    const all = [part[field], ...(isObject(wordings) ? Object.values(wordings) : [])];
    return Math.max(0, ...all.map((text) => textOf(text)?.length ?? 0));
  };
  const inner = [...objectsIn(part.options), ...objectsIn(part.choices)];
  const own = longest('name') + longest('description') + (textOf(part.value)?.length ?? 0);
  return inner.reduce((sum, piece) => sum + measure(piece), own);
}
