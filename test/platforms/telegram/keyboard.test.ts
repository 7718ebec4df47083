import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { keyboardOf } from '../../../src/platforms/telegram/keyboard.ts';

const rowsOf = (...labels: readonly string[]): readonly (readonly string[])[] =>
  keyboardOf(
    {
      language: 'vi',
      blocks: [],
      buttons: labels.map((label) => ({ label, action: { kind: 'say', text: label } })),
    },
    undefined,
  )?.inline_keyboard.map((row) => row.map(({ text }) => text)) ?? [];

describe('a row of buttons', () => {
  it('holds three short ones, and fewer where a phone would cut the longest', () => {
    assert.deepEqual(rowsOf('Ngữ cảnh', 'Thu gọn', 'English', 'Xóa'), [
      ['Ngữ cảnh', 'Thu gọn', 'English'],
      ['Xóa'],
    ]);
    assert.deepEqual(rowsOf('Ngữ cảnh', 'Kết quả khác (3)', 'English'), [
      ['Ngữ cảnh', 'Kết quả khác (3)'],
      ['English'],
    ]);
    assert.deepEqual(rowsOf('Ngữ cảnh', 'Một nhãn nút dài hơn cả'), [
      ['Ngữ cảnh'],
      ['Một nhãn nút dài hơn cả'],
    ]);
    assert.deepEqual(rowsOf(), []);
  });
});
