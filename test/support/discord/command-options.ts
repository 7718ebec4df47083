import { type APIApplicationCommand, ApplicationCommandOptionType as Type } from 'discord.js';
import { isObject, type JsonObject, objectsIn, textOf } from './json.ts';

/** What a person fills in: values by the name of the option. */
export type OptionValues = { readonly [name: string]: string | number | boolean };

/** The data of a command as Discord sends it. */
export interface CommandData {
  readonly id: string;
  readonly name: string;
  readonly type: 1;
  readonly options: readonly JsonObject[];
}

/**
 * What Discord sends for `/name sub-command` with these values, by the commands the bot has registered.
 * Throws where the program of a person would not let it be sent: an unknown command or option, a missing value,
 * a value that is no choice. Without any registered commands the types follow the values.
 */
export function commandData(
  commands: readonly APIApplicationCommand[],
  path: string,
  values: OptionValues,
  newId: () => string,
  focused?: string,
): CommandData {
  const [name = '', ...steps] = path.split(' ');
  const command = commands.find((each) => each.name === name && each.type === 1);
  if (command === undefined && commands.length > 0) throw new Error(`No slash command is called ${name}`);
  const definition: JsonObject | undefined = command === undefined ? undefined : { ...command };
  return {
    id: command?.id ?? newId(),
    name,
    type: 1,
    options: optionsAt(definition, steps, values, focused),
  };
}

function optionsAt(
  definition: JsonObject | undefined,
  steps: readonly string[],
  values: OptionValues,
  focused: string | undefined,
): readonly JsonObject[] {
  const [step, ...rest] = steps;
  if (step !== undefined) {
    const inner = objectsIn(definition?.options).find(({ name }) => name === step);
    if (definition !== undefined && inner === undefined) throw new Error(`There is no sub-command ${step}`);
    const type = inner?.type ?? (rest.length > 0 ? Type.SubcommandGroup : Type.Subcommand);
    return [{ name: step, type, options: optionsAt(inner, rest, values, focused) }];
  }
  const known = objectsIn(definition?.options);
  // While typing, nothing has to be complete yet.
  for (const { name, required } of known)
    if (required === true && values[String(name)] === undefined && focused === undefined)
      throw new Error(`The option ${String(name)} must be given`);
  return Object.entries(values).map(([name, value]) => {
    const option = known.find((each) => each.name === name);
    if (definition !== undefined) refuseWrongValue(option, name, value, focused === name);
    const type = option?.type ?? typeOf(value);
    return { name, type, value, ...(focused === name ? { focused: true } : {}) };
  });
}

const typeOf = (value: string | number | boolean): Type => {
  if (typeof value === 'boolean') return Type.Boolean;
  if (typeof value === 'string') return Type.String;
  return Number.isInteger(value) ? Type.Integer : Type.Number;
};

function refuseWrongValue(
  option: JsonObject | undefined,
  name: string,
  value: string | number | boolean,
  isFocused: boolean,
): void {
  if (option === undefined || !isObject(option)) throw new Error(`There is no option ${name}`);
  const choices = objectsIn(option.choices);
  if (choices.length > 0 && !choices.some((choice) => choice.value === value))
    throw new Error(`${String(value)} is no choice of ${name}`);
  if (isFocused && option.autocomplete !== true) throw new Error(`${name} has no autocompletion`);
  const most = option.max_length;
  if (typeof most === 'number' && (textOf(value) ?? '').length > most)
    throw new Error(`${name} takes ${most} characters`);
  const isText = typeof value === 'string';
  if (option.type === Type.String && !isText) throw new Error(`${name} takes a text`);
  if ((option.type === Type.Integer || option.type === Type.Number) && isText && !isFocused)
    throw new Error(`${name} takes a number`);
}
