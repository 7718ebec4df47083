import type { Clock } from '../../core/ports/clock.ts';
import type { Log, LogEvent } from '../../core/ports/log.ts';
import type { Metrics } from './metrics.ts';

const SECOND_MS = 1000;

/** Posts that ended there for good; only what was sent has a lag worth measuring. */
const SENT = 'sent';

/** Counts events on their way to another log. */
export class MetricsLog implements Log {
  readonly #metrics: Metrics;
  readonly #inner: Log;
  readonly #clock: Clock;
  /** Platforms that were lost and not reached again. */
  readonly #lost = new Set<string>();

  constructor(metrics: Metrics, inner: Log, clock: Clock) {
    this.#metrics = metrics;
    this.#inner = inner;
    this.#clock = clock;
  }

  write(event: LogEvent): void {
    this.#count(event);
    this.#inner.write(event);
  }

  #count(event: LogEvent): void {
    const metrics = this.#metrics;
    switch (event.event) {
      case 'question-answered': {
        const { platform, language, outcome, durationMs } = event;
        metrics.questions.inc({ platform, language, outcome });
        metrics.answerSeconds.observe({ platform }, durationMs / SECOND_MS);
        return;
      }
      case 'post': {
        const { platform, outcome, lagMs } = event;
        metrics.posts.inc({ platform, outcome });
        if (outcome === SENT) metrics.postLagSeconds.observe({ platform }, Math.max(0, lagMs) / SECOND_MS);
        return;
      }
      case 'request-delayed':
        metrics.rateLimits.inc({ platform: event.platform, method: event.method });
        return;
      case 'request-failed':
        metrics.failedRequests.inc({ platform: event.platform, method: event.method });
        return;
      case 'update-dropped':
        metrics.droppedUpdates.inc({ platform: event.platform, reason: event.reason });
        return;
      case 'handler-failed':
        metrics.failedHandlers.inc({ platform: event.platform });
        return;
      case 'platform-online':
        if (this.#lost.delete(event.platform)) metrics.reconnections.inc({ platform: event.platform });
        metrics.connected.set({ platform: event.platform }, 1);
        return;
      case 'platform-unreachable':
        if (!this.#lost.has(event.platform)) metrics.disconnections.inc({ platform: event.platform });
        this.#lost.add(event.platform);
        metrics.connected.set({ platform: event.platform }, 0);
        return;
      case 'platform-offline':
      case 'platform-refused':
        metrics.connected.set({ platform: event.platform }, 0);
        return;
      case 'storage-failed':
        metrics.storageFailures.inc({ action: event.action });
        return;
      case 'knowledge-loaded':
        metrics.knowledgeInfo.reset();
        metrics.knowledgeInfo.set({ version: event.version }, 1);
        metrics.knowledgeArticles.set(event.articles);
        metrics.knowledgeEvents.set(event.events);
        metrics.knowledgeLoaded.set(this.#clock.now() / SECOND_MS);
        metrics.knowledgeProblems.set(0);
        metrics.knowledgeLoads.inc();
        return;
      case 'knowledge-broken':
        metrics.knowledgeProblems.set(event.count);
        return;
      default:
        return;
    }
  }
}
