import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { RawText } from '../../../src/core/check/raw-text.ts';

const raw = new RawText(
  'title: Một\n\ntext: >-\n    Hoa Kỳ bãi bỏ\n    lệnh cấm vận.\n\nHoa Kỳ bãi bỏ thuế.\n',
);

describe('words in a raw file', () => {
  it('are found by the line they begin on, however their lines are broken', () => {
    assert.equal(raw.find('Hoa Kỳ bãi bỏ lệnh cấm vận.')?.line, 4);
    assert.equal(raw.find('lệnh cấm vận.')?.line, 5);
    assert.equal(raw.find('title: Một')?.line, 1);
  });

  it('are found again behind the first place', () => {
    const first = raw.find('Hoa Kỳ');
    assert.equal(first?.line, 4);
    assert.equal(raw.find('Hoa Kỳ', (first?.offset ?? 0) + 1)?.line, 7);
    assert.equal(raw.find('Hoa Kỳ', raw.startOf(6))?.line, 7);
  });

  it('are found by their beginning when the rest is written in another way', () => {
    const quoted = new RawText("a: 1\nvi: 'Ngày 30 tháng 4 năm 1975, tờ ''Time'' viết.'");
    assert.equal(quoted.find("Ngày 30 tháng 4 năm 1975, tờ 'Time' viết.")?.line, 2);
  });

  it('are not found when they are not there', () => assert.equal(raw.find('Liên Xô'), undefined));

  it('lie on the line that a plain count gives', () => {
    const word = fc.stringMatching(/^[a-z]{1,6}$/);
    fc.assert(
      fc.property(fc.array(fc.array(word, { maxLength: 3 }), { minLength: 1, maxLength: 8 }), (lines) => {
        const marked = [...lines.map((words) => words.join('  ')), '  MARK here'];
        assert.equal(new RawText(marked.join('\n')).find('MARK  here')?.line, marked.length);
      }),
    );
  });
});
