import type { Kysely, Migration } from 'kysely';

/** What was answered, so that it is not answered again. */
export const handledUpdates: Migration = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await db.schema
      .createTable('handled_update')
      .addColumn('bot', 'text', (column) => column.notNull())
      .addColumn('update_id', 'bigint', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('handled_update_pk', ['bot', 'update_id'])
      .execute();
  },
};
