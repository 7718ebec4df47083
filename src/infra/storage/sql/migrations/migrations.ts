import type { Migration } from 'kysely';
import { firstTables } from './0001-first-tables.ts';
import { questionGaps } from './0002-question-gaps.ts';
import { postDays } from './0003-post-days.ts';
import { handledUpdates } from './0004-handled-updates.ts';

/** Every step from an empty database to the present one, by name; they run in the order of their names. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-first-tables': firstTables,
  '0002-question-gaps': questionGaps,
  '0003-post-days': postDays,
  '0004-handled-updates': handledUpdates,
};
