import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { article, check, type EventParts, type Folder, timeline } from './made-up-folder.ts';

const TEXT = 'Hoa Kỳ bãi bỏ lệnh cấm vận năm 1994.';

/** An article with these sources, each a title and an address. */
const withSources = (...sources: readonly (readonly [title: string, url: string])[]): Folder =>
  article({
    header: [
      'sources:',
      ...sources.map(([title, url], at) => `  s${at}: { title: ${title}, url: "${url}" }`),
    ].join('\n'),
    text: `${TEXT} ${sources.map((_, at) => `[^s${at}]`).join('')}`,
  });

const messages = (folder: Folder): readonly string[] =>
  check(folder).map(({ rule, message }) => `${rule}: ${message}`);

const OTHER_EVENT: EventParts = {
  id: '1994-02-03-embargo-lifted',
  date: '1994-02-03',
  title: { vi: 'Bỏ lệnh cấm vận', en: 'Embargo lifted' },
  vi: 'Ngày 3 tháng 2 năm 1994, Bill Clinton bãi bỏ lệnh cấm vận.',
  en: 'On February 3, 1994, Bill Clinton lifted the embargo.',
  people: '[Bill Clinton]',
};

describe('sources', () => {
  it('finds addresses that lead nowhere, with their line', () => {
    for (const url of [
      'https://www.state.gov/a,',
      'https://www.state.gov/a).',
      'https://www.state.gov/<a>',
      'https://state/a',
      'http://localhost/a',
      'http://20.210.105.67/a',
    ]) {
      const [finding, ...others] = check(withSources(['Trang', url]));
      assert.equal(finding?.rule, 'sources', url);
      assert.equal(finding?.line, 6);
      assert.deepEqual(others, []);
    }
  });

  it('accepts addresses that end with a mark of their own', () => {
    for (const url of [
      'https://en.wikipedia.org/wiki/Washington,_D.C.',
      'https://en.wikipedia.org/wiki/Richard_Fitzgibbon_Jr.',
      'https://en.wikipedia.org/wiki/Lotus_(plant)',
      'https://vietnamembassy-usa.org./relations/a',
    ])
      assert.deepEqual(messages(withSources(['Trang', url])), [], url);
  });

  it('finds a source listed twice, however its address is written', () => {
    assert.deepEqual(
      messages(withSources(['Trang', 'https://www.state.gov/a'], ['Trang', 'http://state.gov/a/#top'])),
      ['sources: The source http://state.gov/a/#top is listed twice.'],
    );
  });

  it('finds one address under two titles within a file, and leaves other files alone', () => {
    const folder = timeline({}, OTHER_EVENT);
    const elsewhere = withSources(['Tên khác', 'https://history.state.gov/countries/vietnam']);
    assert.deepEqual(messages({ ...folder, ...elsewhere }), []);
    const renamed = Object.entries(folder).map(([path, text]) => [path, text.replace('Lịch sử', 'Sử')]);
    assert.deepEqual(messages(Object.fromEntries(renamed)), [
      'sources: The source https://history.state.gov/countries/vietnam is called "Lịch sử" here and "Sử" before.',
    ]);
  });
});
