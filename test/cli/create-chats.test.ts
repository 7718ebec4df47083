import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createChats } from '../../src/cli/create-chats.ts';
import { type Config, readConfig } from '../../src/config.ts';
import { Answerer } from '../../src/core/answer/answerer.ts';
import { TimelineLookup } from '../../src/core/answer/timeline-lookup.ts';
import { createCommandRegistry } from '../../src/core/chat/commands/registry.ts';
import type { ConversationRef, PersonRef, PlaceRef } from '../../src/core/chat/identity.ts';
import type { WatchedQuestion } from '../../src/core/ports/question-watch.ts';
import { openStorage } from '../../src/infra/storage/open-storage.ts';
import { NOON_MS, TINY_LIBRARY, TODAY } from '../core/chat/tiny-chat.ts';
import { RecordingLog } from '../support/recording-log.ts';

const UNKNOWN = 'giá vàng hôm nay';

function usualConfig(): Config {
  const reading = readConfig({}, '/shipped');
  return reading.kind === 'config' ? reading.config : assert.fail();
}

describe('the chats of all platforms', () => {
  it('have their questions logged by platform, and watched without', async () => {
    const [log, watched] = [new RecordingLog(), [] as WatchedQuestion[]];
    const storage = await openStorage({ kind: 'memory' });
    const knowledge = {
      answerer: new Answerer(TINY_LIBRARY, TODAY),
      timeline: new TimelineLookup(TINY_LIBRARY, TODAY),
    };
    const chatOn = createChats({
      config: usualConfig(),
      knowledge: () => knowledge,
      registry: createCommandRegistry(),
      sendTest: () => assert.fail(),
      storage,
      feedback: storage.feedback,
      watch: { keepsUnanswered: true, begin: () => (question) => watched.push(question) },
      log,
      clock: { now: () => NOON_MS },
    });
    for (const platform of ['telegram', 'discord']) {
      const speaker = {
        conversation: `${platform}:1` as ConversationRef,
        person: `${platform}:1` as PersonRef,
        place: `${platform}:1` as PlaceRef,
        isPrivate: true,
        language: 'vi' as const,
        mayManage: async () => true,
      };
      await chatOn(platform).reply({ ...speaker, text: UNKNOWN }, { now: NOON_MS, today: TODAY });
    }
    assert.deepEqual(
      log.of('question-answered').map(({ platform, outcome }) => [platform, outcome]),
      [
        ['telegram', 'abstained'],
        ['discord', 'abstained'],
      ],
    );
    const question = { text: UNKNOWN, language: 'vi', outcome: 'abstained', day: TODAY };
    assert.deepEqual(watched, [question, question]);
  });
});
