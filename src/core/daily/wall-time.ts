import { twoDigits } from '../dates/edtf-parts.ts';
import { fold } from '../text/fold.ts';
import type { WallTime } from './subscription.ts';

/** Vietnamese and English parts of the day, in folded spelling. */
type DayPart = 'morning' | 'noon' | 'afternoon' | 'night';

const DAY_PARTS: Readonly<Record<string, DayPart>> = {
  am: 'morning',
  sang: 'morning',
  trua: 'noon',
  pm: 'afternoon',
  chieu: 'afternoon',
  toi: 'night',
  dem: 'night',
};

const TIME =
  /^(\d{1,2})(?:\s*(?::|h|g|gio)\s*(\d{2}|ruoi)(?!\d)|\s*(?:h|g|gio)(?![a-z\d]))?(?:\s*(am|pm|sang|trua|chieu|toi|dem)(?![a-z\d]))?$/;

/** A time as it is stored; undefined for anything but `HH:MM` of a day of 24 hours. */
export function parseWallTime(text: string): WallTime | undefined {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text) ? (text as WallTime) : undefined;
}

/**
 * A time as people write it: "7:30", "8h", "20h30", "8 giờ sáng", "9 rưỡi tối" with its hour sign, "8pm". Undefined
 * when a clock does not show it: "24:00", "99:30", "20h sáng".
 */
export function readWallTime(text: string): WallTime | undefined {
  const read = TIME.exec(fold(text.trim()));
  if (read === null) return undefined;
  const minutes = read[2] === 'ruoi' ? 30 : Number(read[2] ?? 0);
  const part = read[3] === undefined ? undefined : DAY_PARTS[read[3]];
  const hours = part === undefined ? Number(read[1]) : hoursOf(Number(read[1]), part);
  return hours === undefined ? undefined : parseWallTime(`${twoDigits(hours)}:${twoDigits(minutes)}`);
}

/** The hour of the day that a part of it makes of an hour; undefined when the two contradict each other. */
function hoursOf(hours: number, part: DayPart): number | undefined {
  switch (part) {
    case 'morning':
      return hours <= 12 ? hours % 12 : undefined;
    case 'noon':
      if (hours >= 10 && hours <= 14) return hours;
      return hours >= 1 && hours <= 2 ? hours + 12 : undefined;
    case 'afternoon':
      if (hours >= 12) return hours;
      return hours === 0 ? undefined : hours + 12;
    case 'night':
      if (hours === 12) return 0;
      return hours >= 5 && hours <= 11 ? hours + 12 : hours;
  }
}
