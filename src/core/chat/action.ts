import type { Span } from '../answer/answer.ts';
import { type Handle, parseHandle } from '../knowledge/handle.ts';
import { isLocale, type Locale } from '../locale.ts';
import { VOTES, type Vote } from '../ports/feedback-store.ts';

/** A quoted sentence as it is shown, small enough to be remade from a button. */
export interface Card {
  /** The sentence alone, or among its neighbours. */
  readonly view: 'quote' | 'context';
  readonly handle: Handle;
  /** Of the bot's own words around it. */
  readonly language: Locale;
  /** The part of the sentence that is the direct answer. */
  readonly direct?: Span;
  /** Further passages on the same question, best first. */
  readonly others: readonly Handle[];
}

/** Something a person can ask for with one press below a reply. All that it takes is in the button itself. */
export type Action =
  /** Shows a card in place of the reply. */
  | { readonly kind: 'show'; readonly card: Card }
  /** Says further passages beside the reply. */
  | { readonly kind: 'results'; readonly language: Locale; readonly handles: readonly Handle[] }
  | { readonly kind: 'vote'; readonly handle: Handle; readonly vote: Vote }
  /** Shows another page of what a command told, in place of the reply. */
  | {
      readonly kind: 'page';
      readonly command: string;
      readonly argument: string;
      /** The first is 1. */
      readonly page: number;
      readonly language: Locale;
    }
  /** The same as typing `text`. */
  | { readonly kind: 'say'; readonly text: string };

/** A button below a reply. */
export interface ReplyButton {
  readonly label: string;
  readonly action: Action;
}

/** What every platform can keep in a button, in bytes of UTF-8: Telegram's limit, the lowest. */
export const MAXIMUM_ACTION_BYTES = 64;

const byteLength = (text: string): number => new TextEncoder().encode(text).length;
/** A unit of UTF-16 takes at least one byte, and one of ASCII, as in nearly all of ours, no more than that. */
const fits = (encoded: string): boolean =>
  encoded.length <= MAXIMUM_ACTION_BYTES && (isAscii(encoded) || byteLength(encoded) <= MAXIMUM_ACTION_BYTES);
const isAscii = (text: string): boolean => /^[ -~]*$/.test(text);

/** An action as a short text that survives a restart; `undefined` when it does not fit into a button. */
export function encodeAction(action: Action): string | undefined {
  const encoded = encode(action);
  return fits(encoded) ? encoded : undefined;
}

function encode(action: Action): string {
  switch (action.kind) {
    case 'show':
      return encodeCard(action.card);
    case 'results':
      return `r:${action.language}:${action.handles.join(',')}`;
    case 'vote':
      return `v:${action.vote}:${action.handle}`;
    case 'page':
      return `p:${action.language}:${action.command}:${action.page}:${action.argument}`;
    case 'say':
      return `s:${action.text}`;
  }
}

const LETTERS = { quote: 'q', context: 'c' } as const;

/** Of the further passages as many as fit. */
function encodeCard({ view, language, handle, direct, others }: Card): string {
  const span = direct === undefined ? '' : `@${direct.start}-${direct.end}`;
  for (let count = others.length; count > 0; count -= 1) {
    const encoded = `${LETTERS[view]}:${language}:${[`${handle}${span}`, ...others.slice(0, count)].join(',')}`;
    if (fits(encoded)) return encoded;
  }
  return `${LETTERS[view]}:${language}:${handle}${span}`;
}

/** Reads what a button sent back. Anyone can send anything: whatever was not made by {@link encodeAction} is nothing. */
export function decodeAction(data: string): Action | undefined {
  if (!fits(data)) return undefined;
  const at = data.indexOf(':');
  const rest = data.slice(at + 1);
  switch (data.slice(0, Math.max(at, 0))) {
    case 'q':
      return decodeCard('quote', rest);
    case 'c':
      return decodeCard('context', rest);
    case 'r':
      return decodeResults(rest);
    case 'v':
      return decodeVote(rest);
    case 'p':
      return decodePage(rest);
    case 's':
      return rest === '' ? undefined : { kind: 'say', text: rest };
    default:
      return undefined;
  }
}

function decodeCard(view: Card['view'], text: string): Action | undefined {
  const read = /^(\w+):(\w+)(?:@(\d{1,5})-(\d{1,5}))?((?:,\w+)*)$/.exec(text);
  const handle = parseHandle(read?.[2] ?? '');
  const language = read?.[1];
  const others = decodeHandles(read?.[5]?.slice(1) ?? '');
  if (handle === undefined || language === undefined || !isLocale(language) || others === undefined)
    return undefined;
  const direct = read?.[3] === undefined ? undefined : { start: Number(read[3]), end: Number(read[4]) };
  return {
    kind: 'show',
    card: { view, handle, language, ...(direct === undefined ? {} : { direct }), others },
  };
}

function decodeResults(text: string): Action | undefined {
  const [language = '', list = ''] = text.split(':');
  const handles = decodeHandles(list);
  if (!isLocale(language) || handles === undefined || handles.length === 0) return undefined;
  return { kind: 'results', language, handles };
}

function decodeVote(text: string): Action | undefined {
  const [said, name = ''] = text.split(':');
  const handle = parseHandle(name);
  const vote = VOTES.find((known) => known === said);
  return handle === undefined || vote === undefined ? undefined : { kind: 'vote', handle, vote };
}

function decodePage(text: string): Action | undefined {
  const read = /^(\w+):(\w+):([1-9]\d{0,3}):(.+)$/su.exec(text);
  if (read === null) return undefined;
  const [, language = '', command = '', page, argument = ''] = read;
  return isLocale(language) ? { kind: 'page', language, command, page: Number(page), argument } : undefined;
}

function decodeHandles(list: string): readonly Handle[] | undefined {
  if (list === '') return [];
  const handles = list.split(',').map(parseHandle);
  return handles.every((handle) => handle !== undefined) ? handles : undefined;
}
