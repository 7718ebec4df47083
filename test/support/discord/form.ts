import type { FieldProblem } from './discord-error.ts';

/** Collects what is wrong with a body, field by field, in Discord's words. */
export interface Form {
  readonly problems: readonly FieldProblem[];
  /** Adds a problem at a place. */
  refuse(path: readonly string[], code: string, message: string): void;
  /** A text of so many characters (UTF-16 units, as discord.js counts); absent is fine. */
  length(path: readonly string[], value: unknown, least: number, most: number): void;
  /** A list of so many entries; absent is fine. */
  count(path: readonly string[], value: unknown, least: number, most: number): void;
}

/** A form without problems yet. */
export function createForm(): Form {
  const problems: FieldProblem[] = [];
  const refuse = (path: readonly string[], code: string, message: string): void => {
    problems.push({ path, code, message });
  };
  return {
    problems,
    refuse,
    length(path, value, least, most) {
      if (value === undefined || value === null) return;
      if (typeof value !== 'string') return refuse(path, 'BASE_TYPE_STRING', 'Must be a string.');
      if (value.length > most) refuse(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${most} or fewer in length.`);
      else if (value.length < least)
        refuse(path, 'BASE_TYPE_BAD_LENGTH', `Must be between ${least} and ${most} in length.`);
    },
    count(path, value, least, most) {
      if (value === undefined || value === null) return;
      if (!Array.isArray(value)) return refuse(path, 'BASE_TYPE_LIST', 'Must be a list.');
      if (value.length < least || value.length > most)
        refuse(path, 'BASE_TYPE_BAD_LENGTH', `Must be between ${least} and ${most} in length.`);
    },
  };
}
