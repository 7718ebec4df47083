import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parseHandle } from '../../../src/core/knowledge/handle.ts';
import { createLibrary } from '../../../src/core/knowledge/library.ts';
import { readLibrary } from '../../../src/core/knowledge/read-library.ts';
import { readKnowledgeFolder } from '../../../src/infra/files/knowledge-folder.ts';
import { sentencesOf } from '../../support/knowledge-files.ts';

const FOLDER = 'knowledge';
const reading = readKnowledgeFolder(FOLDER);
const result = reading.kind === 'files' ? readLibrary(reading.files) : reading;
const library =
  result.kind === 'library'
    ? result.library
    : createLibrary({ articles: [], events: [], documents: [], glossary: [] });

/** The two articles the project began with, and how many sentences each has. */
const FOUNDING = ['quan-he-viet-my-2016', 'phan-van-khai-tham-my-2005'] as const;

describe('the shipped knowledge', () => {
  it('loads without a problem', () => {
    assert.deepEqual(result.kind === 'problems' ? result.problems : [], []);
  });

  it('gives every sentence a handle that can be typed', () => {
    for (const document of library.documents) {
      for (const { handle } of document.paragraphs.flatMap(({ sentences }) => sentences)) {
        assert.equal(parseHandle(handle), handle);
        assert.equal(library.sentence(handle)?.document, document);
      }
    }
  });

  it('hides its figures only where an editor left them masked', () => {
    const masked = library.documents.filter(({ paragraphs }) =>
      paragraphs.some(({ sentences }) => sentences.some((sentence) => sentence.masked)),
    );
    assert.deepEqual(
      masked.map(({ id }) => id),
      ['phan-van-khai-tham-my-2005'],
    );
  });
});

describe('a founding article', () => {
  for (const id of FOUNDING) {
    it(`has the original of ${id} word for word, only with blank lines between its paragraphs`, () => {
      const original = readFileSync(`${FOLDER}/articles/${id}.txt`, 'utf8');
      const body = readFileSync(`${FOLDER}/articles/${id}.md`, 'utf8').split(/^---$/m).slice(2).join('---');
      const lines = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '');
      assert.deepEqual(lines(body), lines(original));
    });

    it(`keeps the source's own wording of every corrected sentence of ${id}`, () => {
      const original = readFileSync(`${FOLDER}/articles/${id}.txt`, 'utf8').replaceAll(/\s+/g, ' ');
      for (const sentence of sentencesOf(library, id)) {
        assert.equal(sentence.original !== undefined, sentence.corrected);
        if (sentence.original !== undefined)
          assert.ok(original.includes(sentence.original), sentence.original);
      }
    });
  }

  const MENDED: readonly (readonly [id: string, wrong: string, right: string])[] = [
    ['quan-he-viet-my-2016', 'Trương Tấn Thành', 'Chủ tịch nước Trương Tấn Sang'],
    ['quan-he-viet-my-2016', '45 triệu $', 'thương mại song phương lên tới 45 tỷ đô la Mỹ'],
    ['quan-he-viet-my-2016', '49,12 triệu du khách Mỹ', '491.200 lượt du khách Mỹ'],
    ['quan-he-viet-my-2016', '06 tháng năm 2014', 'ngày 6 tháng 5 năm 2014'],
    ['quan-he-viet-my-2016', 'Hoa Kỳ-Hoa Kỳ', 'đối thoại nhân quyền Việt Nam - Hoa Kỳ lần thứ 20'],
    ['quan-he-viet-my-2016', 'vũ khí chống lại nhân viên', 'lệnh cấm bán vũ khí sát thương'],
    ['quan-he-viet-my-2016', 'Biển Đông Trung Quốc', 'Về vấn đề Biển Đông, Hoa Kỳ'],
    ['quan-he-viet-my-2016', 'cấp Bộ trưởng', 'đối thoại chính sách quốc phòng cấp Thứ trưởng'],
    ['quan-he-viet-my-2016', 'danh mục đầu tư', 'số dự án đầu tư của Mỹ tại Việt Nam là 748'],
    ['phan-van-khai-tham-my-2005', 'Từ_ngày 4 7', 'Từ ngày 19 tháng 6 năm 2005, Thủ tướng Phan Văn Khải'],
    [
      'phan-van-khai-tham-my-2005',
      '6 ký ngày 4 7',
      'ký ngày 13 tháng 7 năm 2000, có hiệu lực từ ngày 10 tháng 12 năm 2001',
    ],
    ['phan-van-khai-tham-my-2005', 'Sau 1 năm', 'Sau 10 năm (1995-2005)'],
    ['phan-van-khai-tham-my-2005', 'B 7 Clinton', 'B. Clinton tháng 11 năm 2000'],
  ];

  for (const [id, wrong, right] of MENDED) {
    it(`says "${right}" where its source has "${wrong}"`, () => {
      const sentence = sentencesOf(library, id).find(({ text }) => text.includes(right));
      assert.ok(sentence);
      assert.ok(sentence.corrected);
      assert.ok(sentence.original?.includes(wrong), sentence.original);
      assert.ok(sentence.corrections?.some(({ source }) => source !== undefined));
    });
  }

  it('doubts the figures that no source bears out', () => {
    const doubted = FOUNDING.flatMap((id) => sentencesOf(library, id)).filter(({ doubtful }) => doubtful);
    const figures = ['100 triệu', '84 triệu', '94 triệu', '10 triệu', 'lần thứ 19'];
    assert.equal(doubted.length, figures.length);
    figures.forEach((figure, index) => {
      assert.ok(doubted[index]?.text.includes(figure), `${figure}: ${doubted[index]?.text}`);
    });
  });

  it('shows no marks of its damage', () => {
    for (const { text } of FOUNDING.flatMap((id) => sentencesOf(library, id))) {
      assert.doesNotMatch(text, /_|\.\.|\$| [.,;:]|^\p{Ll}|^\*|\b[67]\b [^nt]/u);
    }
  });
});
