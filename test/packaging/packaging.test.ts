import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { load, YAML11_SCHEMA } from 'js-yaml';
import { CONFIG_KEYS } from '../../src/config.ts';

interface LockedPackage {
  readonly resolved?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
}

const read = (path: string): string => readFileSync(path, 'utf8');
const LOCKED = Object.entries(
  (JSON.parse(read('package-lock.json')) as { readonly packages: Readonly<Record<string, LockedPackage>> })
    .packages,
).filter(([path]) => path !== '');

describe('the lock file', () => {
  it('names no registry but the public one, so that it installs anywhere', () => {
    const strangers = LOCKED.filter(
      ([, { resolved }]) => resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/'),
    );
    assert.deepEqual(strangers, []);
  });

  it('holds every package to the very bytes that were reviewed', () => {
    assert.deepEqual(
      LOCKED.filter(([, { integrity }]) => integrity?.startsWith('sha512-') !== true),
      [],
    );
  });

  it('needs no install script of a package that runs in production', () => {
    assert.deepEqual(
      LOCKED.filter(([, { dev, hasInstallScript }]) => hasInstallScript === true && dev !== true),
      [],
    );
  });
});

describe('the package', () => {
  const packed = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { encoding: 'utf8' });
  const [{ files = [] } = {}] = JSON.parse(packed.stdout) as readonly {
    readonly files?: readonly { readonly path: string }[];
  }[];
  const paths = files.map(({ path }) => path);

  it('holds what the command line needs', () => {
    for (const needed of [
      'package.json',
      'README.md',
      'LICENSE',
      '.env.example',
      'dist/main.js',
      'dist/knowledge.snapshot',
      'dist/infra/files/knowledge-worker.js',
      'knowledge/glossary.yaml',
    ])
      assert.ok(paths.includes(needed), needed);
  });

  it('holds no source, test, secret or data', () => {
    const allowed = /^(?:dist\/|knowledge\/|package\.json$|README\.md$|LICENSE$|\.env\.example$)/;
    assert.deepEqual(
      paths.filter((path) => !allowed.test(path) || /\.(?:db|log)$|(?:^|\/)\.env$/.test(path)),
      [],
    );
  });
});

describe('the image', () => {
  const lines = read('Dockerfile').split('\n');

  it('has the Node that the package asks for, runs as nobody special and can be asked for its health', () => {
    const bases = lines.filter((line) => line.startsWith('FROM '));
    assert.deepEqual([...new Set(bases.map((line) => line.split(' ')[1]))], ['node:20-alpine']);
    const last = lines.slice(lines.lastIndexOf(bases.at(-1) ?? ''));
    assert.ok(last.includes('USER node'));
    assert.ok(last.some((line) => line.startsWith('HEALTHCHECK ')));
    assert.ok(lines.every((line) => !/\bnpm (?:ci|install)\b(?!.*--ignore-scripts)/.test(line)));
  });

  it('is built from no more than it needs', () => {
    const [all, ...but] = read('.dockerignore').trim().split('\n');
    assert.equal(all, '**');
    assert.ok(but.every((line) => line.startsWith('!') && !/env|data|git/.test(line)));
  });
});

describe('the composition of containers', () => {
  interface Service {
    readonly environment?: Readonly<Record<string, unknown>>;
    readonly image?: string;
    readonly read_only?: boolean;
    readonly cap_drop?: readonly string[];
    readonly ports?: readonly string[];
    readonly profiles?: readonly string[];
  }
  const { services } = load(read('compose.yaml'), { schema: YAML11_SCHEMA }) as {
    readonly services: Readonly<Record<string, Service>>;
  };
  const bots = Object.entries(services).filter(([, { image }]) => image === 'nhip-cau');

  it('gives no bot a root it may write to, a capability or a port of the machine', () => {
    assert.deepEqual(
      bots.map(([name]) => name),
      ['bot', 'telegram', 'discord'],
    );
    for (const [name, { read_only, cap_drop, ports }] of bots)
      assert.deepEqual([read_only, cap_drop, ports], [true, ['ALL'], undefined], name);
  });

  it('sets only keys that the bot reads', () => {
    const known: readonly string[] = [...CONFIG_KEYS, 'DISCORD_TOKEN'];
    for (const [name, { environment = {} }] of bots)
      for (const key of Object.keys(environment)) assert.ok(known.includes(key), `${name}: ${key}`);
  });

  it('starts either of its profiles, and nothing without one', () => {
    for (const [name, { profiles }] of Object.entries(services)) assert.equal(profiles?.length, 1, name);
  });
});

describe('the unit for systemd', () => {
  it('waits longer for the end than the bot takes, and does not start again what cannot succeed', () => {
    const unit = read('deploy/nhip-cau.service');
    assert.match(unit, /^TimeoutStopSec=30s$/m);
    assert.match(unit, /^RestartPreventExitStatus=1 2$/m);
    for (const setting of ['DynamicUser=yes', 'ProtectSystem=strict', 'NoNewPrivileges=yes'])
      assert.ok(unit.includes(`\n${setting}\n`), setting);
  });
});
