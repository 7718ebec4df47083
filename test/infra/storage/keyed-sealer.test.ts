import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readDataKeys } from '../../../src/infra/storage/data-keys.ts';
import { createSealer } from '../../../src/infra/storage/keyed-sealer.ts';

const OLD = Buffer.alloc(32, 1);
const NEW = Buffer.alloc(32, 2);

describe('a sealer with a key', () => {
  const sealer = createSealer([NEW]);

  it('gives back what it sealed, in any script', () => {
    for (const value of ['telegram:12345', '', 'Nguyễn Văn Ắn 🇻🇳']) {
      assert.equal(sealer.open('person', sealer.seal('person', value)), value);
    }
  });

  it('seals the same value differently each time, and never shows it', () => {
    const sealed = sealer.seal('person', 'telegram:12345');
    assert.notEqual(sealed, sealer.seal('person', 'telegram:12345'));
    assert.ok(!sealed.includes('12345') && sealed.startsWith(sealer.prefix));
  });

  it('looks up the same value in the same way, apart for each kind and key', () => {
    const lookup = sealer.lookup('person', 'telegram:12345');
    assert.equal(sealer.lookup('person', 'telegram:12345'), lookup);
    assert.notEqual(sealer.lookup('place', 'telegram:12345'), lookup);
    assert.notEqual(createSealer([OLD]).lookup('person', 'telegram:12345'), lookup);
    assert.ok(!lookup.includes('12345'));
  });

  it('opens nothing that was sealed as another kind, with another key, or changed by a letter', () => {
    const sealed = sealer.seal('place', 'telegram:12345');
    assert.equal(sealer.open('person', sealed), undefined);
    assert.equal(createSealer([OLD]).open('place', sealed), undefined);
    const last = sealed.endsWith('A') ? 'Q' : 'A';
    assert.equal(sealer.open('place', sealed.slice(0, -1) + last), undefined);
    assert.equal(sealer.open('place', sealer.prefix), undefined);
  });

  it('opens what an older key sealed and what was never sealed', () => {
    const both = createSealer([NEW, OLD]);
    assert.equal(both.open('place', createSealer([OLD]).seal('place', 'x')), 'x');
    assert.equal(both.open('place', 'telegram:12345'), 'telegram:12345');
    assert.equal(both.fingerprint, sealer.fingerprint);
  });

  it('takes no key of another length', () => {
    assert.throws(() => createSealer([Buffer.alloc(16)]), RangeError);
  });
});

describe('a sealer without a key', () => {
  it('leaves values as they are and opens nothing that is sealed', () => {
    const plain = createSealer([]);
    assert.equal(plain.seal('person', 'telegram:12345'), 'telegram:12345');
    assert.equal(plain.lookup('person', 'telegram:12345'), 'telegram:12345');
    assert.equal(plain.open('person', createSealer([OLD]).seal('person', 'x')), undefined);
  });
});

describe('the setting DATA_KEY', () => {
  it('lists keys in base64, the present one first', () => {
    const text = ` ${NEW.toString('base64')}, ${OLD.toString('base64')} `;
    assert.deepEqual(readDataKeys(text), { kind: 'keys', keys: [NEW, OLD] });
  });

  it('may be empty', () => {
    assert.deepEqual(readDataKeys(' '), { kind: 'keys', keys: [] });
  });

  it('is refused with a sentence that says which key is wrong and shows none', () => {
    const reading = readDataKeys(`${NEW.toString('base64')},hunter2`);
    assert.equal(reading.kind, 'problem');
    assert.match(reading.kind === 'problem' ? reading.problem : '', /^DATA_KEY .*key 2 of 2.*openssl/);
    assert.doesNotMatch(JSON.stringify(reading), /hunter2|AgIC/);
  });
});
