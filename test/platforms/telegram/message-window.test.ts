import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CAUTIOUS_SECOND_MS, SPARE_FOR_ANSWERS } from '../../../src/platforms/telegram/limits.ts';
import { MessageWindow } from '../../../src/platforms/telegram/message-window.ts';
import { FakeTime } from '../../support/daily/fake-time.ts';

const PER_SECOND = 30;
const { signal } = new AbortController();

interface Tried {
  readonly window: MessageWindow;
  readonly time: FakeTime;
  /** When each left, in milliseconds. */
  readonly posts: number[];
  readonly answers: number[];
  answer(): void;
  post(): void;
}

/** A window whose messages arrive at once. */
function tried(): Tried {
  const time = new FakeTime(0);
  const window = new MessageWindow(PER_SECOND, { clock: time, timer: time });
  const posts: number[] = [];
  const answers: number[] = [];
  const sayTo = (left: number[], transformer: ReturnType<MessageWindow['forPosts']>) => async () => {
    const call = async () => {
      left.push(time.now());
      return { ok: true as const, result: true };
    };
    await transformer(call as never, 'sendMessage', { chat_id: 1, text: '' }, undefined);
  };
  const answer = sayTo(answers, window.forAnswers(signal));
  const post = sayTo(posts, window.forPosts());
  return {
    window,
    time,
    posts,
    answers,
    answer: () => void answer(),
    post: () => void window.roomForPost(signal).then(post),
  };
}

/** How many of some times lie within a second from `from`. */
const within = (times: readonly number[], from: number): number =>
  times.filter((at) => at >= from && at < from + CAUTIOUS_SECOND_MS).length;

describe('the window of messages', () => {
  it('lets posts have all but some places', async () => {
    const { time, posts, post } = tried();
    for (let count = 0; count < 100; count += 1) post();
    await time.advanceTo(CAUTIOUS_SECOND_MS - 1);
    assert.equal(posts.length, PER_SECOND - SPARE_FOR_ANSWERS);
  });

  it('keeps more places free the more is answered', async () => {
    const { time, posts, answers, answer, post } = tried();
    for (let count = 0; count < 300; count += 1) post();
    for (let at = 0; at < 5000; at += 100) {
      await time.advanceTo(at);
      answer();
    }
    await time.advanceTo(5000);
    // Ten answers a second, and five places beside those that are always free.
    assert.equal(within(answers, 3050), 10);
    const expected = PER_SECOND - 10 - 5 - SPARE_FOR_ANSWERS;
    assert.ok(Math.abs(within(posts, 3050) - expected) <= 2, String(within(posts, 3050)));
    // So five people who ask at the same moment are answered at that moment.
    for (let count = 0; count < 5; count += 1) answer();
    await time.advanceTo(5001);
    assert.equal(answers.filter((at) => at >= 5000).length, 5);
  });

  it('lets answers go first and in order, and never more than Telegram takes', async () => {
    const { time, posts, answers, answer, post } = tried();
    for (let count = 0; count < 60; count += 1) post();
    for (let count = 0; count < 70; count += 1) answer();
    await time.advanceTo(10_000);
    assert.equal(posts.length, 60);
    assert.equal(answers.length, 70);
    assert.ok(Math.max(...answers) < Math.max(...posts));
    const all = [...posts, ...answers].toSorted((a, b) => a - b);
    for (const at of all) assert.ok(within(all, at) <= PER_SECOND, `${at}`);
  });

  it('counts what posts say besides', async () => {
    const { window, time, answers, answer } = tried();
    const call = async () => ({ ok: true as const, result: true });
    for (let count = 0; count < PER_SECOND; count += 1)
      await window.forPosts()(call as never, 'sendMessage', { chat_id: 1, text: '' }, undefined);
    answer();
    await time.advanceTo(CAUTIOUS_SECOND_MS - 1);
    assert.equal(answers.length, 0);
    await time.advanceTo(CAUTIOUS_SECOND_MS);
    assert.equal(answers.length, 1);
  });
});
