import { type Edtf, edtfParts } from '../edtf.ts';
import { endsCleanly, startsCleanly } from './boundaries.ts';
import { OPENER_WORDS } from './connectors.ts';
import { readDayGroup } from './day-groups.ts';
import { readDecadeGroup } from './decades.ts';
import type { LoosePhrase, Piece } from './loose-date.ts';
import { readMonthGroup } from './month-groups.ts';
import { type Qualifiers, readQualifiers, readRelationBehind, unqualified } from './qualifiers.ts';
import { readRange } from './ranges.ts';
import type { ReadingContext } from './reading-context.ts';
import { type Settled, settle } from './settle.ts';
import { canBeginDate, readSingleDate } from './single-date.ts';
import { isWord } from './vocabulary.ts';

/** A date found among the tokens, with what qualifies it. */
export interface FoundDate {
  readonly settled: Settled;
  readonly qualifiers: Qualifiers;
  /** Index of the first token behind it. */
  readonly next: number;
  /** Index of the first token behind all that could be understood, "trở đi" included. */
  readonly outerNext: number;
}

interface SettledPiece extends Piece {
  readonly settled: Settled;
}

/**
 * Finds the dates among tokens, from left to right and without overlap. Each token is looked at by a bounded number of
 * rules, each of which looks a bounded number of tokens ahead, so the time is linear in the length of the text.
 */
export function findDates(start: ReadingContext): readonly FoundDate[] {
  const found: FoundDate[] = [];
  let context = start;
  let floor = 0;
  let at = 0;
  while (at < context.tokens.length) {
    const pieces = readPieces(context, at);
    const last = pieces[pieces.length - 1];
    if (last === undefined) {
      at += 1;
      continue;
    }
    for (const { phrase, settled, first, next } of pieces) {
      found.push({ settled, next, ...qualified(context, { phrase, first, next }, floor) });
      floor = next;
      if (settled.kind === 'date') context = { ...context, lastYear: singleYearOf(settled.edtf) };
    }
    at = last.next;
  }
  return found;
}

/** Ranges say all themselves in running text; as a whole expression they must be understood to the last word. */
function qualified(
  context: ReadingContext,
  { phrase, first, next }: Piece,
  floor: number,
): Pick<FoundDate, 'qualifiers' | 'outerNext'> {
  if (!context.whole && phrase.kind !== 'single') return { qualifiers: unqualified(first), outerNext: next };
  const behind = readRelationBehind(context.tokens, next);
  const before = readQualifiers(context, first, floor);
  if (behind === undefined) return { qualifiers: before, outerNext: next };
  return { qualifiers: { ...before, relation: behind.value }, outerNext: behind.next };
}

/** The one year that lies in a date; undefined for years, decades and open ends that hold several or none. */
export function singleYearOf(date: Edtf): number | undefined {
  const parts = edtfParts(date);
  if (parts.precision !== 'interval') return 'year' in parts ? parts.year : undefined;
  const { from, to } = parts;
  if (from === undefined || to === undefined || !('year' in from && 'year' in to)) return undefined;
  return from.year === to.year ? from.year : undefined;
}

const NOTHING: readonly SettledPiece[] = [];

/** The longest reading comes first: a range would otherwise be taken for its beginning. */
function readPieces(context: ReadingContext, at: number): readonly SettledPiece[] {
  const token = context.tokens[at];
  if (!canBeginDate(token) && !isWord(token, OPENER_WORDS)) return NOTHING;
  for (const read of [readDayGroup, readMonthGroup, readDecadeGroup, readRangePiece, readSinglePiece]) {
    const pieces = read(context, at);
    const settled = pieces === undefined ? undefined : settleAll(context, pieces);
    if (settled !== undefined) return settled;
  }
  return NOTHING;
}

function readRangePiece(context: ReadingContext, at: number): readonly Piece[] | undefined {
  const range = readRange(context, at);
  return range === undefined ? undefined : [range];
}

function readSinglePiece(context: ReadingContext, at: number): readonly Piece[] | undefined {
  const single = readSingleDate(context, at);
  if (single === undefined || single.value.isWeak) return undefined;
  return [{ phrase: { kind: 'single', date: single.value.date }, first: at, next: single.next }];
}

function settleAll(context: ReadingContext, pieces: readonly Piece[]): readonly SettledPiece[] | undefined {
  const [first, last] = [pieces[0], pieces[pieces.length - 1]];
  if (first === undefined || last === undefined) return undefined;
  if (!startsCleanly(context.tokens, first.first)) return undefined;
  if (!endsCleanly(context.tokens, last.next)) return undefined;
  const settled = pieces.map((piece) => ({ ...piece, settled: settle(piece.phrase, context.language) }));
  return settled.every((piece) => isAcceptable(context, piece.phrase, piece.settled)) ? settled : undefined;
}

/** A range that makes no sense is read again as two dates in running text; as a whole expression it is a mistake. */
function isAcceptable({ whole }: ReadingContext, phrase: LoosePhrase, settled: Settled): boolean {
  if (settled.kind === 'date' || settled.kind === 'ambiguous') return true;
  if (settled.kind === 'unsayable') return false;
  return whole || phrase.kind === 'single';
}
