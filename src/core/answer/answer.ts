import type { Edtf } from '../dates/edtf.ts';
import type { KnowledgeDocument, Sentence } from '../knowledge/document.ts';
import type { Locale, Localized } from '../locale.ts';
import type { Question } from './question.ts';
import type { Topic } from './topic.ts';

/** A stretch of a sentence, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The kinds of thing that can be pointed at in a few words. */
export const DIRECT_KINDS = ['date', 'number', 'person', 'place'] as const;
export type DirectKind = (typeof DIRECT_KINDS)[number];

/** The few words of a sentence that are the answer; always a literal part of the first passage's sentence. */
export interface DirectAnswer {
  readonly text: string;
  readonly kind: DirectKind;
  readonly span: Span;
}

/** A sentence to quote, with what to point at in it. */
export interface QuotedPassage {
  readonly document: KnowledgeDocument;
  readonly sentence: Sentence;
  /** Comparable within one answer only. */
  readonly score: number;
  /** The parts that match the question, in order, not overlapping. */
  readonly highlights: readonly Span[];
  /** The same statement elsewhere: quoted once, cited with all. */
  readonly alsoIn: readonly { readonly document: KnowledgeDocument; readonly sentence: Sentence }[];
}

/** Something a person should be told beside the sentence. */
export type AnswerNote =
  /** The question names a date; the best sentence on the matter names another. */
  | { readonly kind: 'other-date'; readonly asked: Edtf; readonly found: Edtf }
  /** A two-digit year was read as this date. */
  | { readonly kind: 'assumed-century'; readonly date: Edtf }
  /** The date cannot exist, such as 31/2. */
  | { readonly kind: 'impossible-date'; readonly text: string }
  /** There is no figure of the year asked about; these years there are. */
  | {
      readonly kind: 'missing-year';
      readonly series: Localized;
      readonly asked: Edtf;
      readonly years: readonly number[];
    }
  /** Day and month could be either way round. */
  | { readonly kind: 'ambiguous-date'; readonly candidates: readonly Edtf[] };

/** What a question gets, answered or not. */
export interface Answer {
  readonly question: Question;
  /** The language to reply in. */
  readonly language: Locale;
  /** Whether the first passage answers. If not, passages are only the nearest and must not be shown as an answer. */
  readonly answered: boolean;
  readonly direct?: DirectAnswer;
  /** Best first. */
  readonly passages: readonly QuotedPassage[];
  /** Up to three questions that can be answered; when this one could not. */
  readonly suggestions: readonly string[];
  readonly notes: readonly AnswerNote[];
  /** 0 to 1: how sure it is that the first passage answers. */
  readonly confidence: number;
}

/** What an answer may take into account besides the words of the question. */
export interface AskOptions {
  /** What to assume when the question does not show its language. */
  readonly language: Locale;
  /** The asker's day. */
  readonly today: Edtf;
  /** How many passages to return. */
  readonly limit: number;
  /** What was just talked about, when the question is part of a conversation. */
  readonly topic?: Topic;
}
