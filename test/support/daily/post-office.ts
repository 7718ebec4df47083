import { Temporal } from 'temporal-polyfill';
import type { PersonRef, PlaceRef } from '../../../src/core/chat/identity.ts';
import type { Reply } from '../../../src/core/chat/reply.ts';
import type { PostComposer } from '../../../src/core/daily/compose-post.ts';
import type { PostEngineOptions } from '../../../src/core/daily/engine-options.ts';
import { nextDue } from '../../../src/core/daily/next-due.ts';
import { createPostEngine, type PostEngine } from '../../../src/core/daily/post-engine.ts';
import type { SendLimits } from '../../../src/core/daily/rate-limiter.ts';
import { EVERY_DAY } from '../../../src/core/daily/setting-words.ts';
import type {
  Address,
  PostSettings,
  Subscription,
  SubscriptionId,
  WallTime,
} from '../../../src/core/daily/subscription.ts';
import type { LogEvent } from '../../../src/core/ports/log.ts';
import { MemoryPostLedger } from '../../../src/infra/storage/memory/memory-post-ledger.ts';
import { MemorySubscriptionStore } from '../../../src/infra/storage/memory/memory-subscription-store.ts';
import { FakeTime } from './fake-time.ts';
import { RecordingOutbox } from './recording-outbox.ts';

/** An instant from a text such as `2026-07-11T01:00Z`, in milliseconds of the epoch. */
export const instant = (text: string): number => Temporal.Instant.from(text).epochMilliseconds;

export const SETTINGS: PostSettings = {
  time: '08:00' as WallTime,
  zone: 'Asia/Ho_Chi_Minh',
  language: 'vi',
  topics: [],
  weekdays: EVERY_DAY,
  silent: false,
  emptyDays: 'skip',
};

const LIMITS: SendLimits = { perSecond: 30, concurrency: 4 };

/** Everything around an engine, with time in the test's hand. */
export class PostOffice {
  readonly time: FakeTime;
  readonly ledger = new MemoryPostLedger();
  readonly store = new MemorySubscriptionStore(this.ledger);
  readonly outbox: RecordingOutbox;
  readonly log: LogEvent[] = [];
  readonly told: { readonly person: string; readonly reply: Reply }[] = [];
  composer: PostComposer = {
    compose: (_, day) => ({ kind: 'post', reply: { language: 'vi', blocks: [{ kind: 'text', text: day }] } }),
  };

  constructor(now: string, repeatable = false) {
    this.time = new FakeTime(instant(now));
    this.outbox = new RecordingOutbox(this.time, 'test', repeatable);
  }

  engine(
    worker = 'one',
    options: Partial<PostEngineOptions> = {},
    limits: SendLimits = LIMITS,
    outboxes = [this.outbox],
  ): PostEngine {
    return createPostEngine({
      store: this.store,
      ledger: this.ledger,
      outboxes: outboxes.map((outbox) => ({
        outbox,
        limits,
        placeOf: (address) => `place of ${address}` as PlaceRef,
      })),
      composer: { compose: (contents, day) => this.composer.compose(contents, day) },
      clock: this.time,
      timer: this.time,
      log: { write: (event) => this.log.push(event) },
      worker,
      options,
      tell: async (person, reply) => {
        this.told.push({ person, reply });
      },
    });
  }

  async subscribe(
    name: string,
    changes: Partial<PostSettings> = {},
    platform = 'test',
  ): Promise<Subscription> {
    const settings = { ...SETTINGS, ...changes };
    const subscription: Subscription = {
      id: name as SubscriptionId,
      address: `${platform}:${name}` as Address,
      place: `place of ${name}` as PlaceRef,
      subscriber: `admin of ${name}` as PersonRef,
      settings,
      state: 'active',
      dueAt: nextDue(settings, this.time.now()),
      refusals: 0,
    };
    await this.store.save(subscription);
    return subscription;
  }

  /** Runs a tick to its end at an instant, or now. */
  async tick(engine: PostEngine, at?: string): Promise<void> {
    if (at !== undefined) this.time.jumpTo(instant(at));
    await this.time.finish(engine.tick());
  }

  /** The days of the posts that stand in a place. */
  posted(name: string): readonly string[] {
    return this.outbox.posts
      .filter(({ post }) => post.address === `test:${name}`)
      .map(({ post }) => textOf(post.reply));
  }

  /** What the ledger says of a subscription, newest first: `2026-07-11 sent`. */
  async entries(name: string): Promise<readonly string[]> {
    const entries = await this.ledger.latest(name as SubscriptionId, 10);
    return entries.map(({ detail, key, state }) =>
      [key.day, state, ...(detail === undefined || state === 'sent' ? [] : [detail])].join(' '),
    );
  }
}

const textOf = ({ blocks: [block] }: Reply): string => (block?.kind === 'text' ? block.text : '');
