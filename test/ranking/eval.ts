/**
 * `npm run eval -- [--floor] [--misses] [--json] [PATH…]`: how well questions are answered, class by class. Without a
 * PATH the project's own questions; a PATH is a `.jsonl` file of questions on the bot's own knowledge, or a folder
 * with `articles.jsonl` and `questions.jsonl`. Ends with 1 when a measure is below `floor.json` or something cannot be
 * read, with 2 on wrong usage.
 */
import { parseArgs } from 'node:util';
import { EXIT, type ExitCode, ReportError } from '../../src/cli/exit-code.ts';
import { parseEdtf } from '../../src/core/dates/edtf.ts';
import { belowFloor, readFloors } from './floor.ts';
import { renderMisses } from './misses.ts';
import { OWN_SETS, type SetResult, SetRunner } from './sets.ts';
import { type Summary, summariseByGroup } from './summary.ts';
import { renderTable } from './table.ts';

const USAGE = 'Usage: npm run eval -- [--floor] [--misses] [--json] [PATH…]';

/** The askers' day: fixed, so that a run tomorrow measures the same. */
const TODAY = '2026-11-21';

type Summaries = ReadonlyMap<string, ReadonlyMap<string, Summary>>;

const print = (text: string): void => void process.stdout.write(`${text}\n`);
const complain = (text: string): void => void process.stderr.write(`${text}\n`);

function main(argv: readonly string[]): ExitCode {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { floor: { type: 'boolean' }, misses: { type: 'boolean' }, json: { type: 'boolean' } },
  });
  const today = parseEdtf(TODAY);
  if (today === undefined) throw new TypeError(`Expected a date, got ${TODAY}`);
  const runner = new SetRunner(today);
  const results = (positionals.length > 0 ? positionals : OWN_SETS).flatMap((path) => runner.run(path));
  const summaries: Summaries = new Map(
    results.map(({ name, outcomes }) => [name, summariseByGroup(outcomes)]),
  );
  if (values.json === true) print(JSON.stringify(toJson(summaries), undefined, 2));
  else printTables(results, summaries, values.misses === true);
  return values.floor === true ? checkFloor(summaries, positionals.length > 0) : EXIT.done;
}

function printTables(results: readonly SetResult[], summaries: Summaries, misses: boolean): void {
  for (const { name, outcomes } of results) {
    if (misses) print(`${name}, misses\n\n${renderMisses(outcomes)}\n`);
    print(`${renderTable(name, summaries.get(name) ?? new Map())}\n`);
  }
}

const toJson = (summaries: Summaries): unknown =>
  Object.fromEntries([...summaries].map(([set, groups]) => [set, Object.fromEntries(groups)]));

/** Where the person chose what to run, the floors of other sets are no concern. */
function checkFloor(summaries: Summaries, chosen: boolean): ExitCode {
  const floors = readFloors(new URL('floor.json', import.meta.url));
  const complaints = belowFloor(chosen ? floors.filter(({ set }) => summaries.has(set)) : floors, summaries);
  for (const complaint of complaints) complain(complaint);
  return complaints.length === 0 ? EXIT.done : EXIT.badKnowledgeOrConfiguration;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  if (error instanceof ReportError) {
    complain(error.message);
    process.exitCode = EXIT.badKnowledgeOrConfiguration;
  } else if (error instanceof TypeError && 'code' in error) {
    // parseArgs tells what it did not understand.
    complain(`${error.message}\n${USAGE}`);
    process.exitCode = EXIT.wrongUsage;
  } else {
    throw error;
  }
}
