import { WORDS, type Words } from '../words/words.ts';
import type { CommandArgument } from './command.ts';

/** An argument by its key in the bot's words, which hold its name and an example in every language. */
export const argumentOf = (key: keyof Words['arguments'], required: boolean): CommandArgument => ({
  name: { vi: WORDS.vi.arguments[key], en: WORDS.en.arguments[key] },
  example: { vi: WORDS.vi.examples[key], en: WORDS.en.examples[key] },
  required,
});
