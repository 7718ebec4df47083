import { dayIn } from '../../src/core/dates/zones.ts';
import { fromRoot } from './project-path.ts';

// Answers the questions that the parent sends and tells how many seconds that took; with the compiled core, as the bot
// runs it. Without the parent it ends.
const COMPILED = new URL('../../dist/cli/load-knowledge.js', import.meta.url).href;
const core: typeof import('../../src/cli/load-knowledge.ts') = await import(COMPILED);
const today = dayIn('Asia/Ho_Chi_Minh', Date.now());
const { answerer } = core.loadKnowledge(fromRoot('knowledge'), today);
answerer.prepare();

process.on('message', (questions: readonly string[]) => {
  const started = performance.now();
  for (const question of questions) answerer.ask(question, { language: 'vi', today, limit: 5 });
  process.send?.((performance.now() - started) / 1000);
});
process.send?.('ready');
