import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, it } from 'node:test';
import { CONFIG_KEYS, readConfig } from '../../src/config.ts';

const SHIPPED = '/shipped';

describe('reading the configuration', () => {
  it('has a default for everything', () => {
    assert.deepEqual(readConfig({}, SHIPPED), {
      kind: 'config',
      config: { knowledgeDirectory: resolve(SHIPPED), language: 'vi', timeZone: 'Asia/Ho_Chi_Minh' },
    });
  });

  it('takes an empty or blank key for one that is not there', () => {
    const blank = Object.fromEntries(CONFIG_KEYS.map((key, index) => [key, ' '.repeat(index)]));
    assert.deepEqual(readConfig(blank, SHIPPED), readConfig({}, SHIPPED));
  });

  it('reads every key, with spaces around it or not', () => {
    const environment = { KNOWLEDGE_DIR: ' /mine ', LANGUAGE_DEFAULT: 'en', TIME_ZONE: 'America/New_York ' };
    assert.deepEqual(readConfig(environment, SHIPPED), {
      kind: 'config',
      config: { knowledgeDirectory: resolve('/mine'), language: 'en', timeZone: 'America/New_York' },
    });
  });

  it('tells all problems at once, each with its key, what stands there and what could', () => {
    assert.deepEqual(readConfig({ LANGUAGE_DEFAULT: 'tiếng Việt', TIME_ZONE: '+07:00' }, SHIPPED), {
      kind: 'problems',
      problems: [
        'LANGUAGE_DEFAULT is vi or en, not "tiếng Việt".',
        'TIME_ZONE is an IANA time zone such as Asia/Ho_Chi_Minh, not "+07:00".',
      ],
    });
  });
});

describe('.env.example', () => {
  const lines = readFileSync('.env.example', 'utf8').split('\n');

  it('lists the keys that are read, all of them and in their order', () => {
    const keys = lines.flatMap((line) => /^#? ?([A-Z][A-Z0-9_]*)=/.exec(line)?.[1] ?? []);
    assert.deepEqual(keys, [...CONFIG_KEYS]);
  });

  it('says above each key what it is for and what holds without it', () => {
    for (const key of CONFIG_KEYS) {
      const at = lines.findIndex((line) => line.startsWith(`${key}=`));
      const above = lines.slice(0, at).reverse();
      const comment = above.slice(0, above.indexOf('')).join(' ');
      assert.match(comment, /^# \p{Lu}.* (?:Default|Required|Needed)\b/u, key);
    }
  });

  it('can be copied as it is', () => {
    const copied = Object.fromEntries(
      lines.flatMap((line) => {
        const pair = /^([A-Z_]+)=(.*)$/.exec(line);
        return pair === null ? [] : [[pair[1], pair[2]]];
      }),
    );
    assert.deepEqual(readConfig(copied, SHIPPED), readConfig({}, SHIPPED));
  });
});
