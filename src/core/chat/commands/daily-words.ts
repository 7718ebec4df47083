import { assertNever } from '../../assert-never.ts';
import { MISSED_REASONS } from '../../daily/deliver-post.ts';
import { type DuePost, weekdayOf } from '../../daily/next-due.ts';
import type { TestDelivery } from '../../daily/post-engine.ts';
import type { SettingsProblem } from '../../daily/read-settings.ts';
import { EVERY_DAY } from '../../daily/setting-words.ts';
import type { PostSettings, Subscription, Weekday } from '../../daily/subscription.ts';
import { writeDate } from '../../dates/write-dates.ts';
import { TOPICS } from '../../knowledge/topics.ts';
import type { Locale } from '../../locale.ts';
import type { PostEntry } from '../../ports/post-ledger.ts';
import { echo } from '../echo.ts';
import type { Block, Reply } from '../reply.ts';
import type { Words } from '../words/words.ts';

const text = (said: string): Block => ({ kind: 'text', text: said });

/** Says what is wrong with settings, and what would be right. */
export function problemWords(problem: SettingsProblem, words: Words, language: Locale): Reply {
  const { problems, topics, usage } = words.daily;
  const typed = echo(problem.text);
  switch (problem.field) {
    case 'topics':
      return {
        language,
        blocks: [text(problems.topics(typed, TOPICS.map((topic) => topics[topic]).join(', ')))],
      };
    case 'zone': {
      const near = problem.near.length === 0 ? [] : [text(problems.near(problem.near.join(', ')))];
      return { language, blocks: [text(problems.zone(typed)), ...near] };
    }
    case 'unknown':
      return { language, blocks: [text(problems.unknown(typed)), text(usage)] };
    default:
      return { language, blocks: [text(problems[problem.field](typed))] };
  }
}

/** The settings, one a line. */
export function settingsLines(settings: PostSettings, { daily }: Words): readonly string[] {
  const { settings: words } = daily;
  const { emptyDays, language, silent, time, topics, weekdays, zone } = settings;
  const named = topics.map((topic) => daily.topics[topic]).join(', ');
  return [
    words.time(time, zone),
    words.weekdays(weekdays.length === EVERY_DAY.length ? words.everyDay : weekdayNames(weekdays, daily)),
    words.language(words.languages[language]),
    words.topics(topics.length === 0 ? words.allTopics : named),
    words.sound[silent ? 'silent' : 'loud'],
    words.emptyDays[emptyDays],
  ];
}

const weekdayNames = (weekdays: readonly Weekday[], { weekdays: names }: Words['daily']): string =>
  weekdays.map((day) => names[day - 1] ?? '').join(', ');

/** When a post is due, as the clocks of its zone will show it. */
export function momentOf(
  { day }: DuePost,
  { time, zone }: PostSettings,
  { daily }: Words,
  language: Locale,
): string {
  const weekday = daily.weekdays[weekdayOf(day) - 1] ?? '';
  return daily.status.moment(time, weekday, writeDate(day, language, 'short'), zone);
}

/** What there is to know about a subscription. */
export interface DailyStatus {
  readonly subscription: Subscription;
  /** Newest first. */
  readonly entries: readonly PostEntry[];
  /** Absent while no posts go out. */
  readonly next: DuePost | undefined;
  /** What the bot is not allowed to do at this moment. */
  readonly missing: string | undefined;
}

/** Tells the truth about a subscription: its state, the next post, what became of the last ones, what is missing. */
export function statusBlocks(
  { entries, missing, next, subscription }: DailyStatus,
  words: Words,
  language: Locale,
): readonly Block[] {
  const { status } = words.daily;
  return [
    text(status[subscription.state]),
    ...(next === undefined
      ? []
      : [text(status.next(momentOf(next, subscription.settings, words, language)))]),
    ...(missing === undefined ? [] : [{ kind: 'notice' as const, text: status.missing(missing) }]),
    ...entries.map((entry) => text(entryWords(entry, words, language))),
    ...(entries.length === 0 ? [text(status.none)] : []),
    ...settingsLines(subscription.settings, words).map(text),
  ];
}

function entryWords({ detail, key, state }: PostEntry, { daily }: Words, language: Locale): string {
  const outcome = daily.outcomes[state];
  const reason = MISSED_REASONS.find((each) => each === detail);
  const explained = reason === undefined ? detail : daily.details[reason];
  const told = explained === undefined ? outcome : daily.detailed(outcome, explained);
  return daily.status.entry(writeDate(key.day, language, 'short'), told);
}

/** What can be done with a subscription, as things to say. */
export function choicesFor({ state }: Subscription, { daily }: Words): Block {
  const names = [
    'preview',
    'status',
    state === 'active' ? 'pause' : 'resume',
    'test',
    'unsubscribe',
  ] as const;
  return {
    kind: 'choices',
    choices: names.map((name) => ({ label: daily.buttons[name], say: `/daily ${name}` })),
  };
}

const SECOND_MS = 1000;

/** What became of a test post. */
export function testWords(delivery: TestDelivery, { daily }: Words): string {
  const { outcomes, test } = daily;
  switch (delivery.kind) {
    case 'sent':
      return delivery.link === undefined ? test.sent : test.link(delivery.link);
    case 'empty':
      return test.empty;
    case 'unserved':
      return daily.unavailable;
    case 'rate-limited':
      return test.limited(Math.ceil(delivery.retryAfterMs / SECOND_MS));
    case 'forbidden':
      return daily.cannotPost(delivery.missing);
    case 'rejected':
      return test.failed(daily.detailed(outcomes.rejected, delivery.reason));
    case 'gone':
    case 'unconfirmed':
      return test.failed(outcomes[delivery.kind]);
    case 'unreachable':
      return test.unreachable;
    case 'moved':
      return test.moved;
    default:
      return assertNever(delivery);
  }
}
