import type { Topic } from '../knowledge/topics.ts';
import type { Localized } from '../locale.ts';
import type { EmptyDayRule, PostLanguage, Weekday } from './subscription.ts';

// Everything here is folded (lower case, no diacritics), since people type with and without them.

/** What topics are called; an English name is also the one it is stored under. */
export const TOPIC_NAMES: Readonly<Record<Topic, readonly string[]>> = {
  agreement: ['agreement', 'agreements', 'hiep dinh', 'thoa thuan'],
  culture: ['culture', 'van hoa'],
  defense: ['defense', 'defence', 'quoc phong'],
  diplomacy: ['diplomacy', 'ngoai giao'],
  education: ['education', 'giao duc'],
  environment: ['environment', 'moi truong'],
  health: ['health', 'y te', 'suc khoe'],
  'human-rights': ['human rights', 'nhan quyen'],
  humanitarian: ['humanitarian', 'nhan dao'],
  investment: ['investment', 'dau tu'],
  law: ['law', 'phap luat', 'luat'],
  maritime: ['maritime', 'hang hai', 'bien'],
  migration: ['migration', 'di cu', 'di dan'],
  people: ['people', 'con nguoi', 'nhan vat'],
  science: ['science', 'khoa hoc'],
  tourism: ['tourism', 'du lich'],
  trade: ['trade', 'thuong mai'],
  visit: ['visit', 'visits', 'chuyen tham', 'tham vieng'],
  war: ['war', 'chien tranh'],
  'war-legacy': ['war legacy', 'hau qua chien tranh', 'di san chien tranh'],
};

const WORKING_DAYS: readonly Weekday[] = [1, 2, 3, 4, 5];
export const EVERY_DAY: readonly Weekday[] = [...WORKING_DAYS, 6, 7];

/** What single days of the week are called. */
export const WEEKDAY_NAMES: Readonly<Record<Weekday, readonly string[]>> = {
  1: ['mon', 'monday', 't2', 'thu 2', 'thu hai'],
  2: ['tue', 'tues', 'tuesday', 't3', 'thu 3', 'thu ba'],
  3: ['wed', 'wednesday', 't4', 'thu 4', 'thu tu'],
  4: ['thu', 'thur', 'thurs', 'thursday', 't5', 'thu 5', 'thu nam'],
  5: ['fri', 'friday', 't6', 'thu 6', 'thu sau'],
  6: ['sat', 'saturday', 't7', 'thu 7', 'thu bay'],
  7: ['sun', 'sunday', 'cn', 'chu nhat'],
};

/** What several days of the week are called together. */
export const WEEKDAY_GROUPS: Readonly<Record<string, readonly Weekday[]>> = {
  weekdays: WORKING_DAYS,
  workdays: WORKING_DAYS,
  'ngay thuong': WORKING_DAYS,
  'ngay lam viec': WORKING_DAYS,
  weekend: [6, 7],
  weekends: [6, 7],
  'cuoi tuan': [6, 7],
  'every day': EVERY_DAY,
  everyday: EVERY_DAY,
  daily: EVERY_DAY,
  'hang ngay': EVERY_DAY,
  'hang ngay trong tuan': EVERY_DAY,
  'moi ngay': EVERY_DAY,
  'ca tuan': EVERY_DAY,
};

export const LANGUAGE_NAMES: Readonly<Record<PostLanguage, readonly string[]>> = {
  vi: ['vi', 'viet', 'tieng viet', 'vietnamese'],
  en: ['en', 'anh', 'tieng anh', 'english'],
  both: ['both', 'both languages', 'bilingual', 'song ngu', 'ca hai', 'hai thu tieng', 'vi+en', 'en+vi'],
};

export const SOUND_NAMES: Readonly<Record<'silent' | 'loud', readonly string[]>> = {
  silent: ['silent', 'silently', 'quiet', 'im lang', 'yen lang', 'khong chuong', 'khong tieng', 'am tham'],
  loud: ['loud', 'sound', 'not silent', 'co chuong', 'co tieng', 'khong im lang'],
};

export const EMPTY_DAY_NAMES: Readonly<Record<EmptyDayRule, readonly string[]>> = {
  skip: ['skip', 'bo qua', 'khong dang'],
  nearest: ['nearest', 'gan nhat', 'gan do'],
};

export const YES_NAMES: readonly string[] = ['yes', 'on', 'true', 'co', '1'];
export const NO_NAMES: readonly string[] = ['no', 'off', 'false', 'khong', '0'];
export const ALL_NAMES: readonly string[] = ['all', 'any', 'tat ca', 'moi'];

/** What a setting is called before its value: `days=mon-fri`, `giờ: 8h`. */
export const FIELD_NAMES = {
  time: ['time', 'gio', 'at', 'luc'],
  zone: ['zone', 'tz', 'timezone', 'time zone', 'mui gio'],
  language: ['language', 'lang', 'ngon ngu', 'tieng'],
  topics: ['topics', 'topic', 'chu de', 'de tai'],
  weekdays: ['days', 'day', 'weekdays', 'ngay', 'thu'],
  silent: ['silent', 'im lang'],
  emptyDays: ['empty', 'ngay trong'],
} as const;

/** A setting somebody can name. */
export type SettingField = keyof typeof FIELD_NAMES;

/** Parts of the day behind a time. */
export const DAY_PART_NAMES: Localized<readonly string[]> = {
  vi: ['sang', 'trua', 'chieu', 'toi', 'dem'],
  en: ['am', 'pm'],
};

/** Words that only connect the others. */
export const FILLER_NAMES: readonly string[] = [
  'at',
  'luc',
  'vao',
  'in',
  'and',
  'va',
  'voi',
  'with',
  'bang',
  'gio',
  'by',
  'tu',
  'o',
  'on',
];
