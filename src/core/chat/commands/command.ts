import type { Localized } from '../../locale.ts';
import type { ChatContext } from '../chat-context.ts';
import type { Reply } from '../reply.ts';

/** The one argument a command may take: the words after its name. */
export interface CommandArgument {
  readonly name: Localized;
  /** Words that could stand there. */
  readonly example: Localized;
  readonly required: boolean;
  /** What to offer while it is typed, on platforms where it can be completed. */
  readonly completion?: ArgumentCompletion;
}

/** What an argument may be completed to while it is typed. */
export const ARGUMENT_COMPLETIONS = ['question', 'date', 'time-zone'] as const;
export type ArgumentCompletion = (typeof ARGUMENT_COMPLETIONS)[number];

/**
 * Something the bot does on request, defined once for all platforms. `run` returns what to say and sends nothing, so
 * it can be tested by comparing values.
 */
export interface Command {
  /** Latin lower case, digits and underscores, at most 32: what every platform accepts. */
  readonly name: string;
  /** Other names under which it is found, in any language. */
  readonly aliases: readonly string[];
  /** Its Vietnamese name with diacritics, for platforms that take them; words are joined by "-". */
  readonly localName?: string;
  readonly summary: Localized;
  readonly argument?: CommandArgument;
  /** Heeds {@link ChatContext.page}, so that buttons may turn its pages. */
  readonly paged?: true;
  /** Without an argument it takes the words of the message that is replied to. */
  readonly readsQuoted?: true;
  /** Changes what concerns everybody in the place, so only those who manage it may use it. */
  readonly forManagers?: true;
  run(argument: string, context: ChatContext): Reply | Promise<Reply>;
}

const NAME = /^[a-z][a-z0-9_]{0,31}$/;
const LOCAL_NAME = /^[-\p{Ll}\p{N}]{1,32}$/u;
/** Discord's limit, the lowest of the platforms'. */
const MAXIMUM_SUMMARY_LENGTH = 100;

/**
 * Checks a command when it is defined, so that a name one platform would refuse stops the start instead of a menu.
 *
 * @throws RangeError naming the command and what is wrong with it.
 */
export function defineCommand(command: Command): Command {
  for (const name of [command.name, ...command.aliases]) {
    if (!NAME.test(name)) throw new RangeError(`Command name "${name}" does not match ${NAME.source}`);
  }
  if (command.localName !== undefined && !LOCAL_NAME.test(command.localName))
    throw new RangeError(`Local name "${command.localName}" does not match ${LOCAL_NAME.source}`);
  for (const summary of Object.values(command.summary)) {
    if (summary.length > MAXIMUM_SUMMARY_LENGTH) {
      throw new RangeError(
        `Summary of /${command.name} is longer than ${MAXIMUM_SUMMARY_LENGTH}: ${summary}`,
      );
    }
  }
  return command;
}
