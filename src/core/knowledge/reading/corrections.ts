import type { Correction } from '../correction.ts';
import type { Edit, TracedText } from '../traced-text.ts';
import { flag, sourceOrTitle, text } from './fields.ts';
import type { Report } from './report.ts';
import { exactText, type Located, optional, type Reader, record, required } from './shape.ts';

const FIELDS = record('a correction: find, replace or doubtful: true, reason, source', {
  find: required(exactText('the words as they stand in the text', false)),
  replace: optional(exactText('the words that take their place', true)),
  doubtful: optional(flag),
  all: optional(flag),
  reason: required(text),
  source: optional(sourceOrTitle),
});

/** One entry of an article's `corrections`. */
export const correction: Reader<Correction> = {
  expects: FIELDS.expects,
  read(node, report, name) {
    const fields = FIELDS.read(node, report, name);
    if (fields === undefined) return undefined;
    const problem = contradiction(fields);
    if (problem !== undefined) {
      report(node.line, problem.message, problem.remedy);
      return undefined;
    }
    return { ...fields, doubtful: fields.doubtful ?? false, all: fields.all ?? false };
  },
};

interface CorrectionFields extends Omit<Correction, 'doubtful' | 'all'> {
  readonly doubtful?: true;
}

function contradiction(
  fields: CorrectionFields,
): { readonly message: string; readonly remedy: string } | undefined {
  const { find, replace, doubtful, source } = fields;
  if (replace === undefined) {
    if (doubtful) return undefined;
    return {
      message: 'The correction neither replaces nor doubts anything.',
      remedy: 'Add "replace:" with the right words, or "doubtful: true".',
    };
  }
  if (replace === find) {
    return {
      message: 'The correction replaces the words by themselves.',
      remedy: 'Change "replace", or write "doubtful: true" instead.',
    };
  }
  if (source === undefined && changesFacts(find, replace)) {
    return {
      message: 'The correction changes a figure, a date or a name and names no source.',
      remedy:
        'Add "source: { title: …, url: … }" where the right one can be checked, or write "doubtful: true" instead.',
    };
  }
  return undefined;
}

const SCALES: ReadonlySet<string> = new Set(
  'nghìn ngàn vạn triệu tỷ tỉ hundred thousand million billion trillion'.split(' '),
);

/** Whether figures or their scale differ, or a capitalised word of one is missing from the other altogether. */
function changesFacts(before: string, after: string): boolean {
  return figuresOf(before) !== figuresOf(after) || namesMissing(before, after) || namesMissing(after, before);
}

const figuresOf = (text: string): string =>
  (text.match(/\d+|\p{L}+/gu) ?? [])
    .filter((word) => /\d/.test(word) || SCALES.has(word.toLowerCase()))
    .join(' ');

function namesMissing(from: string, others: string): boolean {
  const known = new Set(wordsOf(others).map(({ word }) => word.toLowerCase()));
  return wordsOf(from).some(
    ({ word, opensSentence }) => !opensSentence && /^\p{Lu}/u.test(word) && !known.has(word.toLowerCase()),
  );
}

/** Words with whether they open a sentence or a heading, where a capital letter says nothing. */
function wordsOf(words: string): readonly { readonly word: string; readonly opensSentence: boolean }[] {
  return [...words.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({
    word: match[0],
    opensSentence: /(?:^|[.!?…:\n])["“(#* -]*$/u.test(words.slice(Math.max(0, match.index - 8), match.index)),
  }));
}

/**
 * The text with all corrections made, each noted where it was made. Every `find` is looked up in the text given, not
 * in the result of other corrections, so their order does not matter.
 */
export function applyCorrections(
  traced: TracedText<Correction>,
  corrections: readonly Located<Correction>[],
  report: Report,
): TracedText<Correction> {
  const edits: (Edit<Correction> & { readonly line: number })[] = [];
  for (const { line, value } of corrections) {
    const places = occurrences(traced.text, value.find);
    if (places.length === 0) {
      report(
        line,
        `The text has no "${value.find}".`,
        'Copy the words from the text, or remove the correction.',
      );
    } else if (places.length > 1 && !value.all) {
      report(
        line,
        `The text has "${value.find}" ${places.length} times.`,
        'Lengthen "find" until only one place fits, or add "all: true".',
      );
    }
    for (const start of places) {
      edits.push({
        start,
        end: start + value.find.length,
        replacement: value.replace ?? value.find,
        note: value,
        line,
      });
    }
  }
  return traced.revise(withoutOverlaps(edits, report));
}

function withoutOverlaps<Placed extends Edit<Correction> & { readonly line: number }>(
  edits: readonly Placed[],
  report: Report,
): readonly Placed[] {
  const apart: Placed[] = [];
  let end = 0;
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.line - b.line)) {
    if (edit.start < end) {
      report(
        edit.line,
        `The correction of "${edit.note?.find ?? ''}" overlaps another one.`,
        'Make one correction of the two; "doubtful: true" may stand beside "replace".',
      );
      continue;
    }
    apart.push(edit);
    end = edit.end;
  }
  return apart;
}

function occurrences(text: string, find: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(find); at !== -1; at = text.indexOf(find, at + find.length)) places.push(at);
  return places;
}
