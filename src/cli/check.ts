import type { CommandLineContext } from './command-line-context.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { loadLibrary } from './load-knowledge.ts';
import { readFolderOption, readOptions, refuseArguments } from './options.ts';
import { writeLine } from './streams.ts';

/** `nhip-cau check`: the editor's linter. */
export async function checkCommand(argv: readonly string[], context: CommandLineContext): Promise<ExitCode> {
  const { values, positionals } = readOptions(argv, { knowledge: { type: 'string' } });
  refuseArguments('check', positionals, 'Give the folder as --knowledge DIR.');
  const { library } = loadLibrary(readFolderOption(values.knowledge) ?? context.config.knowledgeDirectory);
  const sentences = library.documents.reduce(
    (sum, document) =>
      sum + document.paragraphs.reduce((count, paragraph) => count + paragraph.sentences.length, 0),
    0,
  );
  await writeLine(
    context.streams.output,
    `No problems: ${library.articles.length} articles, ${library.events.length} events, ${sentences} sentences.`,
  );
  return EXIT.done;
}
