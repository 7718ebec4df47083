import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { wordsIn } from '../../../src/core/chat/words/words.ts';
import type { Address } from '../../../src/core/daily/subscription.ts';
import { CAUTIOUS_SECOND_MS } from '../../../src/platforms/telegram/limits.ts';
import type { VisibleMessage } from '../../support/telegram/visible-messages.ts';
import { HurriedTimer, startBot } from './telegram-bot.ts';

const vi = wordsIn('vi');
const DAY_MS = 86_400_000;
/** The day before an event of the tiny library comes round, 8 in the morning at Hà Nội. */
const BEFORE = Date.UTC(2027, 6, 10, 1);
const isPost = ({ text }: VisibleMessage): boolean => /Bình thường hóa/.test(text);

describe('a daily post on Telegram', () => {
  it('is subscribed by an admin, comes once on its day, and can be looked up in the status', async (t) => {
    const { server, engine, clock } = await startBot(t);
    clock.ms = BEFORE;
    const group = server.group({ type: 'supergroup' });
    const ann = server.person({ language_code: 'vi' });
    group.makeAdministrator(ann);
    ann.says('/moingay đăng ký 7:30 giờ Hà Nội', { in: group });
    await server.untilHandled();
    assert.match(server.botMessagesIn(group)[0]?.text ?? '', new RegExp(vi.daily.subscribed));
    await engine.tick();
    assert.equal(server.botMessagesIn(group).filter(isPost).length, 0);
    clock.ms = Date.UTC(2027, 6, 11, 0, 30);
    await engine.tick();
    await engine.tick();
    const posts = server.botMessagesIn(group).filter(isPost);
    assert.equal(posts.length, 1);
    assert.match(posts[0]?.text ?? '', /1995/);
    assert.equal(posts[0]?.previewOff, true);
    ann.says('/moingay trạng thái', { in: group });
    await server.untilHandled();
    assert.match(server.botMessagesIn(group).at(-1)?.text ?? '', /https:\/\/t\.me\/c\/\d+\/\d+/);
    assert.deepEqual(server.violations, []);
  });

  it('is not for a member to subscribe, and is for an anonymous admin', async (t) => {
    const { server } = await startBot(t);
    const group = server.group({ type: 'supergroup' });
    const lan = server.person({ language_code: 'vi' });
    group.makeMember(lan);
    lan.says('/moingay đăng ký 7:30', { in: group });
    await server.untilHandled();
    assert.equal(server.botMessagesIn(group)[0]?.text, vi.managersOnly);
    group.anonymousAdministratorSays('/moingay đăng ký 7:30');
    await server.untilHandled();
    assert.match(server.botMessagesIn(group)[1]?.text ?? '', new RegExp(vi.daily.subscribed));
  });

  it('goes to the topic it was subscribed in', async (t) => {
    const { server, engine, clock } = await startBot(t);
    clock.ms = BEFORE;
    const forum = server.group({ type: 'supergroup', forum: true });
    const ann = server.person({ language_code: 'vi' });
    forum.makeAdministrator(ann);
    const topic = forum.createTopic('Lịch sử', ann);
    ann.says('/moingay đăng ký 8h', { in: forum, thread: topic });
    await server.untilHandled();
    clock.ms = BEFORE + DAY_MS;
    await engine.tick();
    const [post] = server.botMessagesIn(forum).filter(isPost);
    assert.equal(post?.threadId, topic);
  });

  it('comes once a day to a group that unsubscribes, becomes a supergroup and subscribes again', async (t) => {
    const { server, engine, clock } = await startBot(t);
    clock.ms = BEFORE;
    const group = server.group({ type: 'group' });
    const ann = server.person({ language_code: 'vi' });
    group.makeAdministrator(ann);
    ann.says('/moingay đăng ký 8h', { in: group });
    await server.untilHandled();
    clock.ms = BEFORE + DAY_MS;
    await engine.tick();
    assert.equal(server.botMessagesIn(group).filter(isPost).length, 1);
    ann.says('/moingay tắt', { in: group });
    await server.untilHandled();
    const moved = group.migrate({});
    moved.makeAdministrator(ann);
    ann.says('/moingay đăng ký 9h', { in: moved });
    await server.untilHandled();
    clock.ms = BEFORE + DAY_MS + 3_600_000;
    await engine.tick();
    assert.equal(server.botMessagesIn(moved).filter(isPost).length, 0);
  });

  it('follows a group that became a supergroup while the bot was not told', async (t) => {
    const { server, engine, clock, storage } = await startBot(t);
    clock.ms = BEFORE;
    const group = server.group({ type: 'group' });
    const ann = server.person({ language_code: 'vi' });
    group.makeAdministrator(ann);
    ann.says('/moingay đăng ký 8h', { in: group });
    await server.untilHandled();
    const moved = group.migrate({ silently: true });
    clock.ms = BEFORE + DAY_MS;
    await engine.tick();
    assert.equal(server.botMessagesIn(moved).filter(isPost).length, 1);
    assert.ok(await storage.subscriptions.findAt(`telegram:${moved.id}` as Address));
  });

  it('is not sent again when its answer is lost, and the status says so', async (t) => {
    const { server, engine, clock } = await startBot(t);
    clock.ms = BEFORE;
    const lan = server.person({ language_code: 'vi' });
    lan.says('/moingay đăng ký 8h');
    await server.untilHandled();
    server.failNext({ method: 'sendMessage', kind: 'cut-after' });
    clock.ms = BEFORE + DAY_MS;
    await engine.tick();
    clock.ms += 60_000;
    await engine.tick();
    assert.equal(server.botMessagesIn(lan).filter(isPost).length, 1);
    lan.says('/moingay trạng thái');
    await server.untilHandled();
    assert.match(server.botMessagesIn(lan).at(-1)?.text ?? '', new RegExp(vi.daily.outcomes.unconfirmed));
  });

  it('waits while answers take what Telegram lets the bot send', async (t) => {
    let now = Date.now();
    const { server, telegram } = await startBot(t, {
      messagesPerSecond: 3,
      now: () => now,
      timer: new HurriedTimer(),
    });
    const lan = server.person();
    lan.says('/help');
    await server.untilHandled();
    let isThere = false;
    const room = telegram.whenRoom().then(() => {
      isThere = true;
    });
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    assert.equal(isThere, false);
    now += CAUTIOUS_SECOND_MS;
    await room;
  });

  it('waits as long as Telegram says, and comes once', async (t) => {
    const { server, engine, clock } = await startBot(t);
    clock.ms = BEFORE;
    const lan = server.person({ language_code: 'vi' });
    lan.says('/moingay đăng ký 8h');
    await server.untilHandled();
    server.failNext({ method: 'sendMessage', kind: 'too-many-requests', retryAfter: 20 });
    clock.ms = BEFORE + DAY_MS;
    await engine.tick();
    assert.equal(server.botMessagesIn(lan).filter(isPost).length, 0);
    clock.ms += 30_000;
    await engine.tick();
    assert.equal(server.botMessagesIn(lan).filter(isPost).length, 1);
  });

  it('of a group that put the bot out rests after three days, tells who subscribed once, and goes on when let in again', async (t) => {
    const { server, engine, clock, storage } = await startBot(t);
    clock.ms = BEFORE;
    const group = server.group({ type: 'supergroup' });
    const ann = server.person({ language_code: 'vi' });
    group.makeAdministrator(ann);
    ann.says('/moingay đăng ký 8h, ngày trống: gần nhất', { in: group });
    await server.untilHandled();
    const state = async () => (await storage.subscriptions.findAt(`telegram:${group.id}` as Address))?.state;
    group.makeBot('kicked', { by: ann });
    await server.untilHandled();
    for (let day = 1; day <= 5; day += 1) {
      clock.ms += DAY_MS;
      await engine.tick();
      assert.equal(await state(), day < 3 ? 'active' : 'unreachable');
    }
    assert.equal(server.botMessagesIn(ann).length, 1);
    assert.match(server.botMessagesIn(ann)[0]?.text ?? '', new RegExp(vi.daily.told.kept));
    group.addBot(ann);
    await server.untilHandled();
    assert.equal(await state(), 'active');
  });
});
