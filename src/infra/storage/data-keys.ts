import { KEY_BYTES } from './keyed-sealer.ts';

/** The keys that a setting names, or what is wrong with it, in one sentence that does not show it. */
export type DataKeysReading =
  | { readonly kind: 'keys'; readonly keys: readonly Buffer[] }
  | { readonly kind: 'problem'; readonly problem: string };

/** 32 bytes in base64, with or without the sign that fills up the end. */
const KEY = /^[A-Za-z0-9+/]{43}=?$/;

/** Reads keys written in base64 and separated by commas: the first seals, all open. Empty text names no key. */
export function readDataKeys(text: string): DataKeysReading {
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const wrong = parts.findIndex((part) => !KEY.test(part));
  if (wrong >= 0) {
    const which = parts.length === 1 ? '' : ` (key ${wrong + 1} of ${parts.length})`;
    return {
      kind: 'problem',
      problem: `DATA_KEY is ${KEY_BYTES} random bytes in base64${which}; "openssl rand -base64 ${KEY_BYTES}" makes one.`,
    };
  }
  return { kind: 'keys', keys: parts.map((part) => Buffer.from(part, 'base64')) };
}
