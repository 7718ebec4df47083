import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { wordsIn } from '../../../../src/core/chat/words/words.ts';
import { article, libraryOf } from '../../../support/knowledge-files.ts';
import { blocksOf, handleOf, onlyText, quotes, Talk } from '../tiny-chat.ts';

const vi = wordsIn('vi');
const SIGNED = 'Hiệp định Thương mại song phương được ký tại Washington vào ngày 13 tháng 7 năm 2000.';
const HANDLE = handleOf(SIGNED);

describe('/source', () => {
  it('shows a sentence with its neighbours, article and source', async () => {
    assert.deepEqual((await new Talk().say(`/nguon ${HANDLE}`)).blocks, [
      { kind: 'heading', text: vi.contextOf('Tựa') },
      {
        kind: 'text',
        text: 'Việt Nam và Hoa Kỳ bình thường hóa quan hệ ngoại giao vào ngày 12 tháng 7 năm 1995.',
      },
      { kind: 'text', text: 'Đại sứ Pete Peterson đến Hà Nội vào tháng 5 năm 1997.' },
      { kind: 'quote', text: SIGNED, highlights: [], marks: [] },
      {
        kind: 'citation',
        title: 'Tựa',
        handle: HANDLE,
        source: { title: 'Báo Thử', url: 'https://example.org/bao' },
      },
      { kind: 'text', text: 'Tổng thống Bill Clinton thăm Hà Nội vào tháng 11 năm 2000.' },
    ]);
  });

  it('takes a handle as it is copied: in brackets, in capitals, with a prefix or spaces', async () => {
    const expected = await new Talk().say(`/source ${HANDLE}`);
    for (const copied of [`[${HANDLE}]`, HANDLE.toUpperCase(), `c:${HANDLE}`, ` [ ${HANDLE} ] `]) {
      assert.deepEqual(await new Talk().say(`/source ${copied}`), expected);
    }
  });

  it('says so when no sentence has the handle', async () => {
    assert.equal(onlyText(await new Talk().say('/nguon zzzzz')), vi.unknownHandle('zzzzz'));
  });

  it('shows the wording before a correction instead of the way to it', async () => {
    const library = libraryOf(
      article(
        'sua',
        'Kim ngạch đạt 45 tỷ USD trong năm 2015.',
        'corrections: [{ find: "45 tỷ", replace: "45,1 tỷ", reason: tròn số, source: "https://example.org/c" }]\n',
      ),
    );
    const sentence = library.articles[0]?.paragraphs[0]?.sentences[0];
    assert.ok(sentence);
    const reply = await new Talk('vi', library).say(`/source ${sentence.handle}`);
    assert.deepEqual(blocksOf(reply, 'quote'), [
      {
        kind: 'quote',
        text: 'Kim ngạch đạt 45,1 tỷ USD trong năm 2015.',
        highlights: [],
        marks: ['corrected'],
      },
    ]);
    assert.deepEqual(
      blocksOf(reply, 'notice').map(({ text }) => text),
      [vi.original('Kim ngạch đạt 45 tỷ USD trong năm 2015.')],
    );
  });
});

describe('/more', () => {
  it('tells the sentences that follow, under the title of their article', async () => {
    const talk = new Talk();
    await talk.say('Hiệp định Thương mại song phương được ký ở đâu?');
    const reply = await talk.say('/noithem');
    assert.deepEqual(reply.blocks[0], { kind: 'heading', text: vi.moreFrom('Tựa') });
    assert.equal(quotes(reply)[0], 'Tổng thống Bill Clinton thăm Hà Nội vào tháng 11 năm 2000.');
  });

  it('has nothing to go on with at the beginning', async () => {
    assert.equal(onlyText(await new Talk('en').say('/more')), wordsIn('en').nothingToContinue);
  });
});
