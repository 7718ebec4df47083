import { Temporal } from 'temporal-polyfill';
import { isTimeZone } from '../dates/zones.ts';
import { fold } from '../text/fold.ts';
import { KNOWN_ZONES, RENAMED_ZONES } from './zone-names.ts';

/** A name as it is compared: "America/New_York", "new york" and "New-York" have their words in common. */
const comparable = (name: string): string =>
  fold(name)
    .replace(/[^a-z\d+]+/g, ' ')
    .trim();

interface ZoneEntry {
  readonly zone: string;
  /** Comparable names; the first is the zone's own. */
  readonly names: readonly string[];
}

let entries: readonly ZoneEntry[] | undefined;

/** All zones, those most asked for first. */
function allZones(): readonly ZoneEntry[] {
  if (entries === undefined) {
    const known = KNOWN_ZONES.map(({ zone, names }) => ({
      zone,
      names: [comparable(zone), ...names.map(comparable)],
    }));
    const zones = new Set(known.map(({ zone }) => zone));
    const others = Intl.supportedValuesOf('timeZone')
      .map((zone) => RENAMED_ZONES[zone] ?? zone)
      .filter((zone) => !zones.has(zone) && !zone.startsWith('Etc/'))
      .map((zone) => ({
        zone,
        names: [comparable(zone), comparable(zone.slice(zone.lastIndexOf('/') + 1))],
      }));
    entries = [...known, ...others];
  }
  return entries;
}

/**
 * The zone a text names, as an IANA name in its proper spelling: "asia/ho_chi_minh", "Hà Nội", "california". Undefined
 * for anything that is not exactly a name, offsets such as "+07:00" included: they know no summer time.
 */
export function findZone(text: string): string | undefined {
  const trimmed = text.trim();
  const wanted = comparable(trimmed);
  const named = allZones().find(({ names }) => names.includes(wanted));
  if (named !== undefined) return named.zone;
  if (!trimmed.includes('/') || !isTimeZone(trimmed)) return undefined;
  const proper = Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(trimmed).timeZoneId;
  return RENAMED_ZONES[proper] ?? proper;
}

/** How well a name fits: lower is better, undefined is not at all. */
function distance(wanted: string, name: string): number | undefined {
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  if (name.includes(` ${wanted}`)) return 2;
  if (wanted.length >= 3 && name.includes(wanted)) return 3;
  // One typing mistake in every four letters.
  const allowed = Math.floor(wanted.length / 4);
  const edits = allowed === 0 ? undefined : editDistance(wanted, name, allowed);
  return edits === undefined ? undefined : 3 + edits;
}

/** Letters to change, add or drop to make one text of the other, if no more than `most`. */
function editDistance(a: string, b: string, most: number): number | undefined {
  if (Math.abs(a.length - b.length) > most) return undefined;
  let before = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const replaced = (before[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, (before[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    before = current;
  }
  const edits = before[b.length] ?? most + 1;
  return edits <= most ? edits : undefined;
}

/**
 * The zones nearest to what somebody typed so far, as IANA names, at most `count`: by how well a name of theirs fits,
 * then by how many people are likely to mean them. An empty text gives the ones most asked for.
 */
export function nearestZones(text: string, count: number): readonly string[] {
  const wanted = comparable(text);
  return allZones()
    .flatMap(({ zone, names }, popularity) => {
      const fits = wanted === '' ? [0] : names.flatMap((name) => distance(wanted, name) ?? []);
      return fits.length === 0 ? [] : [{ zone, popularity, fit: Math.min(...fits) }];
    })
    .sort((a, b) => a.fit - b.fit || a.popularity - b.popularity)
    .slice(0, count)
    .map(({ zone }) => zone);
}

/** Names made of several words or letters, which a reader of a whole line has to try before it splits at spaces. */
export const zoneNamesByLength = (): readonly string[] =>
  allZones()
    .flatMap(({ names }) => names)
    .toSorted((a, b) => b.length - a.length);
