import Database from 'libsql';
import { type CreateEngine, foundIds, TOP } from './engine.ts';
import { temporaryFile } from './temporary-file.ts';

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/**
 * SQLite FTS5 with its default tokeniser and its BM25. The words of the question are joined with OR: unquoted text is
 * a query language, and FTS5's own AND finds no question.
 */
export const createSqliteFts5: CreateEngine = ({ records }) => {
  let database = new Database(':memory:');
  let byText: Database.Statement | undefined;
  const prepare = (): void => {
    byText = database.prepare(
      `select rowid from sentences where sentences match ? order by rank limit ${TOP}`,
    );
  };
  return {
    build: () => {
      database.exec('create virtual table sentences using fts5(title, text)');
      const insert = database.prepare('insert into sentences(rowid, title, text) values (?, ?, ?)');
      database.exec('begin');
      for (const { id, title, text } of records) insert.run(id + 1, title, text);
      database.exec('commit');
      prepare();
    },
    search: (question) => {
      const words = question.match(WORD);
      if (byText === undefined || words === null) return foundIds([]);
      const rows = byText.all(words.map((word) => `"${word}"`).join(' OR ')) as { readonly rowid: number }[];
      return foundIds(rows.map(({ rowid }) => rowid - 1));
    },
    nativeBytes: () => pragma(database, 'page_count') * pragma(database, 'page_size'),
    snapshot: {
      save: () => {
        const file = temporaryFile('sentences.db');
        database.prepare('vacuum into ?').run(file);
        return file;
      },
      load: (file) => {
        database = new Database(file, { readonly: true });
        prepare();
      },
    },
  };
};

function pragma(database: Database.Database, name: string): number {
  const row: unknown = database.prepare(`pragma ${name}`).get();
  return typeof row === 'object' && row !== null ? Number(Object.values(row)[0]) : 0;
}
