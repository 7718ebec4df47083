import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dayAfter } from '../../../src/core/dates/calendar.ts';
import { parseDateExpression } from '../../../src/core/dates/date-expression.ts';
import type { Edtf } from '../../../src/core/dates/edtf.ts';
import { isoDay } from '../../../src/core/dates/edtf-parts.ts';
import { type DateStyle, writeDate } from '../../../src/core/dates/write-dates.ts';
import type { Locale } from '../../../src/core/locale.ts';
import { knownDate, TODAY } from './known-date.ts';

/** The years the facts of this project come from, with a margin. */
export const FIRST_YEAR = 1780;
export const LAST_YEAR = 2030;

/** Fails unless a date is what the words for it are read as. */
export function assertReadBack(date: Edtf, language: Locale, style: DateStyle): void {
  const written = writeDate(date, language, style);
  const read = parseDateExpression(written, { language, today: TODAY });
  // An assertion for each of 91,676 days would take longer than reading them.
  if (read.kind === 'date' && read.edtf === date && read.assumedCentury === undefined) return;
  assert.fail(`${date} is written "${written}", which is read as ${JSON.stringify(read)}`);
}

/** Tests of all days in one language; a file for each, so that they run side by side. */
export function describeDaysReadBack(language: Locale): void {
  describe(`writeDate (${language})`, () => {
    for (const style of ['short', 'long'] as const) {
      it(`writes every day from ${FIRST_YEAR} to ${LAST_YEAR} so that it is read back, ${style}`, () => {
        for (let day = { year: FIRST_YEAR, month: 1, day: 1 }; day.year <= LAST_YEAR; day = dayAfter(day)) {
          assertReadBack(knownDate(isoDay(day.year, day.month, day.day)), language, style);
        }
      });
    }
  });
}
