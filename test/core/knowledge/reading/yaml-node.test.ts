import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { dump, FAILSAFE_SCHEMA, load } from 'js-yaml';
import { parseYaml, type YamlNode } from '../../../../src/core/knowledge/reading/yaml-node.ts';

function parse(
  text: string,
  firstLine = 1,
): { readonly node: YamlNode | undefined; readonly problems: readonly string[] } {
  const problems: string[] = [];
  const node = parseYaml(text, (line, message) => problems.push(`${line}: ${message}`), firstLine);
  return { node, problems };
}

function plain(node: YamlNode): unknown {
  switch (node.kind) {
    case 'scalar':
      return node.value;
    case 'list':
      return node.items.map(plain);
    case 'map':
      return Object.fromEntries(node.entries.map(({ key, value }) => [key, plain(value)]));
  }
}

describe('reading YAML', () => {
  it('leaves dates, numbers and truth values as they were written', () => {
    const { node } = parse('a: 1995-07-12\nb: 08\nc: true\nd: ~\ne:\n');
    assert.ok(node);
    assert.deepEqual(plain(node), { a: '1995-07-12', b: '08', c: 'true', d: '~', e: '' });
  });

  it('knows the line of every key and value', () => {
    const { node } = parse('# lời dẫn\na: một\nb:\n  - { c: hai }\n\n  - >-\n    ba\n    bốn\nd: năm\n', 11);
    assert.ok(node?.kind === 'map');
    assert.deepEqual(
      node.entries.map(({ key, line }) => [key, line]),
      [
        ['a', 12],
        ['b', 13],
        ['d', 19],
      ],
    );
    const list = node.entries[1]?.value;
    assert.ok(list?.kind === 'list');
    assert.deepEqual(
      list.items.map(({ line }) => line),
      [14, 17],
    );
  });

  it('tells where the syntax breaks', () => {
    const { node, problems } = parse('a: 1\nb: "chưa đóng\nc: 2\n', 2);
    assert.equal(node, undefined);
    assert.equal(problems.length, 1);
    assert.match(problems[0] ?? '', /^\d+: This is not valid YAML: /);
  });

  it('refuses what would be lost or guessed: double keys, aliases, tags, several documents', () => {
    assert.deepEqual(parse('a: 1\na: 2\n').problems, ['2: The key "a" occurs twice.']);
    assert.deepEqual(parse('a: &x 1\nb: *x\n').problems, ['2: An alias (*name) stands here.']);
    assert.deepEqual(parse('a: !!int 1\n').problems, ['1: A tag (!name) stands here.']);
    assert.deepEqual(parse('a: 1\n---\nb: 2\n').problems, ['1: The file holds more than one YAML document.']);
  });

  it('brings escaped characters into the normal form too', () => {
    const { node } = parse('a: "Vie\\u0323\\u0302t\\u200b"\n');
    assert.ok(node);
    assert.deepEqual(plain(node), { a: 'Việt' });
  });

  it('reads what the library reads, whatever was dumped', () => {
    const word = fc.string({
      maxLength: 12,
      unit: fc.constantFrom('a', 'đ', ' ', ':', '#', '-', '"', "'", '[', '\n', '1'),
    });
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        word,
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(fc.constantFrom('id', 'tên', 'a b', '-'), tie('value')),
      ),
    }));
    fc.assert(
      fc.property(value, (data) => {
        const text = dump(data);
        const { node } = parse(text);
        assert.ok(node);
        assert.deepEqual(plain(node), load(text, { schema: FAILSAFE_SCHEMA }));
      }),
    );
  });
});
