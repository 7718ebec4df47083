import type { Edtf } from '../dates/edtf.ts';
import { type DateMention, readDates } from '../dates/read-dates.ts';
import type { Locale } from '../locale.ts';
import type { QueryWord } from '../search/query.ts';
import { findParticles } from '../text/chat-particles.ts';
import { expandChatSpelling } from '../text/chat-spelling.ts';
import { fold, hasDiacritics } from '../text/fold.ts';
import { FUNCTION_WORD_WEIGHT, findLightWords, wordWeight } from '../text/function-words.ts';
import { mendText } from '../text/keystrokes.ts';
import { detectLanguage } from '../text/language.ts';
import { normaliseText } from '../text/normalise.ts';
import { type Token, termOf, tokenise } from '../text/tokenise.ts';
import { type Ordinal, readOrdinals } from './ordinals.ts';
import { findParticulars } from './particulars.ts';
import { findConfirmation, readWanted } from './wanted.ts';
import type { Wanted } from './wanted-kind.ts';

/** Longest question that is read; what comes after says nothing new. UTF-16 units. */
export const MAXIMUM_QUESTION_LENGTH = 600;

/** A question as it is understood, before any knowledge is looked at. */
export interface Question {
  /** Normalised, at most {@link MAXIMUM_QUESTION_LENGTH} long. */
  readonly text: string;
  /** The text with leftover keystrokes mended; offsets of {@link dates} are into this. */
  readonly read: string;
  readonly language: Locale;
  /** Whether it was typed with diacritics. */
  readonly marked: boolean;
  readonly words: readonly QueryWord[];
  /** How many of the words were said now; the others a follow-up takes over from the question before. */
  readonly said: number;
  /** Thanks, greetings and the like: nothing is asked. */
  readonly smallTalk: boolean;
  /** It asks what to do, or what is so these days: texts tell what was. */
  readonly practical: boolean;
  /** Terms of the words, to tell what a sentence adds. */
  readonly terms: ReadonlySet<string>;
  /** Folded wordings, all there are, of the names that it has: who asks about Sài Gòn is not told "Thành phố Hồ Chí Minh". */
  readonly named: ReadonlySet<string>;
  readonly wanted: Wanted;
  /** Whether it states something and asks whether that is so. */
  readonly confirmation: boolean;
  /** Words, by their places, that name a particular without which nothing answers; see {@link findParticulars}. */
  readonly particulars: readonly (readonly number[])[];
  readonly dates: readonly DateMention[];
  /** "đầu tiên", "20th": which of several. */
  readonly ordinals: ReadonlySet<Ordinal>;
}

/** What a question is read with. */
export interface QuestionOptions {
  /** Language to assume when the words do not show one. */
  readonly language: Locale;
  /** The asker's day: what "hôm nay" and two-digit years are read from. */
  readonly today: Edtf;
  /** Whether the knowledge has this folded word, so that it is no typing slip. */
  readonly isKnownWord: (folded: string) => boolean;
}

const NOBODY: ReadonlySet<string> = new Set();

/** Said to be kind; whatever sentence shares its words, it is no answer. */
const SMALL_TALK: ReadonlySet<string> = new Set(
  'cam on|cam on ban|cam on bot|cam on nhe|thanks|thank you|thank you very much|thx|tks|hello|hi|hey|xin chao|chao|chao ban|chao bot|hello bot|hi bot|good morning|good night|bye|goodbye|tam biet|ok|oke|okay|vang|da|uh|hello ban khoe khong|ban khoe khong|how are you|ban ten gi|ban ten la gi|ten ban la gi|ten gi|ten la gi|ban la ai|ban la gi|may la ai|who are you|what is your name|an com chua|an gi chua|ngu chua|ban bao nhieu tuoi|may tuoi roi|how old are you|co ai khong|dau roi'.split(
    '|',
  ),
);

/** Said to whoever is asked, around what is said. */
const ADDRESSES: ReadonlySet<string> = new Set(
  'bot ad oi nhe nha vay the a di z v roi em anh chi hey hi hello'.split(' '),
);

/** The folded words without those that only address somebody at their ends; all of them when nothing else is said. */
function withoutAddress(words: readonly string[]): string {
  const folded = words.map(fold);
  const from = folded.findIndex((word) => !ADDRESSES.has(word));
  const to = folded.findLastIndex((word) => !ADDRESSES.has(word));
  return (from < 0 ? folded : folded.slice(from, to + 1)).join(' ');
}

const PRACTICAL =
  /(?<![a-z])(?:hom nay|bay gio|hien gio|ngay mai|sang mai|toi nay|chieu nay|tuan nay|thang nay|today|tonight|tomorrow|right now|this (?:week|month|morning|weekend)|how (?:do|can|should) i|where (?:do|can|should) i|should i|lam sao de|lam the nao de|cach nau|cach lam|co nen)(?![a-z])/;

/** Who holds an office of another country, as far as folded words show: that is of today too. */
const OFFICE = '(?:tong thong|thu tuong|quoc vuong|nha vua|vua|president|prime minister|king|queen)';
const OURS = '(?!(?:my|hoa ky|viet nam|vn|us|u s|usa|united states|america|vietnam)(?![a-z]))';
const OFFICE_ELSEWHERE = new RegExp(
  `^(?:ai (?:dang )?la|who is(?: the)?) ${OFFICE}(?: cua| nuoc| of)?(?: the)? ${OURS}[a-z]|^${OFFICE}(?: cua| nuoc)? ${OURS}[a-z ]+ la ai$`,
);

/** Understands what a person typed; any string is a question. */
export function analyseQuestion(raw: string, options: QuestionOptions): Question {
  const text = normaliseText(raw).slice(0, MAXIMUM_QUESTION_LENGTH).replace(/\s+/g, ' ').trim();
  const detected = detectLanguage(text);
  const language = detected.confident ? detected.language : options.language;
  const read = language === 'vi' ? mendText(text, options.isKnownWord) : text;
  const tokens = tokenise(read);
  const dates = readDates(read, { language, today: options.today, relativeToToday: true });
  const spelt = expandChatSpelling(
    tokens.map((token) => token.word),
    language,
  );
  const spoken = spelt.map(({ word }) => word);
  const particles = language === 'vi' ? findParticles(spoken) : [];
  const light = findLightWords(spoken);
  const smallTalk = SMALL_TALK.has(withoutAddress(spoken));
  const marked = spoken.some(hasDiacritics);
  const line = fold(spoken.join(' '));
  const asksWhether = findConfirmation(spoken);
  const confirmation = asksWhether !== undefined;
  const words = spelt.map(({ word, from }, at): QueryWord => {
    const token = tokens[from];
    const typed = token?.word;
    const isExpanded = typed !== undefined && typed !== word && spelt[at - 1]?.from !== from;
    return {
      word,
      weight:
        smallTalk || particles[at] === true || isWithin(asksWhether, at)
          ? 0
          : Math.min(
              light[at] === true ? FUNCTION_WORD_WEIGHT : 1,
              weightOf(word, token, marked, dates, confirmation),
            ),
      ...(isCapitalised(read, tokens, from) ? { capitalised: true } : {}),
      // Texts may have the short form literally ("TP HCM").
      ...(isExpanded ? { alternatives: [typed] } : {}),
    };
  });
  return {
    text,
    read,
    language,
    marked,
    words,
    said: words.length,
    smallTalk,
    practical: PRACTICAL.test(line) || OFFICE_ELSEWHERE.test(line),
    terms: new Set(spoken.map(termOf)),
    named: NOBODY,
    wanted: readWanted(spoken, language, marked),
    confirmation,
    particulars: findParticulars(spoken, language, marked),
    dates,
    ordinals: readOrdinals(read),
  };
}

/** Words that ask whether something is so are no part of it. */
const isWithin = (stretch: { readonly from: number; readonly to: number } | undefined, at: number): boolean =>
  stretch !== undefined && stretch.from <= at && at < stretch.to;

/** A capital at the start says nothing unless the next word has one too, and capitals throughout say nothing. */
function isCapitalised(text: string, tokens: readonly Token[], at: number): boolean {
  const upper = (index: number): boolean => {
    const token = tokens[index];
    return token !== undefined && /^\p{Lu}/u.test(text.slice(token.start, token.end));
  };
  if (!upper(at) || text === text.toUpperCase()) return false;
  return at > 0 || upper(1);
}

/** Words that ask for a verdict on a claim are no part of it. */
const VERDICTS: ReadonlySet<string> = new Set(['right', 'true', 'correct', 'false', 'sai']);

/** Words of a date are compared as dates; as words they count only a little. */
function weightOf(
  word: string,
  token: Token | undefined,
  marked: boolean,
  dates: readonly DateMention[],
  confirmation: boolean,
): number {
  const weight = wordWeight(word, marked);
  const inDate =
    token !== undefined && dates.some((date) => date.start <= token.start && token.end <= date.end);
  if (confirmation && VERDICTS.has(word)) return 0;
  // What is claimed of a date must not decide which sentence it is checked against.
  if (inDate && confirmation) return 0;
  return inDate ? Math.min(weight, FUNCTION_WORD_WEIGHT) : weight;
}
