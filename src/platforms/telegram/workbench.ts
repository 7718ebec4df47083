import type { Api } from 'grammy';
import type { UserFromGetMe } from 'grammy/types';
import type { Chat, Moment, ServedKnowledge } from '../../core/chat/chat.ts';
import type { CommandRegistry } from '../../core/chat/commands/registry.ts';
import type { QuestionLimits } from '../../core/chat/question-limits.ts';
import type { Edtf } from '../../core/dates/edtf.ts';
import type { Locale } from '../../core/locale.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type { Log } from '../../core/ports/log.ts';
import type { PreferenceStore } from '../../core/ports/preference-store.ts';
import type { SubscriptionStore } from '../../core/ports/subscription-store.ts';
import type { Timer } from '../../core/ports/timer.ts';
import type { Sender } from './send.ts';

/** What the handlers of updates work with. */
export interface Workbench {
  readonly api: Api;
  readonly me: UserFromGetMe;
  readonly chat: Chat;
  readonly registry: CommandRegistry;
  readonly knowledge: () => ServedKnowledge;
  readonly preferences: PreferenceStore;
  readonly subscriptions: SubscriptionStore;
  readonly sender: Sender;
  readonly questionLimits: QuestionLimits;
  readonly clock: Clock;
  readonly timer: Timer;
  readonly log: Log;
  /** The asker's day at a moment in milliseconds of the epoch. */
  readonly today: (now: number) => Edtf;
  /** What to speak where Telegram says nothing of a person's language. */
  readonly language: Locale;
  /** A short code that a person is told and the operator finds in the log. */
  readonly newReference: () => string;
  /** Questions older than this are not answered any more, in milliseconds. */
  readonly maximumAgeMs: number;
}

/** The moment of an update that is handled now. */
export function momentOf({ clock, today }: Workbench): Moment {
  const now = clock.now();
  return { now, today: today(now) };
}
