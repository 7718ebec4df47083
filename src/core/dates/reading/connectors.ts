import type { Found } from './reading-context.ts';
import type { Token } from './tokens.ts';
import { DASHES, isSymbol, isWord, phraseEnd, phrases, type WordSet, wordSet } from './vocabulary.ts';

/** How two dates or numbers are joined: "từ 5 đến 7" is all between them, "5 và 7" only these two. */
export type Connector = 'range-dash' | 'range-word' | 'and' | 'comma';

/** What may announce a range: "từ", "between". */
export type Opener = 'from' | 'between';

const RANGE_WORDS = phrases(
  'cho đến hết',
  'cho đến',
  'cho tới',
  'đến hết',
  'đến',
  'tới',
  'to',
  'through',
  'thru',
  'until',
  'till',
);
/** "đêm 15 rạng sáng 16" is the night that joins two days. */
const AND = phrases('và', 'and', 'rạng sáng ngày', 'rạng sáng', 'rạng ngày', 'rạng');
const FROM = wordSet('từ from');
const BETWEEN = wordSet('giữa between');

/** The words a range can be announced with. */
export const OPENER_WORDS: WordSet = new Set([...FROM, ...BETWEEN]);

/** What joins the token before `at` to what follows. */
export function readConnector(tokens: readonly Token[], at: number): Found<Connector> | undefined {
  const token = tokens[at];
  if (isSymbol(token, DASHES)) return { value: 'range-dash', next: at + 1 };
  if (isSymbol(token, ',')) {
    const and = phraseEnd(tokens, at + 1, AND);
    return and === undefined ? { value: 'comma', next: at + 1 } : { value: 'and', next: and };
  }
  const and = isSymbol(token, '&') ? at + 1 : phraseEnd(tokens, at, AND);
  if (and !== undefined) return { value: 'and', next: and };
  const end = phraseEnd(tokens, at, RANGE_WORDS);
  return end === undefined ? undefined : { value: 'range-word', next: end };
}

/** Whether a connector joins the two ends of something, and not two of several. */
export const isRange = (connector: Connector): boolean =>
  connector === 'range-dash' || connector === 'range-word';

/** What announces a range at `at`. */
export function readOpener(tokens: readonly Token[], at: number): Found<Opener> | undefined {
  if (isWord(tokens[at], FROM)) return { value: 'from', next: at + 1 };
  return isWord(tokens[at], BETWEEN) ? { value: 'between', next: at + 1 } : undefined;
}
