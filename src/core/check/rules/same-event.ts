import { type Edtf, edtfContains, edtfParts } from '../../dates/edtf.ts';
import type { EdtfParts } from '../../dates/edtf-parts.ts';
import type { TimelineEvent } from '../../knowledge/event.ts';
import type { EventEntry } from '../check-context.ts';
import { dayNumber } from '../day-number.ts';
import type { Rule } from '../finding.ts';
import { contentTerms, sharedWeight, type WordWeights, wordWeights } from '../word-weights.ts';

/** Days by which reports of one event differ: time zones, days of print, the parts of a visit. */
const NEAR_DAYS = 10;
/** How much of the weight of the words of either event the other has to share. */
const ALIKE = 0.4;
/** The same for the title of either, looked for in all words of the other. */
const TITLES_ALIKE = 0.8;
/** The second of two meetings, the other chamber's vote, the end of what began are other events. */
const DISTINCTION =
  /\d+|\b(?:first|second|third|fourth|fifth|sixth|last|final|preliminary|house|senate|opens?|closes?|begins?|starts?|ends?|again)\b/g;

interface Candidate {
  readonly entry: EventEntry;
  readonly date: Edtf;
  readonly parts: EdtfParts;
  readonly day: number | undefined;
  readonly title: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
  /** What in the title tells it from events of its kind. */
  readonly distinctions: string;
}

/** One event entered twice, under two dates or under one. */
export const sameEvent: Rule = {
  name: 'same-event',
  catches: 'An event that stands in the timeline twice, with different dates or with the same.',
  *find({ events }) {
    const candidates = events.map(candidateOf);
    const weights = wordWeights(candidates.map(({ words }) => words));
    for (const [index, candidate] of candidates.entries()) {
      const earlier = candidates
        .slice(0, index)
        .find(
          (other) =>
            couldBeMistaken(candidate, other) &&
            areAlike(candidate, other, weights) &&
            !areLinked(candidate.entry.event, other.entry.event),
        );
      if (earlier === undefined) continue;
      const { event, file, line } = candidate.entry;
      const other = earlier.entry;
      yield {
        file,
        line,
        message: `This looks like "${other.event.id}" (${other.file}, line ${other.line}): ${event.date} here, ${other.event.date} there.`,
        remedy:
          'Merge the two; the other date goes into "also_dated" (another place) or "other_versions" (another source).',
        subject: event.id,
      };
    }
  },
};

function candidateOf(entry: EventEntry): Candidate {
  const { date, title, text, people } = entry.event;
  return {
    entry,
    date,
    parts: edtfParts(date),
    day: dayNumber(date),
    title: contentTerms(title.en),
    words: contentTerms(`${title.en} ${text.en} ${people.join(' ')}`),
    distinctions: (title.en.toLowerCase().match(DISTINCTION) ?? []).join(' '),
  };
}

/** Whether one date can be a slip for the other: close by, one number of the date differs, or one is coarser. */
function couldBeMistaken(a: Candidate, b: Candidate): boolean {
  const { parts: first } = a;
  const { parts: second } = b;
  if (first.precision !== 'day' || second.precision !== 'day')
    return edtfContains(a.date, b.date) || edtfContains(b.date, a.date);
  if (a.day !== undefined && b.day !== undefined && Math.abs(a.day - b.day) <= NEAR_DAYS) return true;
  const same = [first.year === second.year, first.month === second.month, first.day === second.day];
  return same.filter(Boolean).length === 2;
}

const areLinked = (a: TimelineEvent, b: TimelineEvent): boolean => names(a, b.date) || names(b, a.date);

const names = ({ alsoDated, otherVersions }: TimelineEvent, other: Edtf): boolean =>
  [...alsoDated, ...otherVersions].some(({ date }) => date === other);

function areAlike(a: Candidate, b: Candidate, weights: WordWeights): boolean {
  if (a.distinctions !== b.distinctions) return false;
  return (
    sharedWeight(a.title, b.words, weights) >= TITLES_ALIKE &&
    sharedWeight(b.title, a.words, weights) >= TITLES_ALIKE &&
    sharedWeight(a.words, b.words, weights) >= ALIKE &&
    sharedWeight(b.words, a.words, weights) >= ALIKE
  );
}
