import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Answerer } from '../../../src/core/answer/answerer.ts';
import { parseHandle } from '../../../src/core/knowledge/handle.ts';
import { askerOf, firstSentence, TODAY } from '../../support/asking.ts';
import { smallWorld } from '../../support/small-world.ts';
import { BACKGROUND, type TinyArticle, tinyLibrary } from '../../support/tiny-library.ts';

const STATEMENT = 'Năm 1832, Edmund Roberts cập Vũng Lấm.';

/** Three articles that say the same, one of them in other letters and marks of punctuation. */
const REPEATED: readonly TinyArticle[] = [
  { id: 'mot', title: 'Bài một', paragraphs: [STATEMENT] },
  { id: 'hai', title: 'Bài hai', paragraphs: [`Tàu ghé ba nơi. ${STATEMENT}`] },
  { id: 'ba', title: 'Bài ba', paragraphs: ['Năm 1832 EDMUND ROBERTS cập Vũng Lấm!'] },
  { id: 'bon', title: 'Bài bốn', paragraphs: ['Năm 1836, Edmund Roberts lại cập Vũng Lấm.'] },
];

describe('the same statement in several articles', () => {
  const ask = askerOf(tinyLibrary({ articles: [...REPEATED, ...BACKGROUND] }));
  const answer = ask('Edmund Roberts cập Vũng Lấm năm 1832 phải không?');
  const [best] = answer.passages;
  const citedIn = [best?.document.id, ...(best?.alsoIn ?? []).map(({ document }) => document.id)];

  it('is quoted once', () => {
    const wordings = answer.passages.map(({ sentence }) =>
      sentence.text.toLowerCase().replace(/[^\p{L}\d]/gu, ''),
    );
    assert.equal(new Set(wordings).size, wordings.length);
  });

  it('is cited with every article that makes it', () => {
    assert.deepEqual([...citedIn].sort(), ['ba', 'hai', 'mot']);
  });

  it('leaves its place to other statements, so that as many are quoted as were wanted', () => {
    assert.equal(ask('Edmund Roberts cập Vũng Lấm', { limit: 2 }).passages.length, 2);
  });

  it('is not merged with a statement that differs in one word', () => {
    assert.ok(answer.passages.some(({ document, alsoIn }) => document.id === 'bon' && alsoIn.length === 0));
  });
});

describe('how many passages are given', () => {
  const ask = askerOf(smallWorld());

  it('is at most the number wanted, best first', () => {
    for (const limit of [1, 2, 7]) {
      const { passages } = ask('Bill Clinton thăm Việt Nam', { limit });
      assert.equal(passages.length, limit);
      assert.deepEqual(
        passages.map(({ score }) => score),
        passages.map(({ score }) => score).toSorted((a, b) => b - a),
      );
    }
  });

  it('does not change which is best', () => {
    for (const question of ['Bill Clinton thăm Việt Nam', 'kim ngạch hai chiều', 'Who is the ambassador?']) {
      assert.equal(firstSentence(ask(question, { limit: 1 })), firstSentence(ask(question, { limit: 10 })));
    }
  });
});

describe('the handle of a passage', () => {
  const library = smallWorld();
  const ask = askerOf(library);

  it('leads back to its sentence, article and neighbours', () => {
    for (const { document, sentence } of ask('Bill Clinton thăm Việt Nam').passages) {
      assert.equal(parseHandle(sentence.handle), sentence.handle);
      const placed = library.sentence(sentence.handle);
      assert.equal(placed?.sentence, sentence);
      assert.equal(placed?.document, document);
      assert.ok(document.paragraphs[sentence.paragraph]?.sentences.includes(sentence));
    }
  });

  it('stays the same when the article grows around its sentence', () => {
    const grown = tinyLibrary({
      articles: [
        {
          id: 'mot',
          title: 'Tựa khác',
          paragraphs: ['Một câu mới.', `Thêm một câu. ${STATEMENT} Và câu cuối.`],
        },
        ...BACKGROUND,
      ],
    });
    const before = askerOf(tinyLibrary({ articles: [...REPEATED.slice(0, 1), ...BACKGROUND] }))(STATEMENT);
    const after = askerOf(grown)(STATEMENT);
    assert.equal(after.passages[0]?.sentence.text, STATEMENT);
    assert.equal(after.passages[0]?.sentence.handle, before.passages[0]?.sentence.handle);
  });
});

describe('an answerer made from a packed corpus', () => {
  const library = smallWorld();
  const fresh = new Answerer(library, TODAY);
  const packed = new Answerer(library, TODAY, fresh.packCorpus());

  it('gives the very same answers', () => {
    for (const question of [
      'Hiệp định thương mại song phương được ký khi nào?',
      'ai bai bo lenh cam van',
      'Clintn thăm Việt Nam năm nào',
      'When was the full lifting of the ban on lethal arms sales announced?',
      'giá vàng hôm nay',
      '',
    ]) {
      const options = { language: 'vi', today: TODAY, limit: 5 } as const;
      assert.deepEqual(packed.ask(question, options), fresh.ask(question, options), question);
    }
  });

  it('packs to the same again', () => {
    assert.deepEqual(packed.packCorpus(), fresh.packCorpus());
  });
});

describe('an answerer that was prepared', () => {
  it('answers as one that was not', () => {
    const library = smallWorld();
    const prepared = new Answerer(library, TODAY);
    prepared.prepare();
    for (const question of [
      'Mỹ bãi bỏ lệnh cấm vận khi nào?',
      'Ai khai trương trung tâm rà phá bom mìn?',
      'giá vàng',
    ]) {
      const options = { language: 'vi', today: TODAY, limit: 1 } as const;
      const quick = new Answerer(library, TODAY).ask(question, options);
      const slow = prepared.ask(question, options);
      assert.equal(firstSentence(slow), firstSentence(quick), question);
      assert.equal(slow.answered, quick.answered, question);
      assert.deepEqual(slow.direct, quick.direct, question);
    }
  });
});
