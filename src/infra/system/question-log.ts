import type { Clock } from '../../core/ports/clock.ts';
import type { Log } from '../../core/ports/log.ts';
import type { QuestionWatch } from '../../core/ports/question-watch.ts';

/** Tells the log how questions on a platform fare; of a question itself nothing is told but its language. */
export const createQuestionLog = (platform: string, log: Log, clock: Clock): QuestionWatch => ({
  keepsUnanswered: false,
  begin: () => {
    const begun = clock.now();
    return ({ language, outcome }) => {
      const durationMs = Math.max(0, Math.round((clock.now() - begun) * 1000) / 1000);
      log.write({ event: 'question-answered', platform, language, outcome, durationMs });
    };
  },
});
