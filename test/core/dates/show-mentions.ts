import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type DateMention, type ReadDatesOptions, readDates } from '../../../src/core/dates/read-dates.ts';
import { TODAY } from './known-date.ts';

/**
 * The mentions of a text in one line each, to compare with: "đầu năm 1995 = 1995 early". `*` is an assumed century,
 * `a|b` are candidates, `impossible` stands for the date that does not exist.
 */
export function showMentions(text: string, options: Partial<ReadDatesOptions> = {}): readonly string[] {
  return readDates(text, { language: 'vi', today: TODAY, ...options }).map((mention) => show(text, mention));
}

function show(text: string, mention: DateMention): string {
  const meaning =
    mention.edtf ?? (mention.kind === 'ambiguous' ? mention.candidates.join('|') : 'impossible');
  const marks = [
    mention.assumedCentury === true ? '*' : '',
    mention.approximate === undefined ? '' : ` ${mention.approximate}`,
    mention.relation === undefined ? '' : ` ${mention.relation}`,
  ];
  return `${text.slice(mention.start, mention.end)} = ${meaning}${marks.join('')}`;
}

/** A text and its mentions as {@link showMentions} writes them; none when it holds no date. */
export type MentionCase = readonly [text: string, ...mentions: readonly string[]];

/** A test for each text, with the mentions it must have; `=` alone says that the whole text is the mention. */
export function expectations(
  name: string,
  cases: readonly MentionCase[],
  options: Partial<ReadDatesOptions> = {},
): void {
  describe(name, () => {
    for (const [text, ...mentions] of cases) {
      const expected = mentions.map((mention) => (mention.startsWith('=') ? `${text} ${mention}` : mention));
      const outcome = expected.length === 0 ? 'finds no date in' : 'reads';
      it(`${outcome} "${text}"`, () => assert.deepEqual(showMentions(text, options), expected));
    }
  });
}
