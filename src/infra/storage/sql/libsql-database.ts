import type { SqliteDatabase, SqliteStatement } from 'kysely';
import type Libsql from 'libsql';
import { RecentMap } from '../../../core/recent-map.ts';

/** Statements that are kept ready. */
const MAXIMUM_PREPARED = 50;
const CONTROL = /^\s*(?:begin|commit|rollback)\b/i;
const READING = /^\s*(?:select|pragma|explain|values)\b/i;

/**
 * Shows a libsql connection to Kysely in a way that keeps what libsql 0.5 does not:
 *
 * - It does not reset a statement that failed because the file was locked. The statement stays open, and SQLite then
 *   holds back the commit of every later write until the garbage collector finds it. So no statement but `begin
 *   immediate` ever waits for the lock, and that one goes through `exec`, which does reset.
 * - An iterator that is not read to its end keeps its view of the database open. So all rows are read at once.
 * - A truth value as a parameter ends the whole process. So it is refused before.
 */
export function libsqlForKysely(connection: Libsql.Database): SqliteDatabase {
  // Preparing takes as long as reading; a question reads the same way as the one before.
  const reading = new RecentMap<string, SqliteStatement>(MAXIMUM_PREPARED);
  return {
    close: () => connection.close(),
    prepare: (text) => {
      if (CONTROL.test(text)) return controlStatement(connection, text);
      const known = reading.get(text);
      if (known !== undefined) return known;
      const statement = statementOf(connection, text);
      if (/^\s*select\b/i.test(text)) reading.set(text, statement);
      return statement;
    },
  };
}

function controlStatement(connection: Libsql.Database, text: string): SqliteStatement {
  const run = (): { changes: number; lastInsertRowid: number } => {
    if (/^\s*begin/i.test(text)) connection.exec('begin immediate');
    // After some errors SQLite has rolled back by itself; asking again would hide the first error behind a second.
    else if (connection.inTransaction) connection.exec(text);
    return { changes: 0, lastInsertRowid: 0 };
  };
  return { reader: false, run, all: () => [], iterate: () => [].values() };
}

function statementOf(connection: Libsql.Database, text: string): SqliteStatement {
  const statement = connection.prepare(text);
  const isReading = READING.test(text);
  const locked = <Result>(execute: () => Result): Result => {
    if (isReading || connection.inTransaction) return execute();
    connection.exec('begin immediate');
    try {
      const result = execute();
      connection.exec('commit');
      return result;
    } catch (error) {
      if (connection.inTransaction) connection.exec('rollback');
      throw error;
    }
  };
  const all = (parameters: readonly unknown[]): unknown[] =>
    locked(() => statement.all(bindable(parameters)));
  return {
    reader: statement.reader,
    all,
    run: (parameters) => locked(() => statement.run(bindable(parameters))),
    iterate: (parameters) => all(parameters).values(),
  };
}

function bindable(parameters: readonly unknown[]): unknown[] {
  const wrong = parameters.findIndex((each) => typeof each === 'boolean' || each === undefined);
  if (wrong >= 0) throw new TypeError(`Expected text, a number or null as parameter ${wrong + 1}`);
  return [...parameters];
}
