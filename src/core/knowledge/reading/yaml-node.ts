import { EVENT_ID, type Event, getScalarValue, parseEvents, YAMLException } from 'js-yaml';
import { normaliseText } from '../../text/normalise.ts';
import type { Report } from './report.ts';

/** A value in a YAML file with the 1-based line it begins on. Every scalar is its text: `1995-07-12`, `true`, `2`. */
export type YamlNode = YamlScalar | YamlList | YamlMap;

export interface YamlScalar {
  readonly kind: 'scalar';
  readonly line: number;
  readonly value: string;
}

export interface YamlList {
  readonly kind: 'list';
  readonly line: number;
  readonly items: readonly YamlNode[];
}

export interface YamlEntry {
  readonly key: string;
  readonly line: number;
  readonly value: YamlNode;
}

export interface YamlMap {
  readonly kind: 'map';
  readonly line: number;
  readonly entries: readonly YamlEntry[];
}

/**
 * Parses one YAML document; `firstLine` is the number of the text's first line in its file. Empty text is an empty
 * scalar. `undefined` after a problem was reported.
 *
 * Composes from the parser's events instead of calling `load`: that gives every value its line, leaves dates and
 * numbers as the editor wrote them, and takes half the time on a megabyte.
 */
export function parseYaml(text: string, report: Report, firstLine = 1): YamlNode | undefined {
  let problems = 0;
  const count: Report = (line, message, remedy) => {
    problems += 1;
    report(line, message, remedy);
  };
  const node = compose(text, count, firstLine);
  return problems === 0 ? node : undefined;
}

function compose(text: string, report: Report, firstLine: number): YamlNode | undefined {
  let events: readonly Event[];
  try {
    events = parseEvents(text, {});
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    report(
      firstLine + (error.mark?.line ?? 0),
      `This is not valid YAML: ${error.reason}.`,
      'Check indentation, brackets and quotes here and on the line above; put a text that holds ": " or " #" in quotes.',
    );
    return undefined;
  }
  return new Composer(text, events, report, firstLine).document();
}

const PLAIN_VALUES = 'Write the value out in full; anchors, aliases and tags are not used in this folder.';

/** Walks the events once, from left to right; nesting is limited by the parser. */
class Composer {
  readonly #text: string;
  readonly #events: readonly Event[];
  readonly #report: Report;
  #at = 0;
  #line: number;
  /** Up to where lines have been counted. */
  #counted = 0;

  constructor(text: string, events: readonly Event[], report: Report, firstLine: number) {
    this.#text = text;
    this.#events = events;
    this.#report = report;
    this.#line = firstLine;
  }

  document(): YamlNode {
    const empty: YamlScalar = { kind: 'scalar', line: this.#line, value: '' };
    if (this.#events.length === 0) return empty;
    this.#at = 1;
    const node = this.#node();
    if (this.#at + 1 < this.#events.length) {
      this.#report(
        this.#line,
        'The file holds more than one YAML document.',
        'Remove the line "---" that divides it.',
      );
    }
    return node;
  }

  #node(): YamlNode {
    const event = this.#events[this.#at];
    this.#at += 1;
    switch (event?.type) {
      case EVENT_ID.SCALAR:
        return this.#scalar(event);
      case EVENT_ID.SEQUENCE:
        return this.#list(event.start);
      case EVENT_ID.MAPPING:
        return this.#map(event.start);
      default:
        this.#report(this.#line, 'An alias (*name) stands here.', PLAIN_VALUES);
        return { kind: 'scalar', line: this.#line, value: '' };
    }
  }

  #scalar(event: Event & { readonly type: typeof EVENT_ID.SCALAR }): YamlScalar {
    const line = event.valueStart < 0 ? this.#line : this.#lineOf(event.valueStart);
    if (event.tagStart >= 0) this.#report(line, 'A tag (!name) stands here.', PLAIN_VALUES);
    const value = getScalarValue(this.#text, event);
    // Escapes such as "\u200b" could bring back what the file was cleaned of.
    const escaped = !event.fast && this.#text.slice(event.valueStart, event.valueEnd).includes('\\');
    return { kind: 'scalar', line, value: escaped ? normaliseText(value) : value };
  }

  #list(start: number): YamlList {
    const line = this.#lineOf(start);
    const items: YamlNode[] = [];
    while (!this.#isClosing()) items.push(this.#node());
    return { kind: 'list', line, items };
  }

  #map(start: number): YamlMap {
    const line = this.#lineOf(start);
    const entries: YamlEntry[] = [];
    const seen = new Set<string>();
    while (!this.#isClosing()) {
      const key = this.#node();
      const name = key.kind === 'scalar' ? key.value : '';
      if (key.kind !== 'scalar')
        this.#report(key.line, 'A key has to be a plain word.', 'Write "key: value".');
      if (seen.has(name)) this.#report(key.line, `The key "${name}" occurs twice.`, 'Keep one of the two.');
      seen.add(name);
      entries.push({ key: name, line: key.line, value: this.#node() });
    }
    return { kind: 'map', line, entries };
  }

  /** Whether the collection ends here; if so, steps over its end. */
  #isClosing(): boolean {
    const event = this.#events[this.#at];
    if (event !== undefined && event.type !== EVENT_ID.POP) return false;
    this.#at += 1;
    return true;
  }

  /** The line of an offset at or after the last one asked for. */
  #lineOf(offset: number): number {
    for (let at = this.#text.indexOf('\n', this.#counted); at !== -1 && at < offset; ) {
      this.#line += 1;
      this.#counted = at + 1;
      at = this.#text.indexOf('\n', this.#counted);
    }
    return this.#line;
  }
}
