import type { Words } from './words.ts';

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** Everything the bot itself says, in English. */
export const en: Words = {
  notKnown: 'I found no sentence in my sources that answers this question.',
  suggestionsIntro: 'You could ask:',
  emptyQuestion: 'Type a question, for example: “When did Vietnam and the US normalise relations?”',
  otherDate: (asked, found) => `The question mentions ${asked}; the sources say ${found}.`,
  assumedCentury: (date) => `The two-digit year was read as ${date}.`,
  impossibleDate: (text) => `There is no “${text}” in the calendar.`,
  ambiguousDate: (text) => `“${text}” can be two different days. Which one do you mean?`,
  ambiguousInQuestion: (first, second) => `The date in the question may be ${first} or ${second}.`,
  missingYear: (series, asked, years) =>
    `The sources have no figure “${series}” for ${asked}. There are figures for: ${years}.`,
  corrected: (handle) => `An editor corrected this sentence; see the original wording: /source ${handle}`,
  masked: 'The source of this sentence lacks the figures where it says “[…]”.',
  doubtful: 'The figures in this sentence could not be verified.',
  original: (text) => `Original wording: ${text}`,
  sourcesDisagree: (text, source) => `Another source differs: ${text} (${source})`,
  alsoIn: (titles) => `Also in: ${titles}`,
  alsoDated: (date, place) => `It was ${date} in ${place}.`,
  moreFrom: (title) => `More from “${title}”:`,
  nothingMore: 'There is nothing more in this part.',
  nothingToContinue: 'There is nothing to continue yet; ask a question first.',
  noEvents: (date) => `The sources hold no event for ${date}.`,
  eventsOn: (date, count) => `${date}: ${count} ${count === 1 ? 'entry' : 'entries'}`,
  onThisDay: (date) => `On this day (${date})`,
  noEventToday: (date) => `The sources record no event on ${date} of any year.`,
  yearsAgo: (years, year) => `${years} ${years === 1 ? 'year' : 'years'} ago (${year})`,
  moreEvents: (count) => `… and ${count} more.`,
  dateUnreadable: (text) =>
    `Cannot read “${text}” as a date. Examples: 12 July 1995, August 1995, July 12, 1995-2000, the 1990s.`,
  dateEmpty: 'A date is needed, for example: 12 July 1995, August 1995, July 12, 1995-2000, the 1990s.',
  notADay: (text) => `“${text}” is not a day. Examples: April 30, 12 July.`,
  dateReversed: (text) => `The range “${text}” begins after it ends.`,
  unknownHandle: (handle) => `There is no citation “${handle}”.`,
  unknownCommand: (name) => `There is no command /${name}. Type /help for the list.`,
  missingArgument: (command, argument, example) =>
    `The command /${command} needs ${argument}, for example: /${command} ${example}`,
  languageSet: 'I will answer in English from now on.',
  languageUnknown: 'The language is vi or en, for example: /language en',
  helpIntro:
    'I answer questions on Vietnam–US relations with sentences quoted word for word from my sources, each with its citation. Just type a question, in English or Vietnamese.',
  helpUnknown: 'What the sources do not hold, I say I do not know.',
  sourcesIntro: (articles, events) =>
    `The sources are ${counted(articles, 'article')} and ${counted(events, 'event')}.`,
  contextOf: (title) => `In “${title}”:`,
  commands: {
    ask: 'Ask a question',
    date: 'Events on a day, in a month, a year or a range',
    timeline: 'The timeline of a period',
    today: 'On this day',
    random: 'An event picked at random',
    more: 'More on the last answer',
    source: 'Show a quoted sentence in its context, by citation handle',
    sources: 'What the sources are',
    language: 'Choose the language: vi or en',
    help: 'The commands',
  },
  arguments: {
    question: 'a question',
    date: 'a date',
    handle: 'a citation handle',
    language: 'vi or en',
    day: 'a day',
  },
  examples: {
    question: 'Who was the first US ambassador to Vietnam?',
    date: 'July 12, 1995',
    handle: 'k7m2x (what stands in [ ] after a quotation)',
    language: 'vi',
    day: 'April 30',
  },
};
