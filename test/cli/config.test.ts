import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, it } from 'node:test';
import { CONFIG_KEYS, readConfig } from '../../src/config.ts';

const KEY = Buffer.alloc(32, 7).toString('base64');
const SHIPPED = '/shipped';
const TOKEN = '123456789:AAF3hQm1xWv0dUeZk7nRtYpLsJcBg2OiE9M';

const DISCORD_TOKEN = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcdE.aBcDeFgHiJkLmNoPqRsTuVwXyZ012345';

describe('reading the configuration', () => {
  it('has a default for everything', () => {
    assert.deepEqual(readConfig({}, SHIPPED), {
      kind: 'config',
      config: {
        knowledgeDirectory: resolve(SHIPPED),
        language: 'vi',
        timeZone: 'Asia/Ho_Chi_Minh',
        maximumAgeMs: 15 * 60_000,
        storage: { choice: { kind: 'sqlite', file: resolve('data/nhip-cau.db') }, keys: [] },
        keepsUnanswered: false,
        logFormat: 'auto',
        logLevel: 'info',
      },
    });
  });

  it('takes an empty or blank key for one that is not there', () => {
    const blank = Object.fromEntries(CONFIG_KEYS.map((key, index) => [key, ' '.repeat(index)]));
    assert.deepEqual(readConfig(blank, SHIPPED), readConfig({}, SHIPPED));
  });

  it('reads every key, with spaces around it or not', () => {
    const environment = {
      KNOWLEDGE_DIR: ' /mine ',
      LANGUAGE_DEFAULT: 'en',
      TIME_ZONE: 'America/New_York ',
      TELEGRAM_TOKEN: ` ${TOKEN}`,
      TELEGRAM_API_ROOT: 'http://127.0.0.1:8081/',
      TELEGRAM_WEBHOOK_URL: 'https://bot.example.org/telegram',
      TELEGRAM_WEBHOOK_HOST: '0.0.0.0',
      TELEGRAM_WEBHOOK_PORT: '8443',
      TELEGRAM_WEBHOOK_SECRET: 'a-secret-of-letters',
      TELEGRAM_MESSAGES_PER_SECOND: '100',
      DISCORD_TOKEN: `${DISCORD_TOKEN} `,
      DISCORD_API_ROOT: 'http://127.0.0.1:8082/api/',
      DISCORD_SHARDS: ' 0-3/16',
      QUESTION_MAX_AGE_MINUTES: '5',
      DATA_DIR: '/var/lib/bot',
      DATABASE_URL: 'postgres://bot:hidden@127.0.0.1/bot',
      DATA_KEY: KEY,
      GAPS: 'on',
      LOG_FORMAT: 'json',
      LOG_LEVEL: 'debug',
      HTTP_PORT: '9464',
      HTTP_HOST: '0.0.0.0',
    };
    assert.deepEqual(Object.keys(environment), CONFIG_KEYS);
    assert.deepEqual(readConfig(environment, SHIPPED), {
      kind: 'config',
      config: {
        knowledgeDirectory: resolve('/mine'),
        language: 'en',
        timeZone: 'America/New_York',
        telegram: {
          token: TOKEN,
          apiRoot: 'http://127.0.0.1:8081',
          webhook: {
            url: 'https://bot.example.org/telegram',
            host: '0.0.0.0',
            port: 8443,
            secret: 'a-secret-of-letters',
          },
          messagesPerSecond: 100,
        },
        discord: {
          token: DISCORD_TOKEN,
          apiRoot: 'http://127.0.0.1:8082/api',
          shards: { kind: 'range', first: 0, last: 3, count: 16 },
        },
        maximumAgeMs: 5 * 60_000,
        storage: {
          choice: { kind: 'postgres', url: 'postgres://bot:hidden@127.0.0.1/bot' },
          keys: [Buffer.from(KEY, 'base64')],
        },
        keepsUnanswered: true,
        logFormat: 'json',
        logLevel: 'debug',
        http: { host: '0.0.0.0', port: 9464 },
      },
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
    const reading = readConfig(
      {
        TELEGRAM_API_ROOT: 'api.telegram.org',
        TELEGRAM_WEBHOOK_PORT: '0',
        TELEGRAM_MESSAGES_PER_SECOND: 'many',
        GAPS: 'yes',
        LOG_FORMAT: 'xml',
      },
      SHIPPED,
    );
    assert.deepEqual(reading.kind === 'problems' && reading.problems, [
      'TELEGRAM_API_ROOT is an address such as https://api.telegram.org, not "api.telegram.org".',
      'TELEGRAM_WEBHOOK_PORT is a whole number from 1 to 65535, not "0".',
      'TELEGRAM_MESSAGES_PER_SECOND is a whole number from 1 to 10000, not "many".',
      'GAPS is off or on, not "yes".',
      'LOG_FORMAT is one of auto, text, json, not "xml".',
    ]);
  });

  it('takes the shards of Discord as auto or a range, and nothing else', () => {
    const shardsOf = (shards: string) => {
      const reading = readConfig({ DISCORD_TOKEN, DISCORD_SHARDS: shards }, SHIPPED);
      return reading.kind === 'config' ? reading.config.discord?.shards : reading.problems;
    };
    assert.deepEqual(shardsOf(''), { kind: 'auto' });
    assert.deepEqual(shardsOf('auto'), { kind: 'auto' });
    assert.deepEqual(shardsOf('2-2/3'), { kind: 'range', first: 2, last: 2, count: 3 });
    for (const shards of ['4', '3-0/16', '0-16/16', '0-0/0', '0-3', '-1-3/4', 'all'])
      assert.deepEqual(shardsOf(shards), [
        `DISCORD_SHARDS is auto, or a range such as 0-3/16 (the first four of sixteen), not "${shards}".`,
      ]);
  });

  it('never repeats a secret that looks wrong', () => {
    const reading = readConfig(
      {
        TELEGRAM_TOKEN: 'Bot 12345:hidden',
        TELEGRAM_WEBHOOK_SECRET: 'hidden',
        DATABASE_URL: 'mysql://bot:hidden@127.0.0.1/bot',
        DATA_KEY: 'hidden',
        DISCORD_TOKEN: 'hidden',
      },
      SHIPPED,
    );
    assert.ok(reading.kind === 'problems');
    assert.equal(reading.problems.length, 5);
    assert.doesNotMatch(reading.problems.join(), /hidden/);
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
