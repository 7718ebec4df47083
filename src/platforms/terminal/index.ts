import { createInterface, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Chat } from '../../core/chat/chat.ts';
import type { ConversationRef, PersonRef, PlaceRef } from '../../core/chat/identity.ts';
import type { Block } from '../../core/chat/reply.ts';
import { wordsIn } from '../../core/chat/words/words.ts';
import type { Edtf } from '../../core/dates/edtf.ts';
import type { Library } from '../../core/knowledge/library.ts';
import type { Locale } from '../../core/locale.ts';
import type { Clock } from '../../core/ports/clock.ts';
import { completeCommand } from './complete.ts';
import { renderReply, widthFor } from './render.ts';
import { createStyle, type Style } from './style.ts';

/** What a terminal is made of. */
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

/** A conversation on a terminal. */
export interface Terminal {
  /** Talks until the input ends or the person says /quit. */
  run(): Promise<void>;
}

/** The first is the one that is told. */
const QUIT = ['/quit', '/exit', '/thoat', '/q'] as const;
/** Lines that the arrow keys bring back. */
const HISTORY = 200;
/** A terminal has one conversation with one person, who may do everything. */
const SPEAKER = {
  conversation: 'terminal:local' as ConversationRef,
  person: 'terminal:local' as PersonRef,
  place: 'terminal:local' as PlaceRef,
  isPrivate: true,
  mayManage: async () => true,
};

/** The bot on a terminal: line editing, history and tab completion on a real one, plain lines in a pipe. */
export function createTerminal(dependencies: TerminalDependencies): Terminal {
  return { run: () => converse(dependencies) };
}

async function converse(dependencies: TerminalDependencies): Promise<void> {
  const { chat, commandNames, clock, today, language, input, output, coloured } = dependencies;
  const interactive = input.isTTY === true && output.isTTY === true;
  const style = createStyle(coloured);
  const names = [...commandNames.map((name) => `/${name}`), ...QUIT];
  const lines = createInterface({
    input,
    ...(interactive ? { output } : {}),
    prompt: style.heading('❯ '),
    historySize: HISTORY,
    removeHistoryDuplicates: true,
    crlfDelay: Number.POSITIVE_INFINITY,
    completer: (line: string) => completeCommand(line, names),
  });
  const say = (text: string): void => {
    output.write(`${text}\n`);
  };
  if (interactive) {
    lines.on('SIGINT', () => abandonLine(lines));
    say(`${greeting(dependencies, style)}\n`);
    lines.prompt();
  }
  for await (const line of lines) {
    if (isQuit(line)) break;
    const now = clock.now();
    const reply = await chat.reply({ ...SPEAKER, text: line, language }, { now, today: today(now) });
    say(renderReply(reply, style, widthFor(output.columns)));
    if (interactive) {
      say('');
      lines.prompt();
    }
  }
  lines.close();
  if (interactive) say('');
}

function isQuit(line: string): boolean {
  const said = line.trim().toLowerCase();
  return QUIT.some((name) => name === said);
}

function greeting({ language, library, output }: TerminalDependencies, style: Style): string {
  const words = wordsIn(language);
  const sources = words.sourcesIntro(library.articles.length, library.events.length);
  const blocks: readonly Block[] = [
    { kind: 'heading', text: 'Nhịp Cầu' },
    { kind: 'text', text: words.helpIntro },
    { kind: 'text', text: `${sources} /help · ${QUIT[0]}` },
  ];
  return renderReply({ language, blocks }, style, widthFor(output.columns));
}

/** Ctrl-C: as in a shell it throws away what was typed; with nothing typed it ends the conversation. */
function abandonLine(lines: Interface): void {
  if (lines.line === '') {
    lines.close();
    return;
  }
  lines.write(null, { ctrl: true, name: 'e' });
  lines.write(null, { ctrl: true, name: 'u' });
}
