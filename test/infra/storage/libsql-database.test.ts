import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import Database from 'libsql';
import { libsqlForKysely } from '../../../src/infra/storage/sql/libsql-database.ts';
import { lockFile, queryFile } from './sqlite-file.ts';
import { temporaryFolder } from './temporary-folder.ts';

function openFile(test: TestContext) {
  const file = join(temporaryFolder(test), 'bot.db');
  const connection = new Database(file, { timeout: 1 });
  connection.exec('create table word (text text primary key)');
  test.after(() => connection.close());
  return { file, database: libsqlForKysely(connection) };
}

describe('libsql as Kysely sees it', () => {
  it('refuses a truth value, which would end the process', (test) => {
    const { database } = openFile(test);
    const insert = database.prepare('insert into word values (?)');
    assert.throws(() => insert.run([true]), TypeError);
    assert.throws(() => insert.run([undefined]), TypeError);
  });

  it('commits the write after one that failed on a lock, whether or not it returns rows', (test) => {
    const { file, database } = openFile(test);
    for (const text of ['insert into word values (?)', 'insert into word values (?) returning text']) {
      const lock = lockFile(file);
      const insert = database.prepare(text);
      assert.throws(() => (insert.reader ? insert.all([text]) : insert.run([text])), { code: 'SQLITE_BUSY' });
      lock.release();
      database.prepare('insert into word values (?)').run([text]);
      assert.equal(queryFile(file, `select * from word where text = '${text}'`).length, 1);
    }
  });

  it('undoes a write that failed half way, and tells the reason', (test) => {
    const { file, database } = openFile(test);
    const insert = database.prepare('insert into word values (?), (?)');
    assert.throws(() => insert.run(['same', 'same']), { code: 'SQLITE_CONSTRAINT_PRIMARYKEY' });
    assert.deepEqual(queryFile(file, 'select * from word'), []);
    database.prepare('rollback').run([]);
  });

  it('lets nobody else write from the beginning of a transaction to its end', (test) => {
    const { file, database } = openFile(test);
    database.prepare('begin').run([]);
    assert.throws(() => queryFile(file, "insert into word values ('other')"), { code: 'SQLITE_BUSY' });
    database.prepare('insert into word values (?)').run(['own']);
    database.prepare('commit').run([]);
    assert.deepEqual(queryFile(file, 'select * from word'), [{ text: 'own' }]);
  });

  it('leaves no view of the file open when rows are read one by one', (test) => {
    const { file, database } = openFile(test);
    database.prepare("insert into word values ('a'), ('b')").run([]);
    const [first] = database.prepare('select * from word').iterate([]);
    assert.deepEqual(first, { text: 'a' });
    queryFile(file, "insert into word values ('c')");
    assert.equal(database.prepare('select * from word').all([]).length, 3);
  });
});
