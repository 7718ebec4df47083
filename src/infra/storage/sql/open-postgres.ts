import { Kysely, PostgresDialect } from 'kysely';
import type { PoolConfig } from 'pg';
import { StorageError, type StoragePlace } from '../storage-error.ts';
import { recognisePostgresFailure } from './postgres-failures.ts';
import type { SqlConnection } from './sql-database.ts';
import type { Tables } from './tables.ts';

const ACTION = 'open the storage';

/** Connections at most; a query takes a millisecond, so few serve many. */
const MAXIMUM_CONNECTIONS = 8;
/** How long to wait for a connection, and for the answer to one query, in milliseconds. */
const CONNECT_TIMEOUT_MS = 10_000;
const QUERY_TIMEOUT_MS = 30_000;

/** PostgreSQL's number for `bigint`. */
const BIGINT = 20;

/** Connects to PostgreSQL at `postgres://user:password@host:port/database` as soon as something is asked of it. */
export async function openPostgres(url: string): Promise<SqlConnection> {
  const place: StoragePlace = { kind: 'postgres', where: whereOf(url) };
  const { default: pg } = await import('pg').catch((error: unknown) => {
    throw new StorageError({ action: ACTION, place, ...recognisePostgresFailure(error) });
  });
  const config: PoolConfig = {
    connectionString: url,
    application_name: 'nhip-cau',
    max: MAXIMUM_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: QUERY_TIMEOUT_MS,
    statement_timeout: QUERY_TIMEOUT_MS,
    keepAlive: true,
    types: {
      // Our largest numbers are times in milliseconds, which a number holds exactly; pg would hand out text.
      getTypeParser: (type: number, format?: 'text' | 'binary') =>
        type === BIGINT ? Number : pg.types.getTypeParser(type, format),
    },
  };
  let pool: InstanceType<typeof pg.Pool>;
  try {
    pool = new pg.Pool(config);
  } catch {
    throw new StorageError({ action: ACTION, place, failure: 'bad-address' });
  }
  // A connection that breaks is replaced at the next query; unheard, its error would end the process. The pool hears it
  // while nobody uses the connection; whoever uses it hears of the query alone.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return {
    kysely,
    place,
    recognise: recognisePostgresFailure,
    close: async () => {
      await kysely.destroy();
      if (!pool.ended) await pool.end();
    },
  };
}

/** Host, port and database of an address, and nothing else of it. */
function whereOf(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined || !['postgres:', 'postgresql:'].includes(parsed.protocol)) {
    throw new StorageError({
      action: ACTION,
      place: { kind: 'postgres', where: 'an unknown place' },
      failure: 'bad-address',
    });
  }
  const host = parsed.host === '' ? (parsed.searchParams.get('host') ?? 'localhost') : parsed.host;
  return `${host}${parsed.pathname === '/' ? '' : parsed.pathname}`;
}
