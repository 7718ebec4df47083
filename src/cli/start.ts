import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import type { Config } from '../config.ts';
import { createCommandRegistry } from '../core/chat/commands/registry.ts';
import type { PlatformEnd } from '../core/chat/platform-end.ts';
import { createPostComposer } from '../core/daily/compose-post.ts';
import type { DailyService } from '../core/daily/daily-service.ts';
import { createPostEngine, type PostEngine } from '../core/daily/post-engine.ts';
import type { Edtf } from '../core/dates/edtf.ts';
import { dayIn } from '../core/dates/zones.ts';
import { describeFault } from '../core/describe-fault.ts';
import { createGapKeeping } from '../core/gaps/gap-keeping.ts';
import type { Log } from '../core/ports/log.ts';
import { createLiveKnowledge, type LiveKnowledge } from '../infra/files/live-knowledge.ts';
import type { Storage } from '../infra/storage/open-storage.ts';
import { systemTimer } from '../infra/system/system-timer.ts';
import { within } from '../infra/system/within.ts';
import { chatCommand } from './chat.ts';
import type { CommandLineContext } from './command-line-context.ts';
import { createChats } from './create-chats.ts';
import { createPlatforms, type Platform, platformsOf } from './create-platforms.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { type LoadedKnowledge, loadKnowledge } from './load-knowledge.ts';
import { type OperatorDesk, openOperatorDesk } from './operator-desk.ts';
import { readFolderOption, readLanguage, readOptions, refuseArguments } from './options.ts';
import { StartWatch, wordSummary } from './start-summary.ts';
import { Stopping } from './stopping.ts';
import { openStorageOrReport } from './storage-or-report.ts';
import { writeLine } from './streams.ts';

/** A storage that does not let go is left behind. */
const CLOSE_PATIENCE_MS = 3000;

/** `nhip-cau start`: every platform there is a token for; with none, the bot in this terminal. */
export async function startCommand(argv: readonly string[], context: CommandLineContext): Promise<ExitCode> {
  const { config } = context;
  if (config.telegram === undefined && config.discord === undefined) return chatCommand(argv, context);
  const { values, positionals } = readOptions(argv, {
    knowledge: { type: 'string' },
    language: { type: 'string' },
  });
  refuseArguments('start', positionals, 'Settings come from the environment; see .env.example.');
  const language = readLanguage(values.language) ?? config.language;
  const folder = readFolderOption(values.knowledge) ?? config.knowledgeDirectory;
  return serve({ ...config, language, knowledgeDirectory: folder }, context);
}

async function serve(config: Config, context: CommandLineContext): Promise<ExitCode> {
  const { clock } = context;
  const today = (): Edtf => dayIn(config.timeZone, clock.now());
  let loaded: LoadedKnowledge | undefined = loadKnowledge(config.knowledgeDirectory, today());
  // The index is built and the dates of sentences are read now, not while the first person waits.
  loaded.answerer.prepare();
  loaded.timeline.all(today());
  const storage = await openStorageOrReport(config);
  try {
    const platforms = platformsOf(config);
    const log = await createLog(config, context);
    const desk = await openOperatorDesk({
      http: config.http,
      platforms,
      storage,
      log,
      clock,
      timer: systemTimer,
    });
    try {
      const nextDue = await storage.subscriptions.nextDue();
      const watched = new StartWatch(desk.log, platforms, (states) => {
        const { library } = live.current().answerer;
        const facts = { config, library, nextDue, operator: desk.address };
        void writeLine(context.streams.output, wordSummary(facts, states));
      });
      const live = createLiveKnowledge({
        directory: config.knowledgeDirectory,
        first: loaded,
        today,
        log: watched,
        timer: systemTimer,
      });
      // This function is under way as long as the bot runs, and would hold the first knowledge all the time.
      loaded = undefined;
      return await runAll(config, live, { storage, desk, log: watched, context });
    } finally {
      await desk.close();
    }
  } finally {
    await within(storage.close(), CLOSE_PATIENCE_MS, systemTimer);
  }
}

interface Ground {
  readonly storage: Storage;
  readonly desk: OperatorDesk;
  readonly log: Log;
  readonly context: CommandLineContext;
}

async function runAll(config: Config, live: LiveKnowledge, ground: Ground): Promise<ExitCode> {
  const { storage, desk, log, context } = ground;
  const { clock } = context;
  const knowledge = live.current;
  const registry = createCommandRegistry();
  const gaps = createGapKeeping({
    isOn: config.keepsUnanswered,
    store: storage.gaps,
    timer: systemTimer,
    log,
    today: () => dayIn(config.timeZone, clock.now()),
  });
  const sendTest: DailyService['sendTest'] = (subscription) => engine.sendTest(subscription);
  const chatOn = createChats({
    config,
    knowledge,
    registry,
    sendTest,
    storage,
    feedback: desk.feedback,
    ...(gaps.watch === undefined ? {} : { watch: gaps.watch }),
    log,
    clock,
  });
  const platforms = await createPlatforms({
    config,
    chatOn,
    registry,
    knowledge,
    storage,
    log,
    clock,
  });
  const engine: PostEngine = createPostEngine({
    store: storage.subscriptions,
    ledger: storage.ledger,
    composer: createPostComposer(() => {
      const { timeline, answerer } = knowledge();
      return { timeline, library: answerer.library };
    }),
    outboxes: platforms.map(({ route }) => route),
    clock,
    timer: systemTimer,
    log,
    worker: `${hostname()}-${process.pid}-${randomBytes(4).toString('hex')}`,
    tell: async (person, reply) => {
      // Each platform tells only its own people.
      for (const platform of platforms) await platform.tell(person, reply);
    },
  });
  const stopping = new Stopping(systemTimer);
  stopping.signal.addEventListener('abort', () => {
    desk.stopping();
    for (const platform of platforms) void platform.stop();
  });
  let faults = 0;
  context.onStopRequest(() => {
    void writeLine(context.streams.output, 'Stopping; a second signal ends at once.');
    stopping.request();
  });
  context.onFault((error) => {
    faults += 1;
    log.write({ event: 'process-failed', reason: describeFault(error) });
    stopping.request();
  });
  const background = new AbortController();
  const posting = engine.run(background.signal);
  const following = live.run(background.signal);
  const keeping = gaps.run(background.signal);
  const work = async (): Promise<ExitCode> => {
    const ends = await Promise.all(platforms.map((platform) => runPlatform(platform, log)));
    background.abort();
    await engine.stop();
    await Promise.all([posting, following, within(keeping, CLOSE_PATIENCE_MS, systemTimer)]);
    if (ends.includes('unfinished')) return EXIT.unfinished;
    return ends.includes('stopped') ? EXIT.done : EXIT.badKnowledgeOrConfiguration;
  };
  const end = await Promise.race([work(), stopping.late]);
  stopping.end();
  if (faults > 0) return EXIT.failed;
  return end === 'late' ? EXIT.unfinished : end;
}

async function createLog(
  { logFormat, logLevel }: Config,
  { streams, clock }: CommandLineContext,
): Promise<Log> {
  const { createEventLog } = await import('../infra/system/event-log.ts');
  const isTerminal = 'isTTY' in streams.errors && streams.errors.isTTY === true;
  const format = logFormat === 'auto' ? (isTerminal ? 'text' : 'json') : logFormat;
  return createEventLog({
    format,
    clock,
    debug: logLevel === 'debug',
    write: (line) => void streams.errors.write(line),
  });
}

/** One platform's end is no reason for another to stop. */
async function runPlatform(platform: Platform, log: Log): Promise<PlatformEnd['kind']> {
  const end = await platform.run();
  if (end.kind === 'refused') {
    log.write({ event: 'platform-refused', platform: platform.name, reason: end.reason });
  } else {
    log.write({ event: 'platform-offline', platform: platform.name, reason: end.kind });
  }
  return end.kind;
}
