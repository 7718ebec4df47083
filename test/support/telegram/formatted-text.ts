import type { MessageEntity } from 'grammy/types';
import { badRequest } from './failures.ts';
import { type FormattedText, inOrder, parseHtml } from './html-entities.ts';

/** The longest text of a message, in UTF-16 code units, after the markup is read. */
export const MAX_TEXT = 4096;

type Detected = 'url' | 'email' | 'mention' | 'bot_command' | 'hashtag';

const ENDINGS = 'com|org|net|vn|gov|edu|info|io|me|us|uk|dev';
/** What Telegram finds in a text by itself; earlier rows win where two overlap. */
const PATTERNS: readonly (readonly [Detected, RegExp])[] = [
  ['email', /(?<![\w.@])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b/giu],
  ['url', /\bhttps?:\/\/[^\s<>"“”]*[^\s<>"“”.,!?;:)\]'…]/giu],
  [
    'url',
    new RegExp(
      `(?<![\\w.@/-])[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.(?:${ENDINGS})\\b(?:/[^\\s<>"]*[^\\s<>".,!?;:)])?`,
      'giu',
    ),
  ],
  ['mention', /(?<![\p{L}\p{M}\d_/@])@[a-z]\w{2,31}(?![\p{L}\p{M}\d_])/giu],
  ['bot_command', /(?<![\p{L}\p{M}\d_/<>])\/\w{1,64}(?:@\w{3,32})?(?![\p{L}\p{M}\d_@/<>])/giu],
  ['hashtag', /(?<![\p{L}\p{M}\d_])#(?!\d+(?![\p{L}\d_]))[\p{L}\p{M}\d_]{1,256}/giu],
];
/** Nothing is found inside these. */
const CLOSED: ReadonlySet<string> = new Set(['pre', 'code', 'text_link', 'text_mention', 'custom_emoji']);
/** Code holds no other formatting. */
const CODE: ReadonlySet<string> = new Set(['pre', 'code']);

/** What a bot gives beside the text of a message. */
export interface Formatting {
  readonly parseMode?: string | undefined;
  readonly entities?: readonly MessageEntity[] | undefined;
  /** How Telegram words the refusal of a text that is too long; it differs between sending and editing. */
  readonly tooLong?: string;
}

/** The text that people will see. Throws a 400 for markup that cannot be read and for lengths out of bounds. */
export function formatText(given: string, formatting: Formatting = {}): FormattedText {
  const { parseMode, entities = [], tooLong = 'message is too long' } = formatting;
  const marked = trimmed(readMarkup(given, parseMode, entities));
  if (marked.text === '') throw badRequest('message text is empty');
  if (marked.text.length > MAX_TEXT) throw badRequest(tooLong);
  return withDetected(withoutFormattedCode(marked));
}

/** A text as people write it: without markup, with the entities that Telegram finds in it. */
export const plainText = (text: string): FormattedText => withDetected({ text, entities: [] });

function readMarkup(
  text: string,
  parseMode: string | undefined,
  entities: readonly MessageEntity[],
): FormattedText {
  if (parseMode === undefined || parseMode === '') return { text, entities };
  if (parseMode.toLowerCase() === 'html') return parseHtml(text);
  throw badRequest('unsupported parse_mode');
}

function trimmed({ text, entities }: FormattedText): FormattedText {
  const start = text.length - text.trimStart().length;
  const kept = text.trim();
  const moved = entities.flatMap((entity) => {
    const from = Math.max(entity.offset - start, 0);
    const to = Math.min(entity.offset + entity.length - start, kept.length);
    return to > from ? [{ ...entity, offset: from, length: to - from }] : [];
  });
  return { text: kept, entities: moved };
}

/** Cuts other formatting out of code, and keeps what is left of it on both sides. */
function withoutFormattedCode({ text, entities }: FormattedText): FormattedText {
  const codes = entities.filter(({ type }) => CODE.has(type));
  const rest = entities.filter(({ type }) => !CODE.has(type));
  const cut = rest.flatMap((entity) =>
    entity.type.endsWith('blockquote') ? [entity] : codes.reduce(minusOne, [entity]),
  );
  return { text, entities: inOrder([...codes, ...cut]) };
}

function minusOne(pieces: MessageEntity[], hole: MessageEntity): MessageEntity[] {
  return pieces.flatMap((piece) => {
    const end = piece.offset + piece.length;
    const holeEnd = hole.offset + hole.length;
    if (end <= hole.offset || piece.offset >= holeEnd) return [piece];
    const before = { ...piece, length: hole.offset - piece.offset };
    const after = { ...piece, offset: holeEnd, length: end - holeEnd };
    return [before, after].filter(({ length }) => length > 0);
  });
}

function withDetected({ text, entities }: FormattedText): FormattedText {
  const taken: MessageEntity[] = entities.filter(({ type }) => CLOSED.has(type));
  const found: MessageEntity[] = [];
  for (const [type, pattern] of PATTERNS) {
    for (const { 0: match, index } of text.matchAll(pattern)) {
      const entity: MessageEntity = { type, offset: index, length: match.length };
      if (taken.some((other) => overlap(other, entity))) continue;
      taken.push(entity);
      found.push(entity);
    }
  }
  return { text, entities: inOrder([...entities, ...found]) };
}

const overlap = (a: MessageEntity, b: MessageEntity): boolean =>
  a.offset < b.offset + b.length && b.offset < a.offset + a.length;
