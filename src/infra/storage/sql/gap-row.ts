import { parseEdtf } from '../../../core/dates/edtf.ts';
import { gapKey } from '../../../core/gaps/keeping.ts';
import { isLocale, type Locale } from '../../../core/locale.ts';
import type { Gap } from '../../../core/ports/gap-store.ts';
import type { SqlDatabase } from './sql-database.ts';
import type { QuestionGapTable } from './tables.ts';

interface Asked {
  readonly language: Locale;
  readonly question: string;
}

/** What is written of a question. The language stands in front, so that no question can pass for a sealed value. */
export const writtenGap = ({ language, question }: Asked): string => `${language}:${question}`;

/** What a written question is looked up as: the same for the same question in other marks and capitals. */
export function gapLookup(written: string): string {
  const asked = readGap(written);
  return asked === undefined ? written : gapKey(asked.language, asked.question);
}

/** The question of a row; an error where it cannot be read. */
export function gapOf(row: QuestionGapTable, database: SqlDatabase, action: string): Gap {
  const asked = readGap(database.open(action, 'question', row.question));
  const firstDay = parseEdtf(row.first_day);
  const lastDay = parseEdtf(row.last_day);
  if (asked === undefined || firstDay === undefined || lastDay === undefined)
    throw database.error(action, 'corrupt');
  return { ...asked, count: row.count, firstDay, lastDay };
}

function readGap(written: string): Asked | undefined {
  const colon = written.indexOf(':');
  const language = written.slice(0, colon);
  return isLocale(language) ? { language, question: written.slice(colon + 1) } : undefined;
}
