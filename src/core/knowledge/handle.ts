import type { Brand } from '../brand.ts';
import type { Locale } from '../locale.ts';
import { stableHash } from './stable-hash.ts';

/** A citation handle such as `k3f9a`: lower-case letters and digits, safe in links, buttons and speech. */
export type Handle = Brand<string, 'Handle'>;

/** Letters and digits that cannot be taken for one another: no 0/o, no 1/l. Thirty-two of them, five bits each. */
const ALPHABET = '23456789abcdefghijkmnpqrstuvwxyz';
const SHAPE = /^[2-9a-km-np-z]{5,12}$/;

/** Characters of a handle that shares its beginning with no other: 32^5 are 33 million. */
const SHORTEST = 5;
/** Characters the two 32-bit hashes are good for. */
const LONGEST = 12;

/** What a handle stands for: a sentence by its words, wherever it stands in its document. */
export interface SentenceKey {
  readonly documentId: string;
  readonly language: Locale;
  readonly text: string;
}

/** Reads a handle that someone typed or a button sent back; `undefined` when it cannot be one. */
export function parseHandle(text: string): Handle | undefined {
  const lower = text.trim().toLowerCase();
  return SHAPE.test(lower) ? (lower as Handle) : undefined;
}

/**
 * The handle of one sentence, `length` characters long (5 to 12). It depends on nothing but the sentence's words, its
 * document and its language, so it survives moving the sentence and editing its neighbours.
 */
export function handleOf(
  documentId: string,
  language: Locale,
  sentenceText: string,
  length: number = SHORTEST,
): Handle {
  return longHandle({ documentId, language, text: sentenceText }).slice(0, length) as Handle;
}

/**
 * Handles for all sentences of a library, in the order given and all different.
 *
 * Sentences whose five characters meet get as many more as it takes to part them. A sentence that a document says
 * twice gets a handle for each time.
 */
export function assignHandles(keys: readonly SentenceKey[]): readonly Handle[] {
  const times = new Map<string, number>();
  const long = keys.map((key) => {
    const plain = longHandle(key);
    const time = times.get(plain) ?? 0;
    times.set(plain, time + 1);
    return time === 0 ? plain : longHandle({ ...key, text: `${key.text}\u0000${time}` });
  });
  const handles: Handle[] = [];
  let crowded = long.map((_, index) => index);
  for (let length = SHORTEST; crowded.length > 0; length += 1) {
    const holders = countBy(crowded, (index) => prefix(long, index, length));
    for (const index of crowded) handles[index] = prefix(long, index, length) as Handle;
    if (length === LONGEST) break;
    crowded = crowded.filter((index) => (holders.get(prefix(long, index, length)) ?? 0) > 1);
  }
  return handles;
}

const prefix = (long: readonly string[], index: number, length: number): string =>
  (long[index] ?? '').slice(0, length);

function countBy(indices: readonly number[], name: (index: number) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const index of indices) counts.set(name(index), (counts.get(name(index)) ?? 0) + 1);
  return counts;
}

function longHandle({ documentId, language, text }: SentenceKey): string {
  let handle = '';
  for (const word of stableHash(`${documentId}\n${language}\n${text}`)) {
    // Six characters take 30 of the 32 bits; the lowest two are left out.
    for (let shift = 27; shift >= 2; shift -= 5) handle += ALPHABET[(word >>> shift) & 31] ?? '';
  }
  return handle;
}
