import type { Answer, QuotedPassage } from '../core/answer/answer.ts';
import type { DatedEntry } from '../core/answer/timeline-lookup.ts';
import { sourceOf } from '../core/chat/source-of.ts';
import type { DateExpression } from '../core/dates/date-expression.ts';
import type { Source } from '../core/knowledge/source.ts';
import type { Locale } from '../core/locale.ts';

const sourceJson = (source: Source | undefined): { title: string; url: string | null } | null =>
  source === undefined ? null : { title: source.title, url: source.url ?? null };

function passageJson(passage: QuotedPassage): Record<string, unknown> {
  const { document, sentence } = passage;
  return {
    text: sentence.text,
    id: sentence.handle,
    article: document.id,
    title: document.title,
    sentence: sentence.position,
    score: Number(passage.score.toFixed(4)),
    corrected: sentence.corrected,
    source: sourceJson(sourceOf(document, sentence)),
    ...(sentence.masked ? { masked: true } : {}),
    ...(sentence.doubtful ? { doubtful: true } : {}),
    ...(sentence.original === undefined ? {} : { original: sentence.original }),
    ...(passage.alsoIn.length === 0
      ? {}
      : { also: passage.alsoIn.map((other) => ({ article: other.document.id, id: other.sentence.handle })) }),
  };
}

/** An answer as the JSON object that `ask --json` prints. */
export function answerJson(question: string, answer: Answer): Record<string, unknown> {
  return {
    question,
    language: answer.language,
    answered: answer.answered,
    direct: answer.direct === undefined ? null : { text: answer.direct.text, kind: answer.direct.kind },
    passages: answer.passages.map(passageJson),
    suggestions: answer.suggestions,
    notes: answer.notes,
    confidence: Number(answer.confidence.toFixed(3)),
  };
}

/** Dated entries as the JSON object that `date`, `timeline` and `today` print. */
export function entriesJson(
  query: string,
  expression: DateExpression,
  entries: readonly DatedEntry[],
  language: Locale,
): Record<string, unknown> {
  switch (expression.kind) {
    case 'date':
      return {
        query,
        date: expression.edtf,
        ...(expression.assumedCentury === true ? { assumedCentury: true } : {}),
        events: entries.map((entry) => entryJson(entry, language)),
      };
    case 'ambiguous':
      return { query, ambiguous: expression.candidates };
    case 'problem':
      return { query, problem: expression.problem };
  }
}

function entryJson(entry: DatedEntry, language: Locale): Record<string, unknown> {
  if (entry.kind === 'event') {
    const { event } = entry;
    return {
      id: event.id,
      date: entry.date,
      title: event.title[language],
      text: event.text[language],
      source: sourceJson(event.sources[0]),
    };
  }
  const { document, sentence } = entry;
  return {
    id: document.id,
    date: entry.date,
    title: document.title,
    text: sentence.text,
    source: sourceJson(sourceOf(document, sentence)),
    sentence: sentence.position,
    handle: sentence.handle,
  };
}
