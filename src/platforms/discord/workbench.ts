import type { Client } from 'discord.js';
import type { Chat, Moment, ServedKnowledge } from '../../core/chat/chat.ts';
import type { CommandRegistry } from '../../core/chat/commands/registry.ts';
import type { PersonRef } from '../../core/chat/identity.ts';
import type { QuestionLimits } from '../../core/chat/question-limits.ts';
import type { RecentMap } from '../../core/chat/recent-map.ts';
import type { Reply } from '../../core/chat/reply.ts';
import type { Edtf } from '../../core/dates/edtf.ts';
import type { Locale } from '../../core/locale.ts';
import type { TokenBuckets } from '../../core/pace/token-buckets.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type { Log } from '../../core/ports/log.ts';
import type { Timer } from '../../core/ports/timer.ts';
import type { CommandMentions } from './menu.ts';
import type { Sender } from './send.ts';

/** What the handlers of events work with. */
export interface Workbench {
  readonly client: Client<true>;
  readonly chat: Chat;
  readonly registry: CommandRegistry;
  readonly knowledge: () => ServedKnowledge;
  readonly sender: Sender;
  readonly questionLimits: QuestionLimits;
  /** How fast one person may have words completed. */
  readonly completions: TokenBuckets;
  readonly mentions: CommandMentions;
  /** What interactions told of people's languages; their messages tell nothing of it. */
  readonly languages: RecentMap<PersonRef, Locale>;
  readonly clock: Clock;
  readonly timer: Timer;
  readonly log: Log;
  /** The asker's day at a moment in milliseconds of the epoch. */
  readonly today: (now: number) => Edtf;
  /** What to speak where Discord says nothing of a person's language. */
  readonly language: Locale;
  /** A short code that a person is told and the operator finds in the log. */
  readonly newReference: () => string;
  /** Questions older than this are not answered any more, in milliseconds. */
  readonly maximumAgeMs: number;
}

/** The moment of an event that is handled now. */
export function momentOf({ clock, today }: Workbench): Moment {
  const now = clock.now();
  return { now, today: today(now) };
}

/** One sentence of the bot. */
export const saying = (language: Locale, text: string): Reply => ({
  language,
  blocks: [{ kind: 'text', text }],
});
