import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PersonRef } from '../../../src/core/chat/identity.ts';
import type { LogEvent } from '../../../src/core/ports/log.ts';
import { MemoryFeedbackStore } from '../../../src/infra/storage/memory/memory-feedback-store.ts';
import { createMetrics } from '../../../src/infra/system/metrics.ts';
import { MetricsFeedbackStore } from '../../../src/infra/system/metrics-feedback-store.ts';
import { MetricsLog } from '../../../src/infra/system/metrics-log.ts';
import { createQuestionLog } from '../../../src/infra/system/question-log.ts';
import { measureStorage } from '../../../src/infra/system/storage-metrics.ts';
import { Talk } from '../../core/chat/tiny-chat.ts';
import { RecordingLog } from '../../support/recording-log.ts';
import { SILENT_LOG } from './silent-log.ts';

const CLOCK = { now: () => 1_800_000_000_000 };

/** The samples of one metric after these events, as Prometheus reads them. */
async function samplesAfter(events: readonly LogEvent[], name: string): Promise<readonly string[]> {
  const metrics = createMetrics({ ofProcess: false });
  const log = new MetricsLog(metrics, SILENT_LOG, CLOCK);
  for (const event of events) log.write(event);
  const text = await metrics.registry.metrics();
  return text.split('\n').filter((line) => line.startsWith(`nhip_cau_${name}`));
}

describe('the metrics', () => {
  it('count questions by platform, language and outcome, and how long answers took', async () => {
    const question = {
      event: 'question-answered',
      platform: 'telegram',
      language: 'vi',
      outcome: 'answered',
      durationMs: 4,
    } as const;
    const events: readonly LogEvent[] = [question, question, { ...question, outcome: 'abstained' }];
    assert.deepEqual(await samplesAfter(events, 'questions_total'), [
      'nhip_cau_questions_total{platform="telegram",language="vi",outcome="answered"} 2',
      'nhip_cau_questions_total{platform="telegram",language="vi",outcome="abstained"} 1',
    ]);
    const buckets = await samplesAfter(events, 'answer_seconds');
    assert.ok(buckets.includes('nhip_cau_answer_seconds_bucket{le="0.0025",platform="telegram"} 0'));
    assert.ok(buckets.includes('nhip_cau_answer_seconds_bucket{le="0.005",platform="telegram"} 3'));
  });

  it('count posts by outcome, and measure the lag of those that were sent', async () => {
    const post = { event: 'post', platform: 'discord', lagMs: 20_000 } as const;
    const events: readonly LogEvent[] = [
      { ...post, outcome: 'sent' },
      { ...post, outcome: 'missed', lagMs: 90_000_000 },
    ];
    assert.deepEqual(await samplesAfter(events, 'posts_total'), [
      'nhip_cau_posts_total{platform="discord",outcome="sent"} 1',
      'nhip_cau_posts_total{platform="discord",outcome="missed"} 1',
    ]);
    assert.ok(
      (await samplesAfter(events, 'post_lag_seconds')).includes(
        'nhip_cau_post_lag_seconds_sum{platform="discord"} 20',
      ),
    );
  });

  it('tell whether a platform is connected, how often it was lost and how often reached again', async () => {
    const platform = 'telegram';
    const events: readonly LogEvent[] = [
      { event: 'platform-unreachable', platform, reason: 'ENOTFOUND' },
      { event: 'platform-unreachable', platform, reason: 'ENOTFOUND' },
      { event: 'platform-online', platform, name: '@bot' },
      { event: 'platform-unreachable', platform, reason: 'ENOTFOUND' },
    ];
    const value = async (name: string) => (await samplesAfter(events, name)).join();
    assert.equal(await value('platform_connected'), 'nhip_cau_platform_connected{platform="telegram"} 0');
    assert.equal(await value('disconnections_total'), 'nhip_cau_disconnections_total{platform="telegram"} 2');
    assert.equal(await value('reconnections_total'), 'nhip_cau_reconnections_total{platform="telegram"} 1');
  });

  it('name the one state of the knowledge that is served, and count the problems of a broken edit', async () => {
    const loaded = { event: 'knowledge-loaded', articles: 2, events: 3 } as const;
    const problems = [{ file: 'a.md', line: 3, message: 'This is wrong.' }];
    const events: readonly LogEvent[] = [
      { ...loaded, version: 'aaaa' },
      { ...loaded, version: 'bbbb' },
      { event: 'knowledge-broken', count: 4, problems },
    ];
    assert.deepEqual(await samplesAfter(events, 'knowledge_info'), [
      'nhip_cau_knowledge_info{version="bbbb"} 1',
    ]);
    assert.deepEqual(await samplesAfter(events, 'knowledge_problems'), ['nhip_cau_knowledge_problems 4']);
    const mended = [...events, { ...loaded, version: 'cccc' }];
    assert.deepEqual(await samplesAfter(mended, 'knowledge_problems'), ['nhip_cau_knowledge_problems 0']);
  });

  it('count votes that were kept, and none that failed', async () => {
    const metrics = createMetrics({ ofProcess: false });
    const inner = new MemoryFeedbackStore();
    const store = new MetricsFeedbackStore(inner, metrics);
    await store.vote('p' as PersonRef, 'a1', 'down');
    assert.deepEqual(await store.tally(), [{ handle: 'a1', up: 0, down: 1 }]);
    inner.vote = async () => {
      throw new Error('full');
    };
    await assert.rejects(store.vote('p' as PersonRef, 'a1', 'down'));
    assert.equal(await store.forgetPerson('p' as PersonRef), 1);
    assert.match(await metrics.registry.metrics(), /^nhip_cau_feedback_votes_total\{vote="down"\} 1$/m);
  });

  it('tell how many posts wait, when the next is due, and that a storage is silent', async () => {
    const metrics = createMetrics({ ofProcess: false });
    const silent = new Promise<never>(() => undefined);
    const ground = { clock: CLOCK, timer: { sleep: async () => undefined } };
    const patient = { clock: CLOCK, timer: { sleep: () => silent } };
    await measureStorage(metrics, { due: async () => [], nextDue: async () => 1_800_000_100_000 }, patient);
    const told = await metrics.registry.metrics();
    assert.match(told, /^nhip_cau_posts_overdue 0$/m);
    assert.match(told, /^nhip_cau_next_post_timestamp_seconds 1800000100$/m);
    assert.match(told, /^nhip_cau_storage_up 1$/m);
    await measureStorage(metrics, { due: () => silent, nextDue: () => silent }, ground);
    assert.match(await metrics.registry.metrics(), /^nhip_cau_storage_up 0$/m);
  });
});

describe('the watch on questions', () => {
  it('tells language, outcome and duration of each question, and nothing of its words', async () => {
    const log = new RecordingLog();
    let now = 1000;
    const watch = createQuestionLog('telegram', log, {
      now: () => {
        now += 2.5;
        return now;
      },
    });
    const talk = new Talk('vi', undefined, undefined, watch);
    await talk.say('Hiệp định Thương mại song phương được ký ở đâu?');
    await talk.say('giá vàng hôm nay', 'test:two');
    await talk.say('nói thêm đi', 'test:three');
    await talk.say('/help');
    assert.deepEqual(
      log.events,
      ['answered', 'abstained', 'nothing-more'].map((outcome) => ({
        event: 'question-answered',
        platform: 'telegram',
        language: 'vi',
        outcome,
        durationMs: 2.5,
      })),
    );
  });
});
