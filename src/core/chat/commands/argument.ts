import { inEveryLanguage, type Words } from '../words/words.ts';
import type { ArgumentCompletion, CommandArgument } from './command.ts';

/** An argument by its key in the bot's words, which hold its name and an example in every language. */
export const argumentOf = (
  key: keyof Words['arguments'],
  required: boolean,
  completion?: ArgumentCompletion,
): CommandArgument => ({
  name: inEveryLanguage((words) => words.arguments[key]),
  example: inEveryLanguage((words) => words.examples[key]),
  required,
  ...(completion === undefined ? {} : { completion }),
});
