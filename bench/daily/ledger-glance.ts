import Database from 'libsql';
import pg from 'pg';
import type { StorageChoice } from '../../src/infra/storage/open-storage.ts';

/** A look at the tables from outside, without a worker's help. */
export interface LedgerGlance {
  /** The state of each post, by its subscription. */
  states(): Promise<ReadonlyMap<string, string>>;
  /** Subscriptions whose post was on its way when a worker last wrote. */
  sending(worker: string): Promise<readonly string[]>;
  /** Subscriptions that still have a post to come before an instant, in milliseconds of the epoch. */
  waiting(before: number): Promise<number>;
  close(): Promise<void>;
}

export async function glanceAt(choice: Exclude<StorageChoice, { kind: 'memory' }>): Promise<LedgerGlance> {
  const { query, close } = choice.kind === 'sqlite' ? openFile(choice.file) : await openServer(choice.url);
  return {
    states: async () => {
      const rows = await query('select subscription_id, state from post_entry');
      return new Map(rows.map((row) => [String(row.subscription_id), String(row.state)]));
    },
    sending: async (worker) => {
      const rows = await query(
        `select subscription_id from post_entry where state = 'sending' and worker = '${worker}'`,
      );
      return rows.map((row) => String(row.subscription_id));
    },
    waiting: async (before) => {
      const rows = await query(
        `select count(*) as number from subscription where state = 'active' and due_at < ${before}`,
      );
      return Number(rows[0]?.number);
    },
    close,
  };
}

type Row = Readonly<Record<string, unknown>>;
interface Connection {
  query(text: string): Promise<readonly Row[]>;
  close(): Promise<void>;
}

function openFile(file: string): Connection {
  const database = new Database(file, { timeout: 5000 });
  return {
    query: async (text) => database.prepare(text).all() as readonly Row[],
    close: async () => {
      database.close();
    },
  };
}

async function openServer(url: string): Promise<Connection> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return {
    query: async (text) => (await client.query(text)).rows,
    close: () => client.end(),
  };
}
