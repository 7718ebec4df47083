import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Ask, askerOf, shortAnswer } from '../../support/asking.ts';
import { apart, BACKGROUND, tinyLibrary } from '../../support/tiny-library.ts';

const askAbout = (...sentences: readonly string[]): Ask =>
  askerOf(tinyLibrary({ articles: [...apart(...sentences), ...BACKGROUND], glossary: [] }));

describe('of two sentences that answer alike', () => {
  it('the one with the day is quoted', () => {
    const ask = askAbout(
      'Hiệp định Biển Bạc được ký năm 2000.',
      'Hiệp định Biển Bạc được hai bên ký ngày 13 tháng 7 năm 2000.',
    );
    assert.equal(shortAnswer(ask('Hiệp định Biển Bạc được ký khi nào?')), 'date: ngày 13 tháng 7 năm 2000');
  });

  it('the year is enough for who asks for the year', () => {
    const ask = askAbout(
      'Hiệp định Biển Bạc được ký năm 2000.',
      'Hiệp định Biển Bạc được hai bên ký ngày 13 tháng 7 năm 2000.',
    );
    assert.equal(shortAnswer(ask('Hiệp định Biển Bạc được ký năm nào?')), 'date: năm 2000');
  });

  it('a day of another year is none of it', () => {
    const ask = askAbout(
      'Hiệp định Biển Bạc được ký năm 2000.',
      'Hiệp định Biển Bạc được hai bên ký lại ngày 13 tháng 7 năm 2004.',
    );
    assert.equal(shortAnswer(ask('Hiệp định Biển Bạc được ký khi nào?')), 'date: năm 2000');
  });
});

describe('the date of what a sentence only mentions', () => {
  it('does not tell when the rest of it was', () => {
    const ask = askAbout('Hiệp định Biển Bạc được ký gần một năm sau cuộc gặp nguyên tắc tháng 7 năm 1999.');
    assert.equal(shortAnswer(ask('Hiệp định Biển Bạc được ký khi nào?')), undefined);
  });

  it('tells it where that is what is asked', () => {
    const ask = askAbout(
      'Tàu Hải Âu về cảng sau khi hai bên ký Hiệp định Biển Bạc ngày 13 tháng 7 năm 2000.',
    );
    assert.equal(
      shortAnswer(ask('Hai bên ký Hiệp định Biển Bạc khi nào?')),
      'date: ngày 13 tháng 7 năm 2000',
    );
  });
});
