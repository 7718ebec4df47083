import { describe } from 'node:test';
import type { KnowledgeFile } from '../../../src/core/knowledge/knowledge-file.ts';
import { article, file } from '../../support/knowledge-files.ts';
import { type ProblemCase, reportsEach } from '../../support/problem-cases.ts';

const bytes = (path: string, ...parts: readonly (string | number)[]): KnowledgeFile => ({
  path,
  bytes: Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'number' ? [part] : [...new TextEncoder().encode(part)])),
  ),
});

const CASES: readonly ProblemCase[] = [
  {
    what: 'no front matter',
    files: [file('articles/a.md', 'Một câu.\n')],
    problem: 'articles/a.md:1: The article has no front matter.',
    remedy: /Begin the file with a line "---"/,
  },
  {
    what: 'front matter that is not closed',
    files: [file('articles/a.md', '---\nid: a\n\nMột câu.\n')],
    problem: 'articles/a.md:1: The front matter is not closed.',
    remedy: /Add a line "---"/,
  },
  {
    what: 'an unknown key',
    files: [article('a', 'Một câu.', 'tilte: Hai\n')],
    problem: 'articles/a.md:5: Unknown key "tilte".',
    remedy: /use one of: id, title, language/,
  },
  {
    what: 'a missing key',
    files: [file('articles/a.md', '---\nid: a\ntitle: Tựa\n---\nMột câu.\n')],
    problem: 'articles/a.md:2: "language" is missing.',
    remedy: /Add "language:" with one of: vi, en/,
  },
  {
    what: 'an empty key',
    files: [file('articles/a.md', '---\nid: a\ntitle:\nlanguage: vi\n---\nMột câu.\n')],
    problem: 'articles/a.md:3: "title" is empty.',
    remedy: /Write a text/,
  },
  {
    what: 'a language it does not speak',
    files: [article('a', 'Une phrase.', '', 'fr')],
    problem: 'articles/a.md:4: "language" is "fr".',
    remedy: /one of: vi, en/,
  },
  {
    what: 'an id that is not the name of the file',
    files: [file('articles/a.md', '---\nid: b\ntitle: Tựa\nlanguage: vi\n---\nMột câu.\n')],
    problem: 'articles/a.md:2: The id is "b", the file "a.md".',
    remedy: /the same name/,
  },
  {
    what: 'an id that cannot stand in a command',
    files: [article('Bài một', 'Một câu.')],
    problem: 'articles/Bài một.md:2: "id" is "Bài một".',
    remedy: /lower-case letters without diacritics/,
  },
  {
    what: 'a date that does not exist',
    files: [article('a', 'Một câu.', 'published: 1995-02-31\n')],
    problem: 'articles/a.md:5: "published" is "1995-02-31".',
    remedy: /a date that exists/,
  },
  {
    what: 'a source whose address is not one of the web',
    files: [article('a', 'Một câu.', 'source:\n  title: Nguồn\n  url: ftp://example.org/a\n')],
    problem: 'articles/a.md:7: "source.url" is "ftp://example.org/a".',
    remedy: /https:\/\/ or http:\/\//,
  },
  {
    what: 'a noise it cannot clean',
    files: [article('a', 'Một câu.', 'noise: ocr\n')],
    problem: 'articles/a.md:5: "noise" is "ocr".',
    remedy: /machine-translated, word-segmented/,
  },
  {
    what: 'YAML that does not parse',
    files: [article('a', 'Một câu.', 'source: [một\n')],
    problem:
      'articles/a.md:5: This is not valid YAML: unexpected end of the stream within a flow collection.',
    remedy: /indentation, brackets and quotes/,
  },
  {
    what: 'a key that occurs twice',
    files: [article('a', 'Một câu.', 'title: Hai\n')],
    problem: 'articles/a.md:5: The key "title" occurs twice.',
    remedy: /Keep one/,
  },
  {
    what: 'an article without text',
    files: [article('a', '## Chỉ có mục\n\n<!-- chưa viết -->')],
    problem: 'articles/a.md:6: The article has no text.',
    remedy: /at least one sentence/,
  },
  {
    what: 'a comment that is not closed',
    files: [article('a', 'Một câu.\n\n<!-- quên đóng')],
    problem: 'articles/a.md:9: A comment is not closed.',
    remedy: /Add "-->"/,
  },
  {
    what: 'bytes that are not UTF-8',
    files: [bytes('articles/a.md', '---\nid: a\ntitle: T\n', 0x56, 0x69, 0xea, 0x74, '\n---\nMột câu.\n')],
    problem: 'articles/a.md:4: This line is not valid UTF-8.',
    remedy: /Save the file as UTF-8/,
  },
  {
    what: 'a footnote mark that names no source',
    files: [article('a', 'Một câu.\n\nHai câu. [^b]')],
    problem: 'articles/a.md:9: The footnote mark [^b] names no source.',
    remedy: /Add "b:" to "sources"/,
  },
  {
    what: 'a source that no paragraph names',
    files: [article('a', 'Một câu.', 'sources:\n  b: { title: Nguồn }\n')],
    problem: 'articles/a.md:6: No paragraph names the source "b".',
    remedy: /end a paragraph with \[\^b\]/,
  },
  {
    what: 'a footnote mark inside a paragraph',
    files: [article('a', 'Một câu. [^b] Hai câu. [^b]', 'sources:\n  b: { title: Nguồn }\n')],
    problem: 'articles/a.md:9: A footnote mark stands inside a paragraph.',
    remedy: /Move it to the end/,
  },
  {
    what: 'a translation of an article that is not there',
    files: [article('a', 'Một câu.', 'translation_of: b\n')],
    problem: 'articles/a.md:5: There is no article "b".',
    remedy: /id of the article in the other language/,
  },
  {
    what: 'a translation in the same language',
    files: [article('a', 'Một câu.', 'translation_of: b\n'), article('b', 'Hai câu.')],
    problem: 'articles/a.md:5: The article "b" is in the same language.',
    remedy: /other language/,
  },
  {
    what: 'a translation whose twin names another article',
    files: [
      article('a', 'Một câu.', 'translation_of: b\n'),
      article('b', 'One sentence.', 'translation_of: c\n', 'en'),
      article('c', 'Một câu.', 'translation_of: b\n'),
    ],
    problem: 'articles/a.md:5: The article "b" is the translation of "c".',
    remedy: /name each other/,
  },
];

describe('reading an article reports', () => reportsEach(CASES));
