import type { Edtf } from '../core/dates/edtf.ts';
import { dayIn } from '../core/dates/zones.ts';
import { firstGapDay, GAP_DAYS } from '../core/gaps/keeping.ts';
import type { Gap } from '../core/ports/gap-store.ts';
import type { CommandLineContext } from './command-line-context.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { readLimit, readOptions, refuseArguments } from './options.ts';
import { readStorage } from './storage-or-report.ts';
import { writeLine } from './streams.ts';

/** Questions listed unless --limit says otherwise. */
const DEFAULT_LIMIT = 20;

/** `nhip-cau gaps`: questions that found no answer, most asked first. */
export async function gapsCommand(
  argv: readonly string[],
  { config, streams, clock }: CommandLineContext,
): Promise<ExitCode> {
  const { values, positionals } = readOptions(argv, {
    json: { type: 'boolean' },
    limit: { type: 'string' },
  });
  refuseArguments('gaps', positionals);
  const limit = readLimit(values.limit, DEFAULT_LIMIT);
  const today = dayIn(config.timeZone, clock.now());
  const gaps = await readStorage(config, (storage) => storage.gaps.list(firstGapDay(today)));
  for (const gap of gaps.slice(0, limit)) {
    await writeLine(streams.output, values.json === true ? JSON.stringify(asJson(gap)) : inWords(gap));
  }
  if (gaps.length === 0 && values.json !== true)
    await writeLine(streams.output, config.keepsUnanswered ? NONE : OFF);
  return EXIT.done;
}

const NONE = `No question has gone without an answer in the last ${GAP_DAYS} days.`;
const OFF = 'Questions without an answer are not kept. GAPS=on keeps them, and changes what people are told.';

function inWords({ question, language, count, firstDay, lastDay }: Gap): string {
  return `${count}×  “${question}”  [${language}] ${span(firstDay, lastDay)}`;
}

const span = (first: Edtf, last: Edtf): string => (first === last ? last : `${first} to ${last}`);

const asJson = ({ question, language, count, firstDay, lastDay }: Gap): Record<string, unknown> => ({
  question,
  language,
  count,
  first: firstDay,
  last: lastDay,
});
