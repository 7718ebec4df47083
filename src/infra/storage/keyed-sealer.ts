import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { PLAIN, plainSealer, SEALED_MARK, type SealedKind, type Sealer } from './sealer.ts';

/** How long a key is, in bytes. */
export const KEY_BYTES = 32;

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** What one key given by the operator becomes: a key for each use, so that none weakens another. */
interface Keys {
  readonly fingerprint: string;
  readonly sealing: Buffer;
  readonly lookup: Buffer;
}

const derived = (key: Buffer, use: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, '', `nhip-cau ${use}`, KEY_BYTES));

function keysOf(key: Buffer): Keys {
  if (key.length !== KEY_BYTES)
    throw new RangeError(`Expected a key of ${KEY_BYTES} bytes, got ${key.length}`);
  return {
    fingerprint: derived(key, 'fingerprint').toString('hex').slice(0, 16),
    sealing: derived(key, 'sealing'),
    lookup: derived(key, 'lookup'),
  };
}

/**
 * Seals with the first key (AES-256-GCM, a random nonce for each value) and opens what any of them sealed, as well as
 * what was stored before there was a key. Without keys, nothing is sealed.
 */
export function createSealer(keys: readonly Buffer[]): Sealer {
  const all = keys.map(keysOf);
  const [current] = all;
  if (current === undefined) return plainSealer;
  const byFingerprint = new Map(all.map((each) => [each.fingerprint, each]));
  const prefix = `${SEALED_MARK}${current.fingerprint}:`;
  return {
    fingerprint: current.fingerprint,
    opens: [...byFingerprint.keys(), PLAIN],
    prefix,
    lookup: (kind, value) =>
      createHmac('sha256', current.lookup).update(`${kind}\n${value}`).digest('base64url'),
    seal: (kind, value) => prefix + encrypt(current.sealing, kind, value).toString('base64url'),
    open: (kind, sealed) => {
      if (!sealed.startsWith(SEALED_MARK)) return sealed;
      const [fingerprint = '', text = ''] = sealed.slice(SEALED_MARK.length).split(':');
      const key = byFingerprint.get(fingerprint);
      return key === undefined ? undefined : decrypt(key.sealing, kind, Buffer.from(text, 'base64url'));
    },
  };
}

/** Nonce, tag and ciphertext; the kind is bound to them without being written. */
function encrypt(key: Buffer, kind: SealedKind, value: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(kind));
  const text = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]);
}

function decrypt(key: Buffer, kind: SealedKind, sealed: Buffer): string | undefined {
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const tag = sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  if (tag.length !== TAG_BYTES) return undefined;
  const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(kind))
    .setAuthTag(tag);
  const text = decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES));
  try {
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  } catch {
    // The tag does not fit: tampered with, or of another kind.
    return undefined;
  }
}
