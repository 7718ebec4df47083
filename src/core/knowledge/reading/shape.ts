import type { Report } from './report.ts';
import type { YamlMap, YamlNode } from './yaml-node.ts';

/*
 * What a YAML value has to look like, and how to tell an editor when it does not. A schema library was measured first:
 * zod spends 45 ms on loading itself, a thirteenth of the time in which a fresh process has to answer, and its issues
 * would still have to be turned into lines and remedies.
 */

/** Reads one kind of value. */
export interface Reader<Value> {
  /** What an editor should write there: "a date such as 1995-07-12". */
  readonly expects: string;
  /** The value, or `undefined` after a problem with `name` was reported. */
  read(node: YamlNode, report: Report, name: string): Value | undefined;
}

export interface Field<Value, Required extends boolean> {
  readonly reader: Reader<Value>;
  readonly required: Required;
}

type Fields = Readonly<Record<string, Field<unknown, boolean>>>;

type RequiredKeys<Shape extends Fields> = {
  [Key in keyof Shape]: Shape[Key] extends Field<unknown, true> ? Key : never;
}[keyof Shape];

type ValueOf<Of> = Of extends Field<infer Value, boolean> ? Value : never;

/** What a record with these fields holds. */
export type RecordOf<Shape extends Fields> = {
  readonly [Key in RequiredKeys<Shape>]: ValueOf<Shape[Key]>;
} & { readonly [Key in Exclude<keyof Shape, RequiredKeys<Shape>>]?: ValueOf<Shape[Key]> };

/** A record's reader that also gives what can be used when some fields are wrong. */
export interface RecordReader<Shape extends Fields> extends Reader<RecordOf<Shape>> {
  readParts(node: YamlNode, report: Report, name: string): Partial<RecordOf<Shape>>;
}

export const required = <Value>(reader: Reader<Value>): Field<Value, true> => ({ reader, required: true });
export const optional = <Value>(reader: Reader<Value>): Field<Value, false> => ({ reader, required: false });

/** A text that is not empty, without white space at its ends; `check` may turn it into something or refuse it. */
export function scalar<Value>(expects: string, check: (text: string) => Value | undefined): Reader<Value> {
  return {
    expects,
    read(node, report, name) {
      if (node.kind !== 'scalar') {
        report(node.line, `"${name}" is a ${node.kind}.`, `Write ${expects}.`);
        return undefined;
      }
      const text = node.value.trim();
      const value = text === '' ? undefined : check(text);
      if (text === '') report(node.line, `"${name}" is empty.`, `Write ${expects}.`);
      else if (value === undefined)
        report(node.line, `"${name}" is "${shortened(text)}".`, `Write ${expects}.`);
      return value;
    },
  };
}

/** A text exactly as written, white space and all; empty only if `emptyToo`. */
export function exactText(expects: string, emptyToo: boolean): Reader<string> {
  return {
    expects,
    read(node, report, name) {
      if (node.kind === 'scalar' && (emptyToo || node.value !== '')) return node.value;
      report(
        node.line,
        `"${name}" is ${node.kind === 'scalar' ? 'empty' : `a ${node.kind}`}.`,
        `Write ${expects}.`,
      );
      return undefined;
    },
  };
}

/** One of a fixed set of words. */
export function oneOf<const Word extends string>(words: readonly Word[]): Reader<Word> {
  return scalar(`one of: ${words.join(', ')}`, (text) => words.find((word) => word === text));
}

/** A list of such values, with at least `least` of them. */
export function listOf<Value>(item: Reader<Value>, least = 0): Reader<readonly Value[]> {
  const expects = `a list; each item is ${item.expects}`;
  return {
    expects,
    read(node, report, name) {
      if (node.kind !== 'list') {
        report(node.line, `"${name}" is not a list.`, `Write ${expects}.`);
        return undefined;
      }
      if (node.items.length < least) {
        report(node.line, `"${name}" has too few items: ${node.items.length}.`, `Give at least ${least}.`);
        return undefined;
      }
      const values = node.items.map((child, index) => item.read(child, report, `${name}[${index + 1}]`));
      return allOf(values);
    },
  };
}

/** A map from keys of the editor's choice to such values. */
export function mapOf<Value>(item: Reader<Value>): Reader<ReadonlyMap<string, Located<Value>>> {
  const expects = `keys of your own, each with ${item.expects}`;
  const entry = located(item);
  return {
    expects,
    read(node, report, name) {
      if (node.kind !== 'map') {
        report(node.line, `"${name}" has no keys.`, `Write ${expects}.`);
        return undefined;
      }
      const values = allOf(node.entries.map(({ key, value }) => entry.read(value, report, `${name}.${key}`)));
      return values && new Map(node.entries.flatMap(({ key }, index) => pair(key, values[index])));
    },
  };
}

/** A value that remembers its line, for checks that can only be made later. */
export interface Located<Value> {
  readonly line: number;
  readonly value: Value;
}

export function located<Value>(reader: Reader<Value>): Reader<Located<Value>> {
  return {
    expects: reader.expects,
    read(node, report, name) {
      const value = reader.read(node, report, name);
      return value === undefined ? undefined : { line: node.line, value };
    },
  };
}

/** Known keys with their readers; every other key is a problem. */
export function record<Shape extends Fields>(expects: string, fields: Shape): RecordReader<Shape> {
  const known = Object.entries(fields);
  const readParts = (node: YamlNode, report: Report, name: string): Partial<RecordOf<Shape>> => {
    if (node.kind !== 'map') {
      report(node.line, `${subject(name)} is not made of keys and values.`, `Write ${expects}.`);
      return {};
    }
    reportUnknown(node, fields, report);
    const parts: Record<string, unknown> = {};
    for (const [key, field] of known) {
      const entry = node.entries.find((candidate) => candidate.key === key);
      if (entry === undefined) {
        if (field.required) {
          report(
            node.line,
            `"${within(name, key)}" is missing.`,
            `Add "${key}:" with ${field.reader.expects}.`,
          );
        }
        continue;
      }
      const value = field.reader.read(entry.value, report, within(name, key));
      if (value !== undefined) parts[key] = value;
    }
    // Every value was made by the reader that the type names for its key.
    return parts as Partial<RecordOf<Shape>>;
  };
  return {
    expects,
    readParts,
    read(node, report, name) {
      let problems = 0;
      const parts = readParts(
        node,
        (...problem) => {
          problems += 1;
          report(...problem);
        },
        name,
      );
      return problems === 0 ? (parts as RecordOf<Shape>) : undefined;
    },
  };
}

function reportUnknown(node: YamlMap, fields: Fields, report: Report): void {
  for (const { key, line } of node.entries) {
    if (Object.hasOwn(fields, key)) continue;
    report(
      line,
      `Unknown key "${shortened(key)}".`,
      `Remove it or use one of: ${Object.keys(fields).join(', ')}.`,
    );
  }
}

const allOf = <Value>(values: readonly (Value | undefined)[]): readonly Value[] | undefined =>
  values.every((value) => value !== undefined) ? values : undefined;

const pair = <Value>(key: string, value: Value | undefined): readonly (readonly [string, Value])[] =>
  value === undefined ? [] : [[key, value]];

const subject = (name: string): string => (name === '' ? 'The entry' : `"${name}"`);

const within = (name: string, key: string): string => (name === '' ? key : `${name}.${key}`);

const shortened = (text: string): string => (text.length <= 60 ? text : `${text.slice(0, 59)}…`);
