import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Ask, askerOf, firstSentence, shortAnswer, told } from '../../support/asking.ts';
import { smallWorld } from '../../support/small-world.ts';
import { apart, BACKGROUND, tinyLibrary } from '../../support/tiny-library.ts';

const GLOSSARY = [
  '{ kind: person, vi: [Vũ Khoan], en: [Vu Khoan] }',
  '{ kind: person, vi: [Charlene Barshefsky], en: [Charlene Barshefsky] }',
  '{ kind: place, vi: [Washington], en: [Washington] }',
  '{ kind: place, vi: [Hà Nội], en: [Hanoi] }',
  '{ kind: place, vi: [Paris], en: [Paris] }',
];

/** Asks a library that holds one sentence and the background. */
const askAbout = (sentence: string): Ask =>
  askerOf(tinyLibrary({ articles: [...apart(sentence), ...BACKGROUND], glossary: GLOSSARY }));

/** What the sentence answers to each question; `none` means the whole sentence without a short answer. */
function answers(sentence: string, expected: Readonly<Record<string, string>>): void {
  const ask = askAbout(sentence);
  for (const [question, short] of Object.entries(expected)) {
    const answer = ask(question);
    assert.equal(firstSentence(answer), sentence, question);
    assert.equal(shortAnswer(answer) ?? 'none', short, question);
  }
}

describe('a short answer', () => {
  const world = askerOf(smallWorld());

  it('is the place that something came from, where that is asked', () => {
    answers('Lữ đoàn Dù 173 từ Okinawa đến Biên Hòa, đơn vị đầu tiên của Lục quân tại Hà Nội.', {
      'Lữ đoàn Dù 173 đến Biên Hòa từ đâu?': 'place: Okinawa',
    });
  });

  it('is a hotel or an airport only where the sentence says that it is one', () => {
    answers('Đại sứ nói chuyện tại khách sạn Mayflower ở Washington.', {
      'Đại sứ nói chuyện ở khách sạn nào?': 'place: khách sạn Mayflower',
      'Đại sứ nói chuyện ở sân bay nào?': 'none',
      'Đại sứ nói chuyện ở thành phố nào?': 'place: Washington',
    });
  });

  it('is the place itself, not the wider one around it, unless that is asked for', () => {
    answers('The first freed prisoners reached Walter Reed Hospital in Washington.', {
      'Where did the first freed prisoners arrive?': 'place: Walter Reed Hospital',
      'In which city did the first freed prisoners arrive?': 'place: Washington',
    });
    answers(
      'People protested in Washington; Richard Nixon went to the Lincoln Memorial to talk with students.',
      {
        'Where did Nixon talk with students?': 'place: Lincoln Memorial',
      },
    );
  });

  it('is no country of a list where it is asked where', () => {
    answers('Hiệp định Biển Bạc được Úc, Chile, Peru, Canada và Mexico ký kết.', {
      'Hiệp định Biển Bạc được ký ở đâu?': 'none',
    });
  });

  it('is no date of the year that the question names, where it asks for a year', () => {
    answers('Ngày 1 tháng 12 năm 1969, cơ quan tuyển quân tổ chức bốc thăm, lần đầu kể từ năm 1942.', {
      'Trước cuộc bốc thăm của cơ quan tuyển quân năm 1969, lần gần nhất là năm nào?': 'date: năm 1942',
    });
  });

  it('is no number in "một trong những"', () => {
    answers('Vụ cháy trên tàu Forrestal làm 134 người chết; phi công là một trong những người sống sót.', {
      'Vụ cháy trên tàu Forrestal làm bao nhiêu người chết?': 'number: 134',
    });
  });

  it('is the date of the sentence, with its day, month and year', () => {
    answers('Hiệp định thương mại được hai bên ký tại Washington ngày 13 tháng 7 năm 2000.', {
      'Hiệp định thương mại được hai bên ký khi nào?': 'date: ngày 13 tháng 7 năm 2000',
      'Hiệp định thương mại được hai bên ký ngày nào?': 'date: ngày 13 tháng 7 năm 2000',
      'Hiệp định thương mại được hai bên ký năm nào?': 'date: ngày 13 tháng 7 năm 2000',
      'hiep dinh thuong mai duoc hai ben ky bao gio': 'date: ngày 13 tháng 7 năm 2000',
    });
  });

  it('takes a date in figures as it stands', () => {
    answers('Hiệp định thương mại được hai bên ký ngày 13/7/2000.', {
      'Hiệp định thương mại được hai bên ký khi nào?': 'date: ngày 13/7/2000',
    });
  });

  it('leaves out the preposition before a date', () => {
    answers('The trade pact was signed by both sides on July 13, 2000.', {
      'When was the trade pact signed by both sides?': 'date: July 13, 2000',
    });
  });

  it('is the place, not the date beside it', () => {
    answers('Hiệp định thương mại được hai bên ký tại Washington ngày 13 tháng 7 năm 2000.', {
      'Hiệp định thương mại được hai bên ký ở đâu?': 'place: Washington',
      'hiep dinh thuong mai duoc hai ben ky o dau': 'place: Washington',
    });
  });

  it('is the person, not the place beside it', () => {
    answers('Bộ trưởng Vũ Khoan ký hiệp định thương mại tại Washington.', {
      'Ai ký hiệp định thương mại tại Washington?': 'person: Vũ Khoan',
      'Bộ trưởng nào ký hiệp định thương mại?': 'person: Vũ Khoan',
    });
  });

  it('is the number of what is counted, with its unit', () => {
    answers('Hai thành phố gom được 36,5 tỷ USD và 25.000 tấn gạo cứu trợ.', {
      'Hai thành phố gom được bao nhiêu tấn gạo cứu trợ?': 'number: 25.000 tấn',
      'Hai thành phố gom được bao nhiêu USD?': 'number: 36,5 tỷ USD',
    });
  });

  it('is not kept back by a number that stands in the question', () => {
    answers('Năm 2001, kim ngạch hai chiều đạt 1,5 tỷ USD.', {
      'Kim ngạch hai chiều năm 2001 đạt bao nhiêu?': 'number: 1,5 tỷ USD',
    });
  });

  it('is an English number as English writes it', () => {
    answers('About 68,000 orphans of the storm were fed by American sailors.', {
      'How many orphans were fed by American sailors?': 'number: 68,000',
    });
  });

  it('is the day of the asked event in the language of the question', () => {
    assert.equal(
      shortAnswer(world('Obama tuyên bố dỡ bỏ lệnh cấm bán vũ khí sát thương khi nào?')),
      'date: Ngày 23 tháng 5 năm 2016',
    );
    assert.equal(
      shortAnswer(world('When did Obama announce the full lifting of the ban on lethal arms sales?')),
      'date: May 23, 2016',
    );
  });
});

describe('no short answer is given', () => {
  it('when the sentence holds several persons and does not show which', () => {
    answers('Bộ trưởng Vũ Khoan và bà Charlene Barshefsky ký hiệp định thương mại.', {
      'Ai ký hiệp định thương mại?': 'none',
    });
  });

  it('when several dates are told of the same thing', () => {
    answers('Năm 1998 và năm 2001, hội nghị khí hậu họp tại Paris.', {
      'Hội nghị khí hậu họp tại Paris năm nào?': 'none',
    });
  });

  it('when what stands there is of another kind than what is asked', () => {
    answers('Hiệp định thương mại được hai bên ký tại Washington.', {
      'Hiệp định thương mại được hai bên ký năm nào?': 'none',
      'Hiệp định thương mại được hai bên ký ở đâu?': 'place: Washington',
    });
    answers('Hiệp định thương mại được hai bên ký ngày 13 tháng 7 năm 2000.', {
      'Hiệp định thương mại được hai bên ký ở đâu?': 'none',
      'Ai ký hiệp định thương mại được hai bên ký ngày 13 tháng 7 năm 2000?': 'none',
    });
  });

  it('when the date is less precise than what is asked', () => {
    answers('Hiệp định thương mại được hai bên ký năm 2000.', {
      'Hiệp định thương mại được hai bên ký tháng mấy?': 'none',
      'Hiệp định thương mại được hai bên ký năm nào?': 'date: năm 2000',
    });
  });

  it('by repeating the date of the question', () => {
    answers('Ngày 13 tháng 7 năm 2000, hiệp định thương mại được hai bên ký.', {
      'Ngày 13 tháng 7 năm 2000 hiệp định thương mại nào được hai bên ký?': 'none',
      'Hiệp định thương mại được hai bên ký ngày 13 tháng 7 năm 2000 khi nào?': 'none',
    });
  });

  it('by repeating the person of the question', () => {
    answers('Bộ trưởng Vũ Khoan ký hiệp định thương mại.', {
      'Bộ trưởng Vũ Khoan ký hiệp định thương mại với ai?': 'none',
    });
  });

  it('to a question that names the very person', () => {
    answers('Bộ trưởng Vũ Khoan tiếp phóng viên ảnh Nick Út của hãng AP.', {
      'Nick Út là ai?': 'none',
      'nick ut la ai': 'none',
    });
  });

  it('when the sentence tells of another date than the one asked about', () => {
    answers('Bộ trưởng Vũ Khoan ký hiệp định thương mại tại Washington năm 2000.', {
      'Ai ký hiệp định thương mại tại Washington năm 1990?': 'none',
      'Ai ký hiệp định thương mại tại Washington năm 2000?': 'person: Vũ Khoan',
    });
  });

  it('to questions for reasons and things, and to claims', () => {
    answers(
      'Hiệp định thương mại được hai bên ký tại Washington ngày 13 tháng 7 năm 2000 vì lợi ích chung.',
      {
        'Vì sao hiệp định thương mại được hai bên ký?': 'none',
        'Hiệp định thương mại được hai bên ký tại Washington phải không?': 'none',
      },
    );
  });
});

describe('the kind of a short answer', () => {
  const QUESTIONS: Readonly<Record<string, string>> = {
    'khi nào': 'date',
    'năm nào': 'date',
    'bao nhiêu': 'number',
    'mấy ngày': 'number',
    'ở đâu': 'place',
    'là ai': 'person',
  };
  const SUBJECTS = [
    'Bill Clinton thăm Việt Nam',
    'Hiệp định thương mại song phương',
    'Kim ngạch hai chiều năm 2013',
    'Đại sứ quán Hoa Kỳ tại Hà Nội',
    'Nguyễn Thiện Nhân thăm Đại học Harvard',
    'chuyến bay thẳng đầu tiên',
    'Jefferson hỏi xin thóc giống tại Paris',
  ];

  it('is always the kind asked for', () => {
    const ask = askerOf(smallWorld());
    for (const subject of SUBJECTS) {
      for (const [words, kind] of Object.entries(QUESTIONS)) {
        const { direct } = ask(`${subject} ${words}?`);
        if (direct !== undefined) assert.equal(direct.kind, kind, `${subject} ${words}: ${direct.text}`);
      }
    }
  });

  it('is of the quoted sentence, never of another one', () => {
    const ask = askerOf(smallWorld());
    for (const subject of SUBJECTS) {
      for (const words of Object.keys(QUESTIONS)) {
        const answer = ask(`${subject} ${words}?`);
        if (answer.direct !== undefined) assert.ok(told(answer)?.includes(answer.direct.text));
      }
    }
  });
});
