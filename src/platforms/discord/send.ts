import { createHash } from 'node:crypto';
import {
  type APIMessage,
  type APIMessageTopLevelComponent,
  type Client,
  MessageFlags,
  type RESTPostAPIChannelMessageJSONBody,
  Routes,
} from 'discord.js';
import type { Reply } from '../../core/chat/reply.ts';
import type { Log } from '../../core/ports/log.ts';
import { ANSWER_FLAGS, NO_MENTIONS } from './client.ts';
import { type Audience, componentsOf } from './components.ts';
import { attempt, type DiscordFailure, logFailure, type Outcome } from './failures.ts';
import { DISCORD_LIMITS } from './limits.ts';
import { type RenderOptions, renderReply } from './render.ts';

/** How a reply goes out. */
export interface SayOptions {
  readonly audience: Audience;
  /** The message that is answered. */
  readonly replyTo?: string;
  readonly silent?: boolean;
  /** The same for every try of the same reply, so that Discord shows it once. */
  readonly nonce: string;
  /** Ends waiting. */
  readonly signal?: AbortSignal;
}

/** What became of a reply: the ids of its messages, or why it is not (wholly) there. */
export type SayResult =
  | { readonly kind: 'sent'; readonly messageIds: readonly string[] }
  | { readonly kind: 'failed'; readonly failure: DiscordFailure; readonly messageIds: readonly string[] };

/** One message as it is shown: made of components, and plain for when Discord refuses those. */
export interface Shown {
  readonly components: APIMessageTopLevelComponent[];
  plain(): string;
}

/** A reply as messages; the buttons stand below the last. */
export function show(reply: Reply, audience: Audience, options: RenderOptions): readonly Shown[] {
  const messages = renderReply(reply, options);
  return messages.map(({ markdown, plain }, index) => ({
    components: componentsOf(markdown, index === messages.length - 1 ? reply : undefined, audience),
    plain,
  }));
}

/** Sends and edits replies in channels. */
export class Sender {
  readonly #client: Client;
  readonly #render: RenderOptions;
  readonly #log: Log;
  readonly #onRequest: () => void;

  /** `onRequest` is called before every message that goes out. */
  constructor(client: Client, render: RenderOptions, log: Log, onRequest: () => void = () => {}) {
    this.#client = client;
    this.#render = render;
    this.#log = log;
    this.#onRequest = onRequest;
  }

  /** A reply as messages; see {@link show}. */
  show(reply: Reply, audience: Audience): readonly Shown[] {
    return show(reply, audience, this.#render);
  }

  /** Says a reply in a channel or thread. Never throws for what Discord does. */
  async say(channelId: string, reply: Reply, options: SayOptions): Promise<SayResult> {
    const messageIds: string[] = [];
    for (const [index, shown] of this.show(reply, options.audience).entries()) {
      const nonce = index === 0 ? options.nonce : partNonce(options.nonce, index);
      const outcome = await this.#sendOne(channelId, shown, { ...options, nonce });
      if (outcome.kind === 'failed') {
        logFailure(this.#log, 'send', outcome.failure);
        return { kind: 'failed', failure: outcome.failure, messageIds };
      }
      messageIds.push(outcome.value.id);
    }
    return { kind: 'sent', messageIds };
  }

  /** Shows a reply in place of a message of the bot; what does not fit into it is left to be asked for. */
  async edit(channelId: string, messageId: string, reply: Reply, audience: Audience): Promise<boolean> {
    const [shown] = this.show(reply, audience);
    if (shown === undefined) return false;
    const outcome = await attempt(() =>
      this.#client.rest.patch(Routes.channelMessage(channelId, messageId), {
        body: { components: shown.components, flags: ANSWER_FLAGS, allowed_mentions: NO_MENTIONS },
      }),
    );
    if (outcome.kind === 'failed') logFailure(this.#log, 'edit', outcome.failure);
    return outcome.kind === 'done';
  }

  async delete(channelId: string, messageId: string): Promise<void> {
    const outcome = await attempt(() =>
      this.#client.rest.delete(Routes.channelMessage(channelId, messageId)),
    );
    if (outcome.kind === 'failed') logFailure(this.#log, 'delete', outcome.failure);
  }

  /** Tells a person something in private. */
  async tell(userId: string, reply: Reply, nonce: string): Promise<SayResult> {
    const opened = await attempt(() =>
      this.#client.rest.post(Routes.userChannels(), { body: { recipient_id: userId } }),
    );
    if (opened.kind === 'failed') {
      logFailure(this.#log, 'open', opened.failure);
      return { ...opened, messageIds: [] };
    }
    // What Discord answers here is a channel.
    const { id } = opened.value as { readonly id: string };
    return this.say(id, reply, { audience: { asker: userId }, nonce });
  }

  /** Tries without what Discord refuses: the reference to a message it may not read, then the components. */
  async #sendOne(channelId: string, shown: Shown, options: SayOptions): Promise<Outcome<APIMessage>> {
    const body = bodyOf(shown, options);
    const first = await this.#post(channelId, body, options.signal);
    if (first.kind === 'done') return first;
    const { failure } = first;
    if (failure.kind === 'forbidden' && failure.missing === 'readHistory' && options.replyTo !== undefined) {
      const { replyTo: _, ...alone } = options;
      return this.#sendOne(channelId, shown, alone);
    }
    if (failure.kind !== 'bad-form') return first;
    logFailure(this.#log, 'send', failure);
    const { components: _, ...rest } = body;
    return this.#post(
      channelId,
      { ...rest, content: shown.plain(), flags: flagsOf(options) | MessageFlags.SuppressEmbeds },
      options.signal,
    );
  }

  #post(
    channelId: string,
    body: RESTPostAPIChannelMessageJSONBody,
    signal: AbortSignal | undefined,
  ): Promise<Outcome<APIMessage>> {
    const request = { body, ...(signal === undefined ? {} : { signal }) };
    this.#onRequest();
    return attempt(
      async () => (await this.#client.rest.post(Routes.channelMessages(channelId), request)) as APIMessage,
    );
  }
}

const flagsOf = ({ silent }: SayOptions): number =>
  silent === true ? MessageFlags.SuppressNotifications : 0;

function bodyOf({ components }: Shown, options: SayOptions): RESTPostAPIChannelMessageJSONBody {
  const { replyTo, nonce } = options;
  return {
    components,
    flags: ANSWER_FLAGS | flagsOf(options),
    allowed_mentions: { parse: [] },
    nonce,
    enforce_nonce: true,
    ...(replyTo === undefined
      ? {}
      : { message_reference: { message_id: replyTo, fail_if_not_exists: false } }),
  };
}

/** The nonce of a further message of the same reply. */
const partNonce = (nonce: string, index: number): string =>
  createHash('sha256').update(`${nonce} ${index}`).digest('base64url').slice(0, DISCORD_LIMITS.nonce);
