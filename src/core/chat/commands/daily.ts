import { composePost, type PostContents } from '../../daily/compose-post.ts';
import type { DailyService } from '../../daily/daily-service.ts';
import { endSubscription } from '../../daily/end-subscription.ts';
import { nextUnsent } from '../../daily/plan-next.ts';
import { readSettings } from '../../daily/read-settings.ts';
import { EVERY_DAY } from '../../daily/setting-words.ts';
import type { Address, PostSettings, Subscription, SubscriptionId } from '../../daily/subscription.ts';
import { parseDateExpression } from '../../dates/date-expression.ts';
import { type Edtf, edtfParts, parseEdtf } from '../../dates/edtf.ts';
import { writeDate } from '../../dates/write-dates.ts';
import { dayIn } from '../../dates/zones.ts';
import { normaliseText } from '../../text/normalise.ts';
import type { ChatContext } from '../chat-context.ts';
import { echo } from '../echo.ts';
import type { Block, Reply } from '../reply.ts';
import { inEveryLanguage } from '../words/words.ts';
import { argumentOf } from './argument.ts';
import { defineCommand } from './command.ts';
import { readDailyAction } from './daily-actions.ts';
import { choicesFor, momentOf, problemWords, settingsLines, statusBlocks, testWords } from './daily-words.ts';

/** Times that most people want a post at, offered in the default zone. */
const OFFERED_TIMES = ['07:00', '08:00', '20:00'] as const;

/** Everything about a place that can have daily posts. */
interface Post {
  readonly service: DailyService;
  readonly address: Address;
  readonly subscription: Subscription | undefined;
  /** Of the subscription, or of one that has ended: a new one goes on with it, and so knows what was posted today. */
  readonly id: SubscriptionId | undefined;
}

/** `/daily`: the daily post "on this day" in this place. */
export const daily = defineCommand({
  name: 'daily',
  aliases: ['moingay'],
  localName: 'mỗi-ngày',
  summary: inEveryLanguage((words) => words.commands.daily),
  argument: argumentOf('daily', false, 'time-zone'),
  run: async (text, context) => {
    const { words } = context;
    const typed = normaliseText(text).trim();
    const read = readDailyAction(typed);
    const post = await postOf(context);
    if (read?.action.name === 'preview') return preview(read.rest, context, post?.subscription);
    if (post === undefined) return saying(context, words.daily.unavailable);
    if (typed === '') return post.subscription === undefined ? offer(context, post) : status(context, post);
    if (read === undefined) {
      return saying(
        context,
        words.daily.unknownAction(echo(typed)),
        words.daily.usage,
        words.daily.usageMore,
      );
    }
    if (read.action.forManagers && !(await context.mayManage())) return saying(context, words.managersOnly);
    switch (read.action.name) {
      case 'status':
        return post.subscription === undefined ? offer(context, post) : status(context, post);
      case 'subscribe':
        return subscribe(read.rest, context, post);
      case 'pause':
        return change(context, post, 'paused');
      case 'resume':
        return change(context, post, 'active');
      case 'unsubscribe':
        return unsubscribe(context, post);
      case 'test':
        return test(context, post);
    }
  },
});

const said = (...texts: readonly string[]): readonly Block[] => texts.map((text) => ({ kind: 'text', text }));

const saying = ({ language }: ChatContext, ...texts: readonly string[]): Reply => ({
  language,
  blocks: said(...texts),
});

async function postOf({ address, daily: service }: ChatContext): Promise<Post | undefined> {
  if (address === undefined || service === undefined) return undefined;
  const found = await service.store.findAt(address);
  return { service, address, subscription: found?.state === 'ended' ? undefined : found, id: found?.id };
}

/** Says what there is to choose, with the commonest times as buttons. */
function offer(context: ChatContext, { service }: Post): Reply {
  const { language, words } = context;
  return {
    language,
    blocks: [
      { kind: 'heading', text: words.daily.heading },
      ...said(words.daily.intro),
      {
        kind: 'choices',
        choices: OFFERED_TIMES.map((time) => ({
          label: words.daily.offer(time, service.defaultZone),
          say: `/daily subscribe ${time} ${service.defaultZone}`,
        })),
      },
      ...said(words.daily.usage, words.daily.usageMore),
    ],
  };
}

async function status(context: ChatContext, { service, subscription }: Post): Promise<Reply> {
  if (subscription === undefined) return saying(context, context.words.daily.notSubscribed);
  const missing = await context.checkAddress?.();
  const entries = await service.ledger.latest(subscription.id, 5);
  const next =
    subscription.state === 'active'
      ? await nextUnsent(subscription.settings, subscription.id, service.clock.now(), service.ledger)
      : undefined;
  return {
    language: context.language,
    blocks: [
      { kind: 'heading', text: context.words.daily.heading },
      ...statusBlocks({ subscription, entries, next, missing }, context.words, context.language),
      choicesFor(subscription, context.words),
    ],
  };
}

async function subscribe(text: string, context: ChatContext, post: Post): Promise<Reply> {
  const { words } = context;
  const { address, id, service, subscription: before } = post;
  const reading = readSettings(text);
  if (reading.kind === 'problem') return problemWords(reading.problem, context.words, context.language);
  const time = reading.chosen.time ?? before?.settings.time;
  if (time === undefined) return offer(context, post);
  const missing = await context.checkAddress?.();
  if (missing !== undefined) return saying(context, words.daily.cannotPost(missing));
  const settings: PostSettings = {
    ...(before?.settings ?? defaultsFor(context, service)),
    ...reading.chosen,
    time,
  };
  const next = await nextUnsent(settings, id, service.clock.now(), service.ledger);
  const subscription: Subscription = {
    id: id ?? service.newId(),
    address,
    place: context.place,
    subscriber: context.person,
    settings,
    state: 'active',
    dueAt: next.at,
    refusals: 0,
  };
  await service.store.save(subscription);
  return {
    language: context.language,
    blocks: [
      ...said(before === undefined ? words.daily.subscribed : words.daily.changed),
      ...said(...settingsLines(settings, words)),
      ...said(words.daily.status.next(momentOf(next, settings, words, context.language))),
      choicesFor(subscription, words),
    ],
  };
}

const defaultsFor = (
  { language }: ChatContext,
  { defaultZone }: DailyService,
): Omit<PostSettings, 'time'> => ({
  zone: defaultZone,
  language,
  topics: [],
  weekdays: EVERY_DAY,
  silent: false,
  emptyDays: 'skip',
});

async function change(context: ChatContext, post: Post, state: 'active' | 'paused'): Promise<Reply> {
  const { words } = context;
  const { service, subscription: before } = post;
  if (before === undefined) return saying(context, words.daily.notSubscribed);
  if (state === 'active') {
    const missing = await context.checkAddress?.();
    if (missing !== undefined) return saying(context, words.daily.cannotPost(missing));
  }
  const next = await nextUnsent(before.settings, before.id, service.clock.now(), service.ledger);
  // Going on must not bring up what fell due during the pause.
  const subscription: Subscription = { ...before, state, dueAt: next.at, refusals: 0 };
  await service.store.save(subscription);
  const when = words.daily.status.next(momentOf(next, before.settings, words, context.language));
  return {
    language: context.language,
    blocks: [
      ...(state === 'paused' ? said(words.daily.paused) : said(words.daily.resumed, when)),
      choicesFor(subscription, words),
    ],
  };
}

async function unsubscribe(context: ChatContext, { service, subscription }: Post): Promise<Reply> {
  const { words } = context;
  if (subscription === undefined) return saying(context, words.daily.notSubscribed);
  await endSubscription(subscription, service.store, service.ledger, service.clock.now());
  return saying(context, words.daily.unsubscribed);
}

async function test(context: ChatContext, { service, subscription }: Post): Promise<Reply> {
  if (subscription === undefined) return saying(context, context.words.daily.notSubscribed);
  return saying(context, testWords(await service.sendTest(subscription), context.words));
}

/** Exactly what would go out on a day, with this place's settings or the usual ones. */
function preview(text: string, context: ChatContext, subscription: Subscription | undefined): Reply {
  const { answerer, daily: service, language, timeline, today, words } = context;
  const here =
    service === undefined || subscription === undefined
      ? today
      : dayIn(subscription.settings.zone, service.clock.now());
  const expression = text === '' ? undefined : parseDateExpression(text, { language, today: here });
  if (expression?.kind === 'ambiguous') {
    const choices = expression.candidates.map((date) => ({
      label: writeDate(date, language, 'long'),
      say: `/daily preview ${date}`,
    }));
    return { language, blocks: [...said(words.ambiguousDate(echo(text))), { kind: 'choices', choices }] };
  }
  if (expression?.kind === 'problem') return saying(context, words.notADay(echo(text)));
  const day = dayOf(expression?.edtf ?? here, here);
  if (day === undefined) return saying(context, words.notADay(echo(text)));
  const contents: PostContents = subscription?.settings ?? { language, topics: [], emptyDays: 'skip' };
  const composed = composePost(contents, day, { timeline, library: answerer.library });
  if (composed.kind === 'post') return composed.reply;
  return saying(context, words.daily.preview.empty(writeDate(day, language, 'short')));
}

/** A day with a year: the one named, or the next time that a day of any year comes round. */
function dayOf(date: Edtf, today: Edtf): Edtf | undefined {
  const { precision } = edtfParts(date);
  if (precision === 'day') return date;
  if (precision !== 'yearless-day') return undefined;
  const year = Number(today.slice(0, 4));
  const inYears = Array.from({ length: 9 }, (_, ahead) => parseEdtf(`${year + ahead}${date.slice(4)}`));
  return inYears.find((day) => day !== undefined && day >= today);
}
