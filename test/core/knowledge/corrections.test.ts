import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { article, libraryOf, problemsOf, sentencesOf } from '../../support/knowledge-files.ts';

const corrections = (...entries: readonly string[]): string =>
  `noise: machine-translated\ncorrections:\n${entries.map((entry) => `  - ${entry}\n`).join('')}`;

const SANG =
  '{ find: Trương Tấn Thành, replace: Trương Tấn Sang, reason: Sai tên., source: { title: Nguồn, url: "https://example.org" } }';

/** Message and remedy of the only problem, which stands in the line of the first correction. */
function problemOf(text: string, ...entries: readonly string[]): string {
  const problems = problemsOf(article('a', text, corrections(...entries)));
  assert.equal(problems.length, 1, JSON.stringify(problems));
  const [problem] = problems;
  assert.ok(problem && problem.line >= 7);
  return `${problem.message} ${problem.remedy}`;
}

describe('a correction', () => {
  it('mends its sentence, marks it, and keeps the wording and the reason', () => {
    const library = libraryOf(
      article('a', 'Chủ tịch nước Trương Tấn Thành thăm Mỹ. Hai nước ký kết.', corrections(SANG)),
    );
    const [mended, untouched] = sentencesOf(library, 'a');
    assert.equal(mended?.text, 'Chủ tịch nước Trương Tấn Sang thăm Mỹ.');
    assert.equal(mended?.original, 'Chủ tịch nước Trương Tấn Thành thăm Mỹ.');
    assert.equal(mended?.corrected, true);
    assert.deepEqual(
      mended?.corrections?.map(({ reason, source }) => [reason, source?.url]),
      [['Sai tên.', 'https://example.org']],
    );
    assert.equal(untouched?.corrected, false);
    assert.equal(untouched?.original, undefined);
    assert.equal(untouched?.corrections, undefined);
  });

  it('can only doubt, and then doubts every sentence that holds the words', () => {
    const library = libraryOf(
      article(
        'a',
        'Chi 84 triệu. Rồi chi thêm. Hết.',
        corrections('{ find: 84 triệu. Rồi, doubtful: true, reason: Chưa rõ. }'),
      ),
    );
    assert.deepEqual(
      sentencesOf(library, 'a').map(({ doubtful, corrected }) => [doubtful, corrected]),
      [
        [true, false],
        [true, false],
        [false, false],
      ],
    );
  });

  it('can mend the wording and still doubt the figures', () => {
    const library = libraryOf(
      article(
        'a',
        'Rút khỏi 84 triệu $.',
        corrections('{ find: Rút khỏi, replace: Chi, doubtful: true, reason: Chưa rõ. }'),
      ),
    );
    const [sentence] = sentencesOf(library, 'a');
    assert.deepEqual(
      [sentence?.text, sentence?.corrected, sentence?.doubtful],
      ['Chi 84 triệu $.', true, true],
    );
  });

  it('parts a heading from a sentence without marking the sentence', () => {
    const library = libraryOf(
      article(
        'a',
        '* Kinh tế Trong năm 2014, thương mại tăng.',
        corrections(
          '{ find: "* Kinh tế Trong", replace: "## Kinh tế\\n\\nTrong", reason: Tiêu đề dính vào câu. }',
        ),
      ),
    );
    const [sentence] = sentencesOf(library, 'a');
    assert.equal(sentence?.text, 'Trong năm 2014, thương mại tăng.');
    assert.equal(sentence?.heading, 'Kinh tế');
    assert.equal(sentence?.corrected, false);
  });

  it('restores a masked figure, so that the sentence is masked no more', () => {
    const library = libraryOf(
      article(
        'a',
        'Hiệp_định ký ngày 4 7 Hai_bên gặp ngày 4 7.',
        'noise: word-segmented\ncorrections:\n  - { find: "ký ngày […]", replace: ký ngày 13 tháng 7 năm 2000, reason: Ngày bị xóa., source: Nguồn }\n',
      ),
    );
    const sentences = sentencesOf(library, 'a');
    assert.equal(sentences[0]?.text, 'Hiệp định ký ngày 13 tháng 7 năm 2000.');
    assert.equal(sentences[0]?.original, 'Hiệp_định ký ngày 4 7');
    assert.equal(sentences[0]?.masked, false);
    assert.equal(sentences.at(-1)?.masked, true);
  });

  it('mends every place only when told so', () => {
    const twice = 'Biển Đông xanh là biển. Biển Đông xanh là Biển Đông.';
    const entry = (all: string): string => `{ find: xanh là, replace: là, reason: Thừa chữ.${all} }`;
    assert.match(problemOf(twice, entry('')), /has "xanh là" 2 times\. Lengthen "find" .*"all: true"/);
    const library = libraryOf(article('a', twice, corrections(entry(', all: true'))));
    assert.deepEqual(
      sentencesOf(library, 'a').map(({ text }) => text),
      ['Biển Đông là biển.', 'Biển Đông là Biển Đông.'],
    );
  });
});

describe('a correction is refused', () => {
  const text = 'Năm 2015 thương mại đạt 45 triệu $ với Trung Quốc.';

  it('when its words do not occur', () => {
    assert.match(
      problemOf(text, '{ find: xuất khẩu, replace: nhập khẩu, reason: x }'),
      /has no "xuất khẩu"\. Copy the words/,
    );
  });

  it('when it changes a figure, a date or a name without a source', () => {
    const sourceless = /names no source\. Add "source:/;
    assert.match(problemOf(text, '{ find: 45 triệu $, replace: 46 triệu $, reason: x }'), sourceless);
    assert.match(problemOf(text, '{ find: 45 triệu $, replace: 45 tỷ $, reason: x }'), sourceless);
    assert.match(problemOf(text, '{ find: với Trung Quốc, replace: với Hoa Kỳ, reason: x }'), sourceless);
    assert.match(problemOf(text, '{ find: " với Trung Quốc", replace: "", reason: x }'), sourceless);
  });

  it('when it does nothing', () => {
    assert.match(problemOf(text, '{ find: thương mại, reason: x }'), /neither replaces nor doubts/);
    assert.match(problemOf(text, '{ find: thương mại, replace: thương mại, reason: x }'), /by themselves/);
  });

  it('when it gives no reason', () => {
    assert.match(problemOf(text, '{ find: đạt, replace: là }'), /"corrections\[1\]\.reason" is missing/);
  });

  it('when it overlaps another', () => {
    const entries = [
      '{ find: thương mại đạt, replace: là, reason: x }',
      '{ find: đạt 45, doubtful: true, reason: x }',
    ];
    assert.match(problemOf(text, ...entries), /overlaps another one\. Make one correction of the two/);
  });
});

describe('a correction needs no source', () => {
  it('for words that are no figures and no names, even at the beginning of a sentence', () => {
    const library = libraryOf(
      article(
        'a',
        'quan hệ đã được phát triển.',
        corrections('{ find: quan hệ đã được, replace: Quan hệ đã, reason: Chữ thường đầu câu. }'),
      ),
    );
    assert.equal(sentencesOf(library, 'a')[0]?.text, 'Quan hệ đã phát triển.');
  });
});
