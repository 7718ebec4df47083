import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fromRoot } from './project-path.ts';

/** The answering core in a process of its own, as the bots have one. */
export interface CoreProcess {
  /** Answers each question once; how many seconds that took. */
  ask(questions: readonly string[]): Promise<number>;
  stop(): Promise<void>;
}

/** Starts the core with the same loader as the bots. */
export async function startCore(): Promise<CoreProcess> {
  const child = fork(fromRoot('bench/relay/core-alone.ts'), { execArgv: ['--import', 'tsx'] });
  await once(child, 'message');
  return {
    async ask(questions) {
      const told = once(child, 'message');
      child.send(questions);
      const [seconds] = await told;
      return Number(seconds);
    },
    async stop() {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}
