import { MASK } from './masked.ts';
import type { Edit, TracedText } from './traced-text.ts';

/*
 * Texts prepared for machine learning: "_" joins the syllables of a word, and a lone digit stands for a class of
 * tokens that were removed: 7 for punctuation, 6 for a bracket, 4 for a date or time, 1 for a number ("4-4" for a
 * range). Which mark of punctuation it was has to be told from its surroundings; what this gets wrong is for the
 * editor's corrections.
 */

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** How a token is written: joined to the one before it, or after a space. */
interface Written {
  readonly text: string;
  readonly joined: boolean;
}

const MASKED_TOKEN = /^[14](?:-[14])*$/;
const PUNCTUATION = /^[.,;:?!…)\]]+$/;
const STOP = /^7?\.$/;
const INITIAL = /^\p{Lu}$/u;
const CAPITAL = /^\p{Lu}/u;
/** Words that announce a list: what follows the next mark are its items, capitalised or not. */
const LIST_OPENERS: ReadonlySet<string> = new Set(['như']);
/** Words of time that open a clause before its subject: "Hiện nay, Mỹ đứng …". */
const TIME_OPENERS: ReadonlySet<string> = new Set([
  'từ',
  'từ_ngày',
  'ngày',
  'sau',
  'trước',
  'trong',
  'năm',
  'tháng',
  'hiện_nay',
  'đến',
]);
const LONGEST_TIME_CLAUSE = 4;
/** Words written together with a name by the segmentation, as in "Tại_Mỹ": they open a sentence, names continue one. */
const BEFORE_NAMES: ReadonlySet<string> = new Set([
  'tại',
  'phía',
  'ở',
  'với',
  'theo',
  'về',
  'do',
  'vì',
  'cùng',
  'trên',
  'từ',
]);
const NAMES_OF_ONE_SYLLABLE: ReadonlySet<string> = new Set([
  'Mỹ',
  'Pháp',
  'Anh',
  'Nga',
  'Đức',
  'Nhật',
  'Lào',
]);

/** Restores the punctuation and spacing of a word-segmented text; removed figures and dates show as "[…]". */
export function cleanWordSegmented<Note>(traced: TracedText<Note>): TracedText<Note> {
  const edits: Edit<Note>[] = [];
  let lineStart = 0;
  for (const line of traced.text.split('\n')) {
    edits.push(
      ...lineEdits(line).map((edit) => ({
        ...edit,
        start: edit.start + lineStart,
        end: edit.end + lineStart,
      })),
    );
    lineStart += line.length + 1;
  }
  return traced.revise(edits);
}

function lineEdits(line: string): readonly Edit<never>[] {
  const tokens = tokensOf(line);
  const writer = new LineWriter(tokens);
  const edits: Edit<never>[] = [];
  let previousEnd = tokens[0]?.start ?? 0;
  let first = true;
  for (let at = 0; at < tokens.length; ) {
    const { written, taken } = writer.write(at);
    const token = tokens[at];
    const last = tokens[at + taken - 1];
    if (token === undefined || last === undefined) break;
    const replacement = (written.joined || first ? '' : ' ') + written.text;
    if (replacement !== line.slice(previousEnd, last.end))
      edits.push({ start: previousEnd, end: last.end, replacement });
    previousEnd = last.end;
    first = false;
    at += taken;
  }
  return edits;
}

function tokensOf(line: string): readonly Token[] {
  return [...line.matchAll(/[^ \t]+/g)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Writes the tokens of one line, from left to right, remembering open brackets, lists and where a clause began. */
class LineWriter {
  readonly #tokens: readonly Token[];
  #bracketOpen = false;
  #afterOpening = false;
  #inList = false;
  #clauseStart = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  /** The token at `at` as it should read, with how many tokens it stands for. */
  write(at: number): { readonly written: Written; readonly taken: number } {
    const text = this.#text(at);
    const joined = this.#afterOpening;
    this.#afterOpening = false;
    if (text === '7' || STOP.test(text)) return this.#writeMark(at);
    if (text === '6') return { written: this.#writeBracket(joined), taken: 1 };
    if (text === '/') {
      this.#afterOpening = true;
      return { written: { text, joined: true }, taken: 1 };
    }
    if (PUNCTUATION.test(text)) return { written: { text, joined: true }, taken: 1 };
    if (MASKED_TOKEN.test(text)) return { written: { text: MASK, joined }, taken: 1 };
    return { written: { text: text.replaceAll('_', ' '), joined }, taken: 1 };
  }

  #writeBracket(joined: boolean): Written {
    this.#bracketOpen = !this.#bracketOpen;
    this.#afterOpening = this.#bracketOpen;
    return this.#bracketOpen ? { text: '(', joined } : { text: ')', joined: true };
  }

  #writeMark(at: number): { readonly written: Written; readonly taken: number } {
    let taken = 0;
    while (this.#text(at + taken) === '7') taken += 1;
    const marks = taken + (this.#text(at + taken) === '7.' ? 1 : 0);
    const stopFollows = STOP.test(this.#text(at + taken));
    if (stopFollows) taken += 1;
    const text = this.#mark(at, taken, marks, stopFollows);
    if (text !== ',' && text !== ':') this.#inList = false;
    this.#clauseStart = at + taken;
    return { written: { text, joined: true }, taken };
  }

  #mark(at: number, taken: number, marks: number, stopFollows: boolean): string {
    if (marks >= 3) return '…';
    const next = this.#text(at + taken);
    if (stopFollows || next === '') return '.';
    const previous = this.#text(at - 1);
    if (INITIAL.test(previous)) return '.';
    if (LIST_OPENERS.has(previous)) {
      this.#inList = true;
      return ':';
    }
    if (this.#inList || this.#bracketOpen) return ',';
    return CAPITAL.test(next) && !isName(next) && !this.#isTimeClause(at) ? '.' : ',';
  }

  /** Whether the clause before the mark only says when: short, and opened by a word of time. */
  #isTimeClause(at: number): boolean {
    const opener = this.#text(this.#clauseStart).toLowerCase();
    return at - this.#clauseStart <= LONGEST_TIME_CLAUSE && TIME_OPENERS.has(opener);
  }

  #text(at: number): string {
    return this.#tokens[at]?.text ?? '';
  }
}

/** Whether a capitalised token is a name ("Vũ_Khoan", "Việt_Nam", "Mỹ") and so may continue a sentence after a comma. */
function isName(token: string): boolean {
  const syllables = token.split('_');
  if (syllables.length === 1) return NAMES_OF_ONE_SYLLABLE.has(token);
  return (
    syllables.every((syllable) => CAPITAL.test(syllable)) &&
    !BEFORE_NAMES.has(syllables[0]?.toLowerCase() ?? '')
  );
}
