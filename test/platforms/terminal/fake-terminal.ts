import { PassThrough } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { Answerer } from '../../../src/core/answer/answerer.ts';
import { TimelineLookup } from '../../../src/core/answer/timeline-lookup.ts';
import { Chat } from '../../../src/core/chat/chat.ts';
import { createCommandRegistry } from '../../../src/core/chat/commands/registry.ts';
import type { Locale } from '../../../src/core/locale.ts';
import { MemoryFeedbackStore } from '../../../src/infra/storage/memory/memory-feedback-store.ts';
import { MemoryPreferenceStore } from '../../../src/infra/storage/memory/memory-preference-store.ts';
import { createTerminal } from '../../../src/platforms/terminal/index.ts';
import { NOON_MS, TINY_LIBRARY, TODAY } from '../../core/chat/tiny-chat.ts';

/** Keys as a terminal sends them. */
export const KEY = {
  enter: '\r',
  tab: '\t',
  up: '\u001B[A',
  left: '\u001B[D',
  ctrlC: '\u0003',
  ctrlD: '\u0004',
};

class FakeTerminal extends PassThrough {
  readonly isTTY: boolean;
  readonly columns = 80;

  constructor(isTTY: boolean) {
    super();
    this.isTTY = isTTY;
  }

  setRawMode(): this {
    return this;
  }
}

/** What the bot writes to someone who types this and then hangs up, without colours and cursor movements. */
export async function typed(
  keys: string | readonly string[],
  { isTTY = true, language = 'vi' }: { readonly isTTY?: boolean; readonly language?: Locale } = {},
): Promise<string> {
  const input = new FakeTerminal(isTTY);
  const output = new FakeTerminal(isTTY);
  const registry = createCommandRegistry();
  const knowledge = {
    answerer: new Answerer(TINY_LIBRARY, TODAY),
    timeline: new TimelineLookup(TINY_LIBRARY, TODAY),
  };
  const terminal = createTerminal({
    chat: new Chat({
      knowledge: () => knowledge,
      registry,
      preferences: new MemoryPreferenceStore(),
      feedback: new MemoryFeedbackStore(),
      random: () => 0,
    }),
    commandNames: registry.commands.flatMap(({ name, aliases }) => [name, ...aliases]),
    clock: { now: () => NOON_MS },
    today: () => TODAY,
    language,
    input,
    output,
    coloured: false,
    library: TINY_LIBRARY,
  });
  const ended = terminal.run();
  for (const chunk of typeof keys === 'string' ? [keys] : keys) {
    input.write(chunk);
    // Completion takes a turn of its own, which a person's fingers always leave it.
    await setImmediate();
  }
  input.end();
  await ended;
  return stripVTControlCharacters(String(output.read() ?? ''));
}
