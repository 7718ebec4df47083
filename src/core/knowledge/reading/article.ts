import { DEFAULT_LOCALE } from '../../locale.ts';
import { articleHeader } from './article-header.ts';
import { readBody } from './body.ts';
import type { DraftDocument } from './draft.ts';
import { splitFrontMatter } from './front-matter.ts';
import type { Report } from './report.ts';
import type { Located } from './shape.ts';
import { parseYaml } from './yaml-node.ts';

/** An article as far as it can be judged alone; whether its twin exists is for the library to check. */
export interface ArticleDraft {
  readonly document: DraftDocument;
  readonly id: Located<string>;
  readonly translationOf?: Located<string>;
}

/**
 * Reads `articles/<name>.md`. `undefined` when something is wrong with it; then every problem of the file has been
 * reported, those of the text too if the front matter is readable at all.
 */
export function readArticle(text: string, name: string, report: Report): ArticleDraft | undefined {
  let problems = 0;
  const count: Report = (...problem) => {
    problems += 1;
    report(...problem);
  };
  const parts = splitFrontMatter(text, count);
  const node = parts && parseYaml(parts.header, count, parts.headerLine);
  if (parts === undefined || node === undefined) return undefined;

  const header = articleHeader.readParts(node, count, '');
  const { id, title, language, source, published, translation_of: translationOf } = header;
  if (id !== undefined && id.value !== name) {
    count(
      id.line,
      `The id is "${id.value}", the file "${name}.md".`,
      'Give the file and the article the same name.',
    );
  }
  const hasSources = node.kind === 'map' && node.entries.some(({ key }) => key === 'sources');
  const sources = header.sources ?? (hasSources ? undefined : new Map());
  const paragraphs = readBody(
    parts.body,
    parts.bodyLine,
    {
      language: language ?? DEFAULT_LOCALE,
      corrections: header.corrections ?? [],
      ...(header.noise === undefined ? {} : { noise: header.noise }),
      ...(sources === undefined ? {} : { sources }),
    },
    count,
  );
  if (problems > 0 || id === undefined || title === undefined || language === undefined) return undefined;
  return {
    id,
    document: {
      kind: 'article',
      id: id.value,
      title,
      language,
      paragraphs,
      sources: [
        ...(source === undefined ? [] : [source]),
        ...[...(sources ?? []).values()].map(({ value }) => value),
      ],
      ...(published === undefined ? {} : { date: published }),
      ...(translationOf === undefined ? {} : { translationOf: translationOf.value }),
    },
    ...(translationOf === undefined ? {} : { translationOf }),
  };
}
