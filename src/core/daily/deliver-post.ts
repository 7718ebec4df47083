import { assertNever } from '../assert-never.ts';
import type { PersonRef } from '../chat/identity.ts';
import type { Reply } from '../chat/reply.ts';
import { wordsIn } from '../chat/words/words.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { ClaimResult, PostEnd, PostLedger, PostOutcome } from '../ports/post-ledger.ts';
import type { EndedPost, PlanChange, SubscriptionStore } from '../ports/subscription-store.ts';
import type { ComposedPost, PostComposer } from './compose-post.ts';
import { mainLanguageOf } from './compose-post.ts';
import { owedAt } from './due-now.ts';
import type { PostEngineOptions } from './engine-options.ts';
import { type DuePost, nextDue } from './next-due.ts';
import { nonceOf, type PostSender, platformOf, type SendResult } from './post-sender.ts';
import type { PostKey, Subscription, SubscriptionId } from './subscription.ts';

/** Why a day was missed, as the ledger's detail of `missed`. */
export const MISSED_REASONS = ['late', 'unreachable', 'limited'] as const;
export type MissedReason = (typeof MISSED_REASONS)[number];

/** Tells a person something in private, where the platform allows that; fails silently where not. */
export type Tell = (person: PersonRef, reply: Reply) => Promise<void>;

/** What delivering takes. */
export interface DeliveryDependencies {
  readonly store: SubscriptionStore;
  readonly ledger: PostLedger;
  readonly composer: PostComposer;
  readonly clock: Clock;
  readonly log: Log;
  /** Names this process among all that share the ledger. */
  readonly worker: string;
  readonly options: PostEngineOptions;
  readonly tell?: Tell;
}

/** `busy`: another worker has it; look again later. `put-off`: the platform had to be left alone for a while. */
export type DeliveryResult = 'settled' | 'busy' | 'put-off';

/** One post of one subscription, while it is being delivered. */
interface Task {
  readonly subscription: Subscription;
  readonly post: DuePost;
  readonly deadline: number;
  readonly key: PostKey;
}

/** Brings one subscription up to date: its post is sent, given up, or put off, and the next one is planned. */
export class PostDelivery {
  readonly #given: DeliveryDependencies;

  constructor(dependencies: DeliveryDependencies) {
    this.#given = dependencies;
  }

  /** `sender` is absent where this process does not serve the platform; then only what is too late is written down. */
  async deliver(
    id: SubscriptionId,
    sender: PostSender | undefined,
    signal: AbortSignal,
  ): Promise<DeliveryResult> {
    const { clock, composer, options, store } = this.#given;
    const subscription = await store.find(id);
    const now = clock.now();
    if (subscription === undefined || subscription.state !== 'active' || subscription.dueAt > now)
      return 'settled';
    const owed = owedAt(subscription.settings, subscription.dueAt, now, options.catchUpMs);
    if (owed.kind === 'not-yet') {
      await store.replan(id, { from: subscription.dueAt, dueAt: owed.dueAt });
      return 'settled';
    }
    const { post, deadline, isLate, missed } = owed;
    const taskOf = (each: DuePost): Task => ({
      subscription,
      post: each,
      deadline,
      key: { subscription: id, day: each.day },
    });
    for (const each of isLate ? [...missed, post] : missed) await this.#giveUp(taskOf(each), 'late');
    const task = taskOf(post);
    if (isLate) return this.#planNext(task);
    if (sender === undefined) return 'busy';
    const composed = this.#compose(composer, task);
    if (composed === undefined || composed.kind === 'empty') {
      return this.#endUnsent(task, composed === undefined ? 'rejected' : 'empty');
    }
    await sender.admit(subscription.place, signal);
    return signal.aborted ? 'busy' : this.#send(task, composed.reply, sender);
  }

  /** A defect in one post must not keep the others back. */
  #compose(composer: PostComposer, { subscription, post }: Task): ComposedPost | undefined {
    try {
      return composer.compose(subscription.settings, post.day);
    } catch {
      return undefined;
    }
  }

  async #send(task: Task, reply: Reply, sender: PostSender): Promise<DeliveryResult> {
    const { clock, options, store } = this.#given;
    const { key, post } = task;
    // Waiting for the platform's limits took a while: the day may be over, or somebody may have changed the subscription.
    if (clock.now() >= task.deadline) {
      await this.#giveUp(task, 'limited');
      return this.#planNext(task);
    }
    const current = await store.find(key.subscription);
    if (current?.state !== 'active' || current.dueAt !== task.subscription.dueAt) return 'settled';
    const sentAt = await this.#sentBefore(key, post);
    const claimedAt = clock.now();
    const claim = await this.#claim(key, true);
    if (claim.kind === 'taken') return 'busy';
    if (claim.kind === 'done') return this.#planNext(task);
    if (claim.kind === 'interrupted' && !this.#mayRepeat(sender, sentAt)) {
      return this.#end(task, 'unconfirmed');
    }
    const place = { current: current.place };
    // What was entered as leaving when it was claimed need not be entered again, unless something held us up.
    let enteredUntil = claim.kind === 'claimed' && claim.leaves === true ? claimedAt + options.leaseMs : 0;
    const result = await sender.send(
      { address: current.address, reply, silent: current.settings.silent, nonce: nonceOf(key) },
      {
        leaving: () => {
          const isEntered = clock.now() < Math.min(enteredUntil, task.deadline);
          enteredUntil = 0;
          return isEntered ? Promise.resolve(true) : this.#mayLeave(task);
        },
        moved: async (from, to) => {
          place.current = sender.route.placeOf?.(to) ?? place.current;
          await store.move(from, to, place.current);
        },
      },
    );
    return this.#settle(task, result, claim.attempts);
  }

  /** Asks again when so much time has passed since asking, as in a frozen process, that the claim may be another's. */
  async #mayLeave({ key, deadline }: Task): Promise<boolean> {
    const { clock, ledger, options, worker } = this.#given;
    while (clock.now() < deadline) {
      const until = clock.now() + options.leaseMs;
      if (!(await ledger.markSending(key, worker, until))) return false;
      if (clock.now() < Math.min(until, deadline)) return true;
    }
    return false;
  }

  /** When a try before this one left, in milliseconds of the epoch; asked before claiming, which may overwrite it. */
  async #sentBefore(key: PostKey, { at }: DuePost): Promise<number | undefined> {
    const { clock, ledger, options } = this.#given;
    if (clock.now() < at + options.leaseMs) return undefined;
    const entries = await ledger.latest(key.subscription, 2);
    return entries.find((entry) => entry.key.day === key.day)?.at;
  }

  #mayRepeat({ route }: PostSender, sentAt: number | undefined): boolean {
    const { clock, options } = this.#given;
    return route.outbox.repeatable && sentAt !== undefined && clock.now() - sentAt <= options.repeatWindowMs;
  }

  #claim(key: PostKey, leaves = false): Promise<ClaimResult> {
    const { clock, ledger, options, worker } = this.#given;
    const now = clock.now();
    const claim = { worker, now, until: now + options.leaseMs };
    return ledger.claim(key, leaves ? { ...claim, leaves } : claim);
  }

  async #settle(task: Task, result: SendResult, attempts: number): Promise<DeliveryResult> {
    const { options } = this.#given;
    switch (result.kind) {
      case 'sent':
        return this.#end(task, 'sent', result.link, { refusals: 0 });
      case 'rate-limited':
        return this.#putOff(task, result.retryAfterMs, 'limited');
      case 'unreachable':
      case 'moved': {
        const waitMs = Math.min(
          options.firstRetryMs * 2 ** Math.min(attempts - 1, 16),
          options.longestRetryMs,
        );
        return this.#putOff(task, waitMs, 'unreachable');
      }
      case 'gone':
        return this.#refused(task, 'gone');
      case 'forbidden':
        return this.#refused(task, 'forbidden', result.missing);
      case 'rejected':
        return this.#end(task, 'rejected', result.reason);
      case 'unconfirmed':
        return this.#end(task, 'unconfirmed');
      case 'lost':
        return 'busy';
      default:
        return assertNever(result);
    }
  }

  async #putOff(task: Task, waitMs: number, reason: MissedReason): Promise<DeliveryResult> {
    const { clock, ledger, store, worker } = this.#given;
    const retryAt = clock.now() + Math.max(waitMs, 0);
    if (retryAt >= task.deadline) return this.#end(task, 'missed', reason);
    await ledger.release(task.key, worker, retryAt);
    this.#log(task, 'waiting', reason);
    const { dueAt: from, id } = task.subscription;
    await store.replan(id, { from, dueAt: retryAt });
    return 'put-off';
  }

  async #refused(task: Task, outcome: 'gone' | 'forbidden', missing?: string): Promise<DeliveryResult> {
    const { options } = this.#given;
    const refusals = task.subscription.refusals + 1;
    if (refusals < options.refusalsBeforePause) return this.#end(task, outcome, missing, { refusals });
    await this.#end(task, outcome, missing, { refusals, state: 'unreachable' });
    await this.#tellSubscriber(task.subscription, refusals, outcome, missing);
    return 'settled';
  }

  async #tellSubscriber(
    { settings, subscriber }: Subscription,
    refusals: number,
    outcome: PostOutcome,
    missing: string | undefined,
  ): Promise<void> {
    if (subscriber === undefined) return;
    const language = mainLanguageOf(settings.language);
    const { daily } = wordsIn(language);
    const reason =
      missing === undefined ? daily.outcomes[outcome] : daily.detailed(daily.outcomes[outcome], missing);
    const texts = [daily.told.gone(refusals), daily.told.reason(reason), daily.told.kept];
    const reply: Reply = { language, blocks: texts.map((text) => ({ kind: 'text', text })) };
    try {
      await this.#given.tell?.(subscriber, reply);
    } catch {
      // Whoever cannot be told sees it in the status.
    }
  }

  /** A day whose time is over: nothing is sent any more, and the ledger says why. */
  async #giveUp(task: Task, reason: MissedReason): Promise<void> {
    const claim = await this.#claim(task.key);
    if (claim.kind === 'claimed') await this.#finish(task, 'missed', reason);
    if (claim.kind === 'interrupted') await this.#finish(task, 'unconfirmed');
  }

  /** Ends a day on which nothing is sent. */
  async #endUnsent(task: Task, outcome: 'empty' | 'rejected'): Promise<DeliveryResult> {
    const claim = await this.#claim(task.key);
    if (claim.kind === 'taken') return 'busy';
    if (claim.kind === 'done') return this.#planNext(task);
    return this.#end(task, claim.kind === 'interrupted' ? 'unconfirmed' : outcome);
  }

  async #end(
    task: Task,
    outcome: PostOutcome,
    detail?: string,
    change: Pick<PlanChange, 'state' | 'refusals'> = {},
  ): Promise<DeliveryResult> {
    const { worker } = this.#given;
    await this.#planNext(task, change, { key: task.key, worker, end: this.#endOf(outcome, detail) });
    this.#log(task, outcome, outcome === 'sent' ? undefined : detail);
    return 'settled';
  }

  async #finish(task: Task, outcome: PostOutcome, detail?: string): Promise<void> {
    const { ledger, worker } = this.#given;
    await ledger.finish(task.key, worker, this.#endOf(outcome, detail));
    this.#log(task, outcome, detail);
  }

  #endOf(outcome: PostOutcome, detail: string | undefined): PostEnd {
    return { outcome, at: this.#given.clock.now(), ...(detail === undefined ? {} : { detail }) };
  }

  async #planNext(
    { subscription }: Task,
    change: Pick<PlanChange, 'state' | 'refusals'> = {},
    ended?: EndedPost,
  ): Promise<DeliveryResult> {
    const { clock, store } = this.#given;
    const { dueAt: from, id, settings } = subscription;
    await store.replan(id, { ...change, from, dueAt: nextDue(settings, clock.now()) }, ended);
    return 'settled';
  }

  #log({ subscription, post }: Task, outcome: string, detail?: string): void {
    const { clock, log } = this.#given;
    log.write({
      event: 'post',
      platform: platformOf(subscription.address),
      outcome,
      lagMs: clock.now() - post.at,
      ...(detail === undefined ? {} : { detail }),
    });
  }
}
