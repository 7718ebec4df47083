import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { RequestBook } from '../../bench/load/request-book.ts';
import { buttonFor } from '../../bench/load/ways.ts';

describe('the book of requests', () => {
  const open = () => {
    let now = 0;
    const book = new RequestBook(
      (text) => text.startsWith('Sorry'),
      () => now,
    );
    const at = (ms: number): RequestBook => {
      now = ms;
      return book;
    };
    return { book, at };
  };

  it('times an answer from asking and from handing out', () => {
    const { book, at } = open();
    let answered = 0;
    book.ask('a', 'telegram-private', 5, () => {
      answered += 1;
    });
    assert.equal(book.open, 1);
    at(20).handedOut('a');
    at(25).handedOut('a');
    at(30).said('a', 'Yes', true);
    const [record] = book.records();
    assert.deepEqual([record?.askedAt, record?.handedAt, record?.answeredAt], [5, 20, 30]);
    assert.deepEqual([answered, book.open], [1, 0]);
  });

  it('knows the second part of an answer from an answer that is given twice', () => {
    const { book } = open();
    book.ask('parts', 'telegram-lookup', 0, () => {});
    book.said('parts', 'first half', true);
    book.said('parts', 'second half', true);
    book.ask('twice', 'telegram-lookup', 0, () => {});
    book.said('twice', 'all of it', true);
    book.said('twice', 'all of it', true);
    assert.deepEqual(
      book.records().map(({ parts, doubled }) => [parts, doubled]),
      [
        [2, false],
        [2, true],
      ],
    );
  });

  it('counts what is never answered, and what is only apologised for', () => {
    const { book } = open();
    book.ask('lost', 'discord-ask', 0, () => {});
    book.ask('failed', 'discord-ask', 0, () => {});
    book.said('failed', 'Sorry, ab12', true);
    assert.deepEqual(
      book.records().map(({ answeredAt, apologised }) => [answeredAt !== undefined, apologised]),
      [
        [false, false],
        [true, true],
      ],
    );
    assert.equal(book.said('nobody', 'asked', true), false);
  });
});

describe('the button that somebody wants', () => {
  it('is found on both platforms, or another that shows something, and never the one that deletes', () => {
    assert.equal(buttonFor('vote', ['c:vi:abc', 'v:up:abc', 'v:down:abc']), 'v:up:abc');
    assert.equal(buttonFor('translation', ['9z;c:vi:abc', '9z;q:en:abd']), '9z;q:en:abd');
    assert.equal(buttonFor('more', ['p:vi:date:2:1995', 'x:9z']), 'p:vi:date:2:1995');
    assert.equal(buttonFor('more', ['x:9z']), undefined);
  });
});
