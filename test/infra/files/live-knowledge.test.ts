import assert from 'node:assert/strict';
import { appendFileSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { loadKnowledge } from '../../../src/cli/load-knowledge.ts';
import { Chat } from '../../../src/core/chat/chat.ts';
import { createCommandRegistry } from '../../../src/core/chat/commands/registry.ts';
import type { ConversationRef, PersonRef, PlaceRef } from '../../../src/core/chat/identity.ts';
import { createPostComposer } from '../../../src/core/daily/compose-post.ts';
import type { KnowledgeBuilder } from '../../../src/infra/files/knowledge-builder.ts';
import { createLiveKnowledge, type LiveKnowledge } from '../../../src/infra/files/live-knowledge.ts';
import { MemoryFeedbackStore } from '../../../src/infra/storage/memory/memory-feedback-store.ts';
import { MemoryPreferenceStore } from '../../../src/infra/storage/memory/memory-preference-store.ts';
import { systemTimer } from '../../../src/infra/system/system-timer.ts';
import { tinyFolder } from '../../cli/tiny-folder.ts';
import { quotes, TODAY } from '../../core/chat/tiny-chat.ts';
import { RecordingLog } from '../../support/recording-log.ts';

const QUESTION = 'Hiệp định Thương mại song phương được ký ở đâu?';
const NEWS = '\nTổng thống Joe Biden thăm Hà Nội vào tháng 9 năm 2023.\n';
const NEW_QUESTION = 'Joe Biden thăm Hà Nội khi nào?';

interface Opened {
  readonly folder: string;
  readonly article: string;
  readonly log: RecordingLog;
  readonly live: LiveKnowledge;
  ask(question: string): Promise<readonly string[]>;
  /** What is quoted in answer once this many states were loaded. */
  stop(): Promise<void>;
}

function open(t: TestContext, builder?: KnowledgeBuilder): Opened {
  const folder = tinyFolder();
  const log = new RecordingLog();
  const live = createLiveKnowledge({
    directory: folder,
    first: loadKnowledge(folder, TODAY),
    today: () => TODAY,
    log,
    timer: systemTimer,
    ...(builder === undefined ? {} : { builder }),
  });
  const chat = new Chat({
    knowledge: live.current,
    registry: createCommandRegistry(),
    preferences: new MemoryPreferenceStore(),
    feedback: new MemoryFeedbackStore(),
    random: () => 0,
  });
  const stopping = new AbortController();
  const running = live.run(stopping.signal);
  const stop = async (): Promise<void> => {
    stopping.abort();
    await running;
  };
  t.after(stop);
  let asked = 0;
  const ask = async (text: string) => {
    asked += 1;
    const conversation = `c${asked}` as ConversationRef;
    const reply = await chat.reply(
      {
        text,
        conversation,
        person: 'p' as PersonRef,
        place: 'p' as PlaceRef,
        isPrivate: true,
        language: 'vi',
        mayManage: async () => true,
      },
      { now: 0, today: TODAY },
    );
    return quotes(reply);
  };
  return { folder, article: join(folder, 'articles/quan-he.md'), log, live, ask, stop };
}

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('knowledge that follows its folder', () => {
  it('is what was loaded at the start, and told so', async (t) => {
    const { log, ask } = open(t);
    assert.match((await ask(QUESTION)).join(), /Washington/);
    await log.until('knowledge-loaded');
    const [loaded] = log.of('knowledge-loaded');
    assert.deepEqual([loaded?.articles, loaded?.events], [1, 1]);
    assert.match(loaded?.version ?? '', /^[0-9a-f]{12}$/);
  });

  it('answers every question while edits are taken up, and from the new text afterwards', async (t) => {
    const { article, log, ask } = open(t);
    let reloading = true;
    const asking = (async () => {
      let count = 0;
      for (; reloading; count += 1) {
        assert.match((await ask(QUESTION)).join(), /Washington/);
        await turn();
      }
      return count;
    })();
    assert.deepEqual(await ask(NEW_QUESTION), []);
    appendFileSync(article, NEWS);
    await log.until('knowledge-loaded', 2);
    assert.match((await ask(NEW_QUESTION)).join(), /Joe Biden thăm Hà Nội vào tháng 9 năm 2023/);
    for (const states of [3, 4]) {
      appendFileSync(article, `\nĐoàn thứ ${states} đến thăm Huế.\n`);
      await log.until('knowledge-loaded', states);
    }
    reloading = false;
    assert.ok((await asking) > 0);
    assert.deepEqual(log.of('knowledge-broken'), []);
  });

  it('is let go of once something else is served', async (t) => {
    const { article, live, log, ask } = open(t);
    const knowledge = () => ({ timeline: live.current().timeline, library: live.current().answerer.library });
    const composer = createPostComposer(knowledge);
    composer.compose({ language: 'vi', topics: [], emptyDays: 'skip' }, TODAY);
    await ask(QUESTION);
    const first = new WeakRef(live.current().answerer.library);
    appendFileSync(article, NEWS);
    await log.until('knowledge-loaded', 2);
    for (let tries = 0; tries < 20 && first.deref() !== undefined; tries += 1) {
      await turn();
      collectGarbage();
    }
    assert.equal(first.deref(), undefined);
    // Nothing of all this has been given up before.
    assert.equal(composer.compose({ language: 'vi', topics: [], emptyDays: 'skip' }, TODAY).kind, 'empty');
  });

  it('stays as it was under a broken edit, which is told with file and line, until it is mended', async (t) => {
    const { article, log, ask } = open(t);
    const text = readFileSync(article, 'utf8');
    writeFileSync(article, text.replace('language: vi', 'language: fr'));
    await log.until('knowledge-broken');
    const [broken] = log.of('knowledge-broken');
    assert.equal(broken?.count, 1);
    assert.deepEqual([broken?.problems[0]?.file, broken?.problems[0]?.line], ['articles/quan-he.md', 4]);
    assert.match((await ask(QUESTION)).join(), /Washington/);
    writeFileSync(article, text + NEWS);
    await log.until('knowledge-loaded', 2);
    assert.match((await ask(NEW_QUESTION)).join(), /2023/);
  });

  it('is told to be sound again when a broken edit is taken back', async (t) => {
    const { article, log } = open(t);
    const text = readFileSync(article, 'utf8');
    writeFileSync(article, text.replace('language: vi', 'language: fr'));
    await log.until('knowledge-broken');
    writeFileSync(article, text);
    await log.until('knowledge-loaded', 2);
    const [first, second] = log.of('knowledge-loaded');
    assert.equal(second?.version, first?.version);
  });

  it('survives a folder that is gone for a while, and files that are renamed into their place', async (t) => {
    const { folder, article, log, ask } = open(t);
    renameSync(folder, `${folder}-away`);
    t.after(() => rmSync(`${folder}-away`, { recursive: true, force: true }));
    await log.until('knowledge-broken');
    assert.match((await ask(QUESTION)).join(), /Washington/);
    renameSync(`${folder}-away`, folder);
    await log.until('knowledge-loaded', 2);
    writeFileSync(`${article}.tmp`, readFileSync(article, 'utf8') + NEWS);
    renameSync(`${article}.tmp`, article);
    await log.until('knowledge-loaded', 3);
    assert.match((await ask(NEW_QUESTION)).join(), /2023/);
  });

  it('goes on when the thread that reads it dies', async (t) => {
    const deaths = [new Error('out of memory')];
    const builder: KnowledgeBuilder = {
      build: async () => {
        const death = deaths.pop();
        if (death !== undefined) throw death;
        return { kind: 'unchanged' };
      },
      close: async () => undefined,
    };
    const { article, log, ask } = open(t, builder);
    await log.until('knowledge-broken');
    assert.match(log.of('knowledge-broken')[0]?.problems[0]?.message ?? '', /^Reading the folder failed/);
    assert.match((await ask(QUESTION)).join(), /Washington/);
    appendFileSync(article, NEWS);
    await log.until('knowledge-loaded', 2);
  });
});
