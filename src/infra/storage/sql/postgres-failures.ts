import type { StorageFailure } from '../storage-error.ts';
import type { RecognisedFailure } from './sql-database.ts';

/** PostgreSQL's SQLSTATE codes and the system's codes of a connection that fails. */
const BY_CODE: Readonly<Record<string, StorageFailure>> = {
  '28000': 'refused',
  '28P01': 'refused',
  '3D000': 'unknown-database',
  '42501': 'no-permission',
  '25006': 'read-only',
  '53100': 'full',
  '53300': 'unreachable',
  '55P03': 'locked',
  '57P01': 'unreachable',
  '57P02': 'unreachable',
  '57P03': 'unreachable',
  XX001: 'corrupt',
  XX002: 'corrupt',
  ECONNREFUSED: 'unreachable',
  ECONNRESET: 'unreachable',
  EPIPE: 'unreachable',
  ETIMEDOUT: 'unreachable',
  ENOTFOUND: 'unreachable',
  EAI_AGAIN: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  ENOENT: 'unreachable',
  ERR_MODULE_NOT_FOUND: 'missing-driver',
  MODULE_NOT_FOUND: 'missing-driver',
};

/** Two transactions wanted the same row, waited for each other, or could not be put in an order. */
const COLLISIONS: readonly string[] = ['23505', '40001', '40P01'];

/** Errors that pg makes without a code; none of these sentences holds a value. */
const BY_MESSAGE: readonly (readonly [RegExp, StorageFailure])[] = [
  [
    /^Connection terminated|^Query read timeout|^timeout exceeded when trying to connect|^Client has encountered a connection/,
    'unreachable',
  ],
  [/^SASL: /, 'refused'],
  [/^The server does not support SSL/, 'unreachable'],
];

/** What an error of PostgreSQL or of the connection to it comes to. */
export function recognisePostgresFailure(error: unknown): RecognisedFailure {
  if (!(error instanceof Error)) return { failure: 'failed' };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  if (code === undefined) {
    const known = BY_MESSAGE.find(([message]) => message.test(error.message));
    return known === undefined ? { failure: 'failed', code: error.constructor.name } : { failure: known[1] };
  }
  const isConnection = code.startsWith('08');
  return {
    failure: BY_CODE[code] ?? (isConnection ? 'unreachable' : 'failed'),
    code,
    collided: COLLISIONS.includes(code),
  };
}
