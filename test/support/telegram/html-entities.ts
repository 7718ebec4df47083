import type { MessageEntity } from 'grammy/types';
import { badRequest } from './failures.ts';

/** A text with its formatting; offsets and lengths are in UTF-16 code units. */
export interface FormattedText {
  readonly text: string;
  readonly entities: readonly MessageEntity[];
}

type PlainType = MessageEntity.CommonMessageEntity['type'];

const PLAIN_TAGS: ReadonlyMap<string, PlainType> = new Map<string, PlainType>([
  ['b', 'bold'],
  ['strong', 'bold'],
  ['i', 'italic'],
  ['em', 'italic'],
  ['u', 'underline'],
  ['ins', 'underline'],
  ['s', 'strikethrough'],
  ['strike', 'strikethrough'],
  ['del', 'strikethrough'],
  ['tg-spoiler', 'spoiler'],
  ['code', 'code'],
]);
const OTHER_TAGS: ReadonlySet<string> = new Set(['a', 'span', 'pre', 'blockquote', 'tg-emoji', 'tg-time']);
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };
const CHARACTER = /^&(?:#(\d{1,8})|#[xX]([0-9a-fA-F]{1,7})|([a-zA-Z]+));?/;
const DATE_TIME_FORMAT = /^(?:r|w?[dD]?[tT]?)$/;

interface OpenTag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Where its text starts, in UTF-16 code units. */
  readonly start: number;
}

/**
 * Reads markup as Telegram does with `parse_mode: 'HTML'`.
 * Throws a 400 "can't parse entities" where Telegram would.
 */
export function parseHtml(markup: string): FormattedText {
  const reader = new HtmlReader(markup);
  return reader.read();
}

class HtmlReader {
  readonly #markup: string;
  readonly #open: OpenTag[] = [];
  readonly #entities: MessageEntity[] = [];
  #position = 0;
  #text = '';

  constructor(markup: string) {
    this.#markup = markup;
  }

  read(): FormattedText {
    while (this.#position < this.#markup.length) {
      const character = this.#markup[this.#position];
      if (character === '&') this.#text += this.#readCharacter();
      else if (character !== '<') {
        this.#text += character;
        this.#position += 1;
      } else if (this.#markup[this.#position + 1] === '/') this.#readEndTag();
      else this.#readStartTag();
    }
    const last = this.#open.at(-1);
    if (last !== undefined) throw unparsable(`Can't find end tag corresponding to start tag "${last.name}"`);
    return { text: this.#text, entities: inOrder(this.#entities) };
  }

  /** Telegram knows four names and all numbers; any other `&` stands for itself. */
  #readCharacter(): string {
    const match = CHARACTER.exec(this.#markup.slice(this.#position, this.#position + 16));
    const [whole = '', decimal, hexadecimal, name] = match ?? [];
    const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '0', 16) : Number(decimal);
    const character =
      name === undefined
        ? code > 0 && code < 0x10ffff
          ? String.fromCodePoint(code)
          : undefined
        : NAMED[name];
    this.#position += character === undefined ? 1 : whole.length;
    return character ?? '&';
  }

  #readStartTag(): void {
    const at = this.#byteOffset();
    this.#position += 1;
    const name = this.#take(/^[^\s>]*/).toLowerCase();
    if (this.#atEnd()) throw unparsable(`Unclosed start tag at byte offset ${at}`);
    if (!PLAIN_TAGS.has(name) && !OTHER_TAGS.has(name)) {
      throw unparsable(`Unsupported start tag "${name}" at byte offset ${at}`);
    }
    const attributes = this.#readAttributes(name, at);
    if (name === 'span' && attributes.get('class') !== 'tg-spoiler') {
      throw unparsable(`Tag "span" must have class "tg-spoiler" at byte offset ${at}`);
    }
    if (name === 'tg-emoji' && !attributes.has('emoji-id')) {
      throw unparsable(`Tag "tg-emoji" must have attribute "emoji-id" at byte offset ${at}`);
    }
    if (name === 'tg-time' && !/^\d+$/.test(attributes.get('unix') ?? '')) {
      throw unparsable(`Tag "tg-time" must have attribute "unix" at byte offset ${at}`);
    }
    this.#open.push({ name, attributes, start: this.#text.length });
  }

  #readAttributes(tag: string, at: number): ReadonlyMap<string, string> {
    const attributes = new Map<string, string>();
    for (;;) {
      this.#take(/^\s*/);
      if (this.#atEnd()) throw unparsable(`Unclosed start tag at byte offset ${at}`);
      if (this.#take(/^>/) !== '') return attributes;
      const name = this.#take(/^[^\s=>]*/).toLowerCase();
      if (name === '') throw unparsable(`Empty attribute name in the tag "${tag}" at byte offset ${at}`);
      this.#take(/^\s*/);
      attributes.set(name, this.#take(/^=\s*/) === '' ? '' : this.#readValue(at));
    }
  }

  #readValue(at: number): string {
    const quote = this.#take(/^["']/);
    if (quote === '') return this.#take(/^[a-zA-Z0-9.-]*/).toLowerCase();
    let value = '';
    while (!this.#atEnd() && this.#markup[this.#position] !== quote) {
      if (this.#markup[this.#position] === '&') value += this.#readCharacter();
      else {
        value += this.#markup[this.#position];
        this.#position += 1;
      }
    }
    if (this.#atEnd()) throw unparsable(`Unclosed start tag at byte offset ${at}`);
    this.#position += 1;
    return value;
  }

  #readEndTag(): void {
    const at = this.#byteOffset();
    this.#position += 2;
    const name = this.#take(/^[^\s>]*/).toLowerCase();
    this.#take(/^\s*/);
    const open = this.#open.pop();
    if (open === undefined) throw unparsable(`Unexpected end tag at byte offset ${at}`);
    if (this.#take(/^>/) === '') throw unparsable(`Unclosed end tag at byte offset ${at}`);
    if (name !== '' && name !== open.name) {
      throw unparsable(
        `Unmatched end tag at byte offset ${at}, expected "</${open.name}>", found "</${name}>"`,
      );
    }
    const length = this.#text.length - open.start;
    if (length > 0) this.#close(open, length);
  }

  #close(open: OpenTag, length: number): void {
    const place = { offset: open.start, length };
    if (open.name === 'pre') {
      const inner = this.#entities.findIndex(
        (entity) => entity.type === 'pre' && entity.offset === place.offset && entity.length === length,
      );
      // `<pre><code class="language-x">` is one block with a language.
      if (inner >= 0) return;
    }
    const entity = entityOf(open, place, this.#text.slice(open.start), this.#open.at(-1)?.name === 'pre');
    if (entity !== undefined) this.#entities.push(entity);
  }

  #take(pattern: RegExp): string {
    const [taken = ''] = pattern.exec(this.#markup.slice(this.#position)) ?? [];
    this.#position += taken.length;
    return taken;
  }

  #atEnd(): boolean {
    return this.#position >= this.#markup.length;
  }

  #byteOffset(): number {
    return Buffer.byteLength(this.#markup.slice(0, this.#position));
  }
}

interface Place {
  readonly offset: number;
  readonly length: number;
}

function entityOf(open: OpenTag, place: Place, inside: string, inPre: boolean): MessageEntity | undefined {
  const { name, attributes } = open;
  const language = /^language-(.+)$/.exec(attributes.get('class') ?? '')?.[1];
  if (name === 'code' && inPre && language !== undefined) return { type: 'pre', ...place, language };
  const plain = PLAIN_TAGS.get(name);
  if (plain !== undefined) return { type: plain, ...place };
  switch (name) {
    case 'span':
      return { type: 'spoiler', ...place };
    case 'pre':
      return { type: 'pre', ...place };
    case 'blockquote':
      return { type: attributes.has('expandable') ? 'expandable_blockquote' : 'blockquote', ...place };
    case 'tg-emoji':
      return { type: 'custom_emoji', ...place, custom_emoji_id: attributes.get('emoji-id') ?? '' };
    case 'tg-time':
      return dateTimeOf(attributes, place);
    default:
      return linkOf(attributes.get('href') || inside, place);
  }
}

function dateTimeOf(attributes: ReadonlyMap<string, string>, place: Place): MessageEntity | undefined {
  const format = attributes.get('format') ?? '';
  if (!DATE_TIME_FORMAT.test(format)) return undefined;
  return {
    type: 'date_time',
    ...place,
    unix_time: Number(attributes.get('unix')),
    date_time_format: format as MessageEntity.DateTimeMessageEntity['date_time_format'],
  };
}

/** A link that is no address becomes plain text without a word, as on Telegram. */
function linkOf(address: string, place: Place): MessageEntity | undefined {
  const user = /^tg:\/\/user\?id=(\d+)$/.exec(address)?.[1];
  if (user !== undefined) {
    return { type: 'text_mention', ...place, user: { id: Number(user), is_bot: false, first_name: user } };
  }
  const full = /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `http://${address}`;
  if (!URL.canParse(full)) return undefined;
  const { protocol, hostname, href } = new URL(full);
  const known = ['http:', 'https:', 'tg:', 'ton:', 'tonsite:', 'mailto:'].includes(protocol);
  const reachable = !protocol.startsWith('http') || /\.|^localhost$/.test(hostname);
  return known && reachable ? { type: 'text_link', ...place, url: href } : undefined;
}

/** Outer entities before inner ones, as Telegram lists them. */
export function inOrder(entities: readonly MessageEntity[]): readonly MessageEntity[] {
  return entities.toSorted((a, b) => a.offset - b.offset || b.length - a.length);
}

const unparsable = (reason: string) => badRequest(`can't parse entities: ${reason}`);
