import { type Edtf, edtfContains, edtfParts } from '../../dates/edtf.ts';
import type { TimelineEvent } from '../../knowledge/event.ts';
import type { EventEntry } from '../check-context.ts';
import { dayNumber } from '../day-number.ts';
import type { Rule } from '../finding.ts';
import { contentTerms, sharedWeight, type WordWeights, wordWeights } from '../word-weights.ts';

/** Days by which reports of the same event differ: time zones, days of print, the parts of a visit. */
const NEAR_DAYS = 10;
/** How much of the weight of the words of either event the other has to share. */
const ALIKE = 0.62;

interface Candidate {
  readonly entry: EventEntry;
  readonly title: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
  readonly figures: string;
}

/** One event entered twice, under two dates or under one. */
export const sameEvent: Rule = {
  name: 'same-event',
  catches: 'An event that stands in the timeline twice, with different dates or with the same.',
  *find({ events }) {
    const candidates = events.map(candidateOf);
    const weights = wordWeights(candidates.map(({ words }) => words));
    for (const [index, candidate] of candidates.entries()) {
      for (const earlier of candidates.slice(0, index)) {
        const [event, other] = [candidate.entry.event, earlier.entry.event];
        if (!couldBeMistaken(event.date, other.date) || areLinked(event, other)) continue;
        if (!areAlike(candidate, earlier, weights)) continue;
        yield {
          file: candidate.entry.file,
          line: candidate.entry.line,
          message: `This looks like "${other.id}" (${earlier.entry.file}, line ${earlier.entry.line}): ${event.date} here, ${other.date} there.`,
          remedy:
            'Merge the two; the other date goes into "also_dated" (another place) or "other_versions" (another source).',
          subject: event.id,
        };
      }
    }
  },
};

function candidateOf(entry: EventEntry): Candidate {
  const { title, text, people } = entry.event;
  return {
    entry,
    title: contentTerms(title.en),
    words: contentTerms(`${title.en} ${text.en} ${people.join(' ')}`),
    figures: (title.en.match(/\d+/g) ?? []).join(' '),
  };
}

/** Whether one date can be a slip for the other: close by, one number of the date differs, or one is coarser. */
function couldBeMistaken(a: Edtf, b: Edtf): boolean {
  const [first, second] = [edtfParts(a), edtfParts(b)];
  if (first.precision !== 'day' || second.precision !== 'day')
    return edtfContains(a, b) || edtfContains(b, a);
  const days = Math.abs((dayNumber(a) ?? 0) - (dayNumber(b) ?? 0));
  if (days <= NEAR_DAYS) return true;
  const differing = [
    first.year !== second.year,
    first.month !== second.month,
    first.day !== second.day,
  ].filter(Boolean).length;
  return differing === 1;
}

const areLinked = (a: TimelineEvent, b: TimelineEvent): boolean =>
  [
    [a, b],
    [b, a],
  ].some(([one, other]) =>
    [...(one?.alsoDated ?? []), ...(one?.otherVersions ?? [])].some(({ date }) => date === other?.date),
  );

function areAlike(a: Candidate, b: Candidate, weights: WordWeights): boolean {
  // The second of two yearly meetings is another event.
  if (a.figures !== b.figures) return false;
  const shared = Math.min(sharedWeight(a.words, b.words, weights), sharedWeight(b.words, a.words, weights));
  return shared >= ALIKE;
}
