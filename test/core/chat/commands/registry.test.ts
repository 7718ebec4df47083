import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Command, defineCommand } from '../../../../src/core/chat/commands/command.ts';
import { createCommandRegistry, registerCommands } from '../../../../src/core/chat/commands/registry.ts';

const command = (name: string, changes: Partial<Command> = {}): Command => ({
  name,
  aliases: [],
  summary: { vi: 'Tóm tắt', en: 'Summary' },
  run: (_, { language }) => ({ language, blocks: [] }),
  ...changes,
});

describe('defining a command', () => {
  for (const name of ['Hoi', 'ngày', 'ngay-nay', '2day', '', 'a b', 'a'.repeat(33), '/ask']) {
    it(`refuses "${name}", which some platform would not take as a name`, () => {
      assert.throws(() => defineCommand(command(name)), RangeError);
      assert.throws(() => defineCommand(command('fine', { aliases: ['also_fine', name] })), RangeError);
    });
  }

  it('takes names up to 32 characters long and summaries up to 100', () => {
    const summary = 's'.repeat(100);
    const longest = command('a'.repeat(32), { summary: { vi: summary, en: summary } });
    assert.equal(defineCommand(longest), longest);
  });

  for (const language of ['vi', 'en'] as const) {
    it(`refuses a summary too long for a menu in ${language}, and names the command`, () => {
      const summary = { vi: 'Ngắn', en: 'Short', [language]: 's'.repeat(101) };
      assert.throws(() => defineCommand(command('wordy', { summary })), /wordy/);
    });
  }
});

describe('a local name', () => {
  for (const localName of ['Hỏi', 'dòng thời gian', '', 'x'.repeat(33)]) {
    it(`is refused where a platform would refuse it: "${localName}"`, () => {
      assert.throws(() => defineCommand(command('named', { localName })), /Local name/);
    });
  }
});

describe('the registry of commands', () => {
  it('refuses two commands with one name, whether first name or alias', () => {
    const one = command('one', { aliases: ['mot'] });
    assert.throws(() => registerCommands([one, command('one')]), /\/one/);
    assert.throws(() => registerCommands([one, command('two', { aliases: ['mot'] })]), /\/mot/);
    assert.throws(() => registerCommands([command('odd', { aliases: ['odd'] })]), /\/odd/);
  });

  it('finds every command by each of its names, in any case', () => {
    const { commands, find } = createCommandRegistry();
    for (const { name, aliases } of commands) {
      for (const called of [name, ...aliases]) {
        assert.equal(find(called)?.name, name);
        assert.equal(find(called.toUpperCase())?.name, name);
      }
    }
  });

  it('finds commands by names with diacritics, as a Vietnamese keyboard writes them', () => {
    const { find } = createCommandRegistry();
    const found = ['hỏi', 'ngày', 'hômnay', 'nguồn', 'trợgiúp', 'tưliệu', 'Ngônngữ'].map(
      (name) => find(name)?.name,
    );
    assert.deepEqual(found, ['ask', 'date', 'today', 'source', 'help', 'sources', 'language']);
  });

  it('finds every command by its Vietnamese name with diacritics, which all but the greeting have', () => {
    const { commands, find } = createCommandRegistry();
    for (const { name, localName } of commands) {
      if (localName === undefined) assert.equal(name, 'start');
      else assert.equal(find(localName)?.name, name);
    }
  });

  it('finds nothing by a name nobody gave, not even one every object has', () => {
    const { find } = createCommandRegistry();
    for (const name of ['', 'x', 'constructor', '__proto__', 'toString']) assert.equal(find(name), undefined);
  });

  it('gives every command a Vietnamese name besides the English one', () => {
    for (const { name, aliases } of createCommandRegistry().commands) {
      assert.ok(aliases.length > 0, name);
    }
  });
});
