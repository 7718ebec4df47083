import { fold } from '../../text/fold.ts';
import { createHelp, random, sources } from './about.ts';
import { ask } from './ask.ts';
import { check } from './check.ts';
import { more, source } from './citations.ts';
import type { Command } from './command.ts';
import { daily } from './daily.ts';
import { date, timeline, today } from './dates.ts';
import { forget, language, privacy, settings } from './settings.ts';
import { start } from './start.ts';
import { stored } from './stored.ts';

/** All commands, in the order in which help lists them, found by any of their names. */
export interface CommandRegistry {
  readonly commands: readonly Command[];
  /** In any letter case and with diacritics too: "/Nguồn" is "/nguon", "/dòng-thời-gian" is "/dongthoigian". */
  find(name: string): Command | undefined;
}

/**
 * The commands every platform offers.
 *
 * @throws RangeError when two commands share a name.
 */
export function createCommandRegistry(): CommandRegistry {
  const commands: Command[] = [
    ask,
    date,
    timeline,
    today,
    daily,
    random,
    check,
    more,
    source,
    sources,
    language,
    settings,
    privacy,
    stored,
    forget,
  ];
  commands.push(
    createHelp(() => commands),
    start,
  );
  return registerCommands(commands);
}

/** @throws RangeError when two commands share a name. */
export function registerCommands(commands: readonly Command[]): CommandRegistry {
  const byName = new Map<string, Command>();
  for (const command of commands) {
    for (const name of [command.name, ...command.aliases]) {
      if (byName.has(name)) throw new RangeError(`Two commands are named /${name}`);
      byName.set(name, command);
    }
  }
  return { commands, find: (name) => byName.get(fold(name).replaceAll('-', '')) };
}
