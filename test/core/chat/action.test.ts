import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  type Action,
  decodeAction,
  encodeAction,
  MAXIMUM_ACTION_BYTES,
} from '../../../src/core/chat/action.ts';
import { type Handle, parseHandle } from '../../../src/core/knowledge/handle.ts';
import { LOCALES } from '../../../src/core/locale.ts';
import { VOTES } from '../../../src/core/ports/feedback-store.ts';

const handle = (text: string): Handle => {
  const read = parseHandle(text);
  assert.ok(read, text);
  return read;
};

const handles: fc.Arbitrary<Handle> = fc
  .string({ unit: fc.constantFrom(...'23456789abcdefghijkmnpqrstuvwxyz'), minLength: 5, maxLength: 6 })
  .map(handle);
const language = fc.constantFrom(...LOCALES);
const span = fc.tuple(fc.nat(300), fc.nat(300)).map(([start, length]) => ({ start, end: start + length }));

/** Objects as our own code makes them. */
const PLAIN = { noNullPrototype: true } as const;

const actions: fc.Arbitrary<Action> = fc.oneof(
  fc
    .record(
      {
        view: fc.constantFrom('quote' as const, 'context' as const),
        handle: handles,
        language,
        others: fc.array(handles, { maxLength: 3 }),
      },
      PLAIN,
    )
    .chain((card) => fc.option(span, { nil: undefined }).map((direct) => ({ card, direct })))
    .map(({ card, direct }) => ({
      kind: 'show' as const,
      card: direct === undefined ? card : { ...card, direct },
    })),
  fc.record(
    {
      kind: fc.constant('results' as const),
      language,
      handles: fc.array(handles, { minLength: 1, maxLength: 3 }),
    },
    PLAIN,
  ),
  fc.record({ kind: fc.constant('vote' as const), handle: handles, vote: fc.constantFrom(...VOTES) }, PLAIN),
  fc.record(
    {
      kind: fc.constant('page' as const),
      command: fc.constantFrom('timeline', 'date'),
      argument: fc.constantFrom('1995/2000', 'XXXX-07-12', '199X'),
      page: fc.integer({ min: 1, max: 999 }),
      language,
    },
    PLAIN,
  ),
  fc.record({ kind: fc.constant('say' as const), text: fc.string({ minLength: 1, maxLength: 15 }) }, PLAIN),
);

describe('an action in a button', () => {
  it('comes back as it was sent', () => {
    fc.assert(
      fc.property(actions, (action) => {
        const encoded = encodeAction(action);
        assert.ok(encoded !== undefined);
        assert.ok(Buffer.byteLength(encoded) <= MAXIMUM_ACTION_BYTES);
        assert.deepEqual(decodeAction(encoded), action);
      }),
    );
  });

  it('keeps the passage and gives up further ones where they do not fit', () => {
    const long = handle('abcdefghijkm');
    const card = {
      view: 'quote' as const,
      handle: long,
      language: 'vi' as const,
      direct: { start: 1000, end: 1010 },
      others: [long, long, long],
    };
    const decoded = decodeAction(encodeAction({ kind: 'show', card }) ?? '');
    assert.deepEqual(decoded, { kind: 'show', card: { ...card, others: [long, long] } });
  });

  it('is not made of words that do not fit, so that nothing is cut in the middle of a letter', () => {
    assert.equal(encodeAction({ kind: 'say', text: 'ề'.repeat(30) }), undefined);
  });

  it('is nothing when somebody made it up', () => {
    for (const forged of [
      '',
      ':',
      'q',
      'q:',
      'q:vi',
      'q:fr:abcde',
      'q:vi:abc',
      'q:vi:abcde@',
      'q:vi:abcde@1-',
      'q:vi:abcde,',
      'r:vi:',
      'r:vi:abcde,<b>',
      'v:sideways:abcde',
      'p:vi:timeline:0:1995',
      'p:vi:timeline:99999:1995',
      'p:vi:../etc:1:x',
      's:',
      'z:abcde',
      `s:${'x'.repeat(80)}`,
    ]) {
      assert.equal(decodeAction(forged), undefined, forged);
    }
  });

  it('never makes reading fail, whatever bytes arrive', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (data) => void decodeAction(data)));
  });
});
