import { randomBytes } from 'node:crypto';
import pg from 'pg';

const SERVER = process.env.TEST_DATABASE_URL;

/** Why tests of PostgreSQL cannot run here; `undefined` when they can. */
export const WHY_NO_POSTGRES: string | undefined =
  SERVER === undefined || SERVER === ''
    ? 'TEST_DATABASE_URL names no PostgreSQL whose user may create databases'
    : undefined;

/** A database of a test's own on the server that `TEST_DATABASE_URL` names. */
export interface TestDatabase {
  readonly url: string;
  /** Runs statements, and returns the rows of the last. */
  query(text: string): Promise<readonly Record<string, unknown>[]>;
  /** Removes what all tables of the stores hold. */
  empty(): Promise<void>;
  drop(): Promise<void>;
}

async function queryAt(url: string, text: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `nhip_cau_test_${randomBytes(6).toString('hex')}`;
  const server = SERVER ?? '';
  const url = new URL(server);
  url.pathname = `/${name}`;
  await queryAt(server, `create database ${name}`);
  return {
    url: url.href,
    query: (text) => queryAt(url.href, text),
    empty: async () => {
      await queryAt(
        url.href,
        'truncate preference, feedback_vote, subscription, post_entry, question_gap, handled_update',
      );
    },
    drop: async () => {
      await queryAt(server, `drop database ${name} with (force)`);
    },
  };
}
