import type { AddressInfo } from 'node:net';
import type { APIApplication, APIUser } from 'discord.js';
import { type Call, describeCall, type Route, type Violation } from './calls.ts';
import { applicationEndpoints } from './endpoints-application.ts';
import { channelEndpoints } from './endpoints-channel.ts';
import { interactionEndpoints } from './endpoints-interaction.ts';
import { createFaults, type Faults } from './faults.ts';
import { createGateway, type Dispatch, type Gateway } from './gateway.ts';
import { createHttpApi } from './http-api.ts';
import type { SentInteraction } from './interactions.ts';
import { createNews } from './news.ts';
import { createPerson, type Person, type PersonSetup } from './person.ts';
import { createPlaces, type Places } from './places.ts';
import { createRateLimits, type RateLimit } from './rate-limits.ts';
import { type SeenAnswer, type SeenMessage, seen, seenAnswer } from './seen.ts';
import { createWorld, present } from './world.ts';

/** How the local Discord is set up; all of it may be left out. */
export interface DiscordServerOptions {
  readonly token?: string;
  readonly botName?: string;
  /** The clock of interactions and messages; the real one unless given. */
  readonly now?: () => number;
  /** What GET /gateway/bot recommends. */
  readonly shards?: number;
  /** How many shards may identify at once; discord.js waits five seconds between groups. */
  readonly maxConcurrency?: number;
  readonly heartbeatMs?: number;
  /** Privileged intents the application was granted; none unless given. */
  readonly grantedIntents?: number;
  /** How long `until` and `nextCall` wait before they fail. */
  readonly patienceMs?: number;
  /** Told of every request when it is judged, before the answer leaves. */
  readonly onCall?: (call: Call) => void;
}

/** A Discord on this machine, for one bot. */
export interface DiscordServer extends Places {
  /** For `new Client({ rest: { api: root } })`. */
  readonly root: string;
  readonly token: string;
  readonly application: APIApplication;
  readonly botUser: APIUser;
  /** Every request, oldest first. */
  readonly calls: readonly Call[];
  /** Everything that Discord would have refused, and endpoints that do not exist. */
  readonly violations: readonly Violation[];
  readonly gateway: Gateway;
  readonly failNext: Faults['failNext'];
  /** Enforces a limit from now on, with Discord's headers. */
  limitRoute(route: Route, limit: RateLimit): void;
  /** Somebody new. */
  person(setup?: PersonSetup): Person;
  callsTo(route: Route): readonly Call[];
  /** The first call of the route that no earlier `nextCall` has returned, once it is answered. */
  nextCall(route?: Route, fits?: (call: Call) => boolean): Promise<Call>;
  /** Waits until the predicate gives something other than undefined or false, judged after each event. */
  until<T>(attempt: () => T | undefined | false): Promise<T>;
  /**
   * What can be read in a channel now, oldest first. With a person: without the ephemeral messages that are
   * meant for others.
   */
  messagesIn(channelId: string, personId?: string): readonly SeenMessage[];
  /** What became of an interaction so far. */
  replyTo(interaction: SentInteraction): SeenAnswer;
  /** Waits until an interaction has its answer: more than an acknowledgement or "is thinking". */
  answerOf(interaction: SentInteraction): Promise<SeenAnswer>;
  /** Closes everything; what still waits fails. */
  stop(): Promise<void>;
}

/** Starts a Discord on a free port of this machine. */
export async function createDiscordServer(options: DiscordServerOptions = {}): Promise<DiscordServer> {
  const token = options.token ?? 'MTE.local.token-of-the-bot';
  const patience = options.patienceMs ?? 10_000;
  const world = createWorld(options.now ?? Date.now, options.botName ?? 'nhip-cau');
  const news = createNews();
  const faults = createFaults();
  const limits = createRateLimits();
  const calls: Call[] = [];
  const violations: Violation[] = [];
  const handed = new Set<Call>();
  let port = 0;
  const url = (): string => `ws://127.0.0.1:${port}`;

  const announce = (event: Dispatch): void => gateway.dispatch(event);
  const { shards = 1, maxConcurrency = 16 } = options;
  const handlers = new Map([
    ...applicationEndpoints(world, { url, shards, maxConcurrency }),
    ...channelEndpoints(world, announce),
    ...interactionEndpoints(world, announce),
  ]);
  const http = createHttpApi({
    token,
    handlers,
    faults,
    limits,
    news,
    calls,
    violations,
    onCall: options.onCall ?? (() => {}),
  });
  const places = createPlaces(world, announce);
  const gateway = createGateway({
    server: http,
    token,
    heartbeatMs: options.heartbeatMs ?? 41_250,
    grantedIntents: options.grantedIntents ?? 0,
    url,
    newId: world.newId,
    guilds: places.guildsOfBot,
    news,
    ready: () => ({
      v: 10,
      user: { ...world.bot, verified: true, mfa_enabled: true, email: null, flags: 0 },
      application: { id: world.application.id, flags: world.application.flags },
      session_type: 'normal',
      user_settings: {},
      relationships: [],
      private_channels: [],
      presences: [],
      guild_join_requests: [],
      geo_ordered_rtc_regions: [],
      auth: {},
      _trace: [],
    }),
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  ({ port } = http.address() as AddressInfo);

  const report = (): string => {
    const lines = calls.slice(-30).map(describeCall);
    const broken = violations.map(({ route, place, problem }) => `  ${route} ${place}: ${problem}`);
    return ['The bot has called:', ...lines, ...(broken.length > 0 ? ['Violations:', ...broken] : [])].join(
      '\n',
    );
  };
  const interactionOf = ({ token: of }: SentInteraction) =>
    present(world.interactions.get(of), 'such interaction');
  const until: DiscordServer['until'] = (attempt) =>
    news.until(() => attempt() || undefined, patience, report);

  return {
    ...places,
    root: `http://127.0.0.1:${port}/api`,
    token,
    application: world.application,
    botUser: world.bot,
    calls,
    violations,
    gateway,
    failNext: faults.failNext,
    limitRoute: limits.limit,
    person: (setup = {}) => createPerson(world, announce, setup),
    callsTo: (route) => calls.filter((call) => call.route === route),
    nextCall: (route, fits = () => true) =>
      until(() => {
        const isNext = (call: Call): boolean =>
          !handed.has(call) && (route === undefined || call.route === route) && fits(call);
        const call = calls.find(isNext);
        if (call !== undefined) handed.add(call);
        return call;
      }),
    until,
    messagesIn: (channelId, personId) =>
      present(world.channels.get(channelId), `channel ${channelId}`)
        .messages.map(seen)
        .filter(({ visibleTo }) => [undefined, personId].includes(visibleTo) || personId === undefined),
    replyTo: (interaction) => seenAnswer(world, interactionOf(interaction)),
    answerOf: (interaction) =>
      until(() => {
        const answer = seenAnswer(world, interactionOf(interaction));
        const isOpen = ['unanswered', 'thinking', 'acknowledged'].includes(answer.kind);
        const isDone = !isOpen || (answer.kind === 'acknowledged' && answer.followUps.length > 0);
        return isDone ? answer : undefined;
      }),
    stop: async () => {
      news.close();
      gateway.stop();
      const closed = new Promise((resolve) => http.close(resolve));
      http.closeAllConnections();
      await closed;
    },
  };
}
