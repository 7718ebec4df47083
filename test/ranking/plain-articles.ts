import { ReportError } from '../../src/cli/exit-code.ts';
import type { KnowledgeFile } from '../../src/core/knowledge/knowledge-file.ts';
import type { Library } from '../../src/core/knowledge/library.ts';
import { isLocale, type Locale } from '../../src/core/locale.ts';
import { readJsonLines } from './json-lines.ts';
import { libraryOf } from './libraries.ts';

/** An article that knows no Markdown and no sources. */
export interface PlainArticle {
  readonly id: string;
  readonly title: string;
  readonly language: Locale;
  readonly text: string;
}

/**
 * Makes a library of articles given one JSON object a line. They go through the same reader as the bot's own articles,
 * so that what is measured is the product.
 *
 * @throws ReportError naming the line or article that is wrong.
 */
export function loadPlainArticles(path: string): Library {
  const articles = readJsonLines(path).map((line): PlainArticle => {
    const id = line.text('id');
    const language = line.text('language');
    if (!isLocale(language))
      throw new ReportError(`${path}: ${id} is in no language the bot reads (${language}).`);
    return { id, title: line.text('title'), language, text: line.text('text') };
  });
  return libraryOf(path, articles.map(articleFile));
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
