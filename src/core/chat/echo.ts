/** Longest stretch of a person's words that a reply repeats, in characters. */
const MAXIMUM_ECHO = 60;

/** Marks of formatting that nobody sees, which could hide words or turn the bot's own around. */
const UNSEEN = /\p{Cf}/gu;

/** A person's own words, short enough to stand inside a sentence of the bot. */
export function echo(text: string): string {
  const characters = [
    ...text
      .slice(0, 4 * MAXIMUM_ECHO)
      .replaceAll('\n', ' ')
      .replace(UNSEEN, ''),
  ];
  if (characters.length <= MAXIMUM_ECHO) return characters.join('');
  return `${characters.slice(0, MAXIMUM_ECHO - 1).join('')}…`;
}
