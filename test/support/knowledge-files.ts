import assert from 'node:assert/strict';
import type { Sentence } from '../../src/core/knowledge/document.ts';
import type { KnowledgeFile } from '../../src/core/knowledge/knowledge-file.ts';
import type { Library } from '../../src/core/knowledge/library.ts';
import type { KnowledgeProblem } from '../../src/core/knowledge/problem.ts';
import { readLibrary } from '../../src/core/knowledge/read-library.ts';

/** A knowledge file with this text. */
export const file = (path: string, text: string): KnowledgeFile => ({
  path,
  bytes: new TextEncoder().encode(text),
});

/** `articles/<id>.md` with the keys it must have, further front matter, and a text. */
export const article = (id: string, text: string, more = '', language = 'vi'): KnowledgeFile =>
  file(`articles/${id}.md`, `---\nid: ${id}\ntitle: Tựa\nlanguage: ${language}\n${more}---\n\n${text}\n`);

/** The YAML of an event that is right; `changes` replace the value of a key, or take it away when `undefined`. */
export function eventYaml(id: string, changes: Readonly<Record<string, string | undefined>> = {}): string {
  const keys = {
    date: '1995-07-12',
    title: '{ vi: Tựa, en: Title }',
    text: '{ vi: Một câu., en: One sentence. }',
    topics: '[diplomacy]',
    sources: '[{ title: Nguồn, url: "https://example.org/a" }]',
    ...changes,
  };
  const lines = Object.entries(keys).flatMap(([key, value]) =>
    value === undefined ? [] : [`  ${key}: ${value}`],
  );
  return [`- id: ${id}`, ...lines].join('\n');
}

export const timeline = (...events: readonly string[]): KnowledgeFile =>
  file('timeline/events.yaml', `${events.join('\n')}\n`);

/** What `readLibrary` finds wrong. */
export function problemsOf(...files: readonly KnowledgeFile[]): readonly KnowledgeProblem[] {
  const reading = readLibrary(files);
  return reading.kind === 'problems' ? reading.problems : [];
}

/** The library of files that must be right. */
export function libraryOf(...files: readonly KnowledgeFile[]): Library {
  const reading = readLibrary(files);
  if (reading.kind === 'problems') assert.fail(JSON.stringify(reading.problems, undefined, 2));
  return reading.library;
}

/** All sentences of one document, in order. */
export const sentencesOf = (
  library: Library,
  id: string,
  language: 'vi' | 'en' = 'vi',
): readonly Sentence[] =>
  library.document(id, language)?.paragraphs.flatMap(({ sentences }) => sentences) ?? [];
