import type { Config } from '../config.ts';
import type { Library } from '../core/knowledge/library.ts';
import type { Log, LogEvent } from '../core/ports/log.ts';

/** What a start has found. */
export interface StartFacts {
  readonly config: Config;
  readonly library: Library;
  /** When the next daily post is due, in milliseconds of the epoch. */
  readonly nextDue: number | undefined;
  /** Where the operator's port listens; absent when it is off. */
  readonly operator: string | undefined;
}

/** Tells an operator in a few lines what was brought up; called once every platform is online, or will not be. */
export function wordSummary(
  { config, library, nextDue, operator }: StartFacts,
  platforms: ReadonlyMap<string, string>,
): string {
  const { articles, events } = library;
  const { choice, keys } = config.storage;
  const place = choice.kind === 'sqlite' ? `SQLite, ${choice.file}` : 'PostgreSQL';
  const lines: readonly (readonly [string, string])[] = [
    ...[...platforms].map(([name, state]) => [name, state] as const),
    [
      'knowledge',
      `${articles.length} articles and ${events.length} events from ${config.knowledgeDirectory}`,
    ],
    ['storage', `${place}, personal data ${keys.length > 0 ? 'sealed' : 'stored plainly'}`],
    ['next post', nextDue === undefined ? 'none: nobody has subscribed' : momentIn(config.timeZone, nextDue)],
    ['operator', operator ?? 'off (HTTP_PORT)'],
  ];
  return ['Nhịp Cầu', ...lines.map(([name, told]) => `  ${name.padEnd(10)} ${told}`)].join('\n');
}

function momentIn(timeZone: string, ms: number): string {
  const moment = new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'medium', timeStyle: 'short' });
  return `${moment.format(ms)} (${timeZone})`;
}

/** Learns from the log how each platform came up, and calls back once when all have, or told why not. */
export class StartWatch implements Log {
  readonly #inner: Log;
  readonly #awaited: Set<string>;
  readonly #states = new Map<string, string>();
  readonly #onUp: (platforms: ReadonlyMap<string, string>) => void;

  constructor(
    inner: Log,
    platforms: readonly string[],
    onUp: (platforms: ReadonlyMap<string, string>) => void,
  ) {
    this.#inner = inner;
    this.#awaited = new Set(platforms);
    this.#onUp = onUp;
  }

  write(event: LogEvent): void {
    this.#inner.write(event);
    if (event.event === 'platform-online') this.#up(event.platform, event.name);
    if (event.event === 'platform-refused') this.#up(event.platform, `refused: ${event.reason}`);
    if (event.event === 'platform-unreachable')
      this.#up(event.platform, `not reached yet (${event.reason}); it is being tried again`);
  }

  #up(platform: string, state: string): void {
    if (!this.#awaited.delete(platform)) return;
    this.#states.set(platform, state);
    if (this.#awaited.size === 0) this.#onUp(this.#states);
  }
}
