import type { Client } from 'discord.js';
import type { PersonRef } from '../../core/chat/identity.ts';
import { QuestionLimits } from '../../core/chat/question-limits.ts';
import type { Reply } from '../../core/chat/reply.ts';
import { AT_A_STRETCH, Door } from '../../core/door.ts';
import type { Locale } from '../../core/locale.ts';
import { TokenBuckets } from '../../core/pace/token-buckets.ts';
import type { Outbox } from '../../core/ports/outbox.ts';
import { RecentMap } from '../../core/recent-map.ts';
import { DISCORD } from './address.ts';
import { type ClientSettings, createClient, createInteractionRest } from './client.ts';
import { Dispatcher } from './dispatch.ts';
import { CommandMentions, registerMenu } from './menu.ts';
import { type Connection, createOutbox, tellPerson } from './outbox.ts';
import { patientRequests } from './patience.ts';
import { QuotedMessages } from './quoted.ts';
import { RefusalBudget, type RefusalLimits } from './refusal-budget.ts';
import { RequestRoom } from './request-room.ts';
import { Sender } from './send.ts';
import { Session, type SessionEnd } from './session.ts';
import { hasFirstShard, type ShardPlan } from './shards.ts';
import type { Workbench } from './workbench.ts';

/** What the Discord platform is made of. */
export interface DiscordDependencies
  extends Omit<
    Workbench,
    | 'client'
    | 'interactionRest'
    | 'sender'
    | 'door'
    | 'questionLimits'
    | 'completions'
    | 'mentions'
    | 'quoted'
    | 'languages'
    | 'writtenLanguages'
    | 'maximumAgeMs'
  > {
  readonly token: string;
  /** Of the REST API, without its version and without a slash at the end. */
  readonly apiRoot: string;
  /** Absent: as many as Discord recommends. */
  readonly shards?: ShardPlan;
  /** Questions older than this are not answered any more, in milliseconds. */
  readonly maximumAgeMs?: number;
  readonly questionLimits?: QuestionLimits;
  readonly refusalLimits?: RefusalLimits;
  /** How the gateway is connected to, where it should differ from what is usual. */
  readonly ws?: ClientSettings['ws'];
}

/** The bot on Discord. */
export interface Discord {
  /**
   * Goes online. Resolves with how it ended, when {@link stop} was called or Discord will not have the bot; an outage
   * does not end it.
   */
  run(): Promise<DiscordEnd>;
  /** Stops receiving, finishes what is in hand, and lets {@link run} resolve. May be called any number of times. */
  stop(): Promise<void>;
  /** Sends daily posts, while the bot is connected. */
  readonly outbox: Outbox;
  /** Resolves when there is room for a post beside the answers, which go first, or when the signal aborts. */
  whenRoom(signal?: AbortSignal): Promise<void>;
  /** Tells a person something in private; does nothing where that is not possible. */
  tell(person: PersonRef, reply: Reply): Promise<void>;
}

export type DiscordEnd = Exclude<SessionEnd, { readonly kind: 'unreachable' }>;

const DEFAULT_MAXIMUM_AGE_MS = 15 * 60 * 1000;
const FIRST_DELAY_MS = 1000;
const LONGEST_DELAY_MS = 60_000;
const COMPLETION_PACE = { burst: 20, perSecond: 4 };
const MAXIMUM_LANGUAGES = 10_000;

export function createDiscord(dependencies: DiscordDependencies): Discord {
  const { timer, log } = dependencies;
  const stopping = new AbortController();
  const room = new RequestRoom(dependencies.clock, timer);
  // What outlives a connection.
  const shared = {
    questionLimits: dependencies.questionLimits ?? new QuestionLimits(),
    door: new Door(AT_A_STRETCH, setImmediate),
    completions: new TokenBuckets(COMPLETION_PACE),
    mentions: new CommandMentions(),
    quoted: new QuotedMessages(),
    languages: new RecentMap<PersonRef, Locale>(MAXIMUM_LANGUAGES),
    writtenLanguages: new RecentMap<PersonRef, Locale>(MAXIMUM_LANGUAGES),
    maximumAgeMs: dependencies.maximumAgeMs ?? DEFAULT_MAXIMUM_AGE_MS,
    budget: new RefusalBudget(dependencies.refusalLimits),
  };
  let connection: Connection | undefined;
  let running: Promise<DiscordEnd> | undefined;

  function openSession(): Session {
    const { clock, apiRoot, shards = { kind: 'auto' }, ws, token } = dependencies;
    const makeRequest = patientRequests({
      timer,
      clock,
      log,
      budget: shared.budget,
      signal: stopping.signal,
      onTokenRefused: () => session.refuseToken(),
    });
    const client: Client = createClient({
      apiRoot,
      shards,
      makeRequest,
      ...(ws === undefined ? {} : { ws }),
    });
    const interactionRest = createInteractionRest(client);
    shared.quoted.follow(client);
    const session = new Session({
      client,
      interactionRest,
      token,
      timer,
      log,
      signal: stopping.signal,
      onReady: (ready) => {
        const commandMention = (name: string): string | undefined => {
          const command = dependencies.registry.find(name);
          return command === undefined ? undefined : shared.mentions.of(command.name);
        };
        const sender = new Sender(ready, { commandMention }, log, () => room.answers());
        connection = { client: ready, sender: new Sender(ready, { commandMention }, log) };
        log.write({ event: 'platform-online', platform: DISCORD, name: ready.user.tag });
        registerMenu({
          client: ready,
          commands: dependencies.registry.commands,
          mentions: shared.mentions,
          log,
          isFirst: hasFirstShard(shards),
        }).catch((error: unknown) => {
          const reason = error instanceof Error ? error.name : 'unknown';
          log.write({ event: 'request-failed', platform: DISCORD, method: 'set commands', reason });
        });
        return new Dispatcher({ ...dependencies, ...shared, client: ready, interactionRest, sender });
      },
    });
    return session;
  }

  async function run(): Promise<DiscordEnd> {
    let delayMs = FIRST_DELAY_MS;
    while (!stopping.signal.aborted) {
      const end = await openSession().run();
      connection = undefined;
      if (end.kind !== 'unreachable') return end;
      log.write({ event: 'platform-unreachable', platform: DISCORD, reason: end.reason });
      await timer.sleep(delayMs, stopping.signal);
      delayMs = Math.min(delayMs * 2, LONGEST_DELAY_MS);
    }
    return { kind: 'stopped' };
  }

  return {
    outbox: createOutbox(() => connection),
    whenRoom: (signal) => room.forPost(connection?.client.rest, signal),
    tell: (person, reply) => tellPerson(person, reply, dependencies.newReference(), connection),
    run: () => {
      running ??= run();
      return running;
    },
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}
