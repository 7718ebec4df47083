import { type Edtf, edtfContains, precisionOf } from '../dates/edtf.ts';
import type { Reading } from './close-reading.ts';
import type { WantedKind } from './wanted-kind.ts';

/** Scores no further apart hardly say which of two sentences answers better, and as good as never. */
const NEARLY_EQUAL = 0.3;
const EQUAL = 0.03;

/** Kinds of thing of which the form of a sentence shows whether it has them. */
export const TOLD_BY_FORM: ReadonlySet<WantedKind> = new Set<WantedKind>(['date', 'number', 'reason']);

/** What tells readings apart that are as good as equal. */
export interface FinerJudgement {
  readonly confidenceOf: (reading: Reading) => number;
  /** Whether a confidence is enough to answer. */
  readonly isSure: (confidence: number) => boolean;
  /** Names the story a sentence is of, where another sentence of it may tell what is asked for. */
  readonly storyOf: ((reading: Reading) => unknown) | undefined;
  /** The date by which a reading answers, where a date is what counts. */
  readonly dateOf: ((reading: Reading) => Edtf | undefined) | undefined;
}

/** Readings in order, but of the best ones the one that answers most surely and most precisely first. */
export function orderReadings(readings: readonly Reading[], judgement: FinerJudgement): readonly Reading[] {
  const { storyOf, dateOf } = judgement;
  const sure = preferSure(readings, judgement);
  const telling = storyOf === undefined ? sure : preferTelling(sure, storyOf);
  return dateOf === undefined ? telling : preferDays(telling, dateOf);
}

/**
 * Readings in order, but where the first tells only the year or month of something, a nearly equal one that tells a day
 * within it comes before it: "năm 1995" and "ngày 11 tháng 7 năm 1995" answer alike, one of them better. `dateOf` gives
 * the date by which a reading answers, if by one.
 */
export function preferDays(
  readings: readonly Reading[],
  dateOf: (reading: Reading) => Edtf | undefined,
): readonly Reading[] {
  const [best, ...others] = readings;
  const date = best === undefined ? undefined : dateOf(best);
  if (best === undefined || date === undefined || precisionOf(date) === 'day') return readings;
  return withFirst(
    readings,
    others.find((reading) => {
      if (reading.score < best.score - NEARLY_EQUAL) return false;
      const other = dateOf(reading);
      return other !== undefined && precisionOf(other) === 'day' && edtfContains(date, other);
    }),
  );
}

/** A sentence that has the kind of thing asked for, and one that has not or hardly. */
const TELLS = 0.95;
const HARDLY_TELLS = 0.75;
const SAME_STORY = 0.4;

/**
 * Readings in order, but where the first hardly has the kind of thing that is asked for, another sentence of the same
 * story that has it comes before it. `documentOf` names the story.
 */
export function preferTelling(
  readings: readonly Reading[],
  documentOf: (reading: Reading) => unknown,
): readonly Reading[] {
  const [best, ...others] = readings;
  if (best === undefined || best.kindFit > HARDLY_TELLS) return readings;
  const story = documentOf(best);
  return withFirst(
    readings,
    others.find(
      (reading) =>
        reading.score >= best.score - SAME_STORY && reading.kindFit >= TELLS && documentOf(reading) === story,
    ),
  );
}

/** By so much surer is clearly surer. */
const SURER = 0.15;

/** Readings in order, but of equal ones the first that answers clearly more surely before one that may not answer. */
export function preferSure(
  readings: readonly Reading[],
  { confidenceOf, isSure }: Pick<FinerJudgement, 'confidenceOf' | 'isSure'>,
): readonly Reading[] {
  const [best] = readings;
  if (best === undefined) return readings;
  const confidence = confidenceOf(best);
  if (isSure(confidence)) return readings;
  return withFirst(
    readings,
    readings.find((reading) => {
      if (reading.score < best.score - EQUAL) return false;
      const other = confidenceOf(reading);
      return other >= confidence + SURER && isSure(other);
    }),
  );
}

const withFirst = (readings: readonly Reading[], first: Reading | undefined): readonly Reading[] =>
  first === undefined ? readings : [first, ...readings.filter((reading) => reading !== first)];
