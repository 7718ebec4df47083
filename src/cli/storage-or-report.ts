import type { Config } from '../config.ts';
import { openStorage, type Storage } from '../infra/storage/open-storage.ts';
import { StorageError } from '../infra/storage/storage-error.ts';
import { ReportError } from './exit-code.ts';

/** @throws ReportError saying what is wrong with the storage and how to mend it. */
export function openStorageOrReport({ storage }: Config): Promise<Storage> {
  return reporting(() => openStorage(storage.choice, { keys: storage.keys }));
}

/**
 * Reads from the storage and closes it.
 *
 * @throws ReportError saying what is wrong with the storage and how to mend it.
 */
export function readStorage<Read>(config: Config, read: (storage: Storage) => Promise<Read>): Promise<Read> {
  return reporting(async () => {
    const storage = await openStorageOrReport(config);
    try {
      return await read(storage);
    } finally {
      await storage.close();
    }
  });
}

async function reporting<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StorageError) throw new ReportError(error.message);
    throw error;
  }
}
