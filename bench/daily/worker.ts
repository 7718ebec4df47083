// Sends daily posts with the real engine, storage and outboxes to local platforms. It says "ready" when it is loaded,
// begins when it is told its settings in one line, and works until it is ended, one way or the other.
import { createInterface } from 'node:readline';
import type { Client } from 'discord.js';
import { Api } from 'grammy';
import { createPostComposer, type PostComposer } from '../../src/core/daily/compose-post.ts';
import { createPostEngine } from '../../src/core/daily/post-engine.ts';
import { dayIn } from '../../src/core/dates/zones.ts';
import type { Outbox } from '../../src/core/ports/outbox.ts';
import { openStorage } from '../../src/infra/storage/open-storage.ts';
import { systemClock } from '../../src/infra/system/system-clock.ts';
import { systemTimer } from '../../src/infra/system/system-timer.ts';
import { createClient } from '../../src/platforms/discord/client.ts';
import { createOutbox as createDiscordOutbox } from '../../src/platforms/discord/outbox.ts';
import { patientRequests } from '../../src/platforms/discord/patience.ts';
import { RefusalBudget } from '../../src/platforms/discord/refusal-budget.ts';
import { Sender as DiscordSender } from '../../src/platforms/discord/send.ts';
import { UNPACED } from '../../src/platforms/telegram/limits.ts';
import { createOutbox as createTelegramOutbox, placeOfAddress } from '../../src/platforms/telegram/outbox.ts';
import { Sender as TelegramSender } from '../../src/platforms/telegram/send.ts';
import type { WorkerSettings } from './worker-settings.ts';

const TOKEN = '123456789:AAF3hQm1xWv0dUeZk7nRtYpLsJcBg2OiE9M';
const stopping = new AbortController();
const ground = {
  clock: systemClock,
  timer: systemTimer,
  log: {
    write: (event: { readonly event: string }) => {
      if (event.event === 'storage-failed') process.stderr.write(`${JSON.stringify(event)}\n`);
    },
  },
  signal: stopping.signal,
};

/** As the platform makes it. */
const telegramOutbox = (root: string): Outbox =>
  createTelegramOutbox(
    new TelegramSender({
      ...ground,
      api: new Api(TOKEN, { apiRoot: root, sensitiveLogs: false, timeoutSeconds: 60 }),
      botName: () => 'BenchBot',
      paces: UNPACED,
    }),
  );

/** As the platform makes it, but for the gateway: what sends needs only the REST part of the client. */
function discordOutbox(root: string, perSecond: number): Outbox {
  const client = createClient({
    apiRoot: `${root}/discord`,
    shards: { kind: 'auto' },
    makeRequest: patientRequests({ ...ground, budget: new RefusalBudget(), onTokenRefused: () => {} }),
  });
  client.rest.setToken(TOKEN);
  // discord.js keeps to fifty requests a second by itself, which is too few where time runs faster.
  client.rest.options.globalRequestsPerSecond = Math.max(50, perSecond);
  const sender = new DiscordSender(client, { commandMention: () => undefined }, ground.log);
  return createDiscordOutbox(() => ({ client: client as Client<true>, sender }));
}

async function composerOf(folder: string | undefined): Promise<PostComposer> {
  if (folder === undefined) {
    return {
      compose: (_, day) => ({
        kind: 'post',
        reply: { language: 'en', blocks: [{ kind: 'text', text: day }] },
      }),
    };
  }
  const { loadKnowledge } = await import('../../src/cli/load-knowledge.ts');
  const { timeline, answerer } = loadKnowledge(folder, dayIn('Asia/Ho_Chi_Minh', Date.now()));
  return createPostComposer(() => ({ timeline, library: answerer.library }));
}

async function work({ name, storage: choice, root, limits, options, knowledge }: WorkerSettings) {
  const composer = await composerOf(knowledge);
  const storage = await openStorage(choice);
  const engine = createPostEngine({
    ...ground,
    store: storage.subscriptions,
    ledger: storage.ledger,
    composer,
    outboxes: [
      { outbox: telegramOutbox(root), limits: limits.telegram, placeOf: placeOfAddress },
      { outbox: discordOutbox(root, limits.discord.perSecond), limits: limits.discord },
    ],
    worker: name,
    options,
  });
  process.stdout.write('working\n');
  await engine.run(stopping.signal);
  await engine.stop();
  await storage.close();
  process.exit();
}

process.on('SIGTERM', () => stopping.abort());
const lines = createInterface({ input: process.stdin });
lines.once('line', (line) => void work(JSON.parse(line)));
// Without whoever started it, it has nothing to do.
lines.once('close', () => process.exit());
process.stdout.write('ready\n');
