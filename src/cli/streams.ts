import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';

/** Where a command reads and writes; a test hands in its own. */
export interface Streams {
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly errors: Writable;
}

/** Writes a line and waits while the reader at the other end is slower than we are. */
export async function writeLine(stream: Writable, line: string): Promise<void> {
  if (!stream.write(`${line}\n`) && !stream.destroyed) await once(stream, 'drain');
}

/** Tells a person at a terminal, who would otherwise face an empty screen, that it is their turn. */
export async function inviteToType(
  input: Streams['input'],
  errors: Writable,
  invitation: string,
): Promise<void> {
  if (input.isTTY === true) await writeLine(errors, invitation);
}

/**
 * Lines of the input as they come, without their ends (LF or CRLF); empty lines too. What is no UTF-8 shows as
 * U+FFFD; a byte-order mark in front is dropped. Only a newline ends a line: node's readline also takes U+2028 and a
 * lone CR, and would answer one question twice.
 */
export async function* readLines(input: Readable): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8');
  let pending: string[] = [];
  const finish = (end: string): string => {
    const line = [...pending, end].join('');
    pending = [];
    return line.endsWith('\r') ? line.slice(0, -1) : line;
  };
  for await (const chunk of input) {
    const text: string = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    const [first = '', ...rest] = text.split('\n');
    const last = rest.pop();
    if (last === undefined) {
      pending.push(first);
      continue;
    }
    yield finish(first);
    for (const line of rest) yield finish(line);
    pending.push(last);
  }
  pending.push(decoder.decode());
  if (pending.some((part) => part !== '')) yield finish('');
}
