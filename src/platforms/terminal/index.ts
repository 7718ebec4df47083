import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Chat, ConversationRef } from '../../core/chat/chat.ts';
import { wordsIn } from '../../core/chat/words/words.ts';
import type { Edtf } from '../../core/dates/edtf.ts';
import type { Library } from '../../core/knowledge/library.ts';
import type { Locale } from '../../core/locale.ts';
import type { Clock } from '../../core/ports/clock.ts';
import { renderReply } from './render.ts';
import { createStyle } from './style.ts';

export interface TerminalDependencies {
  readonly chat: Chat;
  /** What the tab key completes after a slash. */
  readonly commandNames: readonly string[];
  readonly clock: Clock;
  /** The asker's day at a moment in milliseconds of the epoch. */
  readonly today: (now: number) => Edtf;
  readonly language: Locale;
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly coloured: boolean;
  readonly library: Library;
}

export interface Terminal {
  /** Talks until the input ends or the person says /quit. */
  run(): Promise<void>;
}

const QUIT = ['/quit', '/exit', '/thoat', '/q'];
const WIDEST = 100;
const CONVERSATION = 'terminal:local' as ConversationRef;

/** The bot on a terminal: line editing, history and tab completion on a real one, plain lines in a pipe. */
export function createTerminal(dependencies: TerminalDependencies): Terminal {
  return { run: () => converse(dependencies) };
}

async function converse({
  chat,
  commandNames,
  clock,
  today,
  language,
  input,
  output,
  coloured,
  library,
}: TerminalDependencies): Promise<void> {
  const interactive = input.isTTY === true && output.isTTY === true;
  const style = createStyle(coloured);
  const lines = createInterface({
    input,
    ...(interactive ? { output } : {}),
    prompt: style.heading('❯ '),
    historySize: 200,
    crlfDelay: Number.POSITIVE_INFINITY,
    completer: (line: string): [string[], string] => [
      commandNames.map((name) => `/${name}`).filter((name) => name.startsWith(line)),
      line,
    ],
  });
  const say = (text: string): void => {
    output.write(`${text}\n`);
  };
  if (interactive) {
    const words = wordsIn(language);
    say(style.heading('Nhịp Cầu'));
    say(words.helpIntro);
    say(style.faint(`${words.sourcesIntro(library.articles.length, library.events.length)} /help · /quit`));
    say('');
    lines.prompt();
  }
  for await (const line of lines) {
    if (QUIT.includes(line.trim().toLowerCase())) break;
    const now = clock.now();
    const reply = chat.reply(
      { text: line, conversation: CONVERSATION, language },
      { now, today: today(now) },
    );
    say(renderReply(reply, style, Math.min(output.columns ?? WIDEST, WIDEST)));
    if (interactive) {
      say('');
      lines.prompt();
    }
  }
  lines.close();
  if (interactive) say('');
}
