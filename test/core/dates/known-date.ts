import { type Edtf, parseEdtf } from '../../../src/core/dates/edtf.ts';

/** A date that is right because it stands in a test. */
export function knownDate(text: string): Edtf {
  const date = parseEdtf(text);
  if (date === undefined) throw new TypeError(`Expected a date for a test, got ${text}`);
  return date;
}

/** The day on which the tests are read, so that two-digit years and "năm ngoái" have one meaning. */
export const TODAY = knownDate('2026-08-29');

/** A date of each form that the profile has. */
export const PRECISION_EXAMPLES = [
  ['1995-07-12', 'day'],
  ['2000-02-29', 'day'],
  ['1995-07', 'month'],
  ['1995', 'year'],
  ['199X', 'decade'],
  ['19XX', 'century'],
  ['XXXX-07-12', 'yearless-day'],
  ['XXXX-02-29', 'yearless-day'],
  ['XXXX-07', 'yearless-month'],
  ['1995/2000', 'interval'],
  ['2016-05-22/2016-05-25', 'interval'],
  ['195X/1963-11', 'interval'],
  ['2000/..', 'interval'],
  ['../1953', 'interval'],
] as const;
