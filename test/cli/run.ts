import { Readable, Writable } from 'node:stream';
import { runCommandLine } from '../../src/cli/command-line.ts';

/** How a command line ended and what it wrote. */
export interface Run {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

export interface RunOptions {
  /** Standard input, in the chunks in which it comes, or a stream of the test's own. */
  readonly input?: readonly (string | Uint8Array)[] | Readable;
  readonly environment?: Readonly<Record<string, string>>;
  /** Milliseconds of the epoch. */
  readonly now?: number;
  /** The folder that would come with the bot. */
  readonly shipped?: string;
}

class Collected extends Writable {
  text = '';

  override _write(chunk: Buffer, _: BufferEncoding, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

/** Runs a command line in this process, on an input, a clock and an environment of its own. */
export async function run(
  argv: readonly string[],
  { input = [], environment = {}, now = Date.UTC(2026, 1, 3, 12), shipped = '/nowhere' }: RunOptions = {},
): Promise<Run> {
  const output = new Collected();
  const errors = new Collected();
  const code = await runCommandLine(argv, {
    streams: {
      input: input instanceof Readable ? input : Readable.from(input.map((chunk) => Buffer.from(chunk))),
      output,
      errors,
    },
    environment,
    clock: { now: () => now },
    shippedKnowledge: shipped,
  });
  return { code, output: output.text, errors: errors.text };
}

/** What a command wrote that must end well. */
export async function outputOf(argv: readonly string[], options?: RunOptions): Promise<string> {
  const { code, output, errors } = await run(argv, options);
  if (code !== 0 || errors !== '') throw new Error(`exit code ${code}: ${errors}`);
  return output;
}

/** The JSON object on each line. */
export const objectsIn = (output: string): readonly Record<string, unknown>[] =>
  output
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
