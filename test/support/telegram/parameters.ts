import { badRequest } from './failures.ts';
import type { CallParameters } from './types.ts';
import { isObject } from './validation.ts';

/** Reads the parameters of a call whose types were checked before; `undefined` where a field is left out. */
export class ParameterReader {
  readonly all: CallParameters;

  constructor(all: CallParameters) {
    this.all = all;
  }

  text(name: string): string | undefined {
    const value = this.all[name];
    return typeof value === 'string' ? value : undefined;
  }

  integer(name: string): number | undefined {
    const value = this.all[name];
    return typeof value === 'number' ? value : undefined;
  }

  flag(name: string): boolean {
    return this.all[name] === true;
  }

  /** A chat is named by number or by `@username`. */
  chatId(): number | string {
    const value = this.all.chat_id;
    if (typeof value === 'number') return value;
    if (typeof value !== 'string' || value === '') throw badRequest('chat_id is empty');
    return /^-?\d+$/.test(value) ? Number(value) : value;
  }

  object(name: string): ParameterReader | undefined {
    const value = this.all[name];
    return isObject(value) ? new ParameterReader(value) : undefined;
  }

  /** The items of a list; the caller says what they are, as the check before has made sure of it. */
  list<Item>(name: string): readonly Item[] | undefined {
    const value = this.all[name];
    return Array.isArray(value) ? (value as Item[]) : undefined;
  }
}
