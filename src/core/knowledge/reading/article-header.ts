import { LOCALES } from '../../locale.ts';
import { correction } from './corrections.ts';
import { date, identifier, source, text } from './fields.ts';
import { listOf, located, mapOf, oneOf, optional, type RecordOf, record, required } from './shape.ts';

/** How the text of an article was damaged on its way here; decides how it is cleaned. */
export const NOISES = ['machine-translated', 'word-segmented'] as const;

const FIELDS = {
  id: required(located(identifier)),
  title: required(text),
  language: required(oneOf(LOCALES)),
  source: optional(source),
  published: optional(date),
  noise: optional(oneOf(NOISES)),
  translation_of: optional(located(identifier)),
  sources: optional(mapOf(source)),
  corrections: optional(listOf(located(correction))),
};

/** The front matter of an article. */
export const articleHeader = record('the keys id, title and language', FIELDS);

/** What could be read of a front matter; everything optional, because parts of it may be wrong. */
export type ArticleHeader = Partial<RecordOf<typeof FIELDS>>;
