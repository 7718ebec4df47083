/** What went wrong with the storage, as far as the operator has to act differently. */
export type StorageFailure =
  /** The package that speaks to the database is not installed. */
  | 'missing-driver'
  /** The address of the database cannot be read. */
  | 'bad-address'
  /** Nothing answers there. */
  | 'unreachable'
  /** Wrong user or password. */
  | 'refused'
  | 'unknown-database'
  | 'not-a-database'
  | 'corrupt'
  | 'read-only'
  | 'full'
  /** Another process holds it. */
  | 'locked'
  | 'no-permission'
  | 'disk-error'
  /** Written by a later version of the bot. */
  | 'too-new'
  /** Sealed with a key that was not given. */
  | 'wrong-key'
  | 'closed'
  | 'failed';

/** Where the data lies, fit to be shown: without user and password. */
export type StoragePlace =
  | { readonly kind: 'sqlite'; readonly file: string }
  /** `where` is host, port and database. */
  | { readonly kind: 'postgres'; readonly where: string };

/** What a {@link StorageError} tells. */
export interface StorageTrouble {
  readonly failure: StorageFailure;
  /** What was being done, as it follows "could not". */
  readonly action: string;
  readonly place: StoragePlace;
  /** The database's or the system's own code, such as `SQLITE_FULL`, `28P01` or `EACCES`. */
  readonly code?: string;
}

/**
 * The storage could not do what it was asked. The message is for the operator: what happened, where, how to mend it.
 * It never holds what was stored, a password, or the foreign error, whose words may quote both.
 */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  readonly failure: StorageFailure;
  readonly action: string;
  readonly code: string | undefined;

  constructor({ failure, action, place, code }: StorageTrouble) {
    const { what, remedy } = explain(failure, place);
    const shownCode = code === undefined ? '' : ` (${code})`;
    super(`Could not ${action}: ${what}${shownCode}. ${remedy}`);
    this.failure = failure;
    this.action = action;
    this.code = code;
  }
}

interface Explanation {
  readonly what: string;
  readonly remedy: string;
}

const RESTORE = 'Stop the bot, move the file away and restore a backup as docs/storage.md describes.';

function explain(failure: StorageFailure, place: StoragePlace): Explanation {
  const name = place.kind === 'sqlite' ? place.file : `PostgreSQL at ${place.where}`;
  const isFile = place.kind === 'sqlite';
  switch (failure) {
    case 'missing-driver': {
      const driver = isFile ? 'libsql' : 'pg';
      return {
        what: `the package "${driver}" cannot be loaded`,
        remedy: `Run "npm install ${driver}", or choose another storage.`,
      };
    }
    case 'bad-address':
      return {
        what: 'the address of the PostgreSQL database cannot be read',
        remedy:
          'It looks like postgres://user:password@host:5432/database; signs such as @ or / in the password are written as %40 and %2F.',
      };
    case 'unreachable':
      return {
        what: `${name} does not answer`,
        remedy: 'See that it runs, and that host and port are right and let the bot in.',
      };
    case 'refused':
      return {
        what: `${name} does not accept the user or the password`,
        remedy: 'Correct them in the address of the database.',
      };
    case 'unknown-database':
      return {
        what: `${name} has no such database`,
        remedy: 'Create it with createdb, or correct its name in the address.',
      };
    case 'not-a-database':
      return { what: `${name} is not an SQLite database`, remedy: RESTORE };
    case 'corrupt':
      return isFile
        ? { what: `${name} is damaged`, remedy: RESTORE }
        : { what: `${name} is damaged`, remedy: 'Stop the bot and restore a backup.' };
    case 'read-only':
      return isFile
        ? {
            what: `${name} can be read but not written`,
            remedy: 'Give the user who runs the bot the right to write the file and its folder.',
          }
        : { what: `${name} can be read but not written`, remedy: 'Connect to the primary server.' };
    case 'full':
      return { what: `there is no room left for ${name}`, remedy: 'Free some space on the disk.' };
    case 'locked':
      return isFile
        ? {
            what: `another process holds ${name}`,
            remedy:
              'End the other bot or database tool that has it open; storage shared by several processes is PostgreSQL.',
          }
        : { what: `another process holds what is needed of ${name}`, remedy: 'Try again.' };
    case 'no-permission':
      return isFile
        ? {
            what: `${name} cannot be opened or created`,
            remedy:
              'See that its folder is one, and that the user who runs the bot may write there, or name another.',
          }
        : {
            what: `the user may not do that in ${name}`,
            remedy: 'Grant the user the right to create tables and use them.',
          };
    case 'disk-error':
      return {
        what: `reading or writing ${name} failed`,
        remedy: 'See that the disk is well and still there.',
      };
    case 'too-new':
      return {
        what: `${name} was written by a later version of the bot`,
        remedy: 'Start that version or a later one, or restore a backup from before it.',
      };
    case 'wrong-key':
      return {
        what: `${name} is sealed with a key that was not given`,
        remedy:
          'Add the key it was written with to DATA_KEY, after a comma; without it the data cannot be read.',
      };
    case 'closed':
      return { what: `${name} is closed already`, remedy: 'The bot is stopping; nothing needs to be done.' };
    case 'failed':
      return { what: `${name} reported an error`, remedy: 'If it comes again, report it with its code.' };
  }
}
