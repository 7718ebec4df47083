import { Temporal } from 'temporal-polyfill';
import { type Edtf, parseEdtf } from './edtf.ts';

/** The zones of the two capitals, Hà Nội (which keeps the time of Ho Chi Minh City) and Washington. */
export const CAPITAL_ZONES = ['Asia/Ho_Chi_Minh', 'America/New_York'] as const;

/** Offsets (`+07:00`) and whole timestamps begin otherwise; Temporal would take them too, and they know no summer time. */
const ZONE_NAME = /^[A-Za-z][A-Za-z0-9_+/-]*$/;

/** Whether a text is the name of an IANA time zone, in any letter case. */
export function isTimeZone(name: string): boolean {
  if (!ZONE_NAME.test(name)) return false;
  try {
    dayAt(name, 0);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/**
 * The day of the calendar in a zone at an instant, in milliseconds since 1970 began in UTC.
 *
 * @throws RangeError for a zone that {@link isTimeZone} refuses, and for an instant outside the years 1000 to 2999.
 */
export function dayIn(zone: string, epochMs: number): Edtf {
  const day = dayAt(zone, epochMs);
  const date = parseEdtf(day);
  if (date === undefined) throw new RangeError(`Expected an instant in the years 1000 to 2999, got ${day}`);
  return date;
}

const MINUTE_MS = 60_000;

/** The same as {@link dayIn}, for one zone and moments that follow one another: worked out once a minute. */
export function daysIn(zone: string): (epochMs: number) => Edtf {
  let known: { readonly minute: number; readonly day: Edtf } | undefined;
  return (epochMs) => {
    // No zone has changed its day within a minute since there are platforms to ask on.
    const minute = Math.floor(epochMs / MINUTE_MS);
    if (known?.minute !== minute) known = { minute, day: dayIn(zone, epochMs) };
    return known.day;
  };
}

const dayAt = (zone: string, epochMs: number): string =>
  Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(zone).toPlainDate().toString();
