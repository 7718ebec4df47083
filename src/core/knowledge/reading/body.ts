import type { Locale } from '../../locale.ts';
import { splitSentences } from '../../text/sentences.ts';
import { cleanWordSegmented } from '../clean-word-segmented.ts';
import type { Correction } from '../correction.ts';
import { isMasked } from '../masked.ts';
import type { Source } from '../source.ts';
import { type Edit, TracedText } from '../traced-text.ts';
import { blocksOf, type Unit } from './blocks.ts';
import { applyCorrections } from './corrections.ts';
import type { DraftSentence } from './draft.ts';
import { lineAt, type Report } from './report.ts';
import type { Located } from './shape.ts';

/** What the front matter says about how to read the text. */
export interface BodyOptions {
  readonly language: Locale;
  readonly noise?: 'machine-translated' | 'word-segmented';
  readonly corrections: readonly Located<Correction>[];
  /** `undefined` when they could not be read: then footnotes are not checked. */
  readonly sources?: ReadonlyMap<string, Located<Source>>;
}

/** The paragraphs of an article's text as sentences. Problems are reported by the lines of the file. */
export function readBody(
  body: string,
  firstLine: number,
  options: BodyOptions,
  report: Report,
): readonly (readonly DraftSentence[])[] {
  const readable = removeComments(body, firstLine, report);
  const cleaned = options.noise === 'word-segmented' ? cleanWordSegmented(readable) : readable;
  const text = applyCorrections(cleaned, options.corrections, report);
  const reader = new BodyReader(
    text,
    options,
    (offset) => lineAt(body, text.originalRange(offset, offset).from, firstLine),
    report,
  );
  const paragraphs = reader.read();
  if (paragraphs.length === 0)
    report(firstLine, 'The article has no text.', 'Write at least one sentence below the front matter.');
  return paragraphs;
}

function removeComments(body: string, firstLine: number, report: Report): TracedText<Correction> {
  const edits: Edit<Correction>[] = [];
  for (let start = body.indexOf('<!--'); start !== -1; ) {
    const close = body.indexOf('-->', start + 4);
    if (close === -1) {
      report(lineAt(body, start, firstLine), 'A comment is not closed.', 'Add "-->" where it ends.');
      break;
    }
    edits.push({ start, end: close + 3, replacement: '' });
    start = body.indexOf('<!--', close + 3);
  }
  return TracedText.of<Correction>(body).revise(edits);
}

/** Turns blocks into sentences, keeping count of headings, positions and used sources. */
class BodyReader {
  readonly #text: TracedText<Correction>;
  readonly #options: BodyOptions;
  readonly #lineOf: (offset: number) => number;
  readonly #report: Report;
  readonly #used = new Set<string>();
  #position = 0;

  constructor(
    text: TracedText<Correction>,
    options: BodyOptions,
    lineOf: (offset: number) => number,
    report: Report,
  ) {
    this.#text = text;
    this.#options = options;
    this.#lineOf = lineOf;
    this.#report = report;
  }

  read(): readonly (readonly DraftSentence[])[] {
    const paragraphs: (readonly DraftSentence[])[] = [];
    let heading: string | undefined;
    for (const block of blocksOf(this.#text.text)) {
      if (block.kind === 'heading') {
        heading = block.text;
        continue;
      }
      const sentences = this.#paragraph(block.units, paragraphs.length, heading);
      if (sentences.length > 0) paragraphs.push(sentences);
    }
    this.#reportUnused();
    return paragraphs;
  }

  #paragraph(
    units: readonly Unit[],
    paragraph: number,
    heading: string | undefined,
  ): readonly DraftSentence[] {
    const cited = units.map((unit) => this.#sources(unit));
    const all = [...new Set(cited.flat())];
    return units.flatMap((unit, index) => {
      const own = cited[index] ?? [];
      return this.#sentences(unit).map((sentence) => ({
        ...sentence,
        paragraph,
        ...(heading === undefined ? {} : { heading }),
        sources: own.length > 0 ? own : all,
      }));
    });
  }

  #sentences(unit: Unit): readonly Omit<DraftSentence, 'paragraph' | 'sources'>[] {
    const text = this.#text.text.slice(unit.start, unit.end);
    this.#reportStrayMark(text, unit.start);
    return splitSentences(text, this.#options.language).map((span) => {
      this.#position += 1;
      const words = onOneLine(text.slice(span.start, span.end));
      return {
        text: words,
        position: this.#position,
        masked: isMasked(words),
        ...this.#trust(words, unit.start + span.start, unit.start + span.end),
      };
    });
  }

  /** A correction that left the sentence's own words as they were (it parted a heading from them) does not count. */
  #trust(
    words: string,
    start: number,
    end: number,
  ): Pick<DraftSentence, 'corrected' | 'doubtful' | 'original' | 'corrections'> {
    const notes = this.#text.notesIn(start, end);
    if (notes.length === 0) return { corrected: false, doubtful: false };
    const original = onOneLine(this.#text.originalOf(start, end));
    const corrections = notes.filter(({ doubtful }) => doubtful || original !== words);
    const corrected = original !== words && corrections.some(({ replace }) => replace !== undefined);
    return {
      corrected,
      doubtful: corrections.some(({ doubtful }) => doubtful),
      ...(corrected ? { original } : {}),
      ...(corrections.length > 0 ? { corrections } : {}),
    };
  }

  #sources(unit: Unit): readonly Source[] {
    const { sources } = this.#options;
    if (sources === undefined) return [];
    return unit.footnotes.flatMap((key) => {
      this.#used.add(key);
      const source = sources.get(key);
      if (source !== undefined) return [source.value];
      this.#report(
        this.#lineOf(unit.end),
        `The footnote mark [^${key}] names no source.`,
        `Add "${key}:" to "sources".`,
      );
      return [];
    });
  }

  #reportStrayMark(text: string, start: number): void {
    const at = text.indexOf('[^');
    if (at === -1) return;
    this.#report(
      this.#lineOf(start + at),
      'A footnote mark stands inside a paragraph.',
      'Move it to the end of the paragraph or list item: it names the sources of all its sentences.',
    );
  }

  #reportUnused(): void {
    for (const [key, { line }] of this.#options.sources ?? []) {
      if (this.#used.has(key)) continue;
      this.#report(
        line,
        `No paragraph names the source "${key}".`,
        `Remove it, or end a paragraph with [^${key}].`,
      );
    }
  }
}

const onOneLine = (text: string): string =>
  (/\s\s|\n/.test(text) ? text.replaceAll(/\s+/g, ' ') : text).trim();
