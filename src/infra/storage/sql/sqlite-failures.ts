import type { StorageFailure } from '../storage-error.ts';
import type { RecognisedFailure } from './sql-database.ts';

/** SQLite's result codes (https://www.sqlite.org/rescode.html), without what extends them. */
const BY_RESULT_CODE: Readonly<Record<number, StorageFailure>> = {
  3: 'no-permission',
  5: 'locked',
  6: 'locked',
  8: 'read-only',
  10: 'disk-error',
  11: 'corrupt',
  13: 'full',
  14: 'no-permission',
  26: 'not-a-database',
};

const BY_SYSTEM_CODE: Readonly<Record<string, StorageFailure>> = {
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  ENOENT: 'no-permission',
  ENOTDIR: 'no-permission',
  EISDIR: 'no-permission',
  EEXIST: 'no-permission',
  EROFS: 'read-only',
  ENOSPC: 'full',
  EDQUOT: 'full',
  EIO: 'disk-error',
  ERR_MODULE_NOT_FOUND: 'missing-driver',
  MODULE_NOT_FOUND: 'missing-driver',
};

/** What an error of libsql or of the file system comes to. */
export function recogniseSqliteFailure(error: unknown): RecognisedFailure {
  if (!(error instanceof Error)) return { failure: 'failed' };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const rawCode = 'rawCode' in error && typeof error.rawCode === 'number' ? error.rawCode : undefined;
  const known = rawCode === undefined ? BY_SYSTEM_CODE[code ?? ''] : BY_RESULT_CODE[rawCode & 0xff];
  return { failure: known ?? 'failed', code: code ?? error.constructor.name };
}
