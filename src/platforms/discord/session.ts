import { type Client, Events, type REST, RESTEvents } from 'discord.js';
import { endsWithin, type PlatformEnd, SETTLE_MS } from '../../core/chat/platform-end.ts';
import type { Log } from '../../core/ports/log.ts';
import type { Timer } from '../../core/ports/timer.ts';
import { DISCORD } from './address.ts';
import type { Dispatcher } from './dispatch.ts';
import { attempt, describeFailure } from './failures.ts';

/** How a connection to Discord ended. */
export type SessionEnd =
  | PlatformEnd
  /** It was never made; it may be tried again. */
  | { readonly kind: 'unreachable'; readonly reason: string };

/** What Discord closes a connection with for good, and what the operator can do about it. */
const REFUSALS: ReadonlyMap<number, string> = new Map([
  [4004, 'Discord does not accept the token in DISCORD_TOKEN.'],
  [4010, 'Discord does not know the shards in DISCORD_SHARDS.'],
  [4011, 'Discord wants more shards than DISCORD_SHARDS says; set it to auto.'],
  [4012, 'Discord no longer speaks the version of its gateway that this bot speaks.'],
  [4013, 'Discord does not know the intents that this bot asks for.'],
  [4014, 'Discord does not grant the intents that this bot asks for.'],
]);

export const WRONG_TOKEN = 'Discord does not accept the token in DISCORD_TOKEN.';

/** What one connection works with. */
export interface SessionSettings {
  readonly client: Client;
  /** See {@link createInteractionRest}. */
  readonly interactionRest: REST;
  readonly token: string;
  readonly timer: Timer;
  readonly log: Log;
  /** Ends the connection. */
  readonly signal: AbortSignal;
  /** The connection stands; what handles its events from now on. */
  readonly onReady: (client: Client<true>) => Dispatcher;
}

/** Saying good-bye to Discord may take so long. */
const GOODBYE_MS = 2000;

/** One connection to Discord from login to end; what drops meanwhile is resumed by discord.js. */
export class Session {
  readonly #settings: SessionSettings;
  readonly #ended: Promise<SessionEnd>;
  #dispatcher: Dispatcher | undefined;
  #isOver = false;
  /** Shards that have lost their connection and are about to have another. */
  readonly #lost = new Set<number>();
  #onRegained: () => void = () => {};
  #end: (end: SessionEnd) => void = () => {};

  constructor(settings: SessionSettings) {
    this.#settings = settings;
    this.#ended = new Promise((resolve) => {
      this.#end = resolve;
    });
  }

  /** The token was refused while the bot was running. */
  refuseToken(): void {
    this.#end({ kind: 'refused', reason: WRONG_TOKEN });
  }

  /** Resolves when the connection has ended for good. */
  async run(): Promise<SessionEnd> {
    const { client, token, signal } = this.#settings;
    const stop = (): void => this.#end({ kind: 'stopped' });
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    this.#listen();
    const login = this.#login(client, token);
    const end = await this.#ended;
    signal.removeEventListener('abort', stop);
    const isSettled = await this.#close();
    await this.#within(GOODBYE_MS, login);
    return isSettled || end.kind !== 'stopped' ? end : { kind: 'unfinished' };
  }

  async #login(client: Client, token: string): Promise<void> {
    try {
      const outcome = await attempt(() => client.login(token));
      if (outcome.kind === 'done') return;
      const { failure } = outcome;
      if (failure.kind === 'wrong-token') this.refuseToken();
      else this.#end({ kind: 'unreachable', reason: describeFailure(failure) });
    } catch (error) {
      // A shard that Discord closed for good has told why before.
      this.#end({ kind: 'unreachable', reason: error instanceof Error ? error.name : 'unknown' });
    }
  }

  #listen(): void {
    const { client, interactionRest, log, onReady } = this.#settings;
    const unreachable = (reason: string): void => {
      // What closes on the way out is no news.
      if (!this.#isOver) log.write({ event: 'platform-unreachable', platform: DISCORD, reason });
    };
    const regained = (shard: number): void => {
      this.#lost.delete(shard);
      if (this.#lost.size === 0) this.#onRegained();
    };
    client.once(Events.ClientReady, (ready) => {
      const dispatcher = onReady(ready);
      this.#dispatcher = dispatcher;
      client.on(Events.InteractionCreate, (interaction) => void dispatcher.interaction(interaction));
      client.on(Events.MessageCreate, (message) => void dispatcher.message(message));
      client.on(Events.MessageUpdate, (_, message) => void dispatcher.edited(message));
    });
    client.on(Events.ShardDisconnect, ({ code }) => {
      const reason = REFUSALS.get(code);
      if (reason !== undefined) this.#end({ kind: 'refused', reason });
    });
    client.on(Events.ShardReconnecting, (shard) => {
      // One line for an outage, however often the connection is tried.
      if (!this.#lost.has(shard)) unreachable(`shard ${shard} reconnects`);
      this.#lost.add(shard);
    });
    client.on(Events.ShardReady, regained);
    client.on(Events.ShardResume, regained);
    client.on(Events.ShardError, (error, shard) => unreachable(`shard ${shard}: ${nameOf(error)}`));
    client.on(Events.Error, (error) => unreachable(nameOf(error)));
    client.on(Events.ShardResume, (shard) =>
      log.write({ event: 'platform-online', platform: DISCORD, name: `shard ${shard}` }),
    );
    client.on(Events.GuildDelete, () =>
      log.write({ event: 'place-left', platform: DISCORD, reason: 'removed from a server' }),
    );
    for (const rest of [client.rest, interactionRest])
      rest.on(RESTEvents.RateLimited, ({ method, route, timeToReset }) =>
        log.write({
          event: 'request-delayed',
          platform: DISCORD,
          method: `${method} ${nameOfRoute(route)}`,
          retryAfterMs: timeToReset,
        }),
      );
  }

  /** Tells whether what was in hand has ended. */
  async #close(): Promise<boolean> {
    const { client, interactionRest } = this.#settings;
    const isSettled = await this.#within(SETTLE_MS, this.#dispatcher?.settle() ?? Promise.resolve());
    this.#isOver = true;
    if (this.#lost.size > 0) {
      const regained = new Promise<void>((resolve) => {
        this.#onRegained = resolve;
      });
      await this.#within(GOODBYE_MS, regained);
    }
    parkShards(client);
    await this.#within(GOODBYE_MS, client.destroy());
    // Those that were connected have forgotten it meanwhile.
    parkShards(client);
    client.removeAllListeners();
    client.rest.removeAllListeners();
    interactionRest.removeAllListeners();
    interactionRest.clearHashSweeper();
    interactionRest.clearHandlerSweeper();
    // What is still on its way may fail, and nobody is there to hear it.
    client.on(Events.Error, () => {});
    client.on(Events.ShardError, () => {});
    return isSettled;
  }

  #within(ms: number, work: Promise<unknown>): Promise<boolean> {
    return endsWithin(ms, work, this.#settings.timer);
  }
}

/**
 * A shard that is told to end while it waits before its next try to connect tries all the same, again and again, and
 * keeps the process alive. Each try begins with a look at the session to resume: here it looks for ever.
 */
function parkShards(client: Client): void {
  const sessionInfo = new Promise<never>(() => {});
  for (const shard of client.ws.shards.values()) Object.assign(shard, { sessionInfo });
}

/** The message of an error may hold an address with a token. */
const nameOf = (error: Error): string =>
  'code' in error && typeof error.code === 'string' ? error.code : error.name;

/** Only the words of a route: no ids, and no token of an interaction. */
const nameOfRoute = (route: string): string =>
  route.replace(/\/(?![a-z@:]+(?:-[a-z]+)*(?:\/|$))[^/]+/g, '/…');
