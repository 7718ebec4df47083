import type { Edtf } from '../dates/edtf.ts';
import { type DateMention, readDates } from '../dates/read-dates.ts';
import type { KnowledgeDocument, Sentence } from '../knowledge/document.ts';
import type { TimelineEvent } from '../knowledge/event.ts';
import type { KnowledgeFile } from '../knowledge/knowledge-file.ts';
import type { Library } from '../knowledge/library.ts';
import { decodeText } from '../knowledge/reading/decode.ts';
import { LOCALES, type Locale } from '../locale.ts';
import { RawText } from './raw-text.ts';

/** A sentence with the place where an editor finds it and the dates it states. */
export interface Statement {
  readonly document: KnowledgeDocument;
  readonly sentence: Sentence;
  readonly file: string;
  readonly line: number;
  /** It stands in an article that reproduces a damaged original, whose wording is not the editor's. */
  readonly isQuotation: boolean;
  readonly mentions: readonly DateMention[];
}

/** Words of the editor's own in one language: a sentence, a title, what another source says. */
export interface Wording {
  readonly text: string;
  readonly language: Locale;
  readonly file: string;
  readonly line: number;
  /** Handle of the sentence; else id of the article or event. */
  readonly subject: string;
}

/** A timeline event with its place. */
export interface EventEntry {
  readonly event: TimelineEvent;
  readonly file: string;
  readonly line: number;
  readonly statements: Readonly<Record<Locale, readonly Statement[]>>;
  /** The line of some words of the entry; that of its id when they are not found. */
  lineOf(words: string): number;
}

/** An article with its place. */
export interface ArticleEntry {
  readonly article: KnowledgeDocument;
  readonly file: string;
  readonly isQuotation: boolean;
  readonly statements: readonly Statement[];
  /** The line of some words of the file; 1 when they are not found. */
  lineOf(words: string): number;
}

/** All that rules look at. */
export interface CheckContext {
  readonly library: Library;
  readonly today: Edtf;
  readonly articles: readonly ArticleEntry[];
  readonly events: readonly EventEntry[];
  /** Every sentence of the articles and of the events in both languages. */
  readonly statements: readonly Statement[];
  /** Those sentences, all titles, what other sources say, and how events are asked for; without what is quoted from a damaged original. */
  readonly wordings: readonly Wording[];
  /** Untouched originals (`.txt` files), by path. */
  readonly originals: ReadonlyMap<string, string>;
}

const EVENT_ID = /^[ \t]*(?:-[ \t]+)?id:[ \t]*['"]?([a-z0-9-]+)/;
const TEXT_FILE = /\.(?:md|ya?ml|txt)$/i;

/** Joins a library with the files it was read from. Files that are not UTF-8 were reported by the reader; here they are left out. */
export function createCheckContext(
  library: Library,
  files: readonly KnowledgeFile[],
  today: Edtf,
): CheckContext {
  const texts = readTexts(files);
  const articles = library.articles.map((article) => articleEntry(article, texts, today));
  const events = eventEntries(library, texts, today);
  const statements = [
    ...articles.flatMap((entry) => entry.statements),
    ...events.flatMap((entry) => LOCALES.flatMap((language) => entry.statements[language])),
  ];
  return {
    library,
    today,
    articles,
    events,
    statements,
    wordings: [
      ...statements.filter(({ isQuotation }) => !isQuotation).map(wordingOf),
      ...articles.flatMap(articleTitle),
      ...events.flatMap(eventWordings),
    ],
    originals: new Map(
      [...texts].filter(([path]) => /\.txt$/i.test(path)).map(([path, raw]) => [path, raw.text]),
    ),
  };
}

const wordingOf = ({ document, sentence, file, line }: Statement): Wording => ({
  text: sentence.text,
  language: document.language,
  file,
  line,
  subject: sentence.handle,
});

const articleTitle = ({ article, file, isQuotation, lineOf }: ArticleEntry): readonly Wording[] =>
  isQuotation
    ? []
    : [
        {
          text: article.title,
          language: article.language,
          file,
          line: lineOf('title:'),
          subject: article.id,
        },
      ];

const eventWordings = ({ event, file, lineOf }: EventEntry): readonly Wording[] =>
  LOCALES.flatMap((language) =>
    [
      event.title[language],
      ...event.otherVersions.map(({ text }) => text[language]),
      ...event.asked[language],
    ].map((text) => ({ text, language, file, line: lineOf(text), subject: event.id })),
  );

function readTexts(files: readonly KnowledgeFile[]): ReadonlyMap<string, RawText> {
  const texts = new Map<string, RawText>();
  for (const { path, bytes } of files) {
    if (!TEXT_FILE.test(path)) continue;
    const text = decodeText(bytes, () => undefined);
    if (text !== undefined) texts.set(path, new RawText(text));
  }
  return texts;
}

const sentencesOf = (document: KnowledgeDocument): readonly Sentence[] =>
  document.paragraphs.flatMap(({ sentences }) => sentences);

function articleEntry(
  article: KnowledgeDocument,
  texts: ReadonlyMap<string, RawText>,
  today: Edtf,
): ArticleEntry {
  // The reader accepts an article only under the file name of its id.
  const file = `articles/${article.id}.md`;
  const raw = texts.get(file);
  const isQuotation = /^noise:/m.test(headerOf(raw?.text ?? ''));
  let offset = 0;
  const statements = sentencesOf(article).map((sentence): Statement => {
    const place = raw?.find(sentence.original ?? sentence.text, offset);
    if (place !== undefined) offset = place.offset;
    return {
      document: article,
      sentence,
      file,
      line: place?.line ?? 1,
      isQuotation,
      mentions: readDates(sentence.text, { language: article.language, today }),
    };
  });
  return { article, file, isQuotation, statements, lineOf: (words) => raw?.find(words)?.line ?? 1 };
}

/** The front matter of an article file; the reader has checked that it is closed. */
const headerOf = (text: string): string => text.slice(0, Math.max(text.indexOf('\n---', 3), 0));

function eventEntries(
  library: Library,
  texts: ReadonlyMap<string, RawText>,
  today: Edtf,
): readonly EventEntry[] {
  const homes = eventHomes(texts);
  return library.events.map((event) => {
    const { file, line } = homes.get(event.id) ?? { file: 'timeline', line: 1 };
    const raw = texts.get(file);
    const start = raw?.startOf(line) ?? 0;
    const lineOf = (words: string): number => raw?.find(words, start)?.line ?? line;
    const statementsIn = (language: Locale): readonly Statement[] => {
      const document = library.document(event.id, language);
      if (document === undefined) return [];
      return sentencesOf(document).map((sentence) => ({
        document,
        sentence,
        file,
        line: lineOf(sentence.text),
        isQuotation: false,
        mentions: readDates(sentence.text, { language, today }),
      }));
    };
    return {
      event,
      file,
      line,
      statements: { vi: statementsIn('vi'), en: statementsIn('en') },
      lineOf,
    };
  });
}

/** File and line of the id of every event. */
function eventHomes(
  texts: ReadonlyMap<string, RawText>,
): ReadonlyMap<string, Pick<EventEntry, 'file' | 'line'>> {
  const homes = new Map<string, Pick<EventEntry, 'file' | 'line'>>();
  for (const [file, { text }] of texts) {
    if (!file.startsWith('timeline/')) continue;
    for (const [at, line] of text.split('\n').entries()) {
      const id = EVENT_ID.exec(line)?.[1];
      if (id !== undefined) homes.set(id, { file, line: at + 1 });
    }
  }
  return homes;
}
