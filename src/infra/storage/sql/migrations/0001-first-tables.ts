import type { Kysely, Migration } from 'kysely';

/** The four stores' tables, and the mark of the key that sealed them. */
export const firstTables: Migration = {
  // Types are those that both databases know. Migrations are never edited once they were released.
  up: async (db: Kysely<unknown>): Promise<void> => {
    await db.schema
      .createTable('preference')
      .addColumn('place_key', 'text', (column) => column.primaryKey())
      .addColumn('place', 'text', (column) => column.notNull())
      .addColumn('language', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('feedback_vote')
      .addColumn('person_key', 'text', (column) => column.notNull())
      .addColumn('person', 'text', (column) => column.notNull())
      .addColumn('handle', 'text', (column) => column.notNull())
      .addColumn('vote', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('feedback_vote_pk', ['person_key', 'handle'])
      .execute();
    await db.schema
      .createTable('subscription')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('address_key', 'text', (column) => column.notNull().unique())
      .addColumn('address', 'text', (column) => column.notNull())
      .addColumn('place_key', 'text', (column) => column.notNull())
      .addColumn('place', 'text', (column) => column.notNull())
      .addColumn('subscriber_key', 'text')
      .addColumn('subscriber', 'text')
      .addColumn('time', 'text', (column) => column.notNull())
      .addColumn('zone', 'text', (column) => column.notNull())
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('topics', 'text', (column) => column.notNull())
      .addColumn('weekdays', 'text', (column) => column.notNull())
      .addColumn('silent', 'integer', (column) => column.notNull())
      .addColumn('empty_days', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('due_at', 'bigint', (column) => column.notNull())
      .addColumn('refusals', 'integer', (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex('subscription_due')
      .on('subscription')
      .columns(['state', 'due_at', 'id'])
      .execute();
    await db.schema.createIndex('subscription_place').on('subscription').column('place_key').execute();
    await db.schema
      .createIndex('subscription_subscriber')
      .on('subscription')
      .column('subscriber_key')
      .execute();
    await db.schema
      .createTable('post_entry')
      .addColumn('subscription_id', 'text', (column) => column.notNull())
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('attempts', 'integer', (column) => column.notNull())
      .addColumn('detail', 'text')
      .addColumn('worker', 'text')
      .addColumn('held_until', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('post_entry_pk', ['subscription_id', 'day'])
      .execute();
    await db.schema
      .createTable('data_key')
      .addColumn('fingerprint', 'text', (column) => column.primaryKey())
      .execute();
  },
};
