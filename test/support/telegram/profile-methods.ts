import type { BotCommand } from 'grammy/types';
import { badRequest } from './failures.ts';
import type { ParameterReader } from './parameters.ts';

const MAX_COMMANDS = 100;

/** What the bot tells about itself: menus, descriptions, names, each per language. */
export class Profile {
  readonly #commands = new Map<string, readonly BotCommand[]>();
  readonly #texts = new Map<string, string>();
  readonly #rights = new Map<boolean, unknown>();

  setMyCommands(parameters: ParameterReader): true {
    const commands = parameters.list<BotCommand>('commands') ?? [];
    if (commands.length > MAX_COMMANDS) throw badRequest('BOT_COMMANDS_TOO_MUCH');
    for (const { command, description } of commands) {
      if (!/^[a-z0-9_]{1,32}$/.test(command)) throw badRequest('BOT_COMMAND_INVALID');
      if (description.length === 0 || description.length > 256) {
        throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
      }
    }
    this.#commands.set(menuKey(parameters), commands);
    return true;
  }

  getMyCommands(parameters: ParameterReader): readonly BotCommand[] {
    return this.#commands.get(menuKey(parameters)) ?? [];
  }

  deleteMyCommands(parameters: ParameterReader): true {
    this.#commands.delete(menuKey(parameters));
    return true;
  }

  /** Keeps a text about the bot; `name` is its field, `longest` its limit in UTF-16 code units. */
  setText(name: string, longest: number, parameters: ParameterReader): true {
    const text = parameters.text(name) ?? '';
    if (text.length > longest) throw badRequest(`${name} is too long`);
    this.#texts.set(`${name} ${languageOf(parameters)}`, text);
    return true;
  }

  /** The text in this language, else the one for everybody. */
  getText(name: string, parameters: ParameterReader): Readonly<Record<string, string>> {
    const text = this.#texts.get(`${name} ${languageOf(parameters)}`) ?? this.#texts.get(`${name} `);
    return { [name]: text ?? '' };
  }

  setRights(parameters: ParameterReader): true {
    this.#rights.set(parameters.flag('for_channels'), parameters.all.rights);
    return true;
  }

  getRights(parameters: ParameterReader): unknown {
    return this.#rights.get(parameters.flag('for_channels')) ?? {};
  }
}

function menuKey(parameters: ParameterReader): string {
  const scope = parameters.object('scope')?.all ?? { type: 'default' };
  const sorted = Object.entries(scope).toSorted(([a], [b]) => a.localeCompare(b));
  return `${JSON.stringify(sorted)} ${languageOf(parameters)}`;
}

function languageOf(parameters: ParameterReader): string {
  const language = parameters.text('language_code') ?? '';
  if (!/^(?:[a-z]{2})?$/.test(language)) throw badRequest('LANGUAGE_CODE_INVALID');
  return language;
}
