import type { HttpConfig } from '../config.ts';
import type { Clock } from '../core/ports/clock.ts';
import type { FeedbackStore } from '../core/ports/feedback-store.ts';
import type { Log } from '../core/ports/log.ts';
import type { Timer } from '../core/ports/timer.ts';
import type { Storage } from '../infra/storage/open-storage.ts';
import { ReportError } from './exit-code.ts';

/** What an operator sees of a running bot. */
export interface OperatorDesk {
  /** Where the bot is to write: what it tells is counted on the way. */
  readonly log: Log;
  /** Where votes are to go. */
  readonly feedback: FeedbackStore;
  /** The address it listens on; absent when it is off. */
  readonly address: string | undefined;
  /** The bot takes no more work from now on. */
  stopping(): void;
  close(): Promise<void>;
}

export interface OperatorDeskOptions {
  /** Absent: nothing listens, and nothing is counted. */
  readonly http: HttpConfig | undefined;
  /** Those that are to be connected. */
  readonly platforms: readonly string[];
  readonly storage: Storage;
  readonly log: Log;
  readonly clock: Clock;
  readonly timer: Timer;
}

/** @throws ReportError when the port cannot be had. */
export async function openOperatorDesk(options: OperatorDeskOptions): Promise<OperatorDesk> {
  const { http, platforms, storage, log, clock, timer } = options;
  const nothing = (): void => undefined;
  if (http === undefined)
    return {
      log,
      feedback: storage.feedback,
      address: undefined,
      stopping: nothing,
      close: async () => nothing(),
    };
  const { createMetrics } = await import('../infra/system/metrics.ts');
  const { MetricsLog } = await import('../infra/system/metrics-log.ts');
  const { MetricsFeedbackStore } = await import('../infra/system/metrics-feedback-store.ts');
  const { measureStorage } = await import('../infra/system/storage-metrics.ts');
  const { Readiness } = await import('../infra/http/readiness.ts');
  const { createOperatorServer } = await import('../infra/http/operator-server.ts');
  const metrics = createMetrics({ ofProcess: true });
  const counting = new MetricsLog(metrics, log, clock);
  const readiness = new Readiness({
    platforms,
    checkStorage: () => storage.check(),
    timer,
    inner: counting,
  });
  const server = createOperatorServer({
    ...http,
    readiness: () => readiness.report(),
    metrics: async () => {
      await measureStorage(metrics, storage.subscriptions, { clock, timer });
      return metrics.registry.metrics();
    },
  });
  const port = await server.listen().catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    throw new ReportError(
      `The operator's port ${http.host}:${http.port} cannot be had (${code}); choose another in HTTP_PORT.`,
    );
  });
  const host = http.host.includes(':') ? `[${http.host}]` : http.host;
  return {
    log: readiness,
    feedback: new MetricsFeedbackStore(storage.feedback, metrics),
    address: `http://${host}:${port}`,
    stopping: () => readiness.stop(),
    close: () => server.close(),
  };
}
