import { normaliseText } from '../../text/normalise.ts';
import type { Report } from './report.ts';

/**
 * The text of a file, in the one normal form; a byte-order mark and Windows line ends are tolerated. Line numbers are
 * those of the file. `undefined` when it is not UTF-8: then the first broken line has been reported.
 */
export function decodeText(bytes: Uint8Array, report: Report): string | undefined {
  try {
    return normaliseText(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    report(
      firstBrokenLine(bytes),
      'This line is not valid UTF-8.',
      'Save the file as UTF-8 (in most editors: "Save with encoding"), and look for damaged letters on this line.',
    );
    return undefined;
  }
}

/** A line end is never part of a longer UTF-8 sequence, so the file breaks where one of its lines does. */
function firstBrokenLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  let start = 0;
  while (start <= bytes.length) {
    const lineEnd = bytes.indexOf(0x0a, start);
    const end = lineEnd === -1 ? bytes.length : lineEnd;
    try {
      decoder.decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    line += 1;
    start = end + 1;
  }
  return 1;
}
