import { styleText } from 'node:util';

/** The few styles the terminal uses; each leaves the text as it is when colours are off. */
export interface Style {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly marked: (text: string) => string;
  readonly heading: (text: string) => string;
}

type Format = Parameters<typeof styleText>[0];

/**
 * Whether to colour: never with NO_COLOR (https://no-color.org) set to anything; else as FORCE_COLOR says, "0" and
 * "false" for never and anything else for always; else on a terminal that is not "dumb".
 */
export function wantsColour(
  isTerminal: boolean,
  environment: Readonly<Record<string, string | undefined>>,
): boolean {
  const { NO_COLOR: never = '', FORCE_COLOR: forced = '', TERM: terminal } = environment;
  if (never !== '') return false;
  if (forced !== '') return forced !== '0' && forced !== 'false';
  return isTerminal && terminal !== 'dumb';
}

/** Styles that colour, or that leave every text alone. */
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
