import { MAXIMUM_QUESTION_LENGTH } from '../answer/question.ts';
import { normaliseText } from '../text/normalise.ts';
import { shorten } from '../text/shorten.ts';

/** Longest question that is kept, in UTF-16 units. */
export const MAXIMUM_KEPT_LENGTH = 200;

/** What stands where something was taken out. */
const TAKEN_OUT = ' … ';

/** How Discord writes mentions of people, roles and channels, its own emoji, moments and commands. */
const MENTION = /<[@#:at/][^<>\s]{0,100}>/gu;

/** Endings of addresses that people write without "https://"; any word with a dot would take "TP.HCM" along. */
const ENDINGS = 'com|net|org|edu|gov|vn|me|gg|io|info|us|uk|co|app|dev|ly|link|site|online|xyz';
const LINK = new RegExp(`://|^\\P{L}*www\\.|[\\p{L}\\p{N}]\\.(?:${ENDINGS})(?![\\p{L}\\p{N}])`, 'iu');

/** Seven digits or more, together or with what people write between the groups of a number. */
const LONG_NUMBER = /\+?\(?\p{Nd}(?:[\s.()‐‑–-]{0,2}\p{Nd}){6,}/gu;

const YEAR = /^(?:1\d|20)\d\d$/;
/** Amounts as Vietnamese writes them: 7.662.000. */
const AMOUNT = /^[1-9]\d{0,2}(?:\.\d{3})+$/;

/**
 * What may be kept of a question for editors: shortened, without mentions, links, e-mail addresses, telephone numbers
 * and other long numbers that could belong to a person. Dates and amounts stay. `undefined` when it is too long to be
 * read as a question, or when no word is left. A name written in plain words cannot be told from any other word.
 */
export function keptQuestion(text: string): string | undefined {
  if (text.length > MAXIMUM_QUESTION_LENGTH) return undefined;
  const words = normaliseText(text)
    .replace(MENTION, TAKEN_OUT)
    .split(/\s+/u)
    // Names that begin with "@" and e-mail addresses alike; a wide "＠" is the same sign.
    .map((word) => (/[@＠]/u.test(word) || LINK.test(word) ? TAKEN_OUT : word));
  const kept = words
    .join(' ')
    .replace(LONG_NUMBER, (number) => (isHarmless(number) ? number : TAKEN_OUT))
    .replace(/(?:\s*…)+(?=\s|$)/gu, ' …')
    .replace(/\s+/gu, ' ')
    .trim();
  return /\p{L}{2}/u.test(kept) ? shorten(kept, MAXIMUM_KEPT_LENGTH) : undefined;
}

function isHarmless(number: string): boolean {
  if (AMOUNT.test(number)) return true;
  if (number.startsWith('+')) return false;
  const groups = number.split(/\P{Nd}+/u).filter((group) => group !== '');
  return groups.some((group) => YEAR.test(group)) && groups.every((group) => /^\d\d?$|^\d{4}$/.test(group));
}
