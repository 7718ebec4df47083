import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dayIn } from '../../../src/core/dates/zones.ts';
import { createGapKeeping } from '../../../src/core/gaps/gap-keeping.ts';
import { GAP_WAIT_MS, GapRecorder } from '../../../src/core/gaps/gap-recorder.ts';
import type { Gap, GapStore } from '../../../src/core/ports/gap-store.ts';
import { MemoryGapStore } from '../../../src/infra/storage/memory/memory-gap-store.ts';
import { aGapEntry } from '../../contracts/gap-store.ts';
import { edtf } from '../../support/asking.ts';
import { FakeTime } from '../../support/daily/fake-time.ts';
import { RecordingLog } from '../../support/recording-log.ts';
import { onlyText, Talk, TODAY } from '../chat/tiny-chat.ts';

const UNKNOWN = 'giá vàng hôm nay bao nhiêu';
const KNOWN = 'Bill Clinton thăm Hà Nội khi nào?';
const DAY_MS = 86_400_000;
const NOON_MS = Date.UTC(2026, 6, 11, 12);

/** A store that fails, or never answers, as long as it is told to. */
class FragileStore extends MemoryGapStore {
  trouble: 'none' | 'fails' | 'hangs' = 'none';

  override async add(...given: Parameters<GapStore['add']>): Promise<void> {
    if (this.trouble === 'hangs') await new Promise(() => undefined);
    if (this.trouble === 'fails') throw new TypeError(`words of a person: ${UNKNOWN}`);
    await super.add(...given);
  }
}

/** A bot that keeps what it cannot answer. */
function keeping() {
  const [store, time, log, end] = [
    new FragileStore(),
    new FakeTime(NOON_MS),
    new RecordingLog(),
    new AbortController(),
  ];
  const today = () => dayIn('UTC', time.now());
  const recorder = new GapRecorder({ store, timer: time, log, today });
  const talk = new Talk('vi', undefined, undefined, recorder);
  const kept = (): Promise<readonly Gap[]> => store.list(edtf('2000-01-01'));
  const written = () => time.advanceTo(time.now() + GAP_WAIT_MS);
  const running = recorder.run(end.signal);
  const stop = async () => {
    end.abort();
    await running;
  };
  return { store, time, log, talk, kept, written, stop };
}

describe('the keeping of questions without an answer', () => {
  it('keeps what was asked, how often and when', async () => {
    const { talk, kept, written, stop } = keeping();
    await talk.say(UNKNOWN, 'room:lan');
    await talk.say(`/hoi ${UNKNOWN.toUpperCase()}?`, 'room:minh');
    await written();
    assert.deepEqual(await kept(), [
      { question: UNKNOWN, language: 'vi', count: 2, firstDay: TODAY, lastDay: TODAY },
    ]);
    await stop();
  });

  it('keeps no question that was answered, no command, nothing too long and no "go on"', async () => {
    const { talk, kept, stop } = keeping();
    for (const said of [KNOWN, '/help', '/bogus giá vàng', '/date giá vàng', `${UNKNOWN} `.repeat(30)])
      await talk.say(said);
    await talk.say('/more', 'test:other');
    await talk.say('nói thêm đi', 'test:another');
    await stop();
    assert.deepEqual(await kept(), []);
  });

  it('writes what is left when the bot stops', async () => {
    const { talk, kept, stop } = keeping();
    await talk.say(UNKNOWN);
    assert.deepEqual(await kept(), []);
    await stop();
    assert.equal((await kept()).length, 1);
  });

  it('answers while the store hangs', async () => {
    const { store, talk, written, kept } = keeping();
    store.trouble = 'hangs';
    await talk.say(UNKNOWN);
    await written();
    assert.notEqual(onlyText(await talk.say('/bogus')), '');
    await talk.say(UNKNOWN);
    assert.deepEqual(await kept(), []);
  });

  it('says once that the store fails, without words of a person, and writes when it works again', async () => {
    const { store, log, talk, written, kept, stop } = keeping();
    store.trouble = 'fails';
    await talk.say(UNKNOWN);
    await written();
    await talk.say(UNKNOWN);
    await written();
    assert.deepEqual(log.events, [
      { event: 'storage-failed', action: 'keep questions without an answer', reason: 'TypeError' },
    ]);
    store.trouble = 'none';
    await written();
    assert.equal((await kept())[0]?.count, 2);
    store.trouble = 'fails';
    await talk.say(UNKNOWN);
    await written();
    assert.equal(log.events.length, 2);
    await stop();
  });

  it('holds a flood of different questions within bounds', async () => {
    const { talk, kept, stop } = keeping();
    for (let number = 0; number < 300; number += 1) await talk.say(`giá vàng loại ${number} bao nhiêu`);
    await stop();
    assert.equal((await kept()).length, 100);
  });

  it('deletes what was last asked thirty days ago, at the start and on every new day', async () => {
    const { store, time, kept, stop } = keeping();
    await time.settle();
    const daysAgo = (days: number) => dayIn('UTC', NOON_MS - days * DAY_MS);
    await store.add(
      [aGapEntry('today', { day: daysAgo(0) }), aGapEntry('twenty-nine days ago', { day: daysAgo(29) })],
      10,
    );
    await time.advanceTo(NOON_MS + DAY_MS / 4);
    assert.equal((await kept()).length, 2);
    await time.advanceTo(NOON_MS + DAY_MS);
    assert.deepEqual(
      (await kept()).map(({ question }) => question),
      ['today'],
    );
    await stop();
  });
});

describe('a bot that is not to keep questions without an answer', () => {
  const given = { timer: new FakeTime(NOON_MS), today: () => TODAY };

  it('watches none, and deletes those it kept when it was', async () => {
    const [store, log] = [new MemoryGapStore(), new RecordingLog()];
    await store.add([aGapEntry(UNKNOWN)], 10);
    const { watch, run } = createGapKeeping({ isOn: false, store, log, ...given });
    await run(new AbortController().signal);
    assert.equal(watch, undefined);
    assert.deepEqual(await store.list(edtf('2000-01-01')), []);
    assert.deepEqual(log.events, []);
  });

  it('goes on when the store fails, and says so', async () => {
    const [store, log] = [new MemoryGapStore(), new RecordingLog()];
    store.clear = () => Promise.reject(new TypeError());
    await createGapKeeping({ isOn: false, store, log, ...given }).run(new AbortController().signal);
    assert.equal(log.of('storage-failed').length, 1);
  });
});
