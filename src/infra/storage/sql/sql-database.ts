import type { Kysely, Transaction } from 'kysely';
import type { SealedKind, Sealer } from '../sealer.ts';
import { StorageError, type StorageFailure, type StoragePlace } from '../storage-error.ts';
import type { Tables } from './tables.ts';

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
  /** Ends the connection for good; called once. */
  close(): Promise<void>;
}

/** How often a transaction is tried when it collides with others. */
const MAXIMUM_TRIES = 8;

/** A database whose every failure is a {@link StorageError} that names what was being done. */
export class SqlDatabase {
  readonly sealer: Sealer;
  readonly #connection: SqlConnection;
  #closing: Promise<void> | undefined;

  constructor(connection: SqlConnection, sealer: Sealer) {
    this.#connection = connection;
    this.sealer = sealer;
  }

  get place(): StoragePlace {
    return this.#connection.place;
  }

  /** Runs one query; `action` follows "could not". */
  async run<Result>(action: string, query: (db: Kysely<Tables>) => Promise<Result>): Promise<Result> {
    if (this.#closing !== undefined) throw this.error(action, 'closed');
    try {
      return await query(this.#connection.kysely);
    } catch (error) {
      throw this.translate(action, error);
    }
  }

  /** Runs several queries, all of them or none; `queries` may be called again when they collide with others. */
  async inTransaction<Result>(
    action: string,
    queries: (db: Transaction<Tables>) => Promise<Result>,
  ): Promise<Result> {
    if (this.#closing !== undefined) throw this.error(action, 'closed');
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.#connection.kysely.transaction().execute(queries);
      } catch (error) {
        const collided = this.#connection.recognise(error).collided === true;
        if (!collided || tries === MAXIMUM_TRIES) throw this.translate(action, error);
      }
    }
  }

  /** What a sealed value says; an error where it cannot be opened. */
  open(action: string, kind: SealedKind, sealed: string): string {
    const value = this.sealer.open(kind, sealed);
    if (value === undefined) throw this.error(action, 'wrong-key');
    return value;
  }

  error(action: string, failure: StorageFailure): StorageError {
    return new StorageError({ action, failure, place: this.place });
  }

  /** The foreign error is not kept as the cause: it may quote what was stored. */
  translate(action: string, error: unknown): StorageError {
    if (error instanceof StorageError) return error;
    const { failure, code } = this.#connection.recognise(error);
    return new StorageError({ action, failure, place: this.place, ...(code === undefined ? {} : { code }) });
  }

  /** Closes it once, however often it is called. */
  close(): Promise<void> {
    this.#closing ??= this.#connection.close();
    return this.#closing;
  }
}
