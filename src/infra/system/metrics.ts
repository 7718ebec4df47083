import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** In seconds: an answer takes milliseconds, and one that takes a second is in trouble. */
const ANSWER_BUCKETS_S = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];
/** In seconds: a post is on time within the minute, and given up after six hours. */
const LAG_BUCKETS_S = [1, 5, 15, 60, 300, 900, 3600, 7200, 21_600];

/** Everything that is counted, in a registry of its own. `docs/operations.md` tells what each means. */
export type Metrics = ReturnType<typeof createMetrics>;

/** `ofProcess`: memory, processor, event loop and garbage collection too, which keep a timer of their own. */
export function createMetrics({ ofProcess }: { readonly ofProcess: boolean }) {
  const registry = new Registry();
  const registers = [registry];
  if (ofProcess) collectDefaultMetrics({ register: registry });
  const counter = <Label extends string>(name: string, help: string, labelNames: readonly Label[]) =>
    new Counter({ name: `nhip_cau_${name}`, help, labelNames, registers });
  const gauge = <Label extends string>(name: string, help: string, labelNames: readonly Label[]) =>
    new Gauge({ name: `nhip_cau_${name}`, help, labelNames, registers });
  const histogram = (name: string, help: string, buckets: number[]) =>
    new Histogram({ name: `nhip_cau_${name}`, help, labelNames: ['platform'] as const, buckets, registers });
  return {
    registry,
    questions: counter('questions_total', 'Questions by what came of them.', [
      'platform',
      'language',
      'outcome',
    ]),
    answerSeconds: histogram('answer_seconds', 'How long it took to find an answer.', ANSWER_BUCKETS_S),
    votes: counter('feedback_votes_total', 'Votes on citations.', ['vote']),
    posts: counter('posts_total', 'Daily posts by how they ended, or were put off.', ['platform', 'outcome']),
    postLagSeconds: histogram('post_lag_seconds', 'How late daily posts were sent.', LAG_BUCKETS_S),
    rateLimits: counter('rate_limits_total', 'Requests a platform told us to send later.', [
      'platform',
      'method',
    ]),
    failedRequests: counter('requests_failed_total', 'Requests a platform refused or never answered.', [
      'platform',
      'method',
    ]),
    droppedUpdates: counter('updates_dropped_total', 'What was not answered, and why.', [
      'platform',
      'reason',
    ]),
    failedHandlers: counter('handler_failures_total', 'Faults of the bot that a person was told of.', [
      'platform',
    ]),
    connected: gauge('platform_connected', 'Whether the platform is connected (1) or not (0).', ['platform']),
    disconnections: counter('disconnections_total', 'How often a platform was lost.', ['platform']),
    reconnections: counter('reconnections_total', 'How often a platform was reached again.', ['platform']),
    storageFailures: counter('storage_failures_total', 'Failures of the storage in the engine of posts.', [
      'action',
    ]),
    storageUp: gauge('storage_up', 'Whether the storage answered when it was last asked.', []),
    overduePosts: gauge('posts_overdue', 'Posts that are due and not sent, up to 1000.', []),
    nextPost: gauge('next_post_timestamp_seconds', 'When the next post is due; 0 when none is.', []),
    knowledgeInfo: gauge('knowledge_info', 'The state of the knowledge that is served.', ['version']),
    knowledgeArticles: gauge('knowledge_articles', 'Articles that are served.', []),
    knowledgeEvents: gauge('knowledge_events', 'Events that are served.', []),
    knowledgeLoaded: gauge('knowledge_loaded_timestamp_seconds', 'When it was loaded.', []),
    knowledgeProblems: gauge('knowledge_problems', 'Problems of the last edit; 0 when it is served.', []),
    knowledgeLoads: counter('knowledge_loads_total', 'Times that knowledge was loaded.', []),
  };
}
