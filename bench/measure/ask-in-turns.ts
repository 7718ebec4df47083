import type { Found } from '../engines/engine.ts';
import type { WorkerProcess } from './worker-process.ts';

/** What came of the questions for one engine: times by round, answers of the first round. */
export interface AskedInTurns {
  readonly milliseconds: readonly (readonly number[])[];
  readonly found: readonly Found[];
}

export interface TurnOptions {
  readonly questions: readonly string[];
  readonly rounds: number;
  /** Once an engine has spent so long, it is asked no more. Milliseconds. */
  readonly budget: number;
}

const BATCH = 20;

/**
 * Asks all engines the same questions, a batch each in turn, in another order every time: when the machine is slow
 * for a while, it is slow for all. Only one process works at any moment.
 */
export async function askInTurns(
  workers: readonly WorkerProcess[],
  { questions, rounds, budget }: TurnOptions,
): Promise<ReadonlyMap<WorkerProcess, AskedInTurns>> {
  const tallies = new Map(workers.map((worker) => [worker, new Tally(worker, budget)]));
  let turn = 0;
  for (let round = 0; round < rounds; round += 1) {
    for (let from = 0; from < questions.length; from += BATCH) {
      const batch = questions.slice(from, from + BATCH);
      for (const worker of rotate(workers, turn)) await tallies.get(worker)?.ask(batch, round);
      turn += 1;
    }
  }
  return tallies;
}

class Tally implements AskedInTurns {
  readonly milliseconds: number[][] = [];
  readonly found: Found[] = [];
  readonly #worker: WorkerProcess;
  #left: number;

  constructor(worker: WorkerProcess, budget: number) {
    this.#worker = worker;
    this.#left = budget;
  }

  async ask(batch: readonly string[], round: number): Promise<void> {
    if (this.#left <= 0) return;
    const { milliseconds, found } = await this.#worker.ask(batch, this.#left);
    const times = this.milliseconds[round] ?? [];
    times.push(...milliseconds);
    this.milliseconds[round] = times;
    if (round === 0) this.found.push(...found);
    for (const spent of milliseconds) this.#left -= spent;
  }
}

const rotate = <Item>(items: readonly Item[], by: number): readonly Item[] => {
  const at = items.length === 0 ? 0 : by % items.length;
  return [...items.slice(at), ...items.slice(0, at)];
};
