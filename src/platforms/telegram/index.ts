import { Api, Bot } from 'grammy';
import type { UserFromGetMe } from 'grammy/types';
import type { PersonRef } from '../../core/chat/identity.ts';
import { endsWithin, type PlatformEnd, SETTLE_MS } from '../../core/chat/platform-end.ts';
import { QuestionLimits } from '../../core/chat/question-limits.ts';
import type { Reply } from '../../core/chat/reply.ts';
import type { Outbox } from '../../core/ports/outbox.ts';
import { TELEGRAM } from './address.ts';
import { Dispatcher, UPDATE_KINDS } from './dispatch.ts';
import { describeFailure, readFailure } from './failures.ts';
import { MESSAGES_PER_SECOND, TELEGRAM_PACES, UNPACED } from './limits.ts';
import { registerMenu } from './menu.ts';
import { MessageWindow } from './message-window.ts';
import { createOutbox, tellPerson } from './outbox.ts';
import { patient } from './patience.ts';
import { poll, refusalOf } from './polling.ts';
import { Sender, type SendingPaces } from './send.ts';
import { transport } from './transport.ts';
import { type WebhookOptions, WebhookServer } from './webhook.ts';
import type { Workbench } from './workbench.ts';

/** What the Telegram platform is made of. */
export interface TelegramDependencies
  extends Omit<Workbench, 'api' | 'me' | 'sender' | 'questionLimits' | 'maximumAgeMs'> {
  readonly token: string;
  /** Of the Bot API, without a slash at the end. */
  readonly apiRoot: string;
  /** Absent: long polling. */
  readonly webhook?: WebhookOptions;
  /** Questions older than this are not answered any more, in milliseconds. */
  readonly maximumAgeMs?: number;
  readonly paces?: SendingPaces;
  /** What the bot sends in all, posts among it; what Telegram allows if left out. */
  readonly messagesPerSecond?: number;
  readonly questionLimits?: QuestionLimits;
}

/** The bot on Telegram. */
export interface Telegram {
  /**
   * Goes online. Resolves with how it ended, when {@link stop} was called or Telegram will not have the bot; an outage
   * does not end it.
   */
  run(): Promise<TelegramEnd>;
  /** For daily posts; may be used as long as the platform runs. */
  readonly outbox: Outbox;
  /** Resolves when there is room for a post beside the answers, which go first, or when the signal aborts. */
  whenRoom(signal?: AbortSignal): Promise<void>;
  /** Tells a person something in private; does nothing where that is not possible. */
  tell(person: PersonRef, reply: Reply): Promise<void>;
  /** Stops receiving, finishes what is in hand, and lets {@link run} resolve. May be called any number of times. */
  stop(): Promise<void>;
}

export type TelegramEnd = PlatformEnd;

const DEFAULT_MAXIMUM_AGE_MS = 15 * 60 * 1000;
/** Longer than a long poll, which Telegram keeps open for half a minute. */
const REQUEST_TIMEOUT_MS = 60_000;
const FIRST_DELAY_MS = 1000;
const LONGEST_DELAY_MS = 60_000;

export function createTelegram(dependencies: TelegramDependencies): Telegram {
  const { token, apiRoot, clock, timer, log, messagesPerSecond = MESSAGES_PER_SECOND } = dependencies;
  const window = new MessageWindow(messagesPerSecond, { clock, timer });
  const receiving = new AbortController();
  const waiting = new AbortController();
  const carried = transport({ token, apiRoot, timeoutMs: REQUEST_TIMEOUT_MS });
  const bot = new Bot(token, { client: { apiRoot } });
  const postApi = new Api(token, { apiRoot });
  // The last is asked first: every try waits for its place.
  postApi.config.use(carried);
  postApi.config.use(window.forPosts());
  bot.api.config.use(carried);
  bot.api.config.use(window.forAnswers(waiting.signal));
  bot.api.config.use(patient({ timer, log, signal: waiting.signal }));
  // Posts need no name of the bot but for links to citations, and are sent only when the bot is known.
  const postSender = new Sender({
    ...dependencies,
    api: postApi,
    botName: () => (bot.isInited() ? bot.botInfo.username : ''),
    paces: UNPACED,
    signal: waiting.signal,
  });
  let running: Promise<TelegramEnd> | undefined;

  async function run(): Promise<TelegramEnd> {
    const known = await introduce(bot, dependencies, receiving.signal);
    if (known.kind !== 'known') return known;
    const dispatcher = new Dispatcher(workbenchOf(bot, known.me, dependencies, waiting.signal));
    log.write({ event: 'platform-online', platform: TELEGRAM, name: `@${known.me.username}` });
    const { commands } = dependencies.registry;
    void registerMenu(bot.api, commands, dependencies.language, log, receiving.signal);
    const end = await receive(bot, dispatcher, dependencies, receiving.signal);
    const isSettled = await endsWithin(SETTLE_MS, dispatcher.settle(), timer);
    waiting.abort();
    return isSettled || end.kind === 'refused' ? end : { kind: 'unfinished' };
  }

  return {
    outbox: createOutbox(postSender),
    whenRoom: (signal) => window.roomForPost(signal),
    tell: (person, reply) => tellPerson(person, reply, postSender),
    run: () => {
      running ??= run();
      return running;
    },
    stop: async () => {
      receiving.abort();
      await running;
    },
  };
}

function workbenchOf(
  bot: Bot,
  me: UserFromGetMe,
  dependencies: TelegramDependencies,
  signal: AbortSignal,
): Workbench {
  const { clock, timer, log, paces = TELEGRAM_PACES } = dependencies;
  return {
    ...dependencies,
    api: bot.api,
    me,
    sender: new Sender({ api: bot.api, botName: () => me.username, paces, clock, timer, log, signal }),
    questionLimits: dependencies.questionLimits ?? new QuestionLimits(),
    maximumAgeMs: dependencies.maximumAgeMs ?? DEFAULT_MAXIMUM_AGE_MS,
  };
}

type Introduction = { readonly kind: 'known'; readonly me: UserFromGetMe } | TelegramEnd;

/** Asks Telegram who the bot is, for as long as it takes to reach it. */
async function introduce(
  bot: Bot,
  { timer, log }: TelegramDependencies,
  signal: AbortSignal,
): Promise<Introduction> {
  let delayMs = FIRST_DELAY_MS;
  while (!signal.aborted) {
    try {
      const me = await bot.api.getMe();
      bot.botInfo = me;
      return { kind: 'known', me };
    } catch (error) {
      const failure = readFailure(error);
      const refusal = refusalOf(failure);
      if (refusal !== undefined) return { kind: 'refused', reason: refusal };
      log.write({ event: 'platform-unreachable', platform: TELEGRAM, reason: describeFailure(failure) });
      await timer.sleep(delayMs, signal);
      delayMs = Math.min(delayMs * 2, LONGEST_DELAY_MS);
    }
  }
  return { kind: 'stopped' };
}

async function receive(
  bot: Bot,
  dispatcher: Dispatcher,
  { webhook, timer, log }: TelegramDependencies,
  signal: AbortSignal,
): Promise<TelegramEnd> {
  if (webhook === undefined) {
    await bot.api.deleteWebhook().catch((error: unknown) => readFailure(error));
    const handle = dispatcher.handle.bind(dispatcher);
    const recorded = dispatcher.recorded.bind(dispatcher);
    return poll({ api: bot.api, handle, recorded, pending: () => dispatcher.pending, timer, log }, signal);
  }
  const server = new WebhookServer((update) => dispatcher.handle(update), webhook);
  try {
    await server.listen();
    await bot.api.setWebhook(webhook.url, {
      secret_token: webhook.secret,
      allowed_updates: UPDATE_KINDS,
    });
  } catch (error) {
    await server.close();
    return { kind: 'refused', reason: webhookProblem(error, webhook) };
  }
  await aborted(signal);
  // The webhook stays set: Telegram keeps what comes meanwhile, and other processes may be behind the same address.
  await server.close();
  return { kind: 'stopped' };
}

function webhookProblem(error: unknown, { host, port }: WebhookOptions): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  if (code === 'EADDRINUSE') return `Another process listens on ${host}:${port} (TELEGRAM_WEBHOOK_PORT).`;
  if (code === 'EACCES') return `This process may not listen on ${host}:${port} (TELEGRAM_WEBHOOK_PORT).`;
  const failure = readFailure(error);
  return (
    refusalOf(failure) ??
    `Telegram does not take the address in TELEGRAM_WEBHOOK_URL (${describeFailure(failure)}).`
  );
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
