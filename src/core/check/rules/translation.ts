import { edtfParts } from '../../dates/edtf.ts';
import { twoDigits } from '../../dates/edtf-parts.ts';
import type { DateMention } from '../../dates/read-dates.ts';
import type { Locale } from '../../locale.ts';
import { type NumberValues, readNumberValues, type StatedNumber } from '../../numbers/number-values.ts';
import { beginningOf } from '../beginning-of.ts';
import type { ArticleEntry, CheckContext, EventEntry, Statement } from '../check-context.ts';
import type { Rule, RuleFinding } from '../finding.ts';

/** A text and its translation, with where to show an editor that they differ. */
interface Pair {
  readonly own: Version;
  readonly other: Version;
  readonly at: Pick<RuleFinding, 'file' | 'line' | 'subject'>;
}

interface Version {
  readonly text: string;
  readonly language: Locale;
  readonly mentions: readonly DateMention[];
}

/** A sentence or event whose translation gives another date or number. */
export const translation: Rule = {
  name: 'translation',
  catches: 'A translation whose dates or numbers differ.',
  *find(context) {
    for (const { own, other, at } of pairsOf(context)) {
      const differences = [...missingDates(own, other), ...missingNumbers(own, other)];
      if (differences.length === 0) continue;
      yield {
        ...at,
        message: `${differences.join('; ')}: "${beginningOf(own.text)}"`,
        remedy: 'Let both languages give the same dates and numbers.',
      };
    }
  },
};

function pairsOf({ articles, events }: CheckContext): readonly Pair[] {
  const byId = new Map(articles.map((entry) => [entry.article.id, entry]));
  return [
    ...articles.flatMap((entry) => articlePairs(entry, byId.get(entry.article.translationOf ?? ''))),
    ...events.flatMap(eventPairs),
  ];
}

/** Sentence by sentence, where the twins have as many; the Vietnamese article speaks for both. */
function articlePairs(entry: ArticleEntry, twin: ArticleEntry | undefined): readonly Pair[] {
  if (twin === undefined || entry.article.language !== 'vi') return [];
  if (entry.statements.length !== twin.statements.length) return [];
  return entry.statements.flatMap((statement, index) => {
    const other = twin.statements[index];
    if (other === undefined) return [];
    const { file, line, sentence } = statement;
    return [
      {
        own: versionOf([statement]),
        other: versionOf([other]),
        at: { file, line, subject: sentence.handle },
      },
    ];
  });
}

/** Titles are no translations: one counts the weeks where the other counts the sessions. */
function eventPairs({ event, file, line, statements }: EventEntry): readonly Pair[] {
  const at = { file, line: statements.vi[0]?.line ?? line, subject: event.id };
  return [{ own: versionOf(statements.vi), other: versionOf(statements.en), at }];
}

function versionOf(statements: readonly Statement[]): Version {
  let text = '';
  const mentions: DateMention[] = [];
  for (const statement of statements) {
    if (text !== '') text += ' ';
    const from = text.length;
    mentions.push(
      ...statement.mentions.map((mention) => ({
        ...mention,
        start: mention.start + from,
        end: mention.end + from,
      })),
    );
    text += statement.sentence.text;
  }
  return { text, language: statements[0]?.document.language ?? 'vi', mentions };
}

function missingDates(own: Version, other: Version): readonly string[] {
  return [
    [own, other],
    [other, own],
  ].flatMap(([here, there]) => {
    if (here === undefined || there === undefined) return [];
    const known = datePieces(there);
    return [...datePieces(here)]
      .filter(
        (piece) => !known.has(piece) && isWritten(piece, here) && !isWrittenLoosely(piece, there, known),
      )
      .map((piece) => `"${piece}" stands in ${here.language} only`);
  });
}

/** A year counted from another ("hai năm sau") is written in neither language as such. */
const isWritten = (piece: string, { text }: Version): boolean => !isYear(piece) || text.includes(piece);

/** "ngày 19 và 20 tháng 12", "đêm 15 rạng sáng 16 tháng 6": the bare number of the day beside another day of its month. */
function isWrittenLoosely(piece: string, { text }: Version, known: ReadonlySet<string>): boolean {
  if (isYear(piece)) return text.includes(piece);
  const [month = '', day] = piece.split('-');
  if (day === undefined) return [...known].some((other) => other.startsWith(`${month}-`));
  const hasMonth = [...known].some((other) => other === month || other.startsWith(`${month}-`));
  return hasMonth && new RegExp(`(?<!\\d)${Number(day)}(?!\\d)`).test(text);
}

/** Years as `1995`, days as `07-12`, months without a day as `07`: a date may be spread over a sentence in two ways. */
function datePieces({ mentions }: Version): ReadonlySet<string> {
  const pieces = new Set<string>();
  for (const { kind, edtf } of mentions) {
    if (kind !== 'date' || edtf === undefined) continue;
    const parts = edtfParts(edtf);
    for (const end of parts.precision === 'interval' ? [parts.from, parts.to] : [parts]) {
      if (end === undefined) continue;
      if ('year' in end) pieces.add(String(end.year));
      if ('day' in end) pieces.add(`${twoDigits(end.month)}-${twoDigits(end.day)}`);
      else if ('month' in end) pieces.add(twoDigits(end.month));
    }
  }
  return pieces;
}

const isYear = (piece: string): boolean => piece.length === 4;

function missingNumbers(own: Version, other: Version): readonly string[] {
  const [here, there] = [numbersOf(own), numbersOf(other)];
  const [onlyHere, onlyThere] = [withoutEqual(here, there), withoutEqual(there, here)];
  const isContradicted = onlyHere.length > 0 && onlyThere.length > 0;
  const inWords = (numbers: readonly StatedNumber[], { language }: Version): readonly string[] =>
    numbers
      .filter(({ isSpelt }) => !isSpelt || isContradicted)
      .map(({ text }) => `"${text}" stands in ${language} only`);
  return [...inWords(onlyHere, own), ...inWords(onlyThere, other)];
}

const withoutEqual = ({ stated }: NumberValues, other: NumberValues): readonly StatedNumber[] =>
  stated.filter(({ value, isSpelt }) => !other.possible.has(value) && (isSpelt || !other.inDates.has(value)));

const numbersOf = ({ text, language, mentions }: Version): NumberValues =>
  readNumberValues(text, language, mentions);
