import type { Update } from 'grammy/types';
import { conflict } from './failures.ts';
import type { UpdateBody, WithheldUpdate } from './types.ts';

/** Not sent unless the bot asks for them by name. */
const ON_REQUEST: ReadonlySet<string> = new Set([
  'chat_member',
  'message_reaction',
  'message_reaction_count',
]);

/** An update on its way to the bot. Updates with the same key are delivered one after the other. */
export interface QueuedUpdate {
  readonly update: Update;
  readonly key: string;
}

/** What a bot asks for when it polls. */
export interface Poll {
  readonly offset: number | undefined;
  readonly limit: number;
  readonly timeoutSeconds: number;
  /** Aborted when the bot hangs up. */
  readonly gone: AbortSignal;
}

interface Poller {
  readonly answer: (updates: readonly Update[]) => void;
  readonly refuse: (reason: Error) => void;
  readonly limit: number;
}

/** The updates that wait for the bot, and the long polls that wait for updates. */
export class UpdateFeed {
  /** Updates that the bot will not get, with the reason. */
  readonly withheld: WithheldUpdate[] = [];
  /** Everything that was queued in this test, delivered or not. */
  readonly queued: Update[] = [];
  readonly #changed: () => void;
  #waiting: readonly QueuedUpdate[] = [];
  #allowed: readonly string[] = [];
  #lastId = 870_000_000;
  #poller: Poller | undefined;

  /** `changed` is called after every change, so that tests and the webhook can look again. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** The kinds of updates the bot wants; an empty list means the usual ones, and stays until changed. */
  allow(kinds: readonly string[] | undefined): void {
    if (kinds !== undefined) this.#allowed = kinds;
  }

  allowed(): readonly string[] {
    return this.#allowed;
  }

  push(body: UpdateBody, key: string): Update | undefined {
    const kind = Object.keys(body)[0] ?? '';
    const wanted = this.#allowed.length === 0 ? !ON_REQUEST.has(kind) : this.#allowed.includes(kind);
    if (!wanted) {
      this.withhold({ body, reason: 'not among the allowed updates' });
      return undefined;
    }
    this.#lastId += 1;
    const update: Update = { update_id: this.#lastId, ...body };
    this.pushAgain({ update, key });
    return update;
  }

  /** Queues an update that has its number already, as Telegram does when a confirmation got lost. */
  pushAgain(queued: QueuedUpdate): void {
    this.#waiting = [...this.#waiting, queued];
    this.queued.push(queued.update);
    this.#feedPoller();
    this.#changed();
  }

  withhold(update: WithheldUpdate): void {
    this.withheld.push(update);
    this.#changed();
  }

  /** What the bot has not confirmed yet. */
  waiting(): readonly QueuedUpdate[] {
    return this.#waiting;
  }

  confirm(isConfirmed: (queued: QueuedUpdate) => boolean): void {
    const left = this.#waiting.filter((queued) => !isConfirmed(queued));
    if (left.length === this.#waiting.length) return;
    this.#waiting = left;
    this.#changed();
  }

  /** Answers at once if something waits, else as soon as something comes or the time is over. */
  poll({ offset, limit, timeoutSeconds, gone }: Poll): Promise<readonly Update[]> {
    this.#poller?.refuse(
      conflict('terminated by other getUpdates request; make sure that only one bot instance is running'),
    );
    this.#startAt(offset);
    if (this.#waiting.length > 0 || timeoutSeconds === 0) return Promise.resolve(this.#first(limit));
    return new Promise((resolve, reject) => {
      const finish = () => {
        clearTimeout(timer);
        gone.removeEventListener('abort', hangUp);
        if (this.#poller === poller) this.#poller = undefined;
      };
      const poller: Poller = {
        limit,
        answer: (updates) => {
          finish();
          resolve(updates);
        },
        refuse: (reason) => {
          finish();
          reject(reason);
        },
      };
      const hangUp = () => poller.answer([]);
      const timer = setTimeout(hangUp, timeoutSeconds * 1000);
      gone.addEventListener('abort', hangUp);
      this.#poller = poller;
      this.#changed();
    });
  }

  /** Whether the bot waits for updates right now. */
  isPolled(): boolean {
    return this.#poller !== undefined;
  }

  /** Ends a long poll that nobody will answer any more. */
  close(): void {
    this.#poller?.answer([]);
  }

  /** A poll ends with 409 when a webhook takes over. */
  interrupt(): void {
    this.#poller?.refuse(conflict('terminated by setWebhook request'));
  }

  #startAt(offset: number | undefined): void {
    if (offset === undefined || offset === 0) return;
    const kept = this.#waiting.slice(offset).map(({ update }) => update.update_id);
    const first = offset > 0 ? offset : (kept[0] ?? 0);
    this.confirm(({ update }) => update.update_id < first);
  }

  #first(limit: number): readonly Update[] {
    return this.#waiting.slice(0, limit).map(({ update }) => update);
  }

  #feedPoller(): void {
    this.#poller?.answer(this.#first(this.#poller.limit));
  }
}
