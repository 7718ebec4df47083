import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';

/** A new empty folder, and how to be rid of it. */
export function makeTemporaryFolder(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'nhip-cau-storage-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A new empty folder that is gone after the test. */
export function temporaryFolder(test: TestContext): string {
  const { folder, remove } = makeTemporaryFolder();
  test.after(remove);
  return folder;
}
