import { createHash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import type { KnowledgeFile } from '../../core/knowledge/knowledge-file.ts';
import type { LibraryContents } from '../../core/knowledge/library.ts';
import type { PackedCorpus } from '../../core/search/packed-corpus.ts';

/** A knowledge folder as it was read once: what a process would otherwise spend its first second on. */
export interface KnowledgeSnapshot {
  readonly contents: LibraryContents;
  readonly corpus: PackedCorpus;
}

/** In front of the data, so that another file, or one of another version, is not taken for a snapshot. */
const MAGIC = 'nhip-cau-snapshot-2\n';

/** Names the exact state of a knowledge folder. */
export function fingerprintOf(files: readonly KnowledgeFile[]): string {
  const hash = createHash('sha256');
  for (const { path, bytes } of files) hash.update(`${path}\n${bytes.length}\n`).update(bytes);
  return hash.digest('hex');
}

/** The snapshot at `path`, or `undefined` when there is none or it shows another state of the folder. */
export function readKnowledgeSnapshot(path: string, fingerprint: string): KnowledgeSnapshot | undefined {
  let data: Buffer;
  try {
    data = readFileSync(path);
  } catch {
    return undefined;
  }
  const head = Buffer.from(MAGIC + fingerprint);
  if (!data.subarray(0, head.length).equals(head)) return undefined;
  try {
    return deserialize(data.subarray(head.length)) as KnowledgeSnapshot;
  } catch {
    // Cut short, or written by another version of Node: the folder itself is still there to be read.
    return undefined;
  }
}

/** Writes aside and renames, so that no reader meets half a snapshot. */
export function writeKnowledgeSnapshot(path: string, fingerprint: string, snapshot: KnowledgeSnapshot): void {
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, Buffer.concat([Buffer.from(MAGIC + fingerprint), serialize(snapshot)]));
  renameSync(temporary, path);
}
