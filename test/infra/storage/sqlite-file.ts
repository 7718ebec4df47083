import Database from 'libsql';

/** Runs statements on a database file the way another program would, and returns the rows of the last. */
export function queryFile(
  file: string,
  ...statements: readonly string[]
): readonly Record<string, unknown>[] {
  const connection = new Database(file);
  try {
    const rows = statements.map((text) => {
      const statement = connection.prepare(text);
      if (statement.reader) return statement.all();
      statement.run();
      return [];
    });
    return (rows.at(-1) ?? []) as readonly Record<string, unknown>[];
  } finally {
    connection.close();
  }
}

/** Holds the file so that nobody else can write until `release` is called. */
export function lockFile(file: string): { release(): void } {
  const connection = new Database(file);
  connection.exec('begin immediate');
  return {
    release: () => {
      connection.exec('rollback');
      connection.close();
    },
  };
}
