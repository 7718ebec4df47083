import type { Kysely, Migration } from 'kysely';

/** Old posts are found by their day, to be removed. */
export const postDays: Migration = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await db.schema.createIndex('post_entry_day').on('post_entry').column('day').execute();
  },
};
