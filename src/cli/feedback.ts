import type { Library } from '../core/knowledge/library.ts';
import type { CitationFeedback } from '../core/ports/feedback-store.ts';
import type { CommandLineContext } from './command-line-context.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { loadLibrary } from './load-knowledge.ts';
import { readFolderOption, readLimit, readOptions, refuseArguments } from './options.ts';
import { readStorage } from './storage-or-report.ts';
import { writeLine } from './streams.ts';

/** Citations listed unless --limit says otherwise. */
const DEFAULT_LIMIT = 20;

/** `nhip-cau feedback`: which citations people found wanting, worst first. */
export async function feedbackCommand(
  argv: readonly string[],
  { config, streams }: CommandLineContext,
): Promise<ExitCode> {
  const { values, positionals } = readOptions(argv, {
    json: { type: 'boolean' },
    knowledge: { type: 'string' },
    limit: { type: 'string' },
  });
  refuseArguments('feedback', positionals);
  const limit = readLimit(values.limit, DEFAULT_LIMIT);
  const { library } = loadLibrary(readFolderOption(values.knowledge) ?? config.knowledgeDirectory);
  const tally = await readStorage(config, ({ feedback }) => feedback.tally());
  for (const citation of tally.slice(0, limit)) {
    const line =
      values.json === true ? JSON.stringify(asJson(citation, library)) : inWords(citation, library);
    await writeLine(streams.output, line);
  }
  if (tally.length === 0 && values.json !== true)
    await writeLine(streams.output, 'Nobody has voted on a citation yet.');
  return EXIT.done;
}

function inWords({ handle, up, down }: CitationFeedback, library: Library): string {
  const found = library.sentence(handle);
  const said =
    found === undefined
      ? 'no longer in the knowledge'
      : `“${found.sentence.text}”\n    — ${found.document.title} (${found.document.id})`;
  return `👎 ${down}  👍 ${up}  [${handle}] ${said}`;
}

function asJson({ handle, up, down }: CitationFeedback, library: Library): Record<string, unknown> {
  const found = library.sentence(handle);
  return {
    handle,
    up,
    down,
    text: found?.sentence.text ?? null,
    document: found?.document.id ?? null,
  };
}
