import assert from 'node:assert/strict';
import { checkLibrary } from '../../../src/core/check/check-library.ts';
import type { Finding } from '../../../src/core/check/finding.ts';
import { parseEdtf } from '../../../src/core/dates/edtf.ts';
import type { KnowledgeFile } from '../../../src/core/knowledge/knowledge-file.ts';
import { readLibrary } from '../../../src/core/knowledge/read-library.ts';

/** Files by path, with their text. */
export type Folder = Readonly<Record<string, string>>;

const EXCEPTIONS = 'check-exceptions.yaml';

/** The files of a made-up folder, as the linter and the reader take them. */
export const filesOf = (folder: Folder): readonly KnowledgeFile[] =>
  Object.entries(folder).map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) }));

/** What the linter finds in a made-up folder, which has to be one that can be read. */
export function check(folder: Folder): readonly Finding[] {
  const files = filesOf(folder);
  const reading = readLibrary(files.filter(({ path }) => path !== EXCEPTIONS));
  assert.equal(reading.kind, 'library', JSON.stringify(reading));
  const today = parseEdtf('2026-11-21');
  assert.ok(reading.kind === 'library' && today !== undefined);
  return checkLibrary(reading.library, files, { today });
}

/** The names of the rules that find something in a folder, each once, in order. */
export const rulesFinding = (folder: Folder): readonly string[] =>
  [...new Set(check(folder).map(({ rule }) => rule))].sort();

/** What an article is made of; the rest is filled in. */
export interface ArticleParts {
  readonly id?: string;
  readonly language?: 'vi' | 'en';
  /** More lines of the front matter. */
  readonly header?: string;
  readonly text: string;
}

/** An article file. */
export function article({ id = 'bai-viet', language = 'vi', header = '', text }: ArticleParts): Folder {
  const lines = [
    '---',
    `id: ${id}`,
    'title: Một bài viết',
    `language: ${language}`,
    header,
    '---',
    '',
    text,
    '',
  ];
  return { [`articles/${id}.md`]: lines.filter((line, at) => line !== '' || at !== 4).join('\n') };
}

/** What an event is made of; the rest is filled in with words that no rule objects to. */
export interface EventParts {
  readonly id?: string;
  readonly date?: string;
  readonly title?: { readonly vi: string; readonly en: string };
  readonly vi?: string;
  readonly en?: string;
  readonly people?: string;
  /** More lines of the entry, indented by two. */
  readonly more?: string;
  readonly url?: string;
}

/** A timeline file with these events, in order. */
export const timeline = (...events: readonly EventParts[]): Folder => ({
  'timeline/events.yaml': events.map(entry).join('\n'),
});

function entry({
  id = '1995-08-05-christopher-opens-embassy',
  date = '1995-08-05',
  title = { vi: 'Mở đại sứ quán ở Hà Nội', en: 'Embassy opens in Hanoi' },
  vi = 'Ngày 5 tháng 8 năm 1995, Warren Christopher mở Đại sứ quán Hoa Kỳ ở Hà Nội.',
  en = 'On August 5, 1995, Warren Christopher opened the US Embassy in Hanoi.',
  people = '[Warren Christopher]',
  more = '',
  url = 'https://history.state.gov/countries/vietnam',
}: EventParts): string {
  return `- id: ${id}
  date: ${date}
  title:
    vi: ${JSON.stringify(title.vi)}
    en: ${JSON.stringify(title.en)}
  text:
    vi: ${JSON.stringify(vi)}
    en: ${JSON.stringify(en)}
  topics: [diplomacy]
  people: ${people}
  sources:
    - { title: Lịch sử, url: ${url} }
${more}`;
}
