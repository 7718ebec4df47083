/** What `nhip-cau --help` and `nhip-cau COMMAND --help` print. */
export const USAGE = `Nhịp Cầu answers questions on Vietnam–US relations with sentences you can check.

Usage: nhip-cau [COMMAND] [OPTIONS]

  start             bring up what is configured; with no token, the same as chat (default)
  chat              a conversation in this terminal
  ask [QUESTION]    answer one question, or one a line from standard input
  date [EXPR]       events and dated sentences of a day, month, year or range
  timeline [EXPR]   the same, as a timeline
  today             events of this day in any year
  check             check a knowledge folder
  compile           store the shipped knowledge as read, so that the bot starts fast (the build does it)

nhip-cau COMMAND --help tells a command's options.
Exit codes: 0 done (also "not known"), 1 bad knowledge or configuration, 2 wrong usage.`;

export const COMMAND_USAGE: Readonly<Record<string, string>> = {
  start:
    'Usage: nhip-cau start\n\nBrings up what is configured; with no token, a conversation in this terminal.',
  chat: 'Usage: nhip-cau chat [--knowledge DIR] [--language vi|en]\n\nA conversation in this terminal. End it with Ctrl-D or /quit.',
  ask: `Usage: nhip-cau ask [--json] [--conversation] [--knowledge DIR] [--limit N] [--language vi|en] [QUESTION]

Answers QUESTION; without it, one question a line from standard input, one answer a line out.

  --json           one JSON object a line
  --conversation   each question may follow up the one before
  --knowledge DIR  read this folder instead of the shipped one
  --limit N        at most N passages (1 to 100, default 10)
  --language L     vi or en: what to assume when the question does not show it`,
  date: `Usage: nhip-cau date [--json] [--knowledge DIR] [--language vi|en] [EXPRESSION]

Events and dated sentences on a day, day of any year (12/7), month, year or range (1995-2000, "the 1990s").
Without EXPRESSION, one a line from standard input.

  --language L     order of day and month: day first for vi (default), asked back when ambiguous for en`,
  timeline:
    'Usage: nhip-cau timeline [--json] [--knowledge DIR] [--language vi|en] [EXPRESSION]\n\nLike "date", as a timeline.',
  today: `Usage: nhip-cau today [--json] [--on DATE] [--zone ZONE] [--knowledge DIR] [--language vi|en]

Events of this day in any year.

  --on DATE    another day (12/7, "July 12", 1995-07-12)
  --zone ZONE  IANA time zone that decides which day it is, such as America/New_York`,
  compile:
    'Usage: nhip-cau compile\n\nStores the shipped knowledge as read, so that the bot starts fast. Part of the build.',
  check:
    'Usage: nhip-cau check [--knowledge DIR]\n\nChecks a knowledge folder: every problem with file, line and remedy.',
};
