import type { Reply } from '../chat/reply.ts';
import { wordsIn } from '../chat/words/words.ts';
import { dayIn } from '../dates/zones.ts';
import type { Delivery } from '../ports/outbox.ts';
import type { DueMark } from '../ports/subscription-store.ts';
import type { Timer } from '../ports/timer.ts';
import { guardStorage } from '../storage-guard.ts';
import { mainLanguageOf } from './compose-post.ts';
import { type DeliveryDependencies, PostDelivery } from './deliver-post.ts';
import { owedAt } from './due-now.ts';
import { DEFAULT_ENGINE_OPTIONS, type PostEngineOptions } from './engine-options.ts';
import { keepTidy } from './keep-tidy.ts';
import { Lane } from './lane.ts';
import { type OutboxRoute, PostSender, platformOf } from './post-sender.ts';
import type { Subscription, SubscriptionId } from './subscription.ts';

/** What an engine is made of. */
export interface PostEngineDependencies extends Omit<DeliveryDependencies, 'options'> {
  /** The platforms this process serves. */
  readonly outboxes: readonly OutboxRoute[];
  readonly timer: Timer;
  readonly options?: Partial<PostEngineOptions>;
}

/** What became of a post that somebody asked to see at once. */
export type TestDelivery = Delivery | { readonly kind: 'empty' } | { readonly kind: 'unserved' };

/** Sends daily posts when they are due. */
export interface PostEngine {
  /** Works until the signal aborts or {@link stop} is called. A second call gives the same promise. */
  run(signal: AbortSignal): Promise<void>;
  /** Takes up what is due now and resolves when all of it is settled or put off. */
  tick(): Promise<void>;
  /** Begins nothing new, and resolves when what was on its way has ended. Again and again does no harm. */
  stop(): Promise<void>;
  /** Sends today's post of a subscription, marked as a test; the ledger knows nothing of it. */
  sendTest(subscription: Subscription): Promise<TestDelivery>;
}

const DAY_MS = 86_400_000;
/** No post is planned further ahead than a week and the days that a zone can leave out. */
const FARTHEST_PLAN_MS = 17 * DAY_MS;
/** Of those planned, so many are looked at again after a start. */
const PLANS_TO_REVISE = 100_000;
const SHORTEST_SLEEP_MS = 1000;
/** Between two batches of what is due already. */
const LEAFING_SLEEP_MS = 200;

/** Makes an engine; nothing happens before it is run. */
export const createPostEngine = (dependencies: PostEngineDependencies): PostEngine =>
  new Engine(dependencies);

interface Platform {
  readonly sender: PostSender;
  readonly lane: Lane;
}

class Engine implements PostEngine {
  readonly #given: PostEngineDependencies;
  readonly #options: PostEngineOptions;
  readonly #delivery: PostDelivery;
  readonly #platforms: ReadonlyMap<string, Platform>;
  /** For what belongs to a platform that this process does not serve. */
  readonly #foreign = new Lane(1);
  readonly #taken = new Set<SubscriptionId>();
  /** Subscriptions to be left alone until an instant, in milliseconds of the epoch. */
  readonly #resting = new Map<SubscriptionId, number>();
  /** What was tried and has to wait for the platform; when its time has come it goes before all that was not tried. */
  readonly #putOff = new Set<SubscriptionId>();
  /** Where to read on in what is due; from the beginning after the end. */
  #seenTo: DueMark | undefined;
  readonly #stopping = new AbortController();
  #running: Promise<void> | undefined;

  constructor(dependencies: PostEngineDependencies) {
    const { clock, outboxes, timer } = dependencies;
    this.#given = dependencies;
    this.#options = { ...DEFAULT_ENGINE_OPTIONS, ...dependencies.options };
    this.#delivery = new PostDelivery({ ...dependencies, options: this.#options });
    this.#platforms = new Map(
      outboxes.map((route) => [
        route.outbox.platform,
        {
          sender: new PostSender(route, clock, timer, this.#options),
          lane: new Lane(route.limits.concurrency),
        },
      ]),
    );
  }

  run(signal: AbortSignal): Promise<void> {
    this.#running ??= this.#loop(AbortSignal.any([signal, this.#stopping.signal]));
    return this.#running;
  }

  async tick(): Promise<void> {
    await this.#takeUp();
    await this.#settled();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    for (const lane of this.#lanes()) lane.clear();
    await this.#running;
    await this.#settled();
  }

  async sendTest(subscription: Subscription): Promise<TestDelivery> {
    const { clock, composer } = this.#given;
    const { address, place, settings } = subscription;
    const platform = this.#platforms.get(platformOf(address));
    if (platform === undefined) return { kind: 'unserved' };
    const composed = composer.compose(settings, dayIn(settings.zone, clock.now()));
    if (composed.kind === 'empty') return composed;
    const { notice } = wordsIn(mainLanguageOf(settings.language)).daily.test;
    const { blocks } = composed.reply;
    const reply: Reply = { ...composed.reply, blocks: [{ kind: 'notice', text: notice }, ...blocks] };
    return platform.sender.sendTest(address, place, reply, settings.silent);
  }

  async #loop(signal: AbortSignal): Promise<void> {
    const tidying = keepTidy(this.#given, (work) => this.#guarded('remove what is old', work), signal);
    await this.#guarded('revise plans', () => this.#revisePlans());
    while (!signal.aborted) {
      await this.#takeUp();
      await this.#given.timer.sleep(await this.#sleepMs(), signal);
    }
    for (const lane of this.#lanes()) lane.clear();
    await this.#settled();
    await tidying;
  }

  /** Since the plans were made, the rules of a zone may have changed, as they do by decree and with new software. */
  async #revisePlans(): Promise<void> {
    const { clock, store } = this.#given;
    const now = clock.now();
    for (const subscription of await store.due(now + FARTHEST_PLAN_MS, PLANS_TO_REVISE)) {
      const { dueAt, settings } = subscription;
      if (dueAt <= now) continue;
      const owed = owedAt(settings, dueAt, now, this.#options.catchUpMs);
      // What is owed already is being tried again, and keeps its plan.
      if (owed.kind === 'not-yet' && owed.dueAt !== dueAt)
        await store.save({ ...subscription, dueAt: owed.dueAt });
    }
  }

  async #takeUp(): Promise<void> {
    const { clock, store } = this.#given;
    const now = clock.now();
    for (const [id, until] of this.#resting) if (until <= now) this.#resting.delete(id);
    const { batch } = this.#options;
    const due = await this.#guarded('find what is due', () => store.due(now, batch, this.#seenTo));
    // What is in hand is still due in the store. Leafing on, it hides nothing, and is not all read again every time.
    this.#seenTo = due?.length === batch ? due.at(-1) : undefined;
    for (const { id, address } of due ?? []) {
      if (this.#taken.has(id) || this.#resting.has(id) || this.#stopping.signal.aborted) continue;
      const platform = this.#platforms.get(platformOf(address));
      this.#taken.add(id);
      const isAgain = this.#putOff.delete(id);
      (platform?.lane ?? this.#foreign).add(() => this.#deliver(id, platform?.sender), isAgain);
    }
  }

  async #deliver(id: SubscriptionId, sender: PostSender | undefined): Promise<void> {
    const { clock } = this.#given;
    const result = await this.#guarded('deliver', () =>
      this.#delivery.deliver(id, sender, this.#stopping.signal),
    );
    if (result === 'put-off') this.#putOff.add(id);
    else if (result !== 'settled') this.#resting.set(id, clock.now() + this.#options.backOffMs);
    this.#taken.delete(id);
  }

  async #sleepMs(): Promise<number> {
    const { clock, store } = this.#given;
    const next = await this.#guarded('find the next', () => store.nextDue());
    const { longestSleepMs } = this.#options;
    const until = next === undefined ? longestSleepMs : next - clock.now();
    const shortest = this.#seenTo === undefined ? SHORTEST_SLEEP_MS : LEAFING_SLEEP_MS;
    return Math.min(Math.max(until, shortest), longestSleepMs);
  }

  /** Storage that fails must not end the loop. */
  #guarded<Value>(action: string, run: () => Promise<Value>): Promise<Value | undefined> {
    return guardStorage(this.#given.log, action, run);
  }

  #lanes(): readonly Lane[] {
    return [this.#foreign, ...[...this.#platforms.values()].map(({ lane }) => lane)];
  }

  async #settled(): Promise<void> {
    await Promise.all(this.#lanes().map((lane) => lane.idle()));
  }
}
