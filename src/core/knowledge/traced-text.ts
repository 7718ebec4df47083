/** Replaces `text[start, end)` by `replacement`; `note` is remembered with the new words. Offsets are UTF-16 units. */
export interface Edit<Note> {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  readonly note?: Note;
}

/**
 * A stretch of the text, never empty: verbatim (as long as its original, unit for unit) or standing for another
 * wording, which can only be traced as a whole.
 */
interface Piece<Note> {
  readonly text: string;
  readonly verbatim: boolean;
  readonly originalStart: number;
  readonly originalEnd: number;
  readonly notes: readonly Note[];
}

/**
 * A text that knows its original: whatever was replaced, every stretch of it leads back to the words that stood there
 * and to the notes of the edits that made it. Immutable.
 */
export class TracedText<Note> {
  readonly text: string;
  readonly #original: string;
  readonly #pieces: readonly Piece<Note>[];
  readonly #noted: boolean;

  private constructor(original: string, pieces: readonly Piece<Note>[]) {
    this.#original = original;
    this.#pieces = pieces;
    this.#noted = pieces.some(({ notes }) => notes.length > 0);
    this.text = pieces.map((piece) => piece.text).join('');
  }

  static of<Note = never>(original: string): TracedText<Note> {
    const whole = {
      text: original,
      verbatim: true,
      originalStart: 0,
      originalEnd: original.length,
      notes: [],
    };
    return new TracedText<Note>(original, original === '' ? [] : [whole]);
  }

  /**
   * The text after edits, which come in order. What an edit leaves as it was at either end stays verbatim, so
   * "Trương Tấn Thành" → "Trương Tấn Sang" replaces only the given name; an edit to the same words only adds its note.
   *
   * @throws RangeError when edits overlap, are out of order or reach beyond the text.
   */
  revise(edits: readonly Edit<Note>[]): TracedText<Note> {
    const pieces: Piece<Note>[] = [];
    let at = 0;
    edits.forEach((edit, index) => {
      const next = edits[index + 1]?.start ?? this.text.length;
      if (edit.start < at || edit.end < edit.start || edit.end > next) {
        throw new RangeError(`Edit ${edit.start}–${edit.end} overlaps another or leaves the text`);
      }
      const tight = this.#tighten(edit, at, next);
      pieces.push(...this.#cut(at, Math.min(edit.start, tight.start)), ...this.#apply(edit, tight));
      at = Math.max(edit.end, tight.end);
    });
    pieces.push(...this.#cut(at, this.text.length));
    return new TracedText(this.#original, pieces);
  }

  /** The original words behind `text[start, end)`; a replaced stretch counts whole even if only part is asked for. */
  originalOf(start: number, end: number): string {
    const { from, to } = this.originalRange(start, end);
    return this.#original.slice(from, to);
  }

  /** Like {@link originalOf}, as offsets into the original. */
  originalRange(start: number, end: number): { readonly from: number; readonly to: number } {
    const pieces = this.#cut(start, end);
    const here = this.#originalAt(start);
    return {
      from: Math.min(here, ...pieces.map((piece) => piece.originalStart)),
      to: Math.max(here, ...pieces.map((piece) => piece.originalEnd)),
    };
  }

  /** Notes of the edits that made `text[start, end)`, each once, in the order of the text. */
  notesIn(start: number, end: number): readonly Note[] {
    // Most texts were never edited, and are asked for every sentence.
    if (!this.#noted) return [];
    return [...new Set(this.#cut(start, end).flatMap((piece) => piece.notes))];
  }

  /**
   * The smallest edit that does the same. One that would leave nothing takes a neighbouring unit along, of its own
   * words if it can, so that words taken away can still be traced from what remains beside them.
   */
  #tighten(edit: Edit<Note>, from: number, to: number): Edit<Note> {
    const old = this.text.slice(edit.start, edit.end);
    const { head, tail } = sharedEnds(old, edit.replacement);
    const start = edit.start + head;
    const end = edit.end - tail;
    const replacement = edit.replacement.slice(head, edit.replacement.length - tail);
    if (replacement !== '' || start === end) return { ...edit, start, end, replacement };
    const takeRight = end < to && ((head === 0 && tail > 0) || start === from);
    if (takeRight) return { ...edit, start, end: end + 1, replacement: this.text.slice(end, end + 1) };
    if (start > from)
      return { ...edit, start: start - 1, end, replacement: this.text.slice(start - 1, start) };
    return { ...edit, start, end, replacement };
  }

  #apply(edit: Edit<Note>, tight: Edit<Note>): readonly Piece<Note>[] {
    const added = edit.note === undefined ? [] : [edit.note];
    const annotate = (piece: Piece<Note>): Piece<Note> => ({ ...piece, notes: [...piece.notes, ...added] });
    const before = this.#cut(edit.start, tight.start).map(annotate);
    const after = this.#cut(tight.end, edit.end).map(annotate);
    if (tight.replacement === '') return [...before, ...after];
    const { from, to } = this.originalRange(tight.start, tight.end);
    const replaced: Piece<Note> = {
      text: tight.replacement,
      verbatim: false,
      originalStart: from,
      originalEnd: to,
      notes: [...new Set([...this.notesIn(tight.start, tight.end), ...added])],
    };
    return [...before, replaced, ...after];
  }

  /** The pieces of `text[start, end)`, those at its ends cut to size. */
  #cut(start: number, end: number): readonly Piece<Note>[] {
    const cut: Piece<Note>[] = [];
    let at = 0;
    for (const piece of this.#pieces) {
      const from = Math.max(start - at, 0);
      const to = Math.min(end - at, piece.text.length);
      if (from < to) cut.push(slicePiece(piece, from, to));
      at += piece.text.length;
      if (at >= end) break;
    }
    return cut;
  }

  #originalAt(offset: number): number {
    let at = 0;
    for (const piece of this.#pieces) {
      if (offset < at + piece.text.length) return piece.originalStart + (piece.verbatim ? offset - at : 0);
      at += piece.text.length;
    }
    return this.#original.length;
  }
}

function slicePiece<Note>(piece: Piece<Note>, from: number, to: number): Piece<Note> {
  const text = piece.text.slice(from, to);
  if (!piece.verbatim) return { ...piece, text };
  return { ...piece, text, originalStart: piece.originalStart + from, originalEnd: piece.originalStart + to };
}

/** How many units two texts share at the beginning and, apart from those, at the end. */
function sharedEnds(first: string, second: string): { readonly head: number; readonly tail: number } {
  const shorter = Math.min(first.length, second.length);
  let head = 0;
  while (head < shorter && first.charCodeAt(head) === second.charCodeAt(head)) head += 1;
  let tail = 0;
  while (
    tail < shorter - head &&
    first.charCodeAt(first.length - 1 - tail) === second.charCodeAt(second.length - 1 - tail)
  ) {
    tail += 1;
  }
  return { head, tail };
}
