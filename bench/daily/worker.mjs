// Sends daily posts with the real engine, storage and outboxes, all compiled, to local platforms. It says "ready" when
// it is loaded, begins when it is told its settings in one line, and works until it is ended, one way or the other.
// Plain JavaScript, as a process that has to read TypeScript first starts more than a second later.
import { createInterface } from 'node:readline';
import { Api } from 'grammy';
import { createPostEngine } from '../../dist/core/daily/post-engine.js';
import { openStorage } from '../../dist/infra/storage/open-storage.js';
import { systemClock } from '../../dist/infra/system/system-clock.js';
import { systemTimer } from '../../dist/infra/system/system-timer.js';
import * as discord from '../../dist/platforms/discord/client.js';
import * as discordOut from '../../dist/platforms/discord/outbox.js';
import * as discordPatience from '../../dist/platforms/discord/patience.js';
import { RefusalBudget } from '../../dist/platforms/discord/refusal-budget.js';
import * as discordSend from '../../dist/platforms/discord/send.js';
import { UNPACED } from '../../dist/platforms/telegram/limits.js';
import * as telegramOut from '../../dist/platforms/telegram/outbox.js';
import * as telegramSend from '../../dist/platforms/telegram/send.js';

const TOKEN = '123456789:AAF3hQm1xWv0dUeZk7nRtYpLsJcBg2OiE9M';
const stopping = new AbortController();
const ground = {
  clock: systemClock,
  timer: systemTimer,
  log: {
    write: (event) => {
      if (event.event === 'storage-failed') process.stderr.write(`${JSON.stringify(event)}\n`);
    },
  },
  signal: stopping.signal,
};

/** As the platform makes it. */
const telegramOutbox = (root) =>
  telegramOut.createOutbox(
    new telegramSend.Sender({
      ...ground,
      api: new Api(TOKEN, { apiRoot: root, sensitiveLogs: false, timeoutSeconds: 60 }),
      botName: () => 'BenchBot',
      paces: UNPACED,
    }),
  );

/** As the platform makes it, but for the gateway: what sends needs only the REST part of the client. */
function discordOutbox(root, perSecond) {
  const client = discord.createClient({
    apiRoot: `${root}/discord`,
    shards: { kind: 'auto' },
    makeRequest: discordPatience.patientRequests({
      ...ground,
      budget: new RefusalBudget(),
      onTokenRefused: () => {},
    }),
  });
  client.rest.setToken(TOKEN);
  // discord.js keeps to fifty requests a second by itself, which is too few where time runs faster.
  client.rest.options.globalRequestsPerSecond = Math.max(50, perSecond);
  const sender = new discordSend.Sender(client, { commandMention: () => undefined }, ground.log);
  return discordOut.createOutbox(() => ({ client, sender }));
}

async function composerOf(folder) {
  if (folder === undefined) {
    const replyOf = (day) => ({ language: 'en', blocks: [{ kind: 'text', text: day }] });
    return { compose: (_, day) => ({ kind: 'post', reply: replyOf(day) }) };
  }
  const { loadKnowledge } = await import('../../dist/cli/load-knowledge.js');
  const { createPostComposer } = await import('../../dist/core/daily/compose-post.js');
  const { dayIn } = await import('../../dist/core/dates/zones.js');
  const { timeline, answerer } = loadKnowledge(folder, dayIn('Asia/Ho_Chi_Minh', Date.now()));
  return createPostComposer(() => ({ timeline, library: answerer.library }));
}

async function work({ name, storage: choice, root, limits, options, knowledge }) {
  const composer = await composerOf(knowledge);
  const storage = await openStorage(choice);
  const engine = createPostEngine({
    ...ground,
    store: storage.subscriptions,
    ledger: storage.ledger,
    composer,
    outboxes: [
      { outbox: telegramOutbox(root), limits: limits.telegram, placeOf: telegramOut.placeOfAddress },
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
