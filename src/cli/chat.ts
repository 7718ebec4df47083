import { Chat } from '../core/chat/chat.ts';
import { createCommandRegistry } from '../core/chat/commands/registry.ts';
import { dayIn } from '../core/dates/zones.ts';
import { MemoryFeedbackStore } from '../infra/storage/memory/memory-feedback-store.ts';
import { MemoryPreferenceStore } from '../infra/storage/memory/memory-preference-store.ts';
import { createTerminal } from '../platforms/terminal/index.ts';
import type { CommandLineContext } from './command-line-context.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { loadKnowledge } from './load-knowledge.ts';
import { readFolderOption, readLanguage, readOptions, refuseArguments } from './options.ts';

/** `nhip-cau chat`: the bot in this terminal. */
export async function chatCommand(argv: readonly string[], context: CommandLineContext): Promise<ExitCode> {
  const { values, positionals } = readOptions(argv, {
    knowledge: { type: 'string' },
    language: { type: 'string' },
  });
  refuseArguments('chat', positionals, 'Ask one question with: nhip-cau ask "…"');
  const { config, clock, streams, coloured } = context;
  const language = readLanguage(values.language) ?? config.language;
  const today = dayIn(config.timeZone, clock.now());
  const served = loadKnowledge(readFolderOption(values.knowledge) ?? config.knowledgeDirectory, today);
  const registry = createCommandRegistry();
  const terminal = createTerminal({
    chat: new Chat({
      knowledge: () => served,
      registry,
      preferences: new MemoryPreferenceStore(),
      feedback: new MemoryFeedbackStore(),
      random: Math.random,
    }),
    commandNames: registry.commands.flatMap((command) => [command.name, ...command.aliases]),
    clock,
    today: (now) => dayIn(config.timeZone, now),
    language,
    input: streams.input,
    output: streams.output,
    coloured,
    library: served.answerer.library,
  });
  // The person reads the greeting meanwhile.
  if (streams.input.isTTY === true) setImmediate(() => served.answerer.prepare());
  await terminal.run();
  return EXIT.done;
}
