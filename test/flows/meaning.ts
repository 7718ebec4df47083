import { createCommandRegistry } from '../../src/core/chat/commands/registry.ts';

/** What a person sees after a step, freed from how the platform shows it. */
export interface Seen {
  /** Words and numbers in their order; no markup, quotes, addresses, citation handles or signs. */
  readonly words: string;
  /** What is offered to be said next. */
  readonly choices: readonly string[];
  /** What else can be pressed; absent on a platform without buttons. */
  readonly buttons?: readonly string[];
}

const registry = createCommandRegistry();

/** The words of a text that is free of markup. A command has one name, whichever of them a platform shows. */
export function wordsOf(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/https?:\/\/[^\s>)]+/g, ' ')
    .replace(/\[[\da-z]{5,6}\]/g, ' ');
  const words = plain.match(/(?<![\p{L}\p{N}])\/[\p{L}\p{N}]+|[\p{L}\p{N}]+/gu) ?? [];
  return words
    .map((word) => {
      const command = word.startsWith('/') ? registry.find(word.slice(1)) : undefined;
      return command === undefined ? word.toLowerCase() : `/${command.name}`;
    })
    .join(' ');
}

/** Discord's markdown as the text that it shows, without the small print that only Discord has. */
export const shownMarkdown = (markdown: string): string =>
  markdown
    .replace(/^-# .*$/gm, '')
    .replace(/<\/([^:>]+):\d+>/g, '/$1')
    .replace(/\[((?:\\.|[^\]\\])*)\]\(<[^>]*>\)/g, '$1')
    .replace(/\\(.)/g, '$1');

/** A reply on a terminal: lines that offer something to say begin with "›" and may go on below. */
export function readTerminal(reply: string): Seen {
  const choice = /^ {2}› (.*(?:\n {4}.*)*)$/gm;
  return {
    words: wordsOf(reply.replace(choice, '')),
    choices: [...reply.matchAll(choice)].map(([, offered = '']) =>
      offered.replace(/\s+/g, ' ').replace(/ \(\/.*\)$/, ''),
    ),
  };
}
