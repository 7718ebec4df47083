import { checkLibrary } from '../core/check/check-library.ts';
import { dayCoverage } from '../core/check/day-coverage.ts';
import type { Finding } from '../core/check/finding.ts';
import { dayIn } from '../core/dates/zones.ts';
import type { Library } from '../core/knowledge/library.ts';
import type { CommandLineContext } from './command-line-context.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { loadLibrary } from './load-knowledge.ts';
import { readFolderOption, readOptions, refuseArguments } from './options.ts';
import { writeLine } from './streams.ts';

/** `nhip-cau check`: the editor's linter. */
export async function checkCommand(argv: readonly string[], context: CommandLineContext): Promise<ExitCode> {
  const { values, positionals } = readOptions(argv, {
    knowledge: { type: 'string' },
    coverage: { type: 'boolean' },
    json: { type: 'boolean' },
  });
  refuseArguments('check', positionals, 'Give the folder as --knowledge DIR.');
  const { config, clock, streams } = context;
  const { library, files } = loadLibrary(readFolderOption(values.knowledge) ?? config.knowledgeDirectory);
  const findings = checkLibrary(library, files, { today: dayIn(config.timeZone, clock.now()) });
  const coverage = dayCoverage(library.events);
  if (values.json === true) {
    await writeLine(streams.output, JSON.stringify({ ...sizeOf(library), findings, coverage }));
  } else {
    for (const finding of findings) await writeLine(streams.output, wordFinding(finding));
    await writeLine(streams.output, summary(library, findings.length));
    if (values.coverage === true) await writeLine(streams.output, wordCoverage(coverage));
  }
  return findings.length === 0 ? EXIT.done : EXIT.badKnowledgeOrConfiguration;
}

interface Size {
  readonly articles: number;
  readonly events: number;
  readonly sentences: number;
}

const sizeOf = ({ articles, events, documents }: Library): Size => ({
  articles: articles.length,
  events: events.length,
  sentences: documents.reduce(
    (sum, document) =>
      sum + document.paragraphs.reduce((count, { sentences }) => count + sentences.length, 0),
    0,
  ),
});

const wordFinding = ({ file, line, rule, message, remedy, subject }: Finding): string =>
  `${file}:${line}: ${message} [${rule}: ${subject}]\n    → ${remedy}`;

function summary(library: Library, findings: number): string {
  const { articles, events, sentences } = sizeOf(library);
  const size = `${articles} articles, ${events} events, ${sentences} sentences`;
  return findings === 0
    ? `No problems: ${size}.`
    : `${findings} ${findings === 1 ? 'finding' : 'findings'} in ${size}.`;
}

function wordCoverage({ covered, missing, events }: ReturnType<typeof dayCoverage>): string {
  const head = `${covered} of ${covered + missing.length} calendar days have an event; ${events} events are dated to the day.`;
  return missing.length === 0 ? head : `${head}\nWithout one: ${missing.join(', ')}`;
}
