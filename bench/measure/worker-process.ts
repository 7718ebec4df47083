import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { EngineName } from '../engines/catalogue.ts';
import type { Asked, Built, Loaded, WorkerReply, WorkerRequest, WorkerTask } from './protocol.ts';

const WORKER = fileURLToPath(new URL('worker.ts', import.meta.url));

/** Room for a hundred thousand sentences in the largest of the engines. Megabytes. */
const HEAP_LIMIT = 6000;

/** An engine in a process of its own, so that no engine's garbage is collected in another's time. */
export class WorkerProcess {
  readonly engine: EngineName;
  readonly #child: ChildProcess;
  readonly #ready: Promise<WorkerReply>;

  constructor(task: WorkerTask) {
    this.engine = task.engine;
    this.#child = fork(WORKER, [JSON.stringify(task)], {
      execArgv: ['--import', 'tsx', '--expose-gc', `--max-old-space-size=${HEAP_LIMIT}`, ...profilingFlags()],
    });
    this.#ready = this.#nextReply();
  }

  /** Done when it has read its texts; nothing should be measured while another still reads. */
  async ready(): Promise<void> {
    const reply = await this.#ready;
    if (reply.kind !== 'ready') throw unexpected(this.engine, reply);
  }

  async build(): Promise<Built> {
    const reply = await this.#request({ kind: 'build' });
    if (reply.kind !== 'built') throw unexpected(this.engine, reply);
    return reply;
  }

  async load(): Promise<Loaded> {
    const reply = await this.#request({ kind: 'load' });
    if (reply.kind !== 'loaded') throw unexpected(this.engine, reply);
    return reply;
  }

  /** `budget`: milliseconds after which the rest is not asked. */
  async ask(questions: readonly string[], budget: number): Promise<Asked> {
    const reply = await this.#request({ kind: 'ask', questions, budget });
    if (reply.kind !== 'asked') throw unexpected(this.engine, reply);
    return reply;
  }

  /** Lets the process end by itself, so that a profile is written. */
  async stop(): Promise<void> {
    if (this.#child.exitCode !== null) return;
    const exited = once(this.#child, 'exit');
    this.#child.disconnect();
    await exited;
  }

  #request(request: WorkerRequest): Promise<WorkerReply> {
    const reply = this.#nextReply();
    this.#child.send(request);
    return reply;
  }

  async #nextReply(): Promise<WorkerReply> {
    const ended = new AbortController();
    try {
      return await Promise.race([
        once(this.#child, 'message', { signal: ended.signal }).then(([reply]) => reply as WorkerReply),
        once(this.#child, 'exit', { signal: ended.signal }).then(
          ([code]): WorkerReply => ({ kind: 'failed', message: `its process ended with ${code}` }),
        ),
      ]);
    } finally {
      ended.abort();
    }
  }
}

/** `node --cpu-prof --import tsx bench/bench.ts` profiles the workers too. */
const profilingFlags = (): readonly string[] =>
  process.execArgv.filter((flag) => flag.startsWith('--cpu-prof'));

const unexpected = (engine: EngineName, reply: WorkerReply): Error =>
  new Error(`${engine}: ${reply.kind === 'failed' ? reply.message : `a reply of the kind ${reply.kind}`}`);
