import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';

/** A bot in a process of its own. */
export class BotProcess {
  readonly #child: ChildProcess;

  /**
   * @param argv what Node is given.
   * @param onLine told each line of the log; by default warnings and errors are printed.
   */
  constructor(
    argv: readonly string[],
    settings: Readonly<Record<string, string>>,
    onLine: (line: string) => void = printTrouble,
  ) {
    this.#child = spawn(process.execPath, [...argv], {
      env: { PATH: process.env.PATH, LOG_FORMAT: 'json', ...settings },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    if (this.#child.stderr !== null) createInterface({ input: this.#child.stderr }).on('line', onLine);
  }

  /** Whether the process runs. */
  get isAlive(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Memory of the process that is in use now, in megabytes. */
  residentMegabytes(): number {
    const status = readFileSync(`/proc/${this.#child.pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) / 1024;
  }

  signal(name: NodeJS.Signals): void {
    this.#child.kill(name);
  }

  async stop(): Promise<void> {
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGTERM');
    const hurry = setTimeout(() => this.#child.kill('SIGKILL'), 8000);
    await ended;
    clearTimeout(hurry);
  }
}

function printTrouble(line: string): void {
  if (/"level":(?:40|50)|Error/.test(line)) process.stderr.write(`${line.slice(0, 2000)}\n`);
}

/** A port of this machine that nobody listens on. */
export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });
