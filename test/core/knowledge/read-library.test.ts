import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createLibrary } from '../../../src/core/knowledge/library.ts';
import { article, eventYaml, file, libraryOf, sentencesOf, timeline } from '../../support/knowledge-files.ts';

describe('an article', () => {
  it('becomes sentences in paragraphs, under their headings, numbered through', () => {
    const library = libraryOf(
      article('a', 'Một câu. Hai câu.\n\n## Mục một\n\nBa câu.\nBốn câu.\n\n- Năm câu.\n- Sáu câu.'),
    );
    assert.deepEqual(
      sentencesOf(library, 'a').map(({ text, position, paragraph, heading }) => [
        text,
        position,
        paragraph,
        heading,
      ]),
      [
        ['Một câu.', 1, 0, undefined],
        ['Hai câu.', 2, 0, undefined],
        ['Ba câu.', 3, 1, 'Mục một'],
        ['Bốn câu.', 4, 1, 'Mục một'],
        ['Năm câu.', 5, 2, 'Mục một'],
        ['Sáu câu.', 6, 2, 'Mục một'],
      ],
    );
  });

  it('of tags is text, though its line begins like a heading', () => {
    const library = libraryOf(article('a', '# thép # Hòa Phát # doanh nghiệp'));
    assert.deepEqual(
      sentencesOf(library, 'a').map(({ text }) => text),
      ['# thép # Hòa Phát # doanh nghiệp'],
    );
  });

  it('gives every sentence the sources of its paragraph or item, and the document all of them', () => {
    const library = libraryOf(
      article(
        'a',
        'Một câu. Hai câu. [^x][^y]\n\n- Ba câu. [^y]\n- Bốn câu. [^x]',
        'source: { title: Bài gốc }\nsources:\n  x: { title: Nguồn X, url: "https://example.org/x" }\n  y: { title: Nguồn Y }\n',
      ),
    );
    assert.deepEqual(
      sentencesOf(library, 'a').map(({ sources }) => sources.map(({ title }) => title)),
      [['Nguồn X', 'Nguồn Y'], ['Nguồn X', 'Nguồn Y'], ['Nguồn Y'], ['Nguồn X']],
    );
    assert.deepEqual(library.document('a', 'vi')?.sources, [
      { title: 'Bài gốc' },
      { title: 'Nguồn X', url: 'https://example.org/x' },
      { title: 'Nguồn Y' },
    ]);
  });

  it('keeps its date and its translation, which need not point back', () => {
    const library = libraryOf(
      article('a', 'Một câu.', 'published: 2016-05\ntranslation_of: b\n'),
      article('b', 'One sentence.', '', 'en'),
    );
    assert.equal(library.document('a', 'vi')?.date, '2016-05');
    assert.equal(library.document('a', 'vi')?.translationOf, 'b');
    assert.equal(library.document('b', 'en')?.translationOf, undefined);
  });

  it('is read the same with a byte-order mark, Windows line ends and decomposed letters', () => {
    const plain = article('a', 'Việt Nam và Hoa Kỳ.\nHai câu.');
    const text = new TextDecoder().decode(plain.bytes);
    const odd = file('articles/a.md', `\uFEFF${text.normalize('NFD').replaceAll('\n', '\r\n')}`);
    assert.deepEqual(libraryOf(odd).documents, libraryOf(plain).documents);
  });

  it('leaves out comments', () => {
    const library = libraryOf(
      article('a', 'Một <!-- hay hai? --> câu.\n\n<!--\nBản nháp. [^x]\n-->\n\nHai câu.'),
    );
    assert.deepEqual(
      sentencesOf(library, 'a').map(({ text }) => text),
      ['Một câu.', 'Hai câu.'],
    );
  });
});

describe('an event', () => {
  it('becomes a document in each language under its id', () => {
    const library = libraryOf(
      timeline(eventYaml('a', { text: '{ vi: Một câu. Hai câu., en: One sentence. }' })),
    );
    assert.deepEqual(
      library.documents.map(({ kind, id, language, title, date }) => [kind, id, language, title, date]),
      [
        ['event', 'a', 'vi', 'Tựa', '1995-07-12'],
        ['event', 'a', 'en', 'Title', '1995-07-12'],
      ],
    );
    assert.deepEqual(
      sentencesOf(library, 'a').map(({ text }) => text),
      ['Một câu.', 'Hai câu.'],
    );
  });

  it('is high in confidence and of middling importance unless the editor says otherwise', () => {
    const library = libraryOf(
      timeline(eventYaml('a'), eventYaml('b', { confidence: 'medium', importance: '3', places: '[Hà Nội]' })),
    );
    const [plain, told] = library.events;
    assert.deepEqual([plain?.confidence, plain?.importance, plain?.places], ['high', 2, []]);
    assert.deepEqual([told?.confidence, told?.importance, told?.places], ['medium', 3, ['Hà Nội']]);
  });

  it('carries its date elsewhere and what other sources say', () => {
    const library = libraryOf(
      timeline(
        eventYaml('a', {
          also_dated: '[{ date: 1995-07-11, place: "Washington, D.C." }]',
          other_versions: '[{ date: 1995-08-05, text: { vi: Khác., en: Other. }, source: { title: Nguồn } }]',
        }),
      ),
    );
    assert.deepEqual(library.event('a')?.alsoDated, [{ date: '1995-07-11', place: 'Washington, D.C.' }]);
    assert.deepEqual(library.event('a')?.otherVersions, [
      { date: '1995-08-05', text: { vi: 'Khác.', en: 'Other.' }, source: { title: 'Nguồn' } },
    ]);
  });
});

describe('how an event is asked for', () => {
  const asked = '{ vi: [Ai ký?, Ký ở đâu?], en: [Who signed?] }';

  it('stays with the event, and with each of its documents in its language', () => {
    const library = libraryOf(timeline(eventYaml('a', { asked }), eventYaml('b')));
    assert.deepEqual(library.event('a')?.asked, { vi: ['Ai ký?', 'Ký ở đâu?'], en: ['Who signed?'] });
    assert.deepEqual(library.document('a', 'en')?.asked, ['Who signed?']);
    assert.deepEqual(library.event('b')?.asked, { vi: [], en: [] });
    assert.equal(library.document('b', 'vi')?.asked, undefined);
  });

  it('is no sentence that could be quoted', () => {
    const library = libraryOf(timeline(eventYaml('a', { asked })));
    assert.deepEqual(
      sentencesOf(library, 'a').map(({ text }) => text),
      ['Một câu.'],
    );
  });
});

describe('a library', () => {
  const files = [
    timeline(eventYaml('su-kien')),
    article('bai', 'Một câu. Hai câu.'),
    file(
      'glossary.yaml',
      '- { id: hoa-ky, vi: [Hoa Kỳ, Mỹ], en: [United States], kind: place, also: [Huê Kỳ] }\n' +
        '- vi: [A]\n  en: [A]\n  kind: person\n  offices: [{ title: { vi: Đại sứ, en: Ambassador }, from: 1997-05-14 }]\n',
    ),
  ];

  it('finds a sentence by its handle, a document and an event by their id', () => {
    const library = libraryOf(...files);
    const [, second] = sentencesOf(library, 'bai');
    assert.ok(second);
    assert.equal(library.sentence(second.handle)?.sentence, second);
    assert.equal(library.sentence(second.handle)?.document.id, 'bai');
    assert.equal(library.sentence('22222'), undefined);
    assert.equal(library.document('bai', 'en'), undefined);
    assert.equal(library.event('su-kien')?.title.en, 'Title');
  });

  it('holds the names of the glossary', () => {
    const { glossary } = libraryOf(...files);
    assert.deepEqual(glossary[0], {
      id: 'hoa-ky',
      kind: 'place',
      vi: ['Hoa Kỳ', 'Mỹ'],
      en: ['United States'],
      also: ['Huê Kỳ'],
      offices: [],
    });
    assert.deepEqual(glossary[1]?.offices, [
      { title: { vi: 'Đại sứ', en: 'Ambassador' }, from: '1997-05-14' },
    ]);
  });

  it('is the same in whatever order the files come', () => {
    assert.deepEqual(libraryOf(...files.toReversed()).documents, libraryOf(...files).documents);
  });

  it('keeps the handle of a sentence when sentences and files come and go around it', () => {
    const before = sentencesOf(libraryOf(...files), 'bai')[1];
    const after = sentencesOf(libraryOf(article('bai', 'Không câu.\n\nHai câu. Ba câu.')), 'bai')[1];
    assert.equal(after?.text, 'Hai câu.');
    assert.equal(after?.handle, before?.handle);
  });

  it('can be stored and made again from what was stored', () => {
    const { articles, events, documents, glossary } = libraryOf(...files);
    const again = createLibrary(JSON.parse(JSON.stringify({ articles, events, documents, glossary })));
    assert.deepEqual(again.documents, documents);
    assert.equal(again.document('bai', 'vi')?.title, 'Tựa');
  });

  it('takes no notice of originals, exceptions to the linter, READMEs and hidden files', () => {
    const library = libraryOf(
      ...files,
      file('articles/bai.txt', 'Bản gốc.'),
      file('check-exceptions.yaml', '- { rule: weekday, subject: a, reason: Đúng. }'),
      file('articles/README.md', 'Hướng dẫn.'),
      file('.obsidian/notes.md', 'Ghi chú.'),
      file('figures/README.md', 'Số liệu.'),
    );
    assert.equal(library.documents.length, 3);
  });
});
