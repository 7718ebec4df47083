import type { Locale, Localized } from '../../locale.ts';
import { en } from './en.ts';
import { vi } from './vi.ts';

type Widened<Value> = Value extends string
  ? string
  : Value extends (...given: infer Given) => string
    ? (...given: Given) => string
    : { readonly [Key in keyof Value]: Widened<Value[Key]> };

/** All the bot says, in one language. */
export type Words = Widened<typeof vi>;

/** All the bot says, in every language. */
export const WORDS: Localized<Words> = { vi, en };

/** What one saying is in every language. */
export const inEveryLanguage = (choose: (words: Words) => string): Localized => ({
  vi: choose(vi),
  en: choose(en),
});

/** All the bot says, in this language. */
export const wordsIn = (locale: Locale): Words => WORDS[locale];
