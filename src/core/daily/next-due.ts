import { Temporal } from 'temporal-polyfill';
import { type Edtf, parseEdtf } from '../dates/edtf.ts';
import type { PostSettings, Weekday } from './subscription.ts';

/** What decides when posts are due. */
export type PostSchedule = Pick<PostSettings, 'time' | 'zone' | 'weekdays'>;

/** A post that is due once on one local day. */
export interface DuePost {
  /** In the zone of the schedule, precise to the day. */
  readonly day: Edtf;
  /** Milliseconds of the epoch. */
  readonly at: number;
}

/** A week holds every weekday; the days around it allow for one that its zone leaves out. */
const DAYS_TO_LOOK_AHEAD = 16;
const MINUTE_MS = 60_000;

/**
 * The first post due after an instant (milliseconds of the epoch). Computed from the rules of the zone as they are
 * known now, so it has to be asked anew for every post: a sum of 24 hours would drift with summer time.
 *
 * @throws RangeError for an unknown zone.
 */
export function nextPost(schedule: PostSchedule, afterMs: number): DuePost {
  const start = Temporal.Instant.fromEpochMilliseconds(afterMs)
    .toZonedDateTimeISO(schedule.zone)
    .toPlainDate();
  for (let ahead = 0; ahead < DAYS_TO_LOOK_AHEAD; ahead += 1) {
    const post = duePost(schedule, start.add({ days: ahead }));
    if (post !== undefined && post.at > afterMs) return post;
  }
  throw new RangeError(`Expected at least one weekday, got ${JSON.stringify(schedule.weekdays)}`);
}

/** When the first post after an instant is due, both in milliseconds of the epoch; see {@link nextPost}. */
export const nextDue = (schedule: PostSchedule, afterMs: number): number => nextPost(schedule, afterMs).at;

/** The post of one day; undefined on a weekday without posts, and for a day that the zone leaves out. */
export const postOn = (schedule: PostSchedule, day: Edtf): DuePost | undefined =>
  duePost(schedule, Temporal.PlainDate.from(day));

/** When a day is over in a zone, in milliseconds of the epoch. */
export const endOfDay = (zone: string, day: Edtf): number =>
  Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;

/** The day of the week of a day. */
export const weekdayOf = (day: Edtf): Weekday => isoWeekday(Temporal.PlainDate.from(day));

function duePost(schedule: PostSchedule, date: Temporal.PlainDate): DuePost | undefined {
  if (!schedule.weekdays.includes(isoWeekday(date))) return undefined;
  const day = parseEdtf(date.toString());
  const at = instantOf(date, schedule);
  return day === undefined || at === undefined ? undefined : { day, at };
}

/**
 * A time that comes twice is meant the first time. A time that the clocks jump over is the first minute after the
 * jump, or where that is another day already, the last minute before it.
 */
function instantOf(date: Temporal.PlainDate, { time, zone }: PostSchedule): number | undefined {
  const wanted = date.toPlainDateTime(Temporal.PlainTime.from(time));
  const found = wanted.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (found.toPlainDateTime().equals(wanted)) return found.epochMilliseconds;
  const jump = found.getTimeZoneTransition('next');
  if (jump === null) return undefined;
  const candidates = [jump, jump.add({ milliseconds: -MINUTE_MS })];
  return candidates.find((each) => each.toPlainDate().equals(date))?.epochMilliseconds;
}

/** Temporal counts weekdays as ISO does, and types them as any number. */
const isoWeekday = (date: Temporal.PlainDate): Weekday => date.dayOfWeek as Weekday;
