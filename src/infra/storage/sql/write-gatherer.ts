import type { Kysely } from 'kysely';
import { systemTimer } from '../../system/system-timer.ts';
import { StorageError } from '../storage-error.ts';
import type { Tables } from './tables.ts';

/** Something to be written; `queries` may be called again when it collides with others. */
export type Queries<Result> = (db: Kysely<Tables>) => Promise<Result>;

/** What a gatherer writes with. */
export interface GathererGround {
  /** Writes all or nothing. */
  together<Result>(action: string, queries: Queries<Result>): Promise<Result>;
  /** The same failure, as it is told of another action. */
  retold(error: StorageError, action: string): StorageError;
}

interface Write {
  readonly action: string;
  /** Does it, and gives what is to be called once it is on the disk. */
  readonly begin: (db: Kysely<Tables>) => Promise<() => void>;
  readonly fail: (error: unknown) => void;
}

/** So long a write waits for others, in milliseconds; nobody waits for what is written so but a daily post. */
const GATHERING_MS = 20;

/**
 * Takes several writes to the disk together. Each commit waits for the disk, and with it the thread in which everybody is
 * answered; ten writes in one commit wait once. Nobody is told that something is written before it is.
 */
export class WriteGatherer {
  readonly #ground: GathererGround;
  #waiting: Write[] = [];

  constructor(ground: GathererGround) {
    this.#ground = ground;
  }

  add<Result>(action: string, queries: Queries<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      const begin = async (db: Kysely<Tables>): Promise<() => void> => {
        const result = await queries(db);
        return () => resolve(result);
      };
      this.#waiting.push({ action, begin, fail: reject });
      if (this.#waiting.length === 1) void systemTimer.sleep(GATHERING_MS).then(() => this.flush());
    });
  }

  /** Writes at once what has gathered. Never rejects: whoever wanted it written is told. */
  async flush(): Promise<void> {
    const writes = this.#waiting;
    this.#waiting = [];
    const [first] = writes;
    if (first === undefined) return;
    try {
      await this.#write(writes);
    } catch (error) {
      // One that cannot be written must not keep the others from it; a file that is locked is locked for all.
      const isForAll = error instanceof StorageError && error.failure === 'locked';
      if (writes.length > 1 && !isForAll) {
        await Promise.all(writes.map((write) => this.#write([write]).catch(write.fail)));
      } else {
        for (const { action, fail } of writes)
          fail(error instanceof StorageError ? this.#ground.retold(error, action) : error);
      }
    }
  }

  async #write(writes: readonly Write[]): Promise<void> {
    const told = await this.#ground.together(writes[0]?.action ?? '', async (db) => {
      const done: (() => void)[] = [];
      for (const { begin } of writes) done.push(await begin(db));
      return done;
    });
    for (const tell of told) tell();
  }
}
