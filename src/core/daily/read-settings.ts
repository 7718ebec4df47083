import { fold } from '../text/fold.ts';
import { normaliseText } from '../text/normalise.ts';
import {
  ALL_NAMES,
  EMPTY_DAY_NAMES,
  EVERY_DAY,
  LANGUAGE_NAMES,
  NO_NAMES,
  type SettingField,
  SOUND_NAMES,
  TOPIC_NAMES,
  WEEKDAY_GROUPS,
  WEEKDAY_NAMES,
  YES_NAMES,
} from './setting-words.ts';
import { SettingsScanner } from './settings-scanner.ts';
import type { PostSettings, Weekday } from './subscription.ts';
import { readWallTime } from './wall-time.ts';
import { findZone, nearestZones } from './zones.ts';

/** Which settings somebody named. */
export type ChosenSettings = Partial<PostSettings>;

/** What is wrong with the settings somebody typed; `text` is the part that is, as typed. */
export type SettingsProblem =
  | {
      readonly field: 'time' | 'language' | 'weekdays' | 'silent' | 'emptyDays' | 'topics';
      readonly text: string;
    }
  /** `near` are zones that may be meant, the likeliest first. */
  | { readonly field: 'zone'; readonly text: string; readonly near: readonly string[] }
  /** Nothing that any setting could be. */
  | { readonly field: 'unknown'; readonly text: string };

/** What comes of reading settings. */
export type SettingsReading =
  | { readonly kind: 'settings'; readonly chosen: ChosenSettings }
  | { readonly kind: 'problem'; readonly problem: SettingsProblem };

/** More than this is no list of settings. */
const MAXIMUM_CHARACTERS = 300;
const ZONES_TO_SUGGEST = 3;

type Writable<Value> = { -readonly [Key in keyof Value]: Value[Key] };

/**
 * Reads settings in any order, in Vietnamese or English or both, with or without diacritics and the names of the
 * fields: `08:00 Asia/Ho_Chi_Minh vi topics=trade,diplomacy days=mon-fri silent empty=nearest`, "8h sáng giờ Hà Nội,
 * chủ đề: thương mại, t2-t6". Stops at the first thing that it does not understand.
 */
export function readSettings(text: string): SettingsReading {
  const typed = normaliseText(text).trim();
  const scanner = new SettingsScanner(
    typed.slice(0, MAXIMUM_CHARACTERS),
    fold(typed.slice(0, MAXIMUM_CHARACTERS)),
  );
  const chosen: Writable<ChosenSettings> = {};
  let field: SettingField | undefined;
  while (!scanner.skipFillers()) {
    const named = scanner.takeField();
    // "topics=trade, bogus": what follows a comma is still a topic.
    field = named ?? (scanner.isAfterComma ? field : undefined);
    const taken =
      named === undefined
        ? FIELDS.some((each) => READERS[each](scanner, chosen))
        : READERS[named](scanner, chosen);
    if (!taken) return { kind: 'problem', problem: problemAt(scanner, field) };
  }
  return { kind: 'settings', chosen };
}

/** Takes a value of one field from where the scanner stands; false when there is none. */
type Reader = (scanner: SettingsScanner, chosen: Writable<ChosenSettings>) => boolean;

const READERS: Readonly<Record<SettingField, Reader>> = {
  time: (scanner, chosen) => set(chosen, 'time', scanner.takeTime(readWallTime)),
  weekdays: readWeekdays,
  language: (scanner, chosen) => set(chosen, 'language', scanner.takeKey(LANGUAGE_NAMES)),
  silent: (scanner, chosen) => {
    const sound = scanner.takeKey({ ...SOUND_NAMES, yes: YES_NAMES, no: NO_NAMES });
    return set(chosen, 'silent', sound === undefined ? undefined : sound === 'silent' || sound === 'yes');
  },
  emptyDays: (scanner, chosen) => set(chosen, 'emptyDays', scanner.takeKey(EMPTY_DAY_NAMES)),
  topics: readTopics,
  zone: (scanner, chosen) => set(chosen, 'zone', scanner.takeZone(findZone)),
};

/** In the order in which a value without a name is tried. */
const FIELDS = ['time', 'weekdays', 'language', 'silent', 'emptyDays', 'topics', 'zone'] as const;

function set<Key extends keyof PostSettings>(
  chosen: Writable<ChosenSettings>,
  key: Key,
  value: PostSettings[Key] | undefined,
): boolean {
  if (value === undefined) return false;
  chosen[key] = value;
  return true;
}

function readTopics(scanner: SettingsScanner, chosen: Writable<ChosenSettings>): boolean {
  if (scanner.takeName(ALL_NAMES) !== undefined) return set(chosen, 'topics', []);
  const topic = scanner.takeKey(TOPIC_NAMES);
  if (topic === undefined) return false;
  return set(chosen, 'topics', [...new Set([...(chosen.topics ?? []), topic])]);
}

function readWeekdays(scanner: SettingsScanner, chosen: Writable<ChosenSettings>): boolean {
  const group = scanner.takeName(Object.keys(WEEKDAY_GROUPS));
  const days = group === undefined ? takeRange(scanner) : WEEKDAY_GROUPS[group];
  if (days === undefined) return false;
  return set(chosen, 'weekdays', [...new Set([...(chosen.weekdays ?? []), ...days])].sort());
}

/** "mon-fri", "t7–t2" over the end of the week, or one day. */
function takeRange(scanner: SettingsScanner): readonly Weekday[] | undefined {
  const first = takeWeekday(scanner);
  if (first === undefined) return undefined;
  if (!scanner.takeRangeSign()) return [first];
  const last = takeWeekday(scanner);
  if (last === undefined) return undefined;
  return first <= last
    ? EVERY_DAY.filter((day) => day >= first && day <= last)
    : EVERY_DAY.filter((day) => day >= first || day <= last);
}

function takeWeekday(scanner: SettingsScanner): Weekday | undefined {
  const names = EVERY_DAY.flatMap((day) => WEEKDAY_NAMES[day]);
  const name = scanner.takeName(names);
  return name === undefined ? undefined : EVERY_DAY.find((day) => WEEKDAY_NAMES[day].includes(name));
}

function problemAt(scanner: SettingsScanner, field: SettingField | undefined): SettingsProblem {
  const text = scanner.word();
  if (field !== undefined && field !== 'zone') return { field, text };
  if (field === undefined && /^\d/.test(text)) return { field: 'time', text };
  const near = nearestZones(text, ZONES_TO_SUGGEST);
  const isZone = field === 'zone' || near.length > 0 || /[/+]/.test(text);
  return isZone ? { field: 'zone', text, near } : { field: 'unknown', text };
}
