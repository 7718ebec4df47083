import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { NEEDED } from '../../src/cli/doctor/check-discord.ts';
import { createCommandRegistry } from '../../src/core/chat/commands/registry.ts';
import { openStorage } from '../../src/infra/storage/open-storage.ts';
import { queryFile } from '../infra/storage/sqlite-file.ts';
import { temporaryFolder } from '../infra/storage/temporary-folder.ts';

const read = (path: string): string => readFileSync(path, 'utf8');
const SECURITY = read('docs/security.md');
const PRIVACY = read('docs/privacy.md');
const [, VIETNAMESE = '', ENGLISH = ''] = PRIVACY.split(/^## /m);

describe('the list of threats', () => {
  const threats = [...SECURITY.matchAll(/^\| (?!threat|---)(.+?) \| (.+?) \| (.+?) \|$/gm)];

  it('names for each threat tests there are', () => {
    assert.ok(threats.length >= 15);
    for (const [, threat = '', , held = ''] of threats) {
      const files = [...held.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file);
      assert.ok(files.length > 0, threat);
      for (const file of files) assert.ok(existsSync(file), `${threat}: ${file}`);
    }
  });
});

describe('the privacy text', () => {
  it('names every table of the storage, and none there is not', async (t) => {
    const file = join(temporaryFolder(t), 'bot.db');
    await (await openStorage({ kind: 'sqlite', file })).close();
    const tables = queryFile(file, "select name from sqlite_master where type = 'table'").map(({ name }) =>
      String(name),
    );
    const named = [...ENGLISH.matchAll(/`([a-z]+_[a-z_]+|preference|subscription)`/g)].map(
      ([, name = '']) => name,
    );
    assert.deepEqual([...new Set(named)].sort(), tables.toSorted());
  });

  it('tells the same in both languages', () => {
    const stored = (text: string) => [...text.matchAll(/^\| `(\w+)`:/gm)].map(([, name]) => name);
    assert.deepEqual(stored(VIETNAMESE), stored(ENGLISH));
    assert.equal(stored(ENGLISH).length, 5);
  });

  it('names a column for everything that a table holds of people', () => {
    const guide = read('docs/storage.md');
    const sealed = [...guide.matchAll(/^\| `(\w+)` \| sealed/gm)].map(([, column]) => column);
    // Each of these is told in the text in words; a new one has to be told too.
    assert.deepEqual(sealed, ['place', 'person', 'address', 'place', 'subscriber', 'detail', 'question']);
  });

  it('names commands there are', () => {
    const registry = createCommandRegistry();
    for (const [, name = ''] of PRIVACY.matchAll(/`\/([a-z]+)/g))
      assert.ok(registry.find(name) !== undefined, name);
  });
});

describe('the guides for operators', () => {
  it('link only to files there are', () => {
    for (const guide of ['operations', 'security', 'privacy', 'terms']) {
      for (const [, target = ''] of read(`docs/${guide}.md`).matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g))
        assert.ok(existsSync(join('docs', target)), `${guide}.md: ${target}`);
    }
  });

  it('invite the bot to Discord with the permissions the doctor looks for, and no others', () => {
    const guide = read('docs/operations.md');
    const asked = /permissions=(\d+)/.exec(guide)?.[1];
    assert.equal(asked, String(NEEDED.reduce((sum, [bit]) => sum | bit, 0n)));
    for (const [, name] of NEEDED) assert.ok(guide.replaceAll(/\s+/g, ' ').includes(name), name);
  });
});
