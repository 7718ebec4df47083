import { loadavg } from 'node:os';
import type { BotProcess } from '../relay/bot-process.ts';
import { Tally } from './crowd.ts';

/** How the machine and the bot were at one moment. */
export interface Sample {
  /** Milliseconds since the traffic began. */
  readonly at: number;
  readonly residentMegabytes: number;
  /** Of the whole machine, averaged over a minute. */
  readonly load: number;
  /** Requests that wait for an answer. */
  readonly open: number;
  /** How much later than asked this sample was taken: how late the measuring process itself is, in milliseconds. */
  readonly lateMs: number;
}

const EVERY_MS = 1000;

/** Samples a running bot every second. */
export class Sampler {
  readonly samples: Sample[] = [];
  readonly #timer: NodeJS.Timeout;

  constructor(bot: BotProcess, now: () => number, open: () => number) {
    let due = performance.now() + EVERY_MS;
    this.#timer = setInterval(() => {
      const lateMs = Math.max(0, performance.now() - due);
      due = performance.now() + EVERY_MS;
      if (!bot.isAlive) return;
      this.samples.push({
        at: now(),
        residentMegabytes: bot.residentMegabytes(),
        load: loadavg()[0] ?? Number.NaN,
        open: open(),
        lateMs,
      });
    }, EVERY_MS);
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}

/** A line of the log that tells of trouble, or of knowledge that is served anew. */
export interface LoggedEvent {
  readonly at: number;
  readonly event: string;
}

/** Reads the log of a bot: counts what is worse than information, and remembers when knowledge was loaded. */
export class LogReader {
  readonly #trouble = new Tally();
  readonly #now: () => number;
  readonly loads: number[] = [];
  /** What was no line of the log, such as a fault of Node. */
  readonly strange: string[] = [];

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Warnings and errors by what they are of. */
  get trouble(): ReadonlyMap<string, number> {
    return this.#trouble.counts;
  }

  readonly read = (line: string): void => {
    const entry = parsed(line);
    if (entry === undefined) {
      this.strange.push(line);
      return;
    }
    if (entry.event === 'knowledge-loaded') this.loads.push(this.#now());
    const INFORMATION = 30;
    const isPost = entry.event === 'post' && entry.outcome !== 'sent';
    if (Number(entry.level) <= INFORMATION && !isPost) return;
    const { event, platform, method, action, outcome, reason } = entry;
    const about = [event, platform, method ?? action ?? outcome, reason].filter((part) => part !== undefined);
    // Where the program lies on this machine is nobody's business.
    this.#trouble.add(about.join(' ').replace(/file:\/\/\S*?\/(?=dist\/|src\/)/, ''));
  };
}

function parsed(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
