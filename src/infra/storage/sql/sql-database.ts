import type { Kysely, Transaction } from 'kysely';
import { systemTimer } from '../../system/system-timer.ts';
import type { SealedKind, Sealer } from '../sealer.ts';
import { StorageError, type StorageFailure, type StoragePlace } from '../storage-error.ts';
import type { Tables } from './tables.ts';
import { type Queries, WriteGatherer } from './write-gatherer.ts';

/** What a foreign error comes to. */
export interface RecognisedFailure {
  readonly failure: StorageFailure;
  readonly code?: string;
  /** Whether doing the same again may well succeed at once: two transactions got in each other's way. */
  readonly collided?: boolean;
}

/** What differs between the databases, made by whoever connected. */
export interface SqlConnection {
  readonly kysely: Kysely<Tables>;
  readonly place: StoragePlace;
  recognise(error: unknown): RecognisedFailure;
  /**
   * How long to try again when another process holds what is needed, in milliseconds; absent where the database itself
   * waits without holding up the thread.
   */
  readonly lockPatienceMs?: number;
  /** One connection writes, and each commit holds up the thread: what can wait a moment is written together. */
  readonly gathersWrites?: true;
  /** The storage is ready, and from now on nothing may hold up the thread. */
  beginServing?(): void;
  /** Ends the connection for good; called once. */
  close(): Promise<void>;
}

/** How often a transaction is tried when it collides with others. */
const MAXIMUM_TRIES = 8;
/** Before the second try at what was locked; each further rest is twice as long. */
const FIRST_REST_MS = 5;
const LONGEST_REST_MS = 160;

/** A database whose every failure is a {@link StorageError} that names what was being done. */
export class SqlDatabase {
  readonly sealer: Sealer;
  readonly #connection: SqlConnection;
  readonly #gatherer: WriteGatherer | undefined;
  #closing: Promise<void> | undefined;
  #isClosed = false;

  constructor(connection: SqlConnection, sealer: Sealer) {
    this.#connection = connection;
    this.sealer = sealer;
    if (connection.gathersWrites === true)
      this.#gatherer = new WriteGatherer({
        together: (action, queries) => this.inTransaction(action, queries),
        retold: ({ failure, code }, action) => this.error(action, failure, code),
      });
  }

  get place(): StoragePlace {
    return this.#connection.place;
  }

  /** Runs one query; `action` follows "could not". */
  async run<Result>(action: string, query: (db: Kysely<Tables>) => Promise<Result>): Promise<Result> {
    return this.#patiently(action, () => query(this.#connection.kysely));
  }

  /** Runs several queries, all of them or none; `queries` may be called again when they collide with others. */
  async inTransaction<Result>(
    action: string,
    queries: (db: Transaction<Tables>) => Promise<Result>,
  ): Promise<Result> {
    return this.#patiently(action, () => this.#connection.kysely.transaction().execute(queries));
  }

  /** Like {@link run}, for a write that may wait for others to be taken to the disk with it. */
  runPatiently<Result>(action: string, query: Queries<Result>): Promise<Result> {
    return this.#gatherer?.add(action, query) ?? this.run(action, query);
  }

  /** Like {@link inTransaction}, for writes that may wait for others to be taken to the disk with them. */
  inPatientTransaction<Result>(action: string, queries: Queries<Result>): Promise<Result> {
    return this.#gatherer?.add(action, queries) ?? this.inTransaction(action, queries);
  }

  /** Tries again what collided, at once, and what met a lock, after a rest in which others are served. */
  async #patiently<Result>(action: string, attempt: () => Promise<Result>): Promise<Result> {
    const { lockPatienceMs = 0 } = this.#connection;
    const began = performance.now();
    let restMs = FIRST_REST_MS;
    for (let tries = 1; ; tries += 1) {
      if (this.#isClosed) throw this.error(action, 'closed');
      try {
        return await attempt();
      } catch (error) {
        const { failure, collided } = this.#connection.recognise(error);
        if (collided === true && tries < MAXIMUM_TRIES) continue;
        const isPatient = failure === 'locked' && performance.now() - began + restMs <= lockPatienceMs;
        if (!isPatient) throw this.translate(action, error);
        await systemTimer.sleep(restMs);
        restMs = Math.min(restMs * 2, LONGEST_REST_MS);
      }
    }
  }

  /** What a sealed value says; an error where it cannot be opened. */
  open(action: string, kind: SealedKind, sealed: string): string {
    const value = this.sealer.open(kind, sealed);
    if (value === undefined) throw this.error(action, 'wrong-key');
    return value;
  }

  error(action: string, failure: StorageFailure, code?: string): StorageError {
    return new StorageError({ action, failure, place: this.place, ...(code === undefined ? {} : { code }) });
  }

  /** The foreign error is not kept as the cause: it may quote what was stored. */
  translate(action: string, error: unknown): StorageError {
    if (error instanceof StorageError) return error;
    const { failure, code } = this.#connection.recognise(error);
    return this.error(action, failure, code);
  }

  /** Closes it once, however often it is called. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    await this.#gatherer?.flush();
    this.#isClosed = true;
    await this.#connection.close();
  }
}
