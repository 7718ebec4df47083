import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Answerer } from '../../../src/core/answer/answerer.ts';
import { checkClaims } from '../../../src/core/answer/claims.ts';
import { TINY_LIBRARY, TODAY } from '../chat/tiny-chat.ts';

const answerer = new Answerer(TINY_LIBRARY, TODAY);
const verdicts = (text: string) =>
  checkClaims(text, answerer, { language: 'vi', today: TODAY }).map(
    ({ finding }) => finding?.verdict ?? 'none',
  );

describe('checking a claim', () => {
  it('is supported by a sentence that states its date, however coarse', () => {
    assert.deepEqual(verdicts('Hiệp định Thương mại song phương được ký ngày 13/7/2000.'), ['supports']);
    assert.deepEqual(verdicts('Hiệp định Thương mại song phương được ký năm 2000.'), ['supports']);
    assert.deepEqual(verdicts('hiep dinh thuong mai song phuong duoc ky nam 2000'), ['supports']);
  });

  it('conflicts with a sentence that states another date', () => {
    assert.deepEqual(verdicts('Hiệp định Thương mại song phương được ký năm 1999.'), ['conflicts']);
    assert.deepEqual(verdicts('The United States lifted the trade embargo against Vietnam in 1990.'), [
      'conflicts',
    ]);
  });

  it('conflicts even where its date alone makes it a statement about nothing', () => {
    assert.deepEqual(verdicts('Việt Nam và Hoa Kỳ bình thường hóa quan hệ ngoại giao năm 1990.'), [
      'conflicts',
    ]);
  });

  it('is only related to a sentence with nothing that could be compared', () => {
    assert.deepEqual(verdicts('Hiệp định Thương mại song phương được ký tại Washington.'), ['related']);
  });

  it('finds nothing on what the sources do not tell, and gives no verdict without a sentence', () => {
    assert.deepEqual(verdicts('Giá vàng hôm nay tăng thêm 2 triệu đồng.'), ['none']);
  });

  it('takes each statement of a text by itself, and no questions', () => {
    const text =
      'Hiệp định Thương mại song phương được ký năm 2000. Ai ký hiệp định này vậy? Giá vàng hôm nay lại tăng mạnh.';
    assert.deepEqual(verdicts(text), ['supports', 'none']);
  });

  it('looks at the beginning of an endless text only', () => {
    assert.ok(verdicts('Hiệp định Thương mại song phương được ký năm 2000. '.repeat(5000)).length <= 4);
  });
});
