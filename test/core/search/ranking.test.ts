import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { askerOf, shortAnswer, told } from '../../support/asking.ts';
import { indexOf, searchFor } from '../../support/searching.ts';
import { apart, BACKGROUND, type TinyArticle, tinyLibrary } from '../../support/tiny-library.ts';

/** What is expected of one question: the sentences that come first, best first, each with the reason for its place. */
interface Ranked {
  readonly question: string;
  readonly order: readonly (readonly [sentence: string, why: string])[];
}

/**
 * Asserts the order among the sentences named, each of which must be found, and that the first of them is the best of
 * all. Asks twice: while everything is scored, and by way of the index of candidates.
 */
function ranks(
  articles: readonly TinyArticle[],
  { question, order }: Ranked,
  glossary: readonly string[] = [],
): void {
  const index = indexOf(tinyLibrary({ articles: [...articles, ...BACKGROUND], glossary }));
  const named = order.map(([sentence]) => sentence);
  for (const way of ['scanning', 'by candidates']) {
    const found = searchFor(index, question);
    assert.equal(found[0], named[0], `${way}: ${question}`);
    assert.deepEqual(
      found.filter((sentence) => named.includes(sentence)),
      named,
      `${way}: ${question}`,
    );
    index.prepare();
  }
}

describe('the ranking of words', () => {
  const marks = apart(
    'Cái ma kia trắng toát.',
    'Cái mả kia trắng toát.',
    'Cái má kia trắng toát.',
    'Cái mà kia trắng toát.',
  );

  it('puts the very word above words that differ in marks', () => {
    ranks(marks, {
      question: 'má trắng toát',
      order: [
        ['Cái má kia trắng toát.', 'the word as typed'],
        ['Cái ma kia trắng toát.', 'the others share its letters only, and keep their order'],
        ['Cái mả kia trắng toát.', 'likewise'],
        ['Cái mà kia trắng toát.', 'likewise'],
      ],
    });
  });

  it('takes "ma" among marked words for itself, not for any of má, mà and mả', () => {
    ranks(marks, {
      question: 'ma trắng toát',
      order: [
        ['Cái ma kia trắng toát.', 'the word as typed'],
        ['Cái mả kia trắng toát.', 'another word'],
        ['Cái má kia trắng toát.', 'another word'],
      ],
    });
  });

  it('takes a word typed without marks for every word of these letters', () => {
    const found = searchFor(indexOf(tinyLibrary({ articles: [...marks, ...BACKGROUND] })), 'ma trang toat');
    assert.deepEqual([...found.slice(0, 4)].sort(), [
      'Cái ma kia trắng toát.',
      'Cái mà kia trắng toát.',
      'Cái má kia trắng toát.',
      'Cái mả kia trắng toát.',
    ]);
  });

  it('finds "đ" by "d", which no Unicode decomposition does, and puts the typed letter first', () => {
    const articles = apart('Nơi đó có dòng nước trong.', 'Nơi đó có đòng lúa xanh.', 'Nơi đó có đồng cỏ.');
    ranks(articles, {
      question: 'dong lua',
      order: [
        ['Nơi đó có đòng lúa xanh.', 'both words'],
        ['Nơi đó có đồng cỏ.', 'one word, in a shorter sentence'],
        ['Nơi đó có dòng nước trong.', 'one word'],
      ],
    });
    ranks(articles, {
      question: 'đồng nào',
      order: [
        ['Nơi đó có đồng cỏ.', 'the word as typed'],
        ['Nơi đó có dòng nước trong.', 'd is not đ'],
      ],
    });
  });

  it('counts a rare word above common ones', () => {
    ranks(apart('Sông này rộng.', 'Tàu Impeccable neo lại.', 'Sông kia hẹp.'), {
      question: 'sông Impeccable',
      order: [
        ['Tàu Impeccable neo lại.', 'the word that no other sentence has'],
        ['Sông này rộng.', 'a word of many sentences'],
        ['Sông kia hẹp.', 'likewise'],
      ],
    });
  });

  it('counts what asks for nothing and what holds a sentence together for almost nothing', () => {
    ranks(apart('Bao nhiêu thì cũng là của những người đó.', 'Có 12 chiếc phà.'), {
      question: 'Có bao nhiêu chiếc phà của những người đó?',
      order: [
        ['Có 12 chiếc phà.', '"phà" is what the question is about'],
        ['Bao nhiêu thì cũng là của những người đó.', 'shares five words, none of which says anything'],
      ],
    });
  });

  it('finds English words by other endings', () => {
    ranks(
      [
        { language: 'en', paragraphs: ['They normalised the harbour.'] },
        { language: 'en', paragraphs: ['The harbour was normal.'] },
        { language: 'en', paragraphs: ['The harbour was deep.'] },
      ],
      {
        question: 'normalising harbours',
        order: [
          ['They normalised the harbour.', 'both words, each with another ending'],
          ['The harbour was deep.', 'one of them'],
        ],
      },
    );
  });
});

describe('the ranking of word order', () => {
  it('puts neighbours in the question that are neighbours in the text above the same words scattered', () => {
    ranks(
      apart(
        'Cấm tàu thuyền vận chuyển qua lệnh trên.',
        'Lệnh cấm vận tàu thuyền qua nơi trên.',
        'Vận chuyển cấm theo lệnh tàu thuyền trên.',
      ),
      {
        question: 'lệnh cấm vận',
        order: [['Lệnh cấm vận tàu thuyền qua nơi trên.', 'the phrase itself']],
      },
    );
  });

  it('puts words near each other above the same words far apart', () => {
    ranks(
      apart(
        'Voi rừng kéo về bản làng từ thuở xưa đi tìm bắp.',
        'Voi tìm bắp rừng kéo về bản làng từ thuở xưa đi.',
      ),
      {
        question: 'voi bắp',
        order: [
          ['Voi tìm bắp rừng kéo về bản làng từ thuở xưa đi.', 'one word between the two'],
          ['Voi rừng kéo về bản làng từ thuở xưa đi tìm bắp.', 'eleven words between the two'],
        ],
      },
    );
  });

  it('puts the shorter of two sentences with the same words first', () => {
    ranks(
      apart('Voi trắng về bản cùng bầy trâu già và vài con ngựa thồ hàng muối gạo.', 'Voi trắng về bản.'),
      {
        question: 'voi trắng',
        order: [
          ['Voi trắng về bản.', 'says nothing else'],
          ['Voi trắng về bản cùng bầy trâu già và vài con ngựa thồ hàng muối gạo.', 'says much else'],
        ],
      },
    );
  });
});

describe('the help of what stands around a sentence', () => {
  it('is given by the paragraph', () => {
    ranks(
      [
        { paragraphs: ['Bến cảng Vladivostok rất rộng. Ba chiếc tàu kéo làm việc ở đó.'] },
        { paragraphs: ['Ba chiếc tàu kéo làm việc ở hồ.', 'Bến cũ bỏ hoang.'] },
      ],
      {
        question: 'mấy tàu kéo ở cảng Vladivostok',
        order: [
          ['Bến cảng Vladivostok rất rộng.', 'has the rare word itself'],
          ['Ba chiếc tàu kéo làm việc ở đó.', 'its neighbour names the place'],
          ['Ba chiếc tàu kéo làm việc ở hồ.', 'the same words with nothing to help'],
        ],
      },
    );
  });

  it('is not given by another paragraph of the same article', () => {
    ranks(
      [
        { paragraphs: ['Bến cảng Vladivostok rất rộng.', 'Ba chiếc tàu kéo làm việc ở đó.'] },
        { paragraphs: ['Ba chiếc tàu kéo làm việc ở đây. Vladivostok cũng có tàu.'] },
      ],
      {
        question: 'mấy chiếc tàu kéo Vladivostok',
        order: [
          ['Ba chiếc tàu kéo làm việc ở đây.', 'its paragraph has the rare word'],
          ['Ba chiếc tàu kéo làm việc ở đó.', 'the rare word stands in another paragraph'],
        ],
      },
    );
  });

  it('is given by the title', () => {
    ranks(
      [
        { title: 'Hải đăng Hòn Dáu', paragraphs: ['Đèn cao 67 mét.'] },
        { title: 'Hải đăng Kê Gà', paragraphs: ['Đèn cao 65 mét.'] },
      ],
      {
        question: 'Đèn Kê Gà cao bao nhiêu mét?',
        order: [
          ['Đèn cao 65 mét.', 'the lighthouse asked for, by its title'],
          ['Đèn cao 67 mét.', 'another lighthouse'],
        ],
      },
    );
  });
});

describe('the ranking of meanings', () => {
  const glossary = [
    '{ kind: place, vi: [Hoa Kỳ, Mỹ, Hợp chúng quốc Hoa Kỳ], en: [United States, America, US], also: [USA] }',
    '{ kind: term, vi: [lệnh cấm vận], en: [embargo] }',
    '{ kind: place, vi: [Biển Đông], en: [South China Sea] }',
  ];

  it('finds a meaning by any of its wordings, the asker’s own first', () => {
    ranks(
      apart('Tàu của Mỹ ghé Vũng Áng.', 'Tàu của Hoa Kỳ ghé Vũng Áng.', 'Tàu của Pháp ghé Vũng Áng.'),
      {
        question: 'Tàu của Hoa Kỳ ghé Vũng Áng khi nào?',
        order: [
          ['Tàu của Hoa Kỳ ghé Vũng Áng.', 'the wording that was typed'],
          ['Tàu của Mỹ ghé Vũng Áng.', 'another wording of the same'],
          ['Tàu của Pháp ghé Vũng Áng.', 'another country'],
        ],
      },
      glossary,
    );
  });

  it('reaches a Vietnamese sentence from an English question', () => {
    ranks(
      apart('Hoa Kỳ ban hành lệnh cấm vận.', 'Hoa Kỳ nói về Biển Đông.', 'Nước Pháp ban hành lệnh mới.'),
      {
        question: 'When did America impose the embargo?',
        order: [
          ['Hoa Kỳ ban hành lệnh cấm vận.', 'both meanings'],
          ['Hoa Kỳ nói về Biển Đông.', 'one of them'],
        ],
      },
      glossary,
    );
    ranks(
      apart('Biển thì ở phía đông bản.', 'Tàu đi trên Biển Đông.'),
      {
        question: 'ships in the South China Sea',
        order: [['Tàu đi trên Biển Đông.', 'the name, not its parts']],
      },
      glossary,
    );
  });

  it('does not take "my" of a marked question for Mỹ, and does of an unmarked one', () => {
    const articles = apart('Cô My bán xôi.', 'Người Mỹ bán xôi.');
    ranks(
      articles,
      {
        question: 'Người Mỹ bán xôi ở đâu?',
        order: [
          ['Người Mỹ bán xôi.', 'the country'],
          ['Cô My bán xôi.', 'a name'],
        ],
      },
      glossary,
    );
    ranks(
      articles,
      {
        question: 'nguoi my ban xoi o dau',
        order: [
          ['Người Mỹ bán xôi.', 'the country, which "nguoi" also points to'],
          ['Cô My bán xôi.', 'the letters only'],
        ],
      },
      glossary,
    );
  });
});

describe('a document that is known to be asked for in other words', () => {
  const event = (id: string, name: string, asked: string) => ({
    id,
    keys: {
      title: `{ vi: Khánh thành cầu ${name}, en: Bridge ${name} opens }`,
      text: `{ vi: "Ngày 12 tháng 7 năm 1995, cầu ${name} khánh thành.", en: "On July 12, 1995, bridge ${name} opened." }`,
      ...(asked === '' ? {} : { asked: `{ vi: [${asked}] }` }),
    },
  });
  const library = tinyLibrary({
    events: [
      event('cau-sen', 'Sen', ''),
      event('cau-cuc', 'Cúc', 'Cây cầu treo đung đưa xây xong hôm nào?'),
      event('cau-mai', 'Mai', ''),
    ],
    articles: BACKGROUND,
  });

  it('is found by those words, before its likes, scanned or by candidates', () => {
    const index = indexOf(library);
    for (const way of ['scanning', 'by candidates']) {
      for (const question of ['cây cầu đung đưa', 'cay cau dung dua'])
        assert.equal(
          searchFor(index, question)[0],
          'Ngày 12 tháng 7 năm 1995, cầu Cúc khánh thành.',
          `${way}: ${question}`,
        );
      index.prepare();
    }
  });

  it('is quoted in its own words', () => {
    const answer = askerOf(library)('Cây cầu treo đung đưa được xây xong hôm nào?');
    assert.equal(told(answer), 'Ngày 12 tháng 7 năm 1995, cầu Cúc khánh thành.');
    assert.equal(shortAnswer(answer), 'date: Ngày 12 tháng 7 năm 1995');
  });
});
