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

export const WORDS: Localized<Words> = { vi, en };

export const wordsIn = (locale: Locale): Words => WORDS[locale];
