import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Answer, AnswerNote, QuotedPassage } from '../../../src/core/answer/answer.ts';
import { Answerer } from '../../../src/core/answer/answerer.ts';
import { replyToAnswer } from '../../../src/core/chat/answer-reply.ts';
import { wordsIn } from '../../../src/core/chat/words/words.ts';
import type { Library } from '../../../src/core/knowledge/library.ts';
import type { Locale } from '../../../src/core/locale.ts';
import { article, eventYaml, libraryOf, timeline } from '../../support/knowledge-files.ts';
import { edtf, handleOf, TINY_LIBRARY, TODAY } from './tiny-chat.ts';

const SIGNED = 'Hiệp định Thương mại song phương được ký tại Washington vào ngày 13 tháng 7 năm 2000.';
const QUESTION = new Answerer(TINY_LIBRARY, TODAY).ask('?', {
  language: 'vi',
  today: TODAY,
  limit: 1,
}).question;

/** The passage with the sentence of this handle, whatever a search would make of it. */
function passage(library: Library, handle: string): QuotedPassage {
  const placed = library.sentence(handle);
  assert.ok(placed);
  return { ...placed, score: 1, highlights: [], alsoIn: [] };
}

const answerOf = (changes: Partial<Answer>): Answer => ({
  question: QUESTION,
  language: 'vi',
  answered: true,
  passages: [passage(TINY_LIBRARY, handleOf(SIGNED))],
  suggestions: [],
  notes: [],
  confidence: 1,
  ...changes,
});

const QUOTE = { kind: 'quote', text: SIGNED, highlights: [], marks: [] };
const CITATION = {
  kind: 'citation',
  title: 'Tựa',
  handle: handleOf(SIGNED),
  source: { title: 'Báo Thử', url: 'https://example.org/bao' },
};

describe('saying an answer', () => {
  it('puts the few words first, then the sentence with them pointed at, then where it stands', () => {
    const span = { start: SIGNED.indexOf('Washington'), end: SIGNED.indexOf('Washington') + 10 };
    const direct = { text: 'Washington', kind: 'place', span } as const;
    const reply = replyToAnswer(answerOf({ direct }), TINY_LIBRARY);
    assert.equal(reply.language, 'vi');
    assert.deepEqual(reply.blocks, [
      { kind: 'direct', text: 'Washington' },
      { ...QUOTE, highlights: [span] },
      CITATION,
    ]);
  });

  it('shows one sentence however many were found', () => {
    const passages = [SIGNED, 'Đại sứ Pete Peterson'].map((text) => passage(TINY_LIBRARY, handleOf(text)));
    assert.deepEqual(replyToAnswer(answerOf({ passages }), TINY_LIBRARY).blocks, [QUOTE, CITATION]);
  });

  it('never shows a sentence as the answer when nothing answers', () => {
    const suggestions = ['Hiệp định được ký khi nào?', 'Ai thăm Hà Nội?'];
    assert.deepEqual(replyToAnswer(answerOf({ answered: false, suggestions }), TINY_LIBRARY), {
      language: 'vi',
      blocks: [
        { kind: 'text', text: wordsIn('vi').notKnown },
        { kind: 'text', text: wordsIn('vi').suggestionsIntro },
        { kind: 'choices', choices: suggestions.map((question) => ({ label: question, say: question })) },
      ],
    });
  });

  it('does not announce suggestions it does not have', () => {
    assert.deepEqual(replyToAnswer(answerOf({ answered: false, language: 'en' }), TINY_LIBRARY).blocks, [
      { kind: 'text', text: wordsIn('en').notKnown },
    ]);
  });

  it('names the other places of the same statement', () => {
    const twin = TINY_LIBRARY.sentence(handleOf('Hoa Kỳ bãi bỏ'));
    assert.ok(twin);
    const passages = [{ ...passage(TINY_LIBRARY, handleOf(SIGNED)), alsoIn: [twin] }];
    assert.deepEqual(replyToAnswer(answerOf({ passages }), TINY_LIBRARY).blocks.at(-1), {
      kind: 'notice',
      text: 'Cũng có trong: Bỏ cấm vận',
    });
  });
});

describe('what a reader is told beside an answer', () => {
  const notes: readonly (readonly [AnswerNote, Readonly<Record<Locale, string>>])[] = [
    [
      { kind: 'other-date', asked: edtf('1990'), found: edtf('1995-07-12') },
      {
        vi: 'Câu hỏi nhắc tới 1990, còn tư liệu ghi ngày 12 tháng 7 năm 1995.',
        en: 'The question mentions 1990; the sources say July 12, 1995.',
      },
    ],
    [
      { kind: 'assumed-century', date: edtf('1995-07') },
      {
        vi: 'Năm viết hai chữ số được hiểu là tháng 7/1995.',
        en: 'The two-digit year was read as Jul 1995.',
      },
    ],
    [
      { kind: 'impossible-date', text: '31/2' },
      { vi: 'Trên lịch không có “31/2”.', en: 'There is no “31/2” in the calendar.' },
    ],
    [
      { kind: 'ambiguous-date', candidates: [edtf('1995-07-11'), edtf('1995-11-07')] },
      {
        vi: 'Ngày trong câu hỏi có thể là ngày 11 tháng 7 năm 1995 hoặc ngày 7 tháng 11 năm 1995.',
        en: 'The date in the question may be July 11, 1995 or November 7, 1995.',
      },
    ],
  ];
  for (const [note, said] of notes) {
    it(`is said in both languages: ${note.kind}`, () => {
      for (const language of ['vi', 'en'] as const) {
        const { blocks } = replyToAnswer(answerOf({ language, notes: [note] }), TINY_LIBRARY);
        assert.deepEqual(blocks.at(-1), { kind: 'notice', text: said[language] });
      }
    });
  }

  it('comes first when there is no answer to stand beside', () => {
    const note = { kind: 'impossible-date', text: '31/2' } as const;
    const { blocks } = replyToAnswer(answerOf({ answered: false, notes: [note] }), TINY_LIBRARY);
    assert.deepEqual(blocks[0], { kind: 'notice', text: 'Trên lịch không có “31/2”.' });
  });

  it('says what is wrong with the wording of a sentence', () => {
    const library = libraryOf(
      article(
        'sua',
        'Kim ngạch đạt 45 tỷ USD trong năm 2015.\n\nSố du khách là 49,12 triệu người.',
        [
          'corrections:',
          '  - { find: "45 tỷ", replace: "45,1 tỷ", reason: tròn số, source: "https://example.org/c" }',
          '  - { find: "49,12 triệu", doubtful: true, reason: quá nhiều }',
          '',
        ].join('\n'),
      ),
    );
    const [corrected, doubtful] = (library.articles[0]?.paragraphs ?? []).map(
      ({ sentences }) => sentences[0],
    );
    assert.ok(corrected && doubtful);
    const told = (handle: string) =>
      replyToAnswer(answerOf({ passages: [passage(library, handle)] }), library).blocks.flatMap((block) =>
        block.kind === 'quote' ? block.marks.map(String) : block.kind === 'notice' ? [block.text] : [],
      );
    assert.deepEqual(told(corrected.handle), ['corrected', wordsIn('vi').corrected(corrected.handle)]);
    assert.deepEqual(told(doubtful.handle), ['doubtful', wordsIn('vi').doubtful]);
  });

  it('tells the date in the other capital and what other sources say', () => {
    const library = libraryOf(
      timeline(
        eventYaml('normalisation', {
          date: '1995-07-11',
          text: '{ vi: Tổng thống tuyên bố bình thường hóa., en: The President announced it. }',
          also_dated: '[{ date: 1995-07-12, place: Hà Nội }]',
          other_versions:
            '[{ text: { vi: Ngày 12., en: On the 12th. }, source: { title: Sổ tay, url: "https://example.org/s" } }]',
        }),
      ),
    );
    const sentence = library.document('normalisation', 'vi')?.paragraphs[0]?.sentences[0];
    assert.ok(sentence);
    const { blocks } = replyToAnswer(answerOf({ passages: [passage(library, sentence.handle)] }), library);
    assert.deepEqual(blocks.slice(2), [
      { kind: 'notice', text: 'Lúc đó ở Hà Nội là ngày 12 tháng 7 năm 1995.' },
      { kind: 'notice', text: 'Nguồn khác ghi khác: Ngày 12. (Sổ tay)' },
    ]);
  });
});
