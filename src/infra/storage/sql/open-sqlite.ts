import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Dialect, Kysely, SqliteAdapter, SqliteDialect } from 'kysely';
import { StorageError, type StoragePlace } from '../storage-error.ts';
import { libsqlForKysely } from './libsql-database.ts';
import type { RecognisedFailure, SqlConnection } from './sql-database.ts';
import { recogniseSqliteFailure } from './sqlite-failures.ts';
import type { Tables } from './tables.ts';

/** How long to wait for another process that is writing, in milliseconds; our own writes take a few. */
const BUSY_TIMEOUT_MS = 5000;

const ACTION = 'open the storage';

/**
 * Opens a database file, and makes it, with its folder, if there is none: for the eyes of its owner only. What was
 * answered as done is on the disk, even when the power fails the moment after.
 */
export async function openSqlite(file: string, busyTimeoutMs = BUSY_TIMEOUT_MS): Promise<SqlConnection> {
  const place: StoragePlace = { kind: 'sqlite', file };
  const failed = ({ failure, code }: RecognisedFailure): StorageError =>
    new StorageError({ action: ACTION, place, failure, ...(code === undefined ? {} : { code }) });
  try {
    makeFile(file);
  } catch (error) {
    const recognised = recogniseSqliteFailure(error);
    const isThere = recognised.code === 'EACCES' && existsSync(file);
    throw failed(isThere ? { ...recognised, failure: 'read-only' } : recognised);
  }
  const connection = await connect(file, busyTimeoutMs).catch((error: unknown) => {
    throw failed(recogniseSqliteFailure(error));
  });
  try {
    // Each line by itself: after a failed one the others must not be skipped unseen.
    connection.exec('pragma journal_mode = wal');
    connection.exec('pragma synchronous = full');
    connection.exec('pragma foreign_keys = on');
    // What is forgotten, or sealed anew, is overwritten and not only marked as free.
    connection.exec('pragma secure_delete = on');
    connection.exec('pragma trusted_schema = off');
  } catch (error) {
    connection.close();
    throw failed(recogniseSqliteFailure(error));
  }
  const kysely = new Kysely<Tables>({ dialect: dialectOf(connection) });
  return {
    kysely,
    place,
    recognise: recogniseSqliteFailure,
    lockPatienceMs: busyTimeoutMs,
    gathersWrites: true,
    // SQLite's own waiting holds up the thread, and everybody who is being answered with it.
    beginServing: () => void connection.exec('pragma busy_timeout = 0'),
    close: async () => {
      try {
        connection.exec(`pragma busy_timeout = ${busyTimeoutMs}`);
        // Then the file alone is the whole database, and a copy of it a backup.
        connection.exec('pragma wal_checkpoint(truncate)');
      } catch {
        // Another process is reading; what was written is safe beside the file.
      }
      await kysely.destroy();
      connection.close();
    },
  };
}

/** The rights are set as the file is made, so that there is no moment at which others can read it. */
function makeFile(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  closeSync(openSync(file, 'a', 0o600));
}

/** Loads the native package only now: whoever keeps nothing in a file needs none. */
async function connect(file: string, busyTimeoutMs: number) {
  const { default: Database } = await import('libsql');
  return new Database(file, { timeout: busyTimeoutMs });
}

function dialectOf(connection: Awaited<ReturnType<typeof connect>>): Dialect {
  const dialect = new SqliteDialect({ database: libsqlForKysely(connection) });
  return {
    createAdapter: () => new TransactionalSqliteAdapter(),
    createDriver: () => dialect.createDriver(),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
  };
}

/** Makes migrations run in one transaction, which SQLite can do; it is their lock at the same time. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}
