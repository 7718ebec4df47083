import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { WorkerSettings } from './worker-settings.ts';

const SCRIPT = fileURLToPath(new URL('worker.mjs', import.meta.url));

/** A process that sends daily posts; loaded at once, it begins when told to. */
export class WorkerProcess {
  readonly #child: ChildProcess;
  readonly #said: AsyncIterator<string>;

  constructor() {
    this.#child = spawn(process.execPath, [SCRIPT], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    if (this.#child.stdout === null) throw new Error('The worker has no output.');
    this.#said = createInterface({ input: this.#child.stdout })[Symbol.asyncIterator]();
  }

  /** Resolves when the engine runs. */
  async begin(settings: WorkerSettings): Promise<void> {
    await this.#said.next();
    this.#child.stdin?.write(`${JSON.stringify(settings)}\n`);
    const { value } = await this.#said.next();
    if (value !== 'working') throw new Error('The worker did not begin.');
  }

  /** Ends it as a power cut would. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.#end('SIGTERM');
  }

  freeze(): void {
    this.#child.kill('SIGSTOP');
  }

  thaw(): void {
    this.#child.kill('SIGCONT');
  }

  /** Memory in use now, in megabytes. */
  residentMegabytes(): number {
    const status = readFileSync(`/proc/${this.#child.pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) / 1024;
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = once(this.#child, 'exit');
    this.#child.kill(signal);
    await ended;
  }
}
