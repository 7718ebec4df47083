import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createCommandRegistry } from '../../../../src/core/chat/commands/registry.ts';
import { wordsIn } from '../../../../src/core/chat/words/words.ts';
import { LOCALES } from '../../../../src/core/locale.ts';
import { article, libraryOf } from '../../../support/knowledge-files.ts';
import { blocksOf, onlyText, Talk, TINY_LIBRARY } from '../tiny-chat.ts';

describe('/help', () => {
  for (const language of LOCALES) {
    it(`lists every command with its summary and argument in ${language}`, async () => {
      const lines = blocksOf(await new Talk(language).say('/help'), 'text').map(({ text }) => text);
      for (const { name, aliases, summary, argument } of createCommandRegistry().commands) {
        const line = lines.find((text) => text.endsWith(` – ${summary[language]}`)) ?? '';
        const shown = /^\/([a-z0-9_]+)/.exec(line)?.[1] ?? '';
        assert.ok([name, ...aliases].includes(shown), `${name}: ${line}`);
        if (argument !== undefined) assert.ok(line.includes(argument.name[language]), line);
      }
    });
  }

  it('shows an argument one may leave out in brackets', async () => {
    const lines = blocksOf(await new Talk('en').say('/help'), 'text').map(({ text }) => text);
    assert.ok(lines.includes('/today [a day] – On this day'));
    assert.ok(lines.includes('/date <a date> – Events on a day, in a month, a year or a range'));
  });
});

describe('/language', () => {
  for (const [name, language] of [
    ['en', 'en'],
    ['English', 'en'],
    ['tiếng Anh', 'en'],
    ['VI', 'vi'],
    ['tiếng Việt', 'vi'],
    ['tieng viet', 'vi'],
  ] as const) {
    it(`understands "${name}"`, async () => {
      const talk = new Talk(language === 'vi' ? 'en' : 'vi');
      assert.deepEqual(await talk.say(`/ngonngu ${name}`), {
        language,
        blocks: [{ kind: 'text', text: wordsIn(language).languageSet }],
      });
      assert.equal((await talk.say('/help')).language, language);
    });
  }

  it('keeps the language when it does not know the one asked for', async () => {
    const talk = new Talk();
    assert.equal(onlyText(await talk.say('/lang français')), wordsIn('vi').languageUnknown);
    assert.equal((await talk.say('/help')).language, 'vi');
  });
});

describe('/random', () => {
  it('draws any event, the first and the last included', async () => {
    const drawn: (string | undefined)[] = [];
    for (const draw of [0, 0.5, 0.999_999]) {
      const reply = await new Talk('vi', TINY_LIBRARY, () => draw).say('/ngaunhien');
      drawn.push(blocksOf(reply, 'event')[0]?.title);
    }
    assert.deepEqual(drawn, ['Bình thường hóa', 'Bỏ cấm vận', 'Bỏ cấm vận']);
  });

  it('tells what there is where there are no events', async () => {
    const library = libraryOf(article('mot-bai', 'Một câu.'));
    assert.equal(onlyText(await new Talk('vi', library).say('/random')), wordsIn('vi').sourcesIntro(1, 0));
  });
});

describe('/sources', () => {
  it('counts and lists the articles', async () => {
    const lines = blocksOf(await new Talk().say('/tulieu'), 'text').map(({ text }) => text);
    assert.deepEqual(lines, [wordsIn('vi').sourcesIntro(1, 2), '• Tựa']);
  });

  it("lists an article in the reader's language, or as it is when there is none", async () => {
    const titled = (id: string, title: string, language: string, more = '') => ({
      path: `articles/${id}.md`,
      bytes: new TextEncoder().encode(
        `---\nid: ${id}\ntitle: ${title}\nlanguage: ${language}\n${more}---\n\nA sentence.\n`,
      ),
    });
    const library = libraryOf(
      titled('goc', 'Gốc', 'vi'),
      titled('original', 'Original', 'en', 'translation_of: goc\n'),
      titled('rieng', 'Riêng', 'vi'),
    );
    const listed = async (language: 'vi' | 'en') =>
      blocksOf(await new Talk(language, library).say('/sources'), 'text')
        .map(({ text }) => text)
        .slice(1)
        .sort();
    assert.deepEqual(await listed('vi'), ['• Gốc', '• Riêng']);
    assert.deepEqual(await listed('en'), ['• Original', '• Riêng']);
  });
});
