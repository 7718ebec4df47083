import { type APIMessage, InteractionResponseType, Locale } from 'discord.js';
import type { Call } from '../../test/support/discord/calls.ts';
import { allComponents } from '../../test/support/discord/component-rules.ts';
import type { DiscordServer } from '../../test/support/discord/discord-server.ts';
import type { Person } from '../../test/support/discord/person.ts';
import { type Crowd, Row, Tally } from './crowd.ts';
import type { RequestBook } from './request-book.ts';
import type { Visit } from './schedule.ts';
import { buttonFor, type Wish } from './ways.ts';

/** How many people there are, and where. */
export interface DiscordCrowdOptions {
  readonly server: DiscordServer;
  readonly book: RequestBook;
  /** Milliseconds since the traffic began. */
  readonly now: () => number;
  readonly people: number;
  readonly guilds: number;
  readonly channelsInGuild: number;
  /** Channels that get posts, in which nobody asks. */
  readonly subscribers: ReadonlySet<string>;
}

const ASK_AGAIN_MS = 700;
const CHOICES = InteractionResponseType.ApplicationCommandAutocompleteResult;
const OPTIONS: Readonly<Record<string, string>> = {
  ask: 'question',
  date: 'date',
  timeline: 'date',
  today: 'day',
};

/** People who ask, use commands, type and press on the local Discord, and channels that get posts. */
export class DiscordCrowd implements Crowd {
  readonly posts = new Map<string, number[]>();
  readonly #given: DiscordCrowdOptions;
  readonly #people: Row<Person>;
  readonly #prober: Person;
  readonly #channels: readonly string[];
  readonly #refused = new Tally();
  /** What is being answered in a private channel. */
  readonly #current = new Map<string, string>();
  readonly #heard = new Map<string, APIMessage>();
  /** Messages that are known; a nonce brings one back that is there already. */
  readonly #seen = new Set<string>();
  #visits = 0;
  leftOut = 0;

  constructor(options: DiscordCrowdOptions) {
    const { server, people, guilds, channelsInGuild } = options;
    this.#given = options;
    this.#people = new Row(
      Array.from({ length: people }, (_, number) =>
        server.person({ locale: number % 10 < 7 ? Locale.Vietnamese : Locale.EnglishUS }),
      ),
    );
    this.#prober = server.person({ locale: Locale.Vietnamese });
    this.#channels = Array.from({ length: guilds }).flatMap(() => {
      const { id, channelId } = server.guild();
      const others = Array.from({ length: channelsInGuild - 1 }, () => server.channel(id));
      return [channelId, ...others];
    });
  }

  get refused(): ReadonlyMap<string, number> {
    return this.#refused.counts;
  }

  visit(visit: Visit): void {
    const person = this.#people.take();
    if (person === undefined) {
      this.leftOut += 1;
      return;
    }
    this.#visits += 1;
    const channel = this.#channels[this.#visits % this.#channels.length] ?? '';
    const askedAt = this.#given.now();
    const key = this.#say(person, channel, visit);
    this.#given.book.ask(key, visit.way, askedAt, () => {
      const { press } = visit;
      if (press === undefined || visit.way === 'discord-completion') this.#people.giveBack(person);
      else setTimeout(() => this.#press(person, key, press.wish), press.afterMs);
    });
  }

  #say(person: Person, channel: string, { way, text, command }: Visit): string {
    const option = OPTIONS[command] ?? '';
    switch (way) {
      case 'discord-private': {
        const key = `message ${person.writes(text)}`;
        this.#current.set(person.directChannel(), key);
        return key;
      }
      case 'discord-mention':
        return `message ${person.mentions(channel, text)}`;
      case 'discord-completion':
        return `token ${person.types(channel, command, option, text).token}`;
      default:
        return `token ${person.uses(channel, command, text === '' ? {} : { [option]: text }).token}`;
    }
  }

  #press(person: Person, answered: string, wish: Wish): void {
    const message = this.#heard.get(answered);
    const data = message === undefined ? undefined : buttonFor(wish, buttonsOf(message));
    if (message === undefined || data === undefined) {
      this.#people.giveBack(person);
      return;
    }
    const askedAt = this.#given.now();
    const { token } = person.presses(message.id, data);
    this.#given.book.ask(`token ${token}`, 'discord-button', askedAt, () => this.#people.giveBack(person));
  }

  async askUntil(question: string, words: string, signal: AbortSignal): Promise<number> {
    const [channel = ''] = this.#channels;
    for (let times = 1; ; times += 1) {
      const key = `message ${this.#prober.mentions(channel, question)}`;
      await new Promise<void>((resolve) => {
        this.#given.book.ask(key, 'discord-mention', this.#given.now(), resolve);
      });
      if (JSON.stringify(this.#heard.get(key)).includes(words) || signal.aborted) return times;
      // A channel may be asked in twenty times a minute.
      await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
    }
  }

  /** To be told of every request. */
  heard({ route, path, body, answer }: Call): void {
    const { book } = this.#given;
    if (answer.kind !== 'answered' || answer.status >= 400) {
      this.#refused.add(`${nameOf(route)}: ${answer.kind === 'answered' ? answer.status : 'cut'}`);
      return;
    }
    const [, , second = '', token = ''] = path.split('/');
    switch (nameOf(route)) {
      case 'send':
        this.#sent(second, body, answer.body as APIMessage);
        return;
      case 'callback':
        // Choices are the answer; all else is a promise of one.
        if ((body as { readonly type: InteractionResponseType }).type === CHOICES)
          book.said(`token ${token}`, 'choices', true);
        return;
      case 'fill-in':
      case 'follow-up': {
        const message = answer.body as APIMessage;
        this.#heard.set(`token ${token}`, message);
        book.said(`token ${token}`, textIn(body), true);
        return;
      }
      default:
    }
  }

  #sent(channelId: string, body: unknown, message: APIMessage): void {
    if (this.#seen.has(message.id)) return;
    this.#seen.add(message.id);
    if (this.#given.subscribers.has(channelId)) {
      this.posts.set(channelId, [...(this.posts.get(channelId) ?? []), this.#given.now()]);
      return;
    }
    const repliedTo = message.message_reference?.message_id;
    const key = repliedTo === undefined ? this.#current.get(channelId) : `message ${repliedTo}`;
    if (key === undefined) return;
    this.#heard.set(key, message);
    this.#given.book.said(key, textIn(body), true);
  }
}

const ROUTE_NAMES: Readonly<Record<string, string>> = {
  'POST /channels/{channel_id}/messages': 'send',
  'POST /interactions/{interaction_id}/{interaction_token}/callback': 'callback',
  'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original': 'fill-in',
  'POST /webhooks/{webhook_id}/{webhook_token}': 'follow-up',
};
const nameOf = (route: string): string => ROUTE_NAMES[route] ?? route;

/** What is said, without what differs between two sendings of the same. */
const textIn = (body: unknown): string => {
  const { nonce: _, ...rest } = body as Readonly<Record<string, unknown>>;
  return JSON.stringify(rest);
};

const buttonsOf = ({ components }: APIMessage): readonly string[] =>
  allComponents(components).flatMap(({ component }) =>
    typeof component.custom_id === 'string' ? [component.custom_id] : [],
  );
