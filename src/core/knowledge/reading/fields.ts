import { type Edtf, parseEdtf } from '../../dates/edtf.ts';
import type { Localized } from '../../locale.ts';
import type { Source } from '../source.ts';
import { optional, type Reader, record, required, scalar } from './shape.ts';

/** The kinds of value that articles, events and glossary entries have in common. */

const IDENTIFIER = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Any text. */
export const text: Reader<string> = scalar('a text', (value) => value);

/** The name of a document: it stands in commands and links. */
export const identifier: Reader<string> = scalar(
  'a name of lower-case letters without diacritics, digits and hyphens, such as chuyen-tham-1995',
  (value) => (IDENTIFIER.test(value) ? value : undefined),
);

export const date: Reader<Edtf> = scalar(
  'a date that exists, such as 1995-07-12, 1995-07, 1995, 199X or 1995-07-12/1995-07-14',
  parseEdtf,
);

/** A question, told by its mark. */
export const question: Reader<string> = scalar('a question that ends in "?"', (value) =>
  value.endsWith('?') ? value : undefined,
);

/** A web address; nothing but http and https is ever shown as a link. */
export const webAddress: Reader<string> = scalar(
  'an address that begins with https:// or http://',
  (value) => (/^https?:\/\//.test(value) && !/\s/.test(value) && URL.canParse(value) ? value : undefined),
);

export const source: Reader<Source> = record(
  'a source: { title: …, url: https://… }, the url if there is one',
  {
    title: required(text),
    url: optional(webAddress),
  },
);

/** A source, or only its title. */
export const sourceOrTitle: Reader<Source> = {
  expects: `a title, or ${source.expects}`,
  read(node, report, name) {
    if (node.kind === 'map') return source.read(node, report, name);
    const title = text.read(node, report, name);
    return title === undefined ? undefined : { title };
  },
};

/** The same in both languages. */
export const localized = <Value>(reader: Reader<Value>): Reader<Localized<Value>> =>
  record(`both languages: vi: and en:, each with ${reader.expects}`, {
    vi: required(reader),
    en: required(reader),
  });

/** `true`, or nothing at all. */
export const flag: Reader<true> = scalar(
  'true, or leave the key out',
  (value) => value === 'true' || undefined,
);
