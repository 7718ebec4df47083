import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createCommandRegistry } from '../../../src/core/chat/commands/registry.ts';
import { WORDS, wordsIn } from '../../../src/core/chat/words/words.ts';
import { LOCALES } from '../../../src/core/locale.ts';

type Entry = readonly [path: string, said: string];

/** Every text the bot can say, sentences with gaps filled in; "⟨1⟩" is what stands in the first gap. */
function everySaying(words: object, path = ''): readonly Entry[] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]): readonly Entry[] => {
    const at = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'string') return [[at, value]];
    if (typeof value === 'function') {
      const gaps = Array.from({ length: value.length }, (_, index) => `⟨${index + 1}⟩`);
      return [[at, String(value(...gaps))]];
    }
    assert.ok(typeof value === 'object' && value !== null, at);
    return everySaying(value, at);
  });
}

const VIETNAMESE_ONLY = /[ăâđêôơưĂÂĐÊÔƠƯ\u1EA0-\u1EF9]/u;
/** Names keep their spelling in every language. */
const NAMES = /Nhịp Cầu|Việt Nam|Hà Nội|Tiếng Việt/g;

describe("the bot's own words", () => {
  it('say the same things in every language', () => {
    const keys = LOCALES.map((locale) => everySaying(WORDS[locale]).map(([path]) => path));
    for (const others of keys) assert.deepEqual([...others].sort(), [...(keys[0] ?? [])].sort());
  });

  for (const locale of LOCALES) {
    it(`leave nothing empty, untrimmed or unfilled in ${locale}`, () => {
      for (const [path, said] of everySaying(WORDS[locale])) {
        assert.notEqual(said, '', path);
        assert.equal(said, said.trim(), path);
        assert.equal(said, said.normalize('NFC'), path);
        assert.doesNotMatch(said, /undefined|\[object|NaN| {2}/, path);
      }
    });

    it(`use everything they are given in ${locale}`, () => {
      const words: object = WORDS[locale];
      for (const [key, value] of Object.entries(words) as [string, unknown][]) {
        if (typeof value !== 'function') continue;
        const said = everySaying({ [key]: value })[0]?.[1] ?? '';
        for (let gap = 1; gap <= value.length; gap += 1) {
          assert.ok(said.includes(`⟨${gap}⟩`), `${key} drops its ${gap}. argument: ${said}`);
        }
      }
    });

    it(`name only commands that exist in ${locale}`, () => {
      const registry = createCommandRegistry();
      for (const [path, said] of everySaying(WORDS[locale])) {
        for (const [, name = ''] of said.matchAll(/(?<![\p{L}\d/⟩])\/(\p{L}+)/gu)) {
          assert.ok(registry.find(name), `${path} speaks of /${name}`);
        }
      }
    });
  }

  it('have no Vietnamese left over in the English ones', () => {
    for (const [path, said] of everySaying(WORDS.en)) {
      assert.doesNotMatch(said.replace(NAMES, ''), VIETNAMESE_ONLY, path);
    }
  });

  it('count in English as English does', () => {
    const { sourcesIntro, yearsAgo, eventsOn } = wordsIn('en');
    assert.equal(sourcesIntro(1, 2), 'The sources are 1 article and 2 events.');
    assert.equal(yearsAgo(1, 2025), '1 year ago (2025)');
    assert.equal(eventsOn('1995', 1), '1995: 1 entry');
  });

  it('write a Vietnamese day with one "ngày"', () => {
    assert.equal(
      wordsIn('vi').noEventToday('ngày 12 tháng 7'),
      'Kho tư liệu không ghi sự kiện nào vào ngày 12 tháng 7 các năm.',
    );
  });
});
