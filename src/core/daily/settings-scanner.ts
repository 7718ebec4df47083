import { DAY_PART_NAMES, FIELD_NAMES, FILLER_NAMES, type SettingField } from './setting-words.ts';
import type { WallTime } from './subscription.ts';
import { zoneNamesByLength } from './zones.ts';

const ESCAPE = /[.*+?^${}()|[\]\\]/g;
/** Between the words of a name; "human-rights" and "New_York" are two words each. */
const GAP = '[^a-z\\d+]+';
const END = '(?![a-z\\d+_/])';

/** A pattern for any of several names, the longest first, so that "thứ hai" is not taken for "Thu". */
function patternOf(names: readonly string[], end = END): RegExp {
  const longestFirst = [...names].sort((a, b) => b.length - a.length);
  const alternatives = longestFirst.map((name) => name.replaceAll(ESCAPE, '\\$&').split(/[ -]/).join(GAP));
  return new RegExp(`(?:${alternatives.join('|')})${end}`, 'y');
}

const patterns = new Map<string, RegExp>();

/** Names are constants, so their patterns are made once. */
function cached(names: readonly string[], make: (names: readonly string[]) => RegExp): RegExp {
  const key = names.join('\n');
  const known = patterns.get(key);
  if (known !== undefined) return known;
  const made = make(names);
  patterns.set(key, made);
  return made;
}

const FIELDS = (Object.entries(FIELD_NAMES) as [SettingField, readonly string[]][]).map(
  ([field, names]) => [field, patternOf(names, '\\s*=\\s*'), patternOf(names, '\\s*:\\s*')] as const,
);
/** These need no sign behind them: no value looks like them. */
const BARE_FIELDS = [
  ['topics', patternOf(FIELD_NAMES.topics)] as const,
  ['zone', patternOf(FIELD_NAMES.zone)] as const,
];

const TIME = new RegExp(
  `\\d+(?:\\s*(?::|h|gio|g)(?:\\s*(?:\\d+|ruoi))?)?(?:\\s*(?:${[...DAY_PART_NAMES.vi, ...DAY_PART_NAMES.en].join('|')}))?(?![a-z\\d:+/])`,
  'y',
);
const WORD = /[^\s,;]+/y;
const RANGE_SIGN = /\s*(?:-|–|—|den(?![a-z])|to(?![a-z])|through(?![a-z]))\s*/y;
const ZONE_NAME = /[a-z_]+(?:\/[a-z\d_+-]+)+/y;
const SEPARATORS = /[\s,;.]+/y;

let zonePattern: RegExp | undefined;

/** Walks through a line of settings, taking from it what is asked for. */
export class SettingsScanner {
  readonly #text: string;
  readonly #folded: string;
  #at = 0;
  /** Whether the last thing passed over was a comma. */
  isAfterComma = false;

  /** `folded` is the folded text, letter for letter. */
  constructor(text: string, folded: string) {
    this.#text = text;
    this.#folded = folded;
  }

  /** Passes over spaces, commas and words that only connect; true at the end. */
  skipFillers(): boolean {
    const before = this.#at;
    for (;;) {
      const taken = this.#take(SEPARATORS) ?? this.#takeFiller();
      if (taken === undefined) break;
    }
    this.isAfterComma = this.#text.slice(before, this.#at).includes(',');
    return this.#at >= this.#folded.length;
  }

  /** The field whose name stands here. */
  takeField(): SettingField | undefined {
    for (const [field, equals, colon] of FIELDS) {
      if (this.#take(equals) !== undefined || this.#take(colon) !== undefined) return field;
    }
    for (const [field, bare] of BARE_FIELDS) {
      if (this.#take(bare) === undefined) continue;
      this.#take(SEPARATORS);
      return field;
    }
    return undefined;
  }

  /** The name that stands here, as it is spelt in the list. */
  takeName(names: readonly string[]): string | undefined {
    const taken = this.#take(cached(names, patternOf));
    return taken === undefined ? undefined : taken.split(new RegExp(GAP)).join(' ');
  }

  /** The key of the name that stands here. */
  takeKey<Key extends string>(table: Readonly<Record<Key, readonly string[]>>): Key | undefined {
    const rows = Object.entries<readonly string[]>(table) as [Key, readonly string[]][];
    const name = this.takeName(rows.flatMap(([, names]) => names));
    return name === undefined ? undefined : rows.find(([, names]) => names.includes(name))?.[0];
  }

  /** What stands here like a time, if `read` takes it for one. */
  takeTime(read: (text: string) => WallTime | undefined): WallTime | undefined {
    return this.#takeIf(TIME, read);
  }

  /** What stands here like a zone or a city, if `find` knows it. */
  takeZone(find: (text: string) => string | undefined): string | undefined {
    zonePattern ??= patternOf(zoneNamesByLength());
    return this.#takeIf(ZONE_NAME, find) ?? this.#takeIf(zonePattern, find);
  }

  /** Whether a range goes on here. */
  takeRangeSign(): boolean {
    return this.#take(RANGE_SIGN) !== undefined;
  }

  /** What stands here up to the next space or comma, as it was typed. */
  word(): string {
    const before = this.#at;
    const length = (this.#take(TIME) ?? this.#take(WORD) ?? '').length;
    this.#at = before;
    return this.#text.slice(before, before + length);
  }

  #takeFiller(): string | undefined {
    // "gio=8h" is a field, not a connecting word.
    return this.#take(cached(FILLER_NAMES, (names) => patternOf(names, '(?![a-z\\d+_/])(?!\\s*[=:])')));
  }

  #takeIf<Value>(pattern: RegExp, read: (text: string) => Value | undefined): Value | undefined {
    const before = this.#at;
    const taken = this.#take(pattern);
    const value = taken === undefined ? undefined : read(taken);
    if (value === undefined) this.#at = before;
    return value;
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const [found = ''] = pattern.exec(this.#folded) ?? [];
    if (found === '') return undefined;
    this.#at += found.length;
    return found;
  }
}
