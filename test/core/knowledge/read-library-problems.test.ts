import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readLibrary } from '../../../src/core/knowledge/read-library.ts';
import { article, eventYaml, file, problemsOf, timeline } from '../../support/knowledge-files.ts';
import { type ProblemCase, reportsEach } from '../../support/problem-cases.ts';

const EVENT_CASES: readonly ProblemCase[] = [
  {
    what: 'a file that is not a list',
    files: [file('timeline/a.yaml', 'id: a\n')],
    problem: 'timeline/a.yaml:1: The file is not a list of events.',
    remedy: /"- id: …"/,
  },
  {
    what: 'a text in one language only',
    files: [timeline(eventYaml('a', { text: '{ vi: Một câu. }' }))],
    problem: 'timeline/events.yaml:4: "text.en" is missing.',
    remedy: /Add "en:"/,
  },
  {
    what: 'an event without a source',
    files: [timeline(eventYaml('a', { sources: '[]' }))],
    problem: 'timeline/events.yaml:6: "sources" has too few items: 0.',
    remedy: /at least 1/,
  },
  {
    what: 'a topic that is not on the list',
    files: [timeline(eventYaml('a', { topics: '[diplomacy, sports]' }))],
    problem: 'timeline/events.yaml:5: "topics[2]" is "sports".',
    remedy: /one of: agreement, culture/,
  },
  {
    what: 'an event on a day that does not exist',
    files: [timeline(eventYaml('a'), eventYaml('b', { date: '1995-13-01' }))],
    problem: 'timeline/events.yaml:8: "date" is "1995-13-01".',
    remedy: /a date that exists/,
  },
  {
    what: 'an importance beyond the scale',
    files: [timeline(eventYaml('a', { importance: '4' }))],
    problem: 'timeline/events.yaml:7: "importance" is "4".',
    remedy: /one of: 1, 2, 3/,
  },
  {
    what: 'another version without its source',
    files: [timeline(eventYaml('a', { other_versions: '[{ text: { vi: Khác., en: Other. } }]' }))],
    problem: 'timeline/events.yaml:7: "other_versions[1].source" is missing.',
    remedy: /Add "source:"/,
  },
  {
    what: 'a question without its mark',
    files: [timeline(eventYaml('a', { asked: '{ vi: [Ai ký] }' }))],
    problem: 'timeline/events.yaml:7: "asked.vi[1]" is "Ai ký".',
    remedy: /a question that ends in "\?"/,
  },
  {
    what: 'a second calendar without its place',
    files: [timeline(eventYaml('a', { also_dated: '[{ date: 1995-07-11 }]' }))],
    problem: 'timeline/events.yaml:7: "also_dated[1].place" is missing.',
    remedy: /Add "place:"/,
  },
  {
    what: 'a list written as a text',
    files: [timeline(eventYaml('a', { people: 'Bill Clinton' }))],
    problem: 'timeline/events.yaml:7: "people" is not a list.',
    remedy: /a list; each item is a text/,
  },
  {
    what: 'an id that another event has',
    files: [timeline(eventYaml('a')), file('timeline/more.yaml', eventYaml('a'))],
    problem: 'timeline/more.yaml:1: The id "a" is already used in timeline/events.yaml, line 1.',
    remedy: /another id/,
  },
  {
    what: 'an id that an article has',
    files: [article('a', 'Một câu.'), timeline(eventYaml('a'))],
    problem: 'timeline/events.yaml:1: The id "a" is already used in articles/a.md, line 2.',
    remedy: /another id/,
  },
];

const OTHER_CASES: readonly ProblemCase[] = [
  {
    what: 'a glossary entry of a kind it does not know',
    files: [article('a', 'Một câu.'), file('glossary.yaml', '- vi: [Hoa Kỳ]\n  en: [US]\n  kind: planet\n')],
    problem: 'glossary.yaml:3: "kind" is "planet".',
    remedy: /person, institution/,
  },
  {
    what: 'a glossary entry without a form in one language',
    files: [article('a', 'Một câu.'), file('glossary.yaml', '- vi: [Hoa Kỳ]\n  kind: place\n')],
    problem: 'glossary.yaml:1: "en" is missing.',
    remedy: /Add "en:" with a list/,
  },
  {
    what: 'an office that begins on no date',
    files: [
      article('a', 'Một câu.'),
      file(
        'glossary.yaml',
        '- vi: [A]\n  en: [A]\n  kind: person\n  offices:\n    - { title: { vi: a, en: a }, from: hôm qua }\n',
      ),
    ],
    problem: 'glossary.yaml:5: "offices[1].from" is "hôm qua".',
    remedy: /a date that exists/,
  },
  {
    what: 'glossary entries with the same id',
    files: [
      article('a', 'Một câu.'),
      file(
        'glossary.yaml',
        '- { id: x, vi: [a], en: [a], kind: term }\n- { id: x, vi: [b], en: [b], kind: term }\n',
      ),
    ],
    problem: 'glossary.yaml:2: The id "x" is already used in line 1.',
    remedy: /another id/,
  },
  {
    what: 'an article in the wrong folder',
    files: [article('a', 'Một câu.'), file('articles/vi/b.md', 'Một câu.')],
    problem: 'articles/vi/b.md:1: This file is not where the bot reads such files.',
    remedy: /articles\/<id>\.md/,
  },
  {
    what: 'events in the wrong folder',
    files: [article('a', 'Một câu.'), file('events.yml', '[]')],
    problem: 'events.yml:1: This file is not where the bot reads such files.',
    remedy: /timeline\/<era>\.yaml/,
  },
  {
    what: 'a folder with nothing to answer from',
    files: [file('README.md', 'Chưa có gì.')],
    problem: 'articles:1: There are no articles and no events.',
    remedy: /path of the knowledge folder/,
  },
];

describe('reading a timeline reports', () => reportsEach(EVENT_CASES));

describe('reading a knowledge folder reports', () => {
  reportsEach(OTHER_CASES);

  it('all problems of all files at once, by file and line, and loads nothing', () => {
    const reading = readLibrary([
      timeline(eventYaml('a', { date: 'hôm qua', topics: '[sports]' })),
      article('tot', 'Bài này không có lỗi.'),
      article('b', 'Một câu. [^x]', 'published: 1995-02-31\ntilte: Hai\n'),
    ]);
    assert.equal(reading.kind, 'problems');
    assert.ok(reading.kind === 'problems');
    assert.deepEqual(
      reading.problems.map(({ file: path, line }) => `${path}:${line}`),
      [
        'articles/b.md:5',
        'articles/b.md:6',
        'articles/b.md:9',
        'timeline/events.yaml:2',
        'timeline/events.yaml:5',
      ],
    );
  });

  it('a reference to a broken article only where the article is broken', () => {
    const problems = problemsOf(
      article('a', 'Một câu.', 'translation_of: b\n'),
      article('b', 'One sentence.', 'published: never\n', 'en'),
    );
    assert.deepEqual(
      problems.map(({ file: path }) => path),
      ['articles/b.md'],
    );
  });
});
