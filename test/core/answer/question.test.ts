import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  analyseQuestion,
  MAXIMUM_QUESTION_LENGTH,
  type Question,
} from '../../../src/core/answer/question.ts';
import type { Locale } from '../../../src/core/locale.ts';
import { TODAY } from '../../support/asking.ts';

const read = (text: string, language: Locale = 'vi'): Question =>
  analyseQuestion(text, { language, today: TODAY, isKnownWord: () => false });

const WANTED: Readonly<Record<string, readonly string[]>> = {
  'date, day': [
    'Hai nước ký hiệp định ngày nào?',
    'hai nuoc ky hiep dinh ngay nao',
    'Hôm nào tàu cập cảng?',
    'On what day did the ship arrive?',
    'Mùng mấy thì họp?',
  ],
  'date, month': ['Ông đến thăm tháng mấy?', 'Which month did he come?'],
  'date, year': ['Ông đến thăm năm nào?', 'ong den tham nam nao', 'What year did he come?'],
  'date, any': [
    'Khi nào hai nước bình thường hóa?',
    'hai nuoc binh thuong hoa khi nao',
    'Bao giờ mở đại sứ quán?',
    'When was the embassy opened?',
  ],
  number: [
    'Có bao nhiêu người?',
    'co bao nhieu nguoi',
    'Mấy người đi cùng?',
    'Chuyến thăm kéo dài bao lâu?',
    'How many people came?',
    'How much was spent?',
    'How long did the talks last?',
    'Bill Clinton thăm Việt Nam mấy ngày?',
    'bill clinton tham viet nam may ngay',
  ],
  person: [
    'Ai ký hiệp định?',
    'ai ky hiep dinh',
    'Đại sứ đầu tiên là ai?',
    'Tổng thống nào thăm Hà Nội?',
    'Ngoại trưởng nào đến trước?',
    'Who signed it?',
    'Which president visited Hanoi?',
    'Which US ambassador was a pilot?',
  ],
  place: [
    'Hiệp định ký ở đâu?',
    'hiep dinh ky o dau',
    'Thành phố nào đón tàu?',
    'Where was it signed?',
    'In which city was it signed?',
  ],
  reason: ['Vì sao Mỹ cấm vận?', 'Tại sao lại hoãn?', 'tai sao lai hoan', 'Why was it delayed?'],
  definition: ['BTA là gì?', 'What is the BTA?', 'MIA nghĩa là gì?', 'What does MIA stand for?'],
  agreement: ['Hiệp định nào được ký?', 'Which agreement did they sign?', 'Đạo luật nào bãi bỏ hạn chế?'],
  confirmation: [
    'Hai nước ký hiệp định rồi phải không?',
    'Có phải ông ấy đến Hà Nội?',
    'ong ay den ha noi dung khong',
    'Did he come to Hanoi?',
    'Is it true that he came?',
  ],
  thing: ['Kể về chuyến thăm', 'Hai bên mua loại máy bay nào?', 'quan hệ thương mại'],
};

describe('what a question asks for', () => {
  for (const [wanted, questions] of Object.entries(WANTED)) {
    it(`is read from its words: ${wanted}`, () => {
      for (const question of questions) {
        const { kind, precision } = read(question).wanted;
        assert.equal(precision === undefined ? kind : `${kind}, ${precision}`, wanted, question);
      }
    });
  }

  it('is named by the noun beside "nào", not by one further away', () => {
    assert.equal(read('Hai nước ký hiệp định nào?').wanted.kind, 'agreement');
    assert.equal(read('Ông là tổng thống nước nào?').wanted.kind, 'place');
  });

  it('is no year in "Việt Nam nào", nor in "Việt Nam mấy"', () => {
    for (const question of [
      'Công ty Việt Nam nào thắng?',
      'cong ty viet nam nao thang',
      'ở miền Nam mấy tháng',
    ]) {
      assert.notDeepEqual(read(question).wanted.precision, 'year', question);
    }
  });

  it('is no place in "đầu", however it is typed', () => {
    for (const [question, kind] of [
      ['ong tuong nao dung dau cuoc dao chinh', 'person'],
      ['dau nam 1968 nguoi my nao ra ha noi', 'person'],
      ['tau nao den dau tien', 'thing'],
      ['hoi nghi hop o dau', 'place'],
      ['hai ben gap nhau dau vay', 'place'],
    ] as const)
      assert.equal(read(question).wanted.kind, kind, question);
  });

  it('is told by the whole noun, not by a part of it', () => {
    assert.equal(read('Tàu sân bay Mỹ nào thăm Đà Nẵng?').wanted.kind, 'thing');
    assert.equal(read('Liên doanh với công ty nước giải khát nào?').wanted.kind, 'thing');
    assert.equal(read('hai nuoc lap quan he gi').wanted.kind, 'thing');
    assert.equal(read('gap bo truong an ninh noi dia nao').wanted.kind, 'person');
  });

  it('is asked once in English, not again in a clause', () => {
    for (const [question, kind] of [
      ['What was the vote when the Court let the papers print the study?', 'number'],
      ['Which agreement did they sign when they met?', 'agreement'],
      ['Was it Nixon who went to China?', 'confirmation'],
      ['How many soldiers were there when the war ended?', 'number'],
      ['How did people react when Saigon fell?', 'thing'],
      ['When did the general who led them leave?', 'date'],
    ] as const)
      assert.equal(read(question, 'en').wanted.kind, kind, question);
  });

  it('is a share, and no year, in "mỗi năm mấy phần trăm"', () => {
    assert.deepEqual(read('han ngach tang moi nam may phan tram').wanted.quantity, 'share');
  });

  it('is read also where letters changed places or a word of the phrase lost its marks', () => {
    assert.equal(read('tổng thống từ chức nàgy mấy').wanted.precision, 'day');
    assert.equal(read('hiệp định ký ngày nao').wanted.precision, 'day');
  });

  it('names what is counted', () => {
    assert.deepEqual(read('Có bao nhiêu tấn gạo?').wanted.of.slice(0, 2), ['tan', 'gao']);
    assert.equal(read('Có mấy người?').wanted.of[0], 'nguoi');
    assert.equal(read('How many soldiers came?').wanted.of[0], 'soldiers');
  });
});

describe('the reading of a question', () => {
  it('keeps the first part of one that is too long', () => {
    const { text, words } = read(`ai ký hiệp định ${'và '.repeat(50_000)}`);
    assert.ok(text.length <= MAXIMUM_QUESTION_LENGTH);
    assert.equal(words[0]?.word, 'ai');
  });

  it('makes one line of it', () => {
    assert.equal(read('  ai\n\nký\t\t hiệp định  ').text, 'ai ký hiệp định');
  });

  it('tells whether it was typed with marks', () => {
    assert.equal(read('ai ký hiệp định').marked, true);
    assert.equal(read('ai ky hiep dinh').marked, false);
    assert.equal(read('ai kys hieepj ddinhj').marked, true);
  });

  it('finds its dates at their places in the mended text', () => {
    const question = read('ngayf 12/7/1995 cos chuyeenj gif?');
    const [date] = question.dates;
    assert.equal(date?.edtf, '1995-07-12');
    assert.equal(question.read.slice(date?.start, date?.end), 'ngày 12/7/1995');
  });

  it('reads "hôm nay" and "năm ngoái" from the asker’s day', () => {
    assert.equal(read('Hôm nay có chuyện gì?').dates[0]?.edtf, '2025-06-15');
    assert.equal(read('Kim ngạch năm ngoái là bao nhiêu?').dates[0]?.edtf, '2024');
  });

  it('knows names by their capitals, but not when all is in capitals', () => {
    const capitals = (text: string): readonly string[] =>
      read(text)
        .words.filter(({ capitalised }) => capitalised === true)
        .map(({ word }) => word);
    assert.deepEqual(capitals('Ông Pete Peterson đến Hà Nội'), ['ông', 'pete', 'peterson', 'hà', 'nội']);
    assert.deepEqual(capitals('Ai gặp Peterson?'), ['peterson']);
    assert.deepEqual(capitals('AI GẶP PETERSON?'), []);
  });

  it('keeps the short form beside the word it stands for', () => {
    const words = read('vn ký gì với mỹ').words;
    assert.deepEqual(
      words.slice(0, 2).map(({ word }) => word),
      ['việt', 'nam'],
    );
    assert.ok(words[0]?.alternatives?.includes('vn'));
  });
});
