import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Answerer } from '../../../../src/core/answer/answerer.ts';
import { TimelineLookup } from '../../../../src/core/answer/timeline-lookup.ts';
import { Chat } from '../../../../src/core/chat/chat.ts';
import { DAILY_ACTIONS, readDailyAction } from '../../../../src/core/chat/commands/daily-actions.ts';
import { createCommandRegistry } from '../../../../src/core/chat/commands/registry.ts';
import type { Reply } from '../../../../src/core/chat/reply.ts';
import { wordsIn } from '../../../../src/core/chat/words/words.ts';
import { createPostComposer } from '../../../../src/core/daily/compose-post.ts';
import type { PostEngine } from '../../../../src/core/daily/post-engine.ts';
import type { Address, SubscriptionId } from '../../../../src/core/daily/subscription.ts';
import { MemoryFeedbackStore } from '../../../../src/infra/storage/memory/memory-feedback-store.ts';
import { MemoryPreferenceStore } from '../../../../src/infra/storage/memory/memory-preference-store.ts';
import { instant, PostOffice } from '../../../support/daily/post-office.ts';
import { blocksOf, onlyText, Talk, TINY_LIBRARY, TODAY } from '../tiny-chat.ts';

const vi = wordsIn('vi');

/** A chat whose conversation can have daily posts; noon in Hà Nội on the day of the tests. */
class Room {
  readonly office = new PostOffice('2026-07-11T05:00Z');
  readonly engine: PostEngine;
  isManager = true;
  missing: string | undefined;
  readonly #chat: Chat;

  constructor() {
    const knowledge = {
      answerer: new Answerer(TINY_LIBRARY, TODAY),
      timeline: new TimelineLookup(TINY_LIBRARY, TODAY),
    };
    this.office.composer = createPostComposer(() => ({
      timeline: knowledge.timeline,
      library: TINY_LIBRARY,
    }));
    this.engine = this.office.engine();
    this.#chat = new Chat({
      knowledge: () => knowledge,
      registry: createCommandRegistry(),
      preferences: new MemoryPreferenceStore(),
      feedback: new MemoryFeedbackStore(),
      random: () => 0,
      daily: {
        store: this.office.store,
        ledger: this.office.ledger,
        clock: this.office.time,
        defaultZone: 'Asia/Ho_Chi_Minh',
        newId: () => 'a' as SubscriptionId,
        sendTest: (subscription) => this.engine.sendTest(subscription),
      },
    });
  }

  say(text: string): Promise<Reply> {
    return this.#chat.reply(
      {
        text,
        conversation: 'room:ann' as never,
        person: 'ann' as never,
        place: 'room' as never,
        isPrivate: false,
        language: 'vi',
        mayManage: async () => this.isManager,
        address: 'test:a' as Address,
        checkAddress: async () => this.missing,
      },
      { now: this.office.time.now(), today: TODAY },
    );
  }

  async texts(text: string): Promise<string> {
    return blocksOf(await this.say(text), 'text')
      .map((block) => block.text)
      .join('\n');
  }

  subscription() {
    return this.office.store.find('a' as SubscriptionId);
  }
}

describe('the sub-commands of /daily', () => {
  for (const [text, name, rest] of [
    ['đăng ký 8h sáng', 'subscribe', '8h sáng'],
    ['bật 7:30', 'subscribe', '7:30'],
    ['7:30 vi', 'subscribe', '7:30 vi'],
    ['tắt', 'unsubscribe', ''],
    ['hủy đăng ký', 'unsubscribe', ''],
    ['tạm dừng', 'pause', ''],
    ['tiếp tục', 'resume', ''],
    ['xem trước 30/4', 'preview', '30/4'],
    ['trạng thái', 'status', ''],
    ['gửi thử', 'test', ''],
    ['Subscribe 08:00', 'subscribe', '08:00'],
  ] as const) {
    it(`are understood: ${text}`, () => {
      const read = readDailyAction(text);
      assert.deepEqual([read?.action.name, read?.rest], [name, rest]);
    });
  }

  it('are not found in longer words', () => assert.equal(readDailyAction('subscribers'), undefined));

  it('have names that nothing else has', () => {
    const names = DAILY_ACTIONS.flatMap((action) => [action.name, ...action.aliases]);
    assert.equal(new Set(names).size, names.length);
  });
});

describe('/daily', () => {
  it('offers times as things to say, and understands each of them', async () => {
    const [choices] = blocksOf(await new Room().say('/moingay'), 'choices');
    assert.equal(choices?.choices.length, 3);
    for (const { say } of choices?.choices ?? []) {
      const room = new Room();
      await room.say(say);
      assert.equal((await room.subscription())?.state, 'active', say);
    }
  });

  it('subscribes the place with all that was chosen, and says when the next post comes', async () => {
    const room = new Room();
    const said = await room.texts(
      '/daily subscribe 08:00 Asia/Ho_Chi_Minh vi topics=trade,diplomacy days=mon-fri silent empty=nearest',
    );
    const made = await room.subscription();
    assert.deepEqual(made?.settings, {
      time: '08:00',
      zone: 'Asia/Ho_Chi_Minh',
      language: 'vi',
      topics: ['trade', 'diplomacy'],
      weekdays: [1, 2, 3, 4, 5],
      silent: true,
      emptyDays: 'nearest',
    });
    assert.equal(made?.dueAt, instant('2026-07-13T01:00Z'));
    assert.equal(made?.subscriber, 'ann');
    assert.match(said, /Bài kế tiếp: 08:00 thứ hai 13\/7\/2026 \(Asia\/Ho_Chi_Minh\)/);
  });

  it('changes only what is named when the place has subscribed already', async () => {
    const room = new Room();
    await room.say('/daily đăng ký 8h song ngữ im lặng');
    await room.say('/daily đăng ký 9h');
    const { time, language, silent } = (await room.subscription())?.settings ?? {};
    assert.deepEqual([time, language, silent], ['09:00', 'both', true]);
  });

  it('refuses at once what cannot be, and stores nothing', async () => {
    for (const [text, expected] of [
      ['99:30', vi.daily.problems.time('99:30')],
      ['24:00', vi.daily.problems.time('24:00')],
      ['8h Asia/Ho_Chi_Min', vi.daily.problems.zone('Asia/Ho_Chi_Min')],
      ['8h days=funday', vi.daily.problems.weekdays('funday')],
      ['8h lang=fr', vi.daily.problems.language('fr')],
    ] as const) {
      const room = new Room();
      assert.ok((await room.texts(`/daily subscribe ${text}`)).startsWith(expected), text);
      assert.equal(await room.subscription(), undefined);
    }
    assert.match(await new Room().texts('/daily subscribe 8h Asia/Ho_Chi_Min'), /Asia\/Ho_Chi_Minh/);
    assert.match(await new Room().texts('/daily subscribe 8h topics=x'), /thương mại/);
  });

  it('refuses a place where the bot may not post, naming the permission', async () => {
    const room = new Room();
    room.missing = 'Send Messages';
    assert.equal(onlyText(await room.say('/daily subscribe 8h')), vi.daily.cannotPost('Send Messages'));
    assert.equal(await room.subscription(), undefined);
  });

  it('lets only those who manage the place change it, and everybody look', async () => {
    const room = new Room();
    await room.say('/daily subscribe 8h');
    room.isManager = false;
    for (const action of ['subscribe 9h', 'pause', 'resume', 'unsubscribe', 'test']) {
      assert.equal(onlyText(await room.say(`/daily ${action}`)), vi.managersOnly);
    }
    assert.match(await room.texts('/daily status'), /Bài kế tiếp/);
    assert.equal(blocksOf(await room.say('/daily preview 3/2'), 'event').length, 1);
  });

  it('pauses and goes on without making up for the days between', async () => {
    const room = new Room();
    await room.say('/daily subscribe 8h');
    await room.say('/daily tạm dừng');
    assert.equal((await room.subscription())?.state, 'paused');
    room.office.time.jumpTo(instant('2026-07-20T05:00Z'));
    await room.say('/daily tiếp tục');
    const { state, dueAt } = (await room.subscription()) ?? {};
    assert.deepEqual([state, dueAt], ['active', instant('2026-07-21T01:00Z')]);
  });

  it('forgets everything when unsubscribed', async () => {
    const room = new Room();
    await room.say('/daily subscribe 8h');
    assert.equal(onlyText(await room.say('/daily tắt')), vi.daily.unsubscribed);
    assert.equal(await room.subscription(), undefined);
    assert.equal(onlyText(await room.say('/daily tạm dừng')), vi.daily.notSubscribed);
  });

  it('posts once a day, however often the place unsubscribes and subscribes again', async () => {
    const room = new Room();
    await room.say('/daily subscribe 13:00 empty=nearest');
    await room.office.tick(room.engine, '2026-07-11T06:00Z');
    assert.equal(room.office.outbox.posts.length, 1);
    await room.say('/daily tắt');
    assert.match(
      await room.texts('/daily subscribe 20:00 empty=nearest'),
      /Bài kế tiếp: 20:00 chủ nhật 12\/7\/2026/,
    );
    await room.office.tick(room.engine, '2026-07-11T13:00Z');
    assert.equal(room.office.outbox.posts.length, 1);
    await room.office.tick(room.engine, '2026-07-12T13:00Z');
    assert.equal(room.office.outbox.posts.length, 2);
  });

  it('keeps of an ended subscription only where it was and which days had a post, and says so', async () => {
    const room = new Room();
    await room.say('/daily subscribe 13:00 en topics=trade');
    await room.office.tick(room.engine, '2026-07-11T06:00Z');
    await room.say('/daily tắt');
    const left = await room.subscription();
    assert.deepEqual([left?.state, left?.subscriber, left?.settings.topics], ['ended', undefined, []]);
    assert.equal(onlyText(await room.say('/daily tạm dừng')), vi.daily.notSubscribed);
    assert.equal(blocksOf(await room.say('/daily'), 'choices').length, 1);
    assert.match(await room.texts('/dulieu'), new RegExp(vi.daily.status.ended));
    await room.say('/daily subscribe 13:00');
    assert.deepEqual((await room.subscription())?.settings.language, 'vi');
  });

  it('previews exactly what goes out', async () => {
    const room = new Room();
    await room.say('/daily subscribe 8h');
    const preview = await room.say('/daily xem trước 3/2/2027');
    await room.office.tick(room.engine, '2027-02-03T01:00Z');
    const sent = room.office.outbox.posts.at(-1)?.post.reply;
    assert.deepEqual(preview, sent);
    assert.equal(blocksOf(preview, 'event')[0]?.title, 'Bỏ cấm vận');
  });

  it('takes the next 3 February when no year is named, and asks back where two days may be meant', async () => {
    const room = new Room();
    assert.deepEqual(await room.say('/daily preview 3/2'), await room.say('/daily preview 2027-02-03'));
    assert.equal(onlyText(await room.say('/daily preview 1995')), vi.notADay('1995'));
    assert.match(onlyText(await room.say('/daily preview 1/1')), /1\/1\/2027/);
  });

  it('tells in its status the next post, the last one with its link, and errors in words', async () => {
    const room = new Room();
    await room.say('/daily subscribe 8h empty=nearest');
    room.office.outbox.fail('test:a', { kind: 'forbidden', missing: 'Send Messages' });
    await room.office.tick(room.engine, '2026-07-12T01:00Z');
    await room.office.tick(room.engine, '2026-07-13T01:00Z');
    room.missing = 'Send Messages';
    const reply = await room.say('/daily');
    const said = blocksOf(reply, 'text')
      .map(({ text }) => text)
      .join('\n');
    assert.match(said, /13\/7\/2026: đã đăng \(https:/);
    assert.match(said, /12\/7\/2026: không được phép đăng \(Send Messages\)/);
    assert.match(said, /Bài kế tiếp: 08:00 thứ ba 14\/7\/2026/);
    assert.deepEqual(blocksOf(reply, 'notice'), [
      { kind: 'notice', text: vi.daily.status.missing('Send Messages') },
    ]);
  });

  it('sends a test when asked to', async () => {
    const room = new Room();
    await room.say('/daily subscribe 8h');
    assert.match(onlyText(await room.say('/daily gửi thử')), /^Đã gửi thử: https:/);
    assert.deepEqual(room.office.outbox.posts[0]?.post.reply.blocks[0], {
      kind: 'notice',
      text: vi.daily.test.notice,
    });
  });

  it('does not understand everything, and says how to say it', async () => {
    assert.ok((await new Room().texts('/daily nhảy múa')).startsWith(vi.daily.unknownAction('nhảy múa')));
  });

  it('previews where nothing can be posted, and says that nothing can', async () => {
    assert.equal(onlyText(await new Talk().say('/daily subscribe 8h')), vi.daily.unavailable);
    assert.equal(blocksOf(await new Talk().say('/daily preview 3/2'), 'event')[0]?.title, 'Bỏ cấm vận');
  });
});
