import type { Config } from '../config.ts';
import type { Clock } from '../core/ports/clock.ts';
import type { Streams } from './streams.ts';

/** What a command of the command line works with. */
export interface CommandLineContext {
  readonly config: Config;
  readonly clock: Clock;
  readonly streams: Streams;
  /** The knowledge folder that comes with the bot. */
  readonly shippedKnowledge: string;
  /** Calls back when the operator asks the process to stop, as by Ctrl-C; a second time ends it at once. */
  readonly onStopRequest: (stop: () => void) => void;
  /** Calls back when something was thrown that nobody caught; whoever asks for it has to stop. */
  readonly onFault: (report: (error: unknown) => void) => void;
  /** Whether to write colours. */
  readonly coloured: boolean;
}
