import type { Edtf } from '../dates/edtf.ts';
import type { Locale } from '../locale.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Timer } from '../ports/timer.ts';
import type { Chat, Moment, ServedKnowledge } from './chat.ts';
import type { CommandRegistry } from './commands/registry.ts';
import type { QuestionLimits } from './question-limits.ts';

/** What every platform stands on. */
export interface PlatformGround {
  readonly chat: Chat;
  readonly registry: CommandRegistry;
  readonly knowledge: () => ServedKnowledge;
  readonly questionLimits: QuestionLimits;
  readonly clock: Clock;
  readonly timer: Timer;
  readonly log: Log;
  /** The asker's day at a moment in milliseconds of the epoch. */
  readonly today: (now: number) => Edtf;
  /** What to speak where the platform says nothing of a person's language. */
  readonly language: Locale;
  /** A short code that a person is told and the operator finds in the log. */
  readonly newReference: () => string;
  /** Questions older than this are not answered any more, in milliseconds. */
  readonly maximumAgeMs: number;
}

/** The moment of what is handled now. */
export function momentOf({ clock, today }: PlatformGround): Moment {
  const now = clock.now();
  return { now, today: today(now) };
}
