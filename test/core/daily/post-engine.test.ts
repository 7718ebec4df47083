import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Address, WallTime } from '../../../src/core/daily/subscription.ts';
import { instant, PostOffice, SETTINGS } from '../../support/daily/post-office.ts';
import { RecordingOutbox } from '../../support/daily/recording-outbox.ts';

const EVENING = '2026-07-10T12:00Z';
/** 08:00 in Hà Nội. */
const DUE = '2026-07-11T01:00Z';

/** An office with one subscription, on the evening before its post. */
async function office(repeatable = false): Promise<PostOffice> {
  const made = new PostOffice(EVENING, repeatable);
  await made.subscribe('a');
  return made;
}

describe('a daily post', () => {
  it('goes out once when it is due, and the ledger holds its link', async () => {
    const post = await office();
    const engine = post.engine();
    await post.tick(engine);
    assert.deepEqual(post.posted('a'), []);
    await post.tick(engine, DUE);
    await post.tick(engine);
    assert.deepEqual(post.posted('a'), ['2026-07-11']);
    const [entry] = await post.ledger.latest('a' as never, 1);
    assert.match(entry?.detail ?? '', /^https:/);
    assert.equal((await post.store.find('a' as never))?.dueAt, instant('2026-07-12T01:00Z'));
  });

  it('goes out late when the bot was down at its minute', async () => {
    const post = await office();
    await post.tick(post.engine(), '2026-07-11T05:00Z');
    assert.deepEqual(post.posted('a'), ['2026-07-11']);
  });

  it('is missed, and said to be, when the bot comes back too late', async () => {
    const post = await office();
    await post.tick(post.engine(), '2026-07-11T07:00Z');
    assert.deepEqual(post.posted('a'), []);
    assert.deepEqual(await post.entries('a'), ['2026-07-11 missed late']);
  });

  it('never goes out on another local day', async () => {
    const post = new PostOffice(EVENING);
    await post.subscribe('a', { time: '23:00' as WallTime });
    await post.tick(post.engine(), '2026-07-10T17:00Z');
    assert.deepEqual(post.posted('a'), []);
    assert.deepEqual(await post.entries('a'), ['2026-07-10 missed late']);
  });

  it('comes once after days of silence, for the last day only', async () => {
    const post = await office();
    await post.tick(post.engine(), '2026-07-14T02:00Z');
    assert.deepEqual(post.posted('a'), ['2026-07-14']);
    assert.deepEqual((await post.entries('a')).slice(1), [
      '2026-07-13 missed late',
      '2026-07-12 missed late',
      '2026-07-11 missed late',
    ]);
  });

  it('does not come twice when its time is changed after it came', async () => {
    const post = await office();
    const engine = post.engine();
    await post.tick(engine, DUE);
    await post.subscribe('a', { time: '20:00' as WallTime });
    await post.tick(engine, '2026-07-11T13:00Z');
    assert.deepEqual(post.posted('a'), ['2026-07-11']);
    await post.tick(engine, '2026-07-12T13:00Z');
    assert.deepEqual(post.posted('a'), ['2026-07-11', '2026-07-12']);
  });

  it('is for the day of its own zone, not of the machine or of Greenwich', async () => {
    const post = new PostOffice('2026-07-10T00:00Z');
    await post.subscribe('a', { zone: 'Pacific/Kiritimati', time: '00:30' as WallTime });
    await post.subscribe('b', { zone: 'America/Los_Angeles', time: '20:00' as WallTime });
    const engine = post.engine();
    await post.tick(engine, '2026-07-10T10:30Z');
    await post.tick(engine, '2026-07-11T03:00Z');
    assert.deepEqual([post.posted('a'), post.posted('b')], [['2026-07-11'], ['2026-07-10']]);
  });

  it('follows new rules of its zone', async () => {
    const post = await office();
    const planned = await post.store.find('a' as never);
    assert.ok(planned);
    // As if summer time had been in force when it was planned.
    await post.store.save({ ...planned, dueAt: planned.dueAt - 3_600_000 });
    const engine = post.engine();
    await post.tick(engine, '2026-07-11T00:00Z');
    assert.deepEqual(post.posted('a'), []);
    await post.tick(engine, DUE);
    assert.deepEqual(post.posted('a'), ['2026-07-11']);
  });

  it('is not sent when somebody pauses just before', async () => {
    const post = await office();
    const paused = await post.store.find('a' as never);
    assert.ok(paused);
    await post.store.save({ ...paused, state: 'paused' });
    await post.tick(post.engine(), DUE);
    assert.deepEqual(post.posted('a'), []);
  });

  it('is noted as empty when there is nothing to tell', async () => {
    const post = await office();
    post.composer = { compose: () => ({ kind: 'empty' }) };
    await post.tick(post.engine(), DUE);
    assert.deepEqual(await post.entries('a'), ['2026-07-11 empty']);
    assert.deepEqual(post.outbox.requests, []);
  });
});

describe('a platform that fails', () => {
  it('is waited for as long as it says', async () => {
    const post = await office();
    const engine = post.engine();
    post.outbox.fail('test:a', { kind: 'rate-limited', retryAfterMs: 60_000 });
    await post.tick(engine, DUE);
    await post.tick(engine, '2026-07-11T01:00:59Z');
    assert.equal(post.outbox.requests.length, 1);
    await post.tick(engine, '2026-07-11T01:01:01Z');
    assert.deepEqual(post.posted('a'), ['2026-07-11']);
  });

  it('is tried again at growing intervals while it cannot be reached, then given up for the day', async () => {
    const post = await office();
    post.outbox.fail('test:a', ...Array.from({ length: 100 }, () => ({ kind: 'unreachable' as const })));
    const engine = post.engine();
    await post.time.advanceTo(instant('2026-07-11T00:59Z'));
    const running = engine.run(new AbortController().signal);
    await post.time.advanceTo(instant('2026-07-11T08:00Z'));
    const waits = post.outbox.requests.map((at, index, all) => at - (all[index - 1] ?? at)).slice(1);
    assert.ok(waits.length > 10 && waits.length < 30, String(waits.length));
    assert.ok((waits[0] ?? 0) < (waits[3] ?? 0), String(waits));
    assert.deepEqual(await post.entries('a'), ['2026-07-11 missed unreachable']);
    await engine.stop();
    await running;
  });

  it('does not get a post twice that it may have taken, where it cannot tell repeats apart', async () => {
    for (const fault of ['delivered-unanswered', { kind: 'unconfirmed' }, 'hangs'] as const) {
      const post = await office();
      post.outbox.fail('test:a', fault);
      const engine = post.engine();
      await post.tick(engine, DUE);
      await post.tick(engine, '2026-07-11T02:00Z');
      assert.equal(post.outbox.requests.length, 1);
      assert.deepEqual(await post.entries('a'), ['2026-07-11 unconfirmed']);
    }
  });

  it('gets it again with the same nonce where it can, so that it stands there once', async () => {
    for (const fault of ['delivered-unanswered', { kind: 'unconfirmed' }, 'hangs'] as const) {
      const post = await office(true);
      post.outbox.fail('test:a', fault);
      await post.tick(post.engine(), DUE);
      assert.deepEqual(post.posted('a'), ['2026-07-11']);
      assert.deepEqual(await post.entries('a'), ['2026-07-11 sent']);
      assert.ok((post.outbox.posts[0]?.post.nonce.length ?? 99) <= 25);
    }
  });

  it('has one day of its refusals forgiven and is left alone after three, with the subscriber told once', async () => {
    const post = await office();
    post.outbox.fail('test:a', ...Array.from({ length: 3 }, () => ({ kind: 'gone' as const })));
    const engine = post.engine();
    await post.tick(engine, DUE);
    assert.equal((await post.store.find('a' as never))?.state, 'active');
    for (const day of [12, 13, 14, 15]) await post.tick(engine, `2026-07-${day}T01:00Z`);
    const left = await post.store.find('a' as never);
    assert.equal(left?.state, 'unreachable');
    assert.deepEqual(left?.settings, SETTINGS);
    assert.equal(post.outbox.requests.length, 3);
    assert.deepEqual(
      post.told.map(({ person }) => person),
      ['admin of a'],
    );
  });

  it('counts refusals anew after a post that arrives', async () => {
    const post = await office();
    post.outbox.fail('test:a', { kind: 'gone' }, { kind: 'gone' });
    const engine = post.engine();
    for (const day of [11, 12, 13]) await post.tick(engine, `2026-07-${day}T01:00Z`);
    const kept = await post.store.find('a' as never);
    assert.deepEqual([kept?.state, kept?.refusals], ['active', 0]);
  });

  it('has its missing permission named in the ledger', async () => {
    const post = await office();
    post.outbox.fail('test:a', { kind: 'forbidden', missing: 'Send Messages' });
    await post.tick(post.engine(), DUE);
    assert.deepEqual(await post.entries('a'), ['2026-07-11 forbidden Send Messages']);
  });

  it('has the post follow a place that moves while it is sent', async () => {
    const post = await office();
    post.outbox.fail('test:a', { kind: 'moved', to: 'test:b' as Address });
    await post.tick(post.engine(), DUE);
    assert.deepEqual([post.posted('a'), post.posted('b')], [[], ['2026-07-11']]);
    const moved = await post.store.find('a' as never);
    assert.deepEqual([moved?.address, moved?.place], ['test:b', 'place of test:b']);
    assert.equal(moved?.dueAt, instant('2026-07-12T01:00Z'));
  });

  it('has the next day tried after it found fault with a post', async () => {
    const post = await office();
    post.outbox.fail('test:a', { kind: 'rejected', reason: 'text too long' });
    const engine = post.engine();
    await post.tick(engine, DUE);
    await post.tick(engine, '2026-07-12T01:00Z');
    assert.deepEqual(post.posted('a'), ['2026-07-12']);
    assert.ok(post.log.some((event) => event.event === 'post' && event.outcome === 'rejected'));
  });
});

describe('many subscriptions', () => {
  it('are not kept waiting by one that fails, hangs or cannot be composed', async () => {
    const post = await office();
    for (const name of ['b', 'c', 'd', 'e']) await post.subscribe(name);
    post.outbox.fail('test:a', 'hangs');
    post.outbox.fail('test:b', { kind: 'gone' });
    const compose = post.composer;
    let composed = 0;
    post.composer = {
      compose: (contents, day) => {
        composed += 1;
        if (composed === 3) throw new TypeError('a defect');
        return compose.compose(contents, day);
      },
    };
    await post.tick(post.engine(), DUE);
    assert.deepEqual([post.posted('d'), post.posted('e')], [['2026-07-11'], ['2026-07-11']]);
    const dueAgain = instant('2026-07-11T01:00:10Z');
    assert.ok(post.outbox.posts.every(({ at }) => at < dueAgain));
  });

  it('are sent within the limits of the platform', async () => {
    const post = new PostOffice(EVENING);
    for (let index = 0; index < 100; index += 1) await post.subscribe(`chat-${index}`);
    post.outbox.latencyMs = 200;
    await post.tick(post.engine('one', {}, { perSecond: 30, perPlacePerSecond: 1, concurrency: 10 }), DUE);
    assert.equal(post.outbox.posts.length, 100);
    assert.ok(post.outbox.mostAtOnce <= 10);
    const { requests } = post.outbox;
    for (const from of requests) {
      assert.ok(requests.filter((at) => at >= from && at < from + 1000).length <= 30);
    }
  });

  it('that the platform put off go out before those that were not tried yet', async () => {
    const post = new PostOffice(EVENING);
    for (let index = 0; index < 9; index += 1) await post.subscribe(`chat-${index}`);
    post.outbox.fail('test:chat-0', { kind: 'rate-limited', retryAfterMs: 1000 });
    const stopping = new AbortController();
    post.time.jumpTo(instant(DUE));
    const running = post.engine('one', {}, { perSecond: 1, concurrency: 1 }).run(stopping.signal);
    await post.time.advanceTo(instant(DUE) + 30_000);
    const order = post.outbox.posts.map(({ post: { address } }) => address);
    assert.equal(order.length, 9);
    assert.ok(order.indexOf('test:chat-0' as Address) < 5, `${order}`);
    stopping.abort();
    await post.time.finish(running);
  });

  it('of one platform go out while another platform hangs', async () => {
    const post = await office();
    const other = new RecordingOutbox(post.time, 'other');
    await post.subscribe('x', {}, 'other');
    post.outbox.fail('test:a', 'hangs');
    await post.tick(post.engine('one', {}, undefined, [post.outbox, other]), DUE);
    assert.ok((other.posts[0]?.at ?? Number.POSITIVE_INFINITY) < instant('2026-07-11T01:00:01Z'));
  });

  it('of a platform that is not served wait for a process that serves it', async () => {
    const post = await office();
    await post.subscribe('x', {}, 'other');
    await post.tick(post.engine(), DUE);
    assert.deepEqual(await post.entries('x'), []);
    await post.tick(post.engine(), '2026-07-11T07:00Z');
    assert.deepEqual(await post.entries('x'), ['2026-07-11 missed late']);
  });
});

describe('two engines on one ledger', () => {
  it('post once between them', async () => {
    const post = await office();
    post.outbox.latencyMs = 500;
    const [one, two] = [post.engine('one'), post.engine('two')];
    post.time.jumpTo(instant(DUE));
    await post.time.finish(Promise.all([one.tick(), two.tick()]));
    await post.tick(one, '2026-07-11T01:10Z');
    assert.deepEqual(post.posted('a'), ['2026-07-11']);
  });

  it('take over a post whose worker died before it was sent', async () => {
    const post = await office();
    const key = { subscription: 'a' as never, day: '2026-07-11' as never };
    await post.ledger.claim(key, { worker: 'dead', now: instant(DUE), until: instant('2026-07-11T01:01Z') });
    const engine = post.engine();
    await post.tick(engine, '2026-07-11T01:00:30Z');
    assert.deepEqual(post.posted('a'), []);
    await post.tick(engine, '2026-07-11T01:02Z');
    assert.deepEqual(post.posted('a'), ['2026-07-11']);
  });

  for (const [repeatable, minutes, outcome] of [
    [false, 2, 'unconfirmed'],
    [true, 2, 'sent'],
    [true, 30, 'unconfirmed'],
  ] as const) {
    const kind = repeatable ? 'with' : 'without';
    it(`end a post as ${outcome} whose worker died on the way ${minutes} minutes ago, ${kind} nonces`, async () => {
      const post = await office(repeatable);
      const key = { subscription: 'a' as never, day: '2026-07-11' as never };
      const until = instant('2026-07-11T01:01:30Z');
      await post.ledger.claim(key, { worker: 'dead', now: instant(DUE), until });
      await post.ledger.markSending(key, 'dead', until);
      await post.tick(post.engine(), `2026-07-11T01:${String(minutes).padStart(2, '0')}Z`);
      assert.deepEqual(await post.entries('a'), [`2026-07-11 ${outcome}`]);
    });
  }
});

describe('a running engine', () => {
  it('posts on every day by itself, and stops when told, as often as it is told', async () => {
    const post = await office();
    const engine = post.engine();
    const stop = new AbortController();
    const running = engine.run(stop.signal);
    assert.equal(engine.run(stop.signal), running);
    await post.time.advanceTo(instant('2026-07-11T02:00Z'));
    assert.deepEqual(post.posted('a'), ['2026-07-11']);
    assert.ok((post.outbox.posts[0]?.at ?? 0) - instant(DUE) < 1000);
    stop.abort();
    await running;
    await engine.stop();
    await engine.stop();
    await post.time.advanceTo(instant('2026-07-12T02:00Z'));
    assert.deepEqual(post.posted('a'), ['2026-07-11']);
  });

  it('revises old plans when it starts', async () => {
    const post = await office();
    const planned = await post.store.find('a' as never);
    assert.ok(planned);
    await post.store.save({ ...planned, dueAt: planned.dueAt + 3_600_000 });
    const engine = post.engine();
    const running = engine.run(new AbortController().signal);
    await post.time.settle();
    assert.equal((await post.store.find('a' as never))?.dueAt, instant(DUE));
    await engine.stop();
    await running;
  });

  it('goes on when storage fails, and says so without the foreign words', async () => {
    const post = await office();
    const due = post.store.due.bind(post.store);
    let failures = 1;
    post.store.due = async (now, limit) => {
      failures -= 1;
      if (failures >= 0) throw new Error('postgres://user:secret@host');
      return due(now, limit);
    };
    const engine = post.engine();
    await post.tick(engine, DUE);
    await post.tick(engine);
    assert.deepEqual(post.posted('a'), ['2026-07-11']);
    assert.doesNotMatch(JSON.stringify(post.log), /secret/);
  });

  it('sends a test post at once, marked as one, which the ledger does not know', async () => {
    const post = await office();
    const subscription = await post.store.find('a' as never);
    assert.ok(subscription);
    const engine = post.engine();
    assert.equal((await engine.sendTest(subscription)).kind, 'sent');
    assert.equal(post.outbox.posts[0]?.post.reply.blocks[0]?.kind, 'notice');
    assert.deepEqual(await post.entries('a'), []);
    await post.tick(engine, DUE);
    assert.equal(post.outbox.posts.length, 2);
  });
});
