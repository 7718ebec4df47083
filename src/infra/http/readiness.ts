import type { Log, LogEvent } from '../../core/ports/log.ts';
import type { Timer } from '../../core/ports/timer.ts';
import { within } from '../system/within.ts';

/** Whether the bot can do its work, and why not. Fit to be shown: nothing here is secret. */
export interface ReadinessReport {
  readonly ready: boolean;
  /** What keeps the bot from its work, a sentence each. */
  readonly reasons: readonly string[];
  /** What should be mended although the bot works. */
  readonly warnings: readonly string[];
  /** `connected`, or why not, for each platform. */
  readonly platforms: Readonly<Record<string, string>>;
  readonly storage: string;
  /** Names the state of the files that are served; `undefined` before any are. */
  readonly knowledge: string | undefined;
}

export interface ReadinessOptions {
  /** The platforms that are to be connected. */
  readonly platforms: readonly string[];
  /** Resolves when the storage answers. */
  readonly checkStorage: () => Promise<void>;
  readonly timer: Timer;
  /** Where events go on to. */
  readonly inner: Log;
}

const OK = 'ok';
const CONNECTED = 'connected';
const STORAGE_PATIENCE_MS = 2000;

/** Learns from the log how platforms and knowledge fare, and asks the storage when it is asked itself. */
export class Readiness implements Log {
  readonly #options: ReadinessOptions;
  readonly #platforms: Map<string, string>;
  #knowledge: string | undefined;
  #problems: readonly string[] = [];
  #stopping = false;
  /** One look at the storage serves everybody who asks meanwhile. */
  #asking: Promise<string> | undefined;

  constructor(options: ReadinessOptions) {
    this.#options = options;
    this.#platforms = new Map(options.platforms.map((name) => [name, 'not connected yet']));
  }

  write(event: LogEvent): void {
    this.#learn(event);
    this.#options.inner.write(event);
  }

  /** From now on the bot takes no more work. */
  stop(): void {
    this.#stopping = true;
  }

  async report(): Promise<ReadinessReport> {
    this.#asking ??= this.#askStorage().finally(() => {
      this.#asking = undefined;
    });
    const storage = await this.#asking;
    const reasons = [
      ...[...this.#platforms].flatMap(([name, state]) => (state === CONNECTED ? [] : [`${name}: ${state}`])),
      ...(storage === OK ? [] : [`storage: ${storage}`]),
      ...(this.#knowledge === undefined ? ['knowledge: not loaded yet'] : []),
      ...(this.#stopping ? ['The bot is stopping.'] : []),
    ];
    return {
      ready: reasons.length === 0,
      reasons,
      warnings: this.#problems.map((problem) => `knowledge: ${problem}`),
      platforms: Object.fromEntries(this.#platforms),
      storage,
      knowledge: this.#knowledge,
    };
  }

  #learn(event: LogEvent): void {
    switch (event.event) {
      case 'platform-online':
        this.#platforms.set(event.platform, CONNECTED);
        return;
      case 'platform-offline':
      case 'platform-refused':
      case 'platform-unreachable':
        this.#platforms.set(event.platform, event.reason);
        return;
      case 'knowledge-loaded':
        this.#knowledge = event.version;
        this.#problems = [];
        return;
      case 'knowledge-broken':
        this.#problems = event.problems.map(({ file, line, message }) => `${file}:${line}: ${message}`);
        return;
      default:
        return;
    }
  }

  async #askStorage(): Promise<string> {
    const { checkStorage, timer } = this.#options;
    try {
      const answer = checkStorage().then(() => OK);
      return (await within(answer, STORAGE_PATIENCE_MS, timer)) ?? 'no answer';
    } catch (error) {
      // A StorageError is worded to be shown; of any other only the kind is.
      return error instanceof Error ? (error.name === 'StorageError' ? error.message : error.name) : 'failed';
    }
  }
}
