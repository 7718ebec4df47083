/** How people turn to the bot, what that is called in the report, and its share of all that they begin. */
export const WAYS = [
  { way: 'telegram-private', platform: 'telegram', kind: 'question', share: 0.25 },
  { way: 'telegram-mention', platform: 'telegram', kind: 'question', share: 0.09 },
  { way: 'telegram-reply', platform: 'telegram', kind: 'question', share: 0.06 },
  { way: 'telegram-lookup', platform: 'telegram', kind: 'lookup', share: 0.1 },
  { way: 'telegram-inline', platform: 'telegram', kind: 'inline', share: 0.1 },
  // Buttons are pressed below what was answered.
  { way: 'telegram-button', platform: 'telegram', kind: 'button', share: 0 },
  { way: 'discord-private', platform: 'discord', kind: 'question', share: 0.05 },
  { way: 'discord-mention', platform: 'discord', kind: 'question', share: 0.12 },
  { way: 'discord-ask', platform: 'discord', kind: 'question', share: 0.08 },
  { way: 'discord-lookup', platform: 'discord', kind: 'lookup', share: 0.07 },
  { way: 'discord-completion', platform: 'discord', kind: 'completion', share: 0.08 },
  { way: 'discord-button', platform: 'discord', kind: 'button', share: 0 },
] as const;

export type WayOf = (typeof WAYS)[number];
export type Way = WayOf['way'];
export type PlatformName = WayOf['platform'];
export type RequestKind = WayOf['kind'];

/** What a person wants of the buttons below an answer. */
export const WISHES = ['context', 'more', 'translation', 'vote'] as const;
export type Wish = (typeof WISHES)[number];

/** What the data of a button that does so begins with. */
const BEGINNINGS: Readonly<Record<Wish, string>> = {
  context: 'c:',
  more: 'r:',
  translation: 'q:',
  vote: 'v:up',
};

/** The button that grants a wish, else any that says or shows something; `undefined` where there is none. */
export function buttonFor(wish: Wish, offered: readonly string[]): string | undefined {
  // Discord's buttons name the asker first.
  const payloadOf = (data: string): string => data.slice(data.indexOf(';') + 1);
  return (
    offered.find((data) => payloadOf(data).startsWith(BEGINNINGS[wish])) ??
    offered.find((data) => /^[cqrps]:/.test(payloadOf(data)))
  );
}

/** @throws RangeError when there is no such way. */
export function aboutWay(name: Way): WayOf {
  const about = WAYS.find(({ way }) => way === name);
  if (about === undefined) throw new RangeError(`There is no way ${name}.`);
  return about;
}
