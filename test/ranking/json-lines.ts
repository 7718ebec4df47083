import { readFileSync } from 'node:fs';
import { ReportError } from '../../src/cli/exit-code.ts';

/**
 * The JSON objects of a file, one a line; blank lines are passed over.
 *
 * @throws ReportError when the file cannot be read or a line is no object.
 */
export function readJsonLines(path: string): readonly JsonObject[] {
  return readText(path)
    .split('\n')
    .flatMap((line, index) =>
      line.trim() === '' ? [] : [new JsonObject(`${path}, line ${index + 1}`, parseJson(line))],
    );
}

/** An object whose values are checked as they are taken out. */
export class JsonObject {
  readonly #place: string;
  readonly #values: ReadonlyMap<string, unknown>;

  /**
   * `place` says in complaints where the object stands.
   *
   * @throws ReportError when the value is no object.
   */
  constructor(place: string, value: unknown) {
    this.#place = place;
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw this.#complaint('is no object');
    this.#values = new Map(Object.entries(value));
  }

  /** Names of all values, in order. */
  keys(): readonly string[] {
    return [...this.#values.keys()];
  }

  /** @throws ReportError when it is not text. */
  text(key: string): string {
    const value = this.#values.get(key);
    if (typeof value === 'string' && value.trim() !== '') return value;
    throw this.#complaint(`"${key}" is not text`);
  }

  /** @throws ReportError when it is there and not text. */
  optionalText(key: string): string | undefined {
    return this.#values.has(key) ? this.text(key) : undefined;
  }

  /** Empty when it is not there. @throws ReportError when it is there and not a list of texts. */
  texts(key: string): readonly string[] {
    const value = this.#values.get(key) ?? [];
    if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
    throw this.#complaint(`"${key}" is not a list of texts`);
  }

  /** @throws ReportError when it is neither true nor false. */
  flag(key: string): boolean {
    const value = this.#values.get(key);
    if (typeof value === 'boolean') return value;
    throw this.#complaint(`"${key}" is neither true nor false`);
  }

  /** @throws ReportError when it is no number from 0 to 1. */
  share(key: string): number {
    const value = this.#values.get(key);
    if (typeof value === 'number' && value >= 0 && value <= 1) return value;
    throw this.#complaint(`"${key}" is no number from 0 to 1`);
  }

  /** @throws ReportError when it is no object. */
  object(key: string): JsonObject {
    return new JsonObject(`${this.#place}, "${key}"`, this.#values.get(key));
  }

  /** Regular expressions without regard to case. @throws ReportError when one is none. */
  patterns(key: string): readonly RegExp[] {
    return this.texts(key).map((source) => this.#pattern(key, source));
  }

  /** @throws ReportError when it is there and no regular expression. */
  optionalPattern(key: string): RegExp | undefined {
    const source = this.optionalText(key);
    return source === undefined ? undefined : this.#pattern(key, source);
  }

  #pattern(key: string, source: string): RegExp {
    try {
      return new RegExp(source.normalize('NFC'), 'iu');
    } catch {
      throw this.#complaint(`"${key}" holds what is no regular expression: ${source}`);
    }
  }

  #complaint(what: string): ReportError {
    return new ReportError(`${this.#place}: ${what}.`);
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new ReportError(`${path} cannot be read.`);
  }
}

/** `undefined`, which is no object, for what is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
