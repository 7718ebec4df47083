import { z } from 'zod';
import type { KnowledgeFile } from '../../src/core/knowledge/knowledge-file.ts';
import type { Library } from '../../src/core/knowledge/library.ts';
import { LOCALES } from '../../src/core/locale.ts';
import { libraryOf } from './libraries.ts';
import { readJsonLines } from './question-files.ts';

const articleLine = z.object({
  id: z.string(),
  title: z.string(),
  language: z.enum(LOCALES),
  text: z.string().trim().min(1),
});

type PlainArticle = z.output<typeof articleLine>;

/**
 * Makes a library of articles given one JSON object a line. They go through the same reader as the bot's own articles,
 * so that what is measured is the product.
 *
 * @throws ReportError naming each line or article that is wrong.
 */
export function loadPlainArticles(path: string): Library {
  return libraryOf(path, readJsonLines(path, articleLine).map(articleFile));
}

/** An article as a file of a knowledge folder; the words of its text stay as they are. */
export function articleFile({ id, title, language, text }: PlainArticle): KnowledgeFile {
  const header = Object.entries({ id, title, language }).map(
    ([key, value]) => `${key}: ${JSON.stringify(value)}`,
  );
  const file = ['---', ...header, '---', '', withoutMarkup(text), ''].join('\n');
  return { path: `articles/${id}.md`, bytes: new TextEncoder().encode(file) };
}

/**
 * Takes away what the reader would not take for text: marks that make a line a heading or underline it, comments,
 * footnotes. A dash or a star that begins a line may stay: it only begins a sentence.
 */
function withoutMarkup(text: string): string {
  return text
    .replaceAll('<!--', '< !--')
    .replaceAll('[^', '[ ^')
    .split(/\r\n?|\n/)
    .map((line) => (/^\s*[-=]{3,}\s*$/.test(line) ? '' : line.replace(/^#{1,6}[ \t]+/, '')))
    .join('\n');
}
