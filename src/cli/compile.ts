import { dayIn } from '../core/dates/zones.ts';
import type { CommandLineContext } from './command-line-context.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { storeSnapshot } from './load-knowledge.ts';
import { readOptions, refuseArguments } from './options.ts';

/** `nhip-cau compile`: part of the build. */
export async function compileCommand(
  argv: readonly string[],
  context: CommandLineContext,
): Promise<ExitCode> {
  const { positionals } = readOptions(argv, {});
  refuseArguments('compile', positionals);
  storeSnapshot(context.shippedKnowledge, dayIn(context.config.timeZone, context.clock.now()));
  return EXIT.done;
}
