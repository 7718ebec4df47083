import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { GapEntry, GapStore } from '../../src/core/ports/gap-store.ts';
import { edtf } from '../support/asking.ts';

/** An empty store that is there for one test. */
export interface OpenGapStore {
  readonly gaps: GapStore;
  close(): Promise<void>;
}

/** A Vietnamese question asked once on 1 June 2026. */
export const aGapEntry = (question: string, changes: Partial<GapEntry> = {}): GapEntry => ({
  question,
  language: 'vi',
  times: 1,
  day: edtf('2026-06-01'),
  ...changes,
});

const PLENTY = 100;
const [JUNE_1, JUNE_2, JUNE_3] = ['2026-06-01', '2026-06-02', '2026-06-03'].map(edtf) as [
  GapEntry['day'],
  GapEntry['day'],
  GapEntry['day'],
];

/** What every keeper of questions without an answer promises. */
export function gapStoreContract(name: string, open: () => Promise<OpenGapStore>): void {
  describe(`questions without an answer kept in ${name}`, () => {
    let opened: OpenGapStore;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.close());
    const questions = async () => (await opened.gaps.list(JUNE_1)).map(({ question }) => question);

    it('are none at first', async () => {
      await opened.gaps.add([], PLENTY);
      assert.deepEqual(await opened.gaps.list(JUNE_1), []);
    });

    it('are told with how often they were asked, first and last when', async () => {
      const { gaps } = opened;
      await gaps.add([aGapEntry('Giá vàng?')], PLENTY);
      await gaps.add([aGapEntry('Giá vàng?', { times: 2, day: JUNE_3 })], PLENTY);
      assert.deepEqual(await gaps.list(JUNE_1), [
        { question: 'Giá vàng?', language: 'vi', count: 3, firstDay: JUNE_1, lastDay: JUNE_3 },
      ]);
    });

    it('are one where only marks, capitals, spaces or punctuation differ, in the words that came first', async () => {
      const asked = ['Giá vàng hôm nay?', 'gia vang hom nay', 'GIÁ VÀNG, hôm nay…'];
      await opened.gaps.add(
        asked.map((question) => aGapEntry(question)),
        PLENTY,
      );
      const [only, ...others] = await opened.gaps.list(JUNE_1);
      assert.deepEqual([only?.question, only?.count, others], ['Giá vàng hôm nay?', 3, []]);
    });

    it('are two in two languages', async () => {
      await opened.gaps.add([aGapEntry('Obama?'), aGapEntry('Obama?', { language: 'en' })], PLENTY);
      assert.deepEqual(
        (await opened.gaps.list(JUNE_1)).map(({ language }) => language),
        ['en', 'vi'],
      );
    });

    it('are told with the most asked first, then the latest, then by their words', async () => {
      await opened.gaps.add(
        [
          aGapEntry('b early'),
          aGapEntry('a late', { day: JUNE_2 }),
          aGapEntry('often', { times: 3 }),
          aGapEntry('a early'),
        ],
        PLENTY,
      );
      assert.deepEqual(await questions(), ['often', 'a late', 'a early', 'b early']);
    });

    it('are told only if they were asked on the day or later', async () => {
      const { gaps } = opened;
      await gaps.add([aGapEntry('old', { times: 9 }), aGapEntry('new', { day: JUNE_2 })], PLENTY);
      assert.deepEqual(
        (await gaps.list(JUNE_2)).map(({ question }) => question),
        ['new'],
      );
    });

    it('are gone once they were not asked for long, and their number is told', async () => {
      const { gaps } = opened;
      await gaps.add([aGapEntry('old'), aGapEntry('asked again')], PLENTY);
      await gaps.add([aGapEntry('asked again', { day: JUNE_2 })], PLENTY);
      assert.equal(await gaps.forgetBefore(JUNE_2), 1);
      assert.equal(await gaps.forgetBefore(JUNE_2), 0);
      assert.deepEqual(await questions(), ['asked again']);
    });

    it('are never more than there is room for: the least asked go, of those the oldest', async () => {
      const { gaps } = opened;
      await gaps.add(
        [aGapEntry('often', { times: 5 }), aGapEntry('old'), aGapEntry('late', { day: JUNE_2 })],
        3,
      );
      await gaps.add([aGapEntry('twice', { times: 2, day: JUNE_2 })], 3);
      assert.deepEqual(await questions(), ['often', 'twice', 'late']);
    });

    it('are all gone when they are cleared', async () => {
      await opened.gaps.add([aGapEntry('one'), aGapEntry('two')], PLENTY);
      assert.equal(await opened.gaps.clear(), 2);
      assert.deepEqual(await questions(), []);
    });

    it('are found again whatever their words hold', async () => {
      const odd = ["'; drop table question_gap; --", 'sealed:x:y', 'vi:en: 100 % \\ " 🇻🇳', 'A'.repeat(200)];
      await opened.gaps.add(
        odd.map((question) => aGapEntry(question)),
        PLENTY,
      );
      assert.deepEqual((await questions()).toSorted(), odd.toSorted());
    });
  });
}
