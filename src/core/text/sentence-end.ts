import type { Locale } from '../locale.ts';
import {
  abbreviationKind,
  isForeignAbbreviation,
  opensSentences,
  takesLetterLabel,
} from './abbreviations.ts';
import { hasDiacritics } from './fold.ts';
import { couldBeUnmarkedSyllable } from './syllables.ts';

/** A stop in its text, as far as is needed to tell whether a sentence ends with it. */
export interface StopContext {
  readonly text: string;
  readonly language: Locale;
  readonly sentenceStart: number;
  /** Where the run of characters without white space begins that the stop stands in. */
  readonly tokenStart: number;
  /** The first stop, and the first unit behind the stops. */
  readonly at: number;
  readonly stopsEnd: number;
  /** Where the next word begins, or what follows the stop directly. */
  readonly next: number;
  readonly limit: number;
  /** Whether a quotation or bracket closed behind the stop. */
  readonly closed: boolean;
  /** Whether the stop stands in a bracket that opened in the middle of the sentence. */
  readonly inBracket: boolean;
}

/** Longest abbreviation or address looked at, so that text without spaces costs no more than other text. */
const TOKEN_REACH = 40;
const ADDRESS_REACH = 200;

const LEADING_MARKS = /^[^\p{L}\p{N}]+/u;
const WORD = /^\p{L}{1,24}/u;
const ITEM_NUMBER = /^(?:\d{1,3}(?:\.\d{1,3}){0,3}|[IVXL]{1,6}|\p{L})$/u;
const HEADING = /^\P{L}{0,4}(?:Điều|Khoản|Mục|Chương|Phần|Bài|Câu|Article|Section|Chapter|Part|Question) $/u;
const SPACED_DATE = /(?<!\d)\d{1,2}\. ?\d{1,2}\. ?\d{4}(?!\d)/;
const ADDRESS = /:\/\/|@|^\P{L}*www\.|^[\w.-]+\.[a-z]{2,}\//u;
/** Endings of site names and of products called like sites, as someone writes them with a capital. */
const SITE_ENDINGS: ReadonlySet<string> = new Set([
  'com',
  'net',
  'org',
  'vn',
  'gov',
  'edu',
  'info',
  'js',
  'io',
]);

/** Whether a stop with white space behind it ends a sentence when a capital follows at `next`. */
export function endsBeforeCapital(context: StopContext): boolean {
  const { text, language, next } = context;
  const word = WORD.exec(text.slice(next, next + 24))?.[0] ?? '';
  const opener = opensSentences(word, language);
  if (isEllipsis(context)) return !context.inBracket || opener;
  const token = tokenBefore(context);
  const kind = abbreviationKind(token, language);
  if (context.inBracket) return opener && kind === undefined;
  if (isItemNumber(context, token)) return false;
  switch (kind) {
    case 'never':
      return false;
    case 'may-end':
      if (opener || (token.length === 1 && takesLetterLabel(wordBefore(context, token)))) return true;
      return language === 'vi' && isForeignAbbreviation(token) && hasDiacritics(word);
    default:
      return true;
  }
}

/** Whether a stop with white space behind it ends a sentence when a figure follows. */
export function endsBeforeNumber(context: StopContext): boolean {
  if (isEllipsis(context) || context.inBracket) return false;
  const token = tokenBefore(context);
  if (isItemNumber(context, token) || isInSpacedDate(context)) return false;
  if (/^[a-zđ]$/.test(token)) return false;
  const kind = abbreviationKind(token, context.language);
  return kind === undefined || kind === 'list-end';
}

/** Whether a sentence ends at a stop behind which someone forgot the space: "dân chủ.Hai bên", not "vietnam.vn". */
export function endsWithoutSpace(context: StopContext): boolean {
  const { text, language, next } = context;
  if (context.inBracket || isInAddress(context)) return false;
  const following = text.slice(next, next + 28).replace(/^["“‘«([]{1,2}/, '');
  if (!/^(?:\p{Lu}\p{Ll}|Ở )/u.test(following)) return false;
  if (isEllipsis(context) || /[?!]/.test(text.slice(context.at, context.stopsEnd))) return true;

  const token = tokenBefore(context);
  if (/[”"’»)\]]$/.test(token)) return true;
  if (/\d%?$/.test(token)) return !isItemNumber(context, token);
  const kind = abbreviationKind(token, language);
  if (kind !== undefined) return kind === 'list-end';
  const last = /\p{L}*$/u.exec(token)?.[0] ?? '';
  if (!/^(?:\p{L}?\p{Ll}+|\p{Lu}{3,})$/u.test(last) || last.length < 2) return false;
  const word = WORD.exec(following)?.[0] ?? '';
  if (hasDiacritics(last) || hasDiacritics(word)) return true;
  if (SITE_ENDINGS.has(word.toLowerCase())) return false;
  // Names of two parts, such as Pay.Pal, begin with a capital too.
  if (/^\p{Ll}/u.test(last) || opensSentences(word, language)) return true;
  return language === 'vi' && couldBeUnmarkedSyllable(word.toLowerCase());
}

function isEllipsis({ text, at, stopsEnd }: StopContext): boolean {
  const stops = text.slice(at, stopsEnd);
  return stops.includes('…') || stops.includes('..');
}

/** What stands before the stop, without spaces and opening marks: "TP", "U.S", "1995". */
function tokenBefore({ text, tokenStart, at }: StopContext): string {
  return text.slice(Math.max(tokenStart, at - TOKEN_REACH), at).replace(LEADING_MARKS, '');
}

function wordBefore({ text, at }: StopContext, token: string): string {
  return /(\p{L}+) $/u.exec(text.slice(Math.max(0, at - token.length - 16), at - token.length))?.[1] ?? '';
}

/** Whether the token only numbers what follows: "1. Kinh tế", "II. Mở đầu", "gồm: 1. Kinh tế", "Điều 5. Hai bên". */
function isItemNumber({ text, sentenceStart, at }: StopContext, token: string): boolean {
  if (!ITEM_NUMBER.test(token)) return false;
  const from = at - token.length;
  const before = text.slice(Math.max(sentenceStart, from - 16), from);
  if (from - sentenceStart <= 4 && !/[\p{L}\p{N}]/u.test(before)) return true;
  if (from - sentenceStart <= 16 && /^[\dIVXL.]+$/.test(token) && HEADING.test(before)) return true;
  return /[:;] {1,2}$/.test(before) && /^(?:\d{1,2}|[a-zđ])$/.test(token);
}

/** Whether the stop belongs to a date written with spaces: "12. 7. 1995". */
function isInSpacedDate({ text, sentenceStart, at }: StopContext): boolean {
  const from = Math.max(sentenceStart, at - 8);
  const found = SPACED_DATE.exec(text.slice(from, at + 12));
  return found !== null && from + found.index < at && at < from + found.index + found[0].length;
}

function isInAddress({ text, tokenStart, at, limit }: StopContext): boolean {
  const from = Math.max(tokenStart, at - ADDRESS_REACH);
  const token = /^\S*/.exec(text.slice(from, Math.min(limit, at + ADDRESS_REACH)))?.[0] ?? '';
  return ADDRESS.test(token);
}
