import { styleText } from 'node:util';

/** The few styles the terminal uses; each leaves the text as it is when colours are off. */
export interface Style {
  strong(text: string): string;
  faint(text: string): string;
  marked(text: string): string;
  heading(text: string): string;
}

type Format = Parameters<typeof styleText>[0];

/**
 * Whether to colour: only on a terminal, never with NO_COLOR (https://no-color.org) set to anything, always with
 * FORCE_COLOR.
 */
export function wantsColour(
  isTerminal: boolean,
  environment: Readonly<Record<string, string | undefined>>,
): boolean {
  if ((environment.NO_COLOR ?? '') !== '') return false;
  if ((environment.FORCE_COLOR ?? '0') !== '0') return true;
  return isTerminal && environment.TERM !== 'dumb';
}

export function createStyle(coloured: boolean): Style {
  const styled = (format: Format) => (text: string) =>
    coloured && text !== '' ? styleText(format, text, { validateStream: false }) : text;
  return {
    strong: styled(['bold', 'green']),
    faint: styled('dim'),
    marked: styled('bold'),
    heading: styled(['bold', 'cyan']),
  };
}
