import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Run } from './run.ts';

/** What Node is given to run the program: `--import` the first, then the second. */
const PROGRAM = [
  import.meta.resolve('tsx'),
  fileURLToPath(new URL('../../src/main.ts', import.meta.url)),
] as const;

/** Starts the program as a person would, in a folder of its own so that no .env of a developer is read. */
export function startProcess(
  argv: readonly string[],
  folder: string,
  settings: Readonly<Record<string, string>> = {},
): ChildProcessWithoutNullStreams {
  const { PATH = '' } = process.env;
  return spawn(process.execPath, ['--import', ...PROGRAM, ...argv], {
    cwd: folder,
    env: { PATH, ...settings },
  });
}

/** Runs the program to its end with this on its standard input. */
export async function runProcess(
  argv: readonly string[],
  folder: string,
  input: string | Uint8Array = '',
): Promise<Run> {
  const child = startProcess(argv, folder);
  const ended = new Promise<number>((resolve) => {
    child.once('close', (code) => resolve(code ?? -1));
  });
  child.stdin.end(input);
  const [code, output, errors] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  return { code, output, errors };
}
