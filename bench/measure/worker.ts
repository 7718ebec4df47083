import { createLibrary } from '../../src/core/knowledge/library.ts';
import { type EngineName, loadEngine } from '../engines/catalogue.ts';
import type { CreateEngine, EngineInput, Found, SearchEngine } from '../engines/engine.ts';
import { readCorpus } from '../workload/read-corpus.ts';
import { heldBytes } from './held-bytes.ts';
import type { Asked, Built, Loaded, WorkerReply, WorkerRequest, WorkerTask } from './protocol.ts';
import { median } from './quantile.ts';

const task = JSON.parse(process.argv[2] ?? '{}') as WorkerTask;

const BUILDS = 3;

/** A slow build is not repeated. Milliseconds. */
const BUILD_BUDGET = 1500;

/** Short, since the slowest engine needs seconds for a long one. */
const PROBE = 'Hà Nội';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** One engine with one corpus, as the parent drives it. */
class Worker {
  readonly #create: CreateEngine;
  readonly #input: EngineInput;
  readonly #bytesBefore: number;
  #engine: SearchEngine;

  constructor(create: CreateEngine, input: EngineInput, bytesBefore: number) {
    this.#create = create;
    this.#input = input;
    this.#bytesBefore = bytesBefore;
    this.#engine = create(input);
  }

  async reply(request: WorkerRequest): Promise<WorkerReply> {
    switch (request.kind) {
      case 'build':
        return this.#build();
      case 'load':
        return this.#load();
      case 'ask':
        return this.#ask(request.questions, request.budget);
    }
  }

  async #build(): Promise<Built> {
    const textBytes = heldBytes() - this.#bytesBefore;
    const times: number[] = [];
    while (times.length < BUILDS && sum(times) < BUILD_BUDGET) {
      this.#engine = this.#create(this.#input);
      const start = performance.now();
      await this.#engine.build();
      times.push(performance.now() - start);
    }
    const bytes = heldBytes() - this.#bytesBefore + (this.#engine.nativeBytes?.() ?? 0);
    return { kind: 'built', milliseconds: median(times), bytes, textBytes };
  }

  /** Loading ends with an answer, and the answer must be the built index's: some libraries put work off until asked. */
  async #load(): Promise<Loaded> {
    const saved = await this.#engine.snapshot?.save();
    if (saved === undefined) return { kind: 'loaded' };
    const expected = await this.#engine.search(PROBE);
    const other = this.#create(this.#input);
    const start = performance.now();
    await other.snapshot?.load(saved);
    const found = await other.search(PROBE);
    const milliseconds = performance.now() - start;
    if (JSON.stringify(found) !== JSON.stringify(expected))
      throw new Error('The loaded index answers otherwise.');
    return { kind: 'loaded', milliseconds };
  }

  async #ask(questions: readonly string[], budget: number): Promise<Asked> {
    const milliseconds: number[] = [];
    const found: Found[] = [];
    for (const question of questions) {
      if (sum(milliseconds) >= budget) break;
      const start = performance.now();
      const promised = this.#engine.search(question);
      // Waiting for what is no promise would add to the time of the synchronous engines.
      const answer = promised instanceof Promise ? await promised : promised;
      milliseconds.push(performance.now() - start);
      found.push(answer);
    }
    return { kind: 'asked', milliseconds, found };
  }
}

/** The peers hold records only; our engine holds the library, whose sentences the records are. */
function inputFor(engine: EngineName): EngineInput {
  const { library, records, recordOf, passages } = readCorpus(task.corpus);
  if (engine === 'nhip-cau') return { library, records: [], recordOf, passages };
  const empty = createLibrary({ articles: [], events: [], documents: [], glossary: [] });
  return { library: empty, records, recordOf: new Map(), passages };
}

function send(reply: WorkerReply): void {
  process.send?.(reply);
}

const failed = (error: unknown): WorkerReply => ({
  kind: 'failed',
  message: error instanceof Error ? error.message : String(error),
});

const bytesBefore = heldBytes();
const starting = loadEngine(task.engine).then(
  (create) => new Worker(create, inputFor(task.engine), bytesBefore),
);
starting.then((): WorkerReply => ({ kind: 'ready' }), failed).then(send);
process.on('message', (request: WorkerRequest) => {
  starting
    .then((worker) => worker.reply(request))
    .catch(failed)
    .then(send);
});
