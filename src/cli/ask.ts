import type { Answer } from '../core/answer/answer.ts';
import type { Answerer } from '../core/answer/answerer.ts';
import { type Topic, topicAfter } from '../core/answer/topic.ts';
import { replyToAnswer } from '../core/chat/answer-reply.ts';
import type { Reply } from '../core/chat/reply.ts';
import type { Edtf } from '../core/dates/edtf.ts';
import { dayIn } from '../core/dates/zones.ts';
import type { Locale } from '../core/locale.ts';
import { cleanText } from '../platforms/terminal/render.ts';
import { answerJson } from './answer-json.ts';
import type { CommandLineContext } from './command-line-context.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { loadKnowledge } from './load-knowledge.ts';
import { readFolderOption, readLanguage, readLimit, readOptions } from './options.ts';
import { createReplyRenderer } from './reply-renderer.ts';
import { inviteToType, readLines, writeLine } from './streams.ts';

/** Passages in --json unless --limit says otherwise. */
const DEFAULT_LIMIT = 10;

/** `nhip-cau ask`: one question from the arguments, or one a line from standard input. */
export async function askCommand(argv: readonly string[], context: CommandLineContext): Promise<ExitCode> {
  const { values, positionals } = readOptions(argv, {
    json: { type: 'boolean' },
    conversation: { type: 'boolean' },
    knowledge: { type: 'string' },
    limit: { type: 'string' },
    language: { type: 'string' },
  });
  const language = readLanguage(values.language) ?? context.config.language;
  const limit = readLimit(values.limit, DEFAULT_LIMIT);
  const today = dayIn(context.config.timeZone, context.clock.now());
  const { answerer } = loadKnowledge(
    readFolderOption(values.knowledge) ?? context.config.knowledgeDirectory,
    today,
  );
  const { output, input, errors } = context.streams;
  const asker = new Asker(answerer, { language, today, limit, conversation: values.conversation === true });

  if (positionals.length > 0) {
    const question = positionals.join(' ');
    const answer = asker.ask(question);
    const text =
      values.json === true
        ? JSON.stringify(answerJson(question, answer))
        : createReplyRenderer(context)(replyToAnswer(answer, answerer.library));
    await writeLine(output, text);
    return EXIT.done;
  }
  await inviteToType(input, errors, 'Type one question a line; Ctrl-D ends.');
  for await (const question of readLines(input)) {
    const answer = asker.ask(question);
    await writeLine(
      output,
      values.json === true
        ? JSON.stringify(answerJson(question, answer))
        : oneLine(replyToAnswer(answer, answerer.library)),
    );
  }
  return EXIT.done;
}

interface AskerOptions {
  readonly language: Locale;
  readonly today: Edtf;
  readonly limit: number;
  /** Whether each question may follow up the one before. */
  readonly conversation: boolean;
}

/** Asks one question after the other, with or without memory. */
class Asker {
  readonly #answerer: Answerer;
  readonly #options: AskerOptions;
  #topic: Topic | undefined;

  constructor(answerer: Answerer, options: AskerOptions) {
    this.#answerer = answerer;
    this.#options = options;
  }

  ask(question: string): Answer {
    const { language, today, limit, conversation } = this.#options;
    const topic = conversation ? this.#topic : undefined;
    const answer = this.#answerer.ask(question, {
      language,
      today,
      limit,
      ...(topic === undefined ? {} : { topic }),
    });
    this.#topic = topicAfter(answer, this.#topic);
    return answer;
  }
}

/**
 * A reply on one line: the few words, the sentence, its handle, and in parentheses what a reader must know to trust it
 * rightly. Suggestions need a reader who can choose, so they are left out.
 */
function oneLine({ blocks }: Reply): string {
  const said = blocks.find((block) => block.kind === 'text');
  const parts = blocks.flatMap((block): readonly string[] => {
    switch (block.kind) {
      case 'direct':
        return [`${block.text} —`];
      case 'quote':
        return [block.text];
      case 'citation':
        return [`[${block.handle}]`];
      case 'notice':
        return [`(${block.text})`];
      default:
        return block === said ? [said.text] : [];
    }
  });
  return cleanText(parts.join(' ')).replaceAll('\n', ' ');
}
