/** What `nhip-cau --help` prints. */
export const USAGE = `Nhịp Cầu answers questions on Vietnam–US relations with sentences you can check.

Usage: nhip-cau [COMMAND] [OPTIONS]

  start             bring up what is configured; with no token, the same as chat (default)
  chat              a conversation in this terminal
  ask [QUESTION]    answer one question, or one a line from standard input
  date [EXPR]       events and dated sentences of a day, month, year or range
  timeline [EXPR]   the same, for longer periods
  today             events of this day in any year
  check             check a knowledge folder
  doctor            look at all that a start needs, and say what to do
  feedback          citations by how people voted on them, worst first
  gaps              questions that found no answer, most asked first, where the operator keeps them
  compile           store the shipped knowledge as read, so that the bot starts fast (the build does it)

nhip-cau COMMAND --help tells a command's options.
Settings come from the environment or a .env file; see .env.example.
Exit codes: 0 done (also "not known"), 1 bad knowledge or configuration, 2 wrong usage,
3 a fault of the program, 4 told to stop and not done in time.`;

const KNOWLEDGE = '  --knowledge DIR  read this folder instead of the shipped one';
const JSON_LINES = '  --json           one JSON object a line';

/** What `nhip-cau COMMAND --help` prints. */
export const COMMAND_USAGE: Readonly<Record<string, string>> = {
  start: `Usage: nhip-cau start [--knowledge DIR] [--language vi|en]

Brings up what is configured; with no token, a conversation in this terminal.

${KNOWLEDGE}
  --language L     vi or en: what to speak at first`,
  chat: `Usage: nhip-cau chat [--knowledge DIR] [--language vi|en]

A conversation in this terminal. /help lists what it can do; Ctrl-D or /quit ends it.

${KNOWLEDGE}
  --language L     vi or en: what to speak at first`,
  ask: `Usage: nhip-cau ask [--json] [--conversation] [--knowledge DIR] [--limit N] [--language vi|en] [QUESTION]

Answers QUESTION; without it, one question a line from standard input, one answer a line out.

${JSON_LINES}
  --conversation   each question may follow up the one before
${KNOWLEDGE}
  --limit N        at most N passages in --json, best first (1 to 100, default 10)
  --language L     vi or en: what to assume when the question does not show it`,
  date: `Usage: nhip-cau date [--json] [--knowledge DIR] [--language vi|en] [EXPRESSION]

Events and dated sentences on a day, day of any year (12/7), month, year or range (1995-2000, "the 1990s").
Without EXPRESSION, one a line from standard input.

${JSON_LINES}
${KNOWLEDGE}
  --language L     order of day and month: day first for vi (default), asked back when ambiguous for en`,
  timeline: `Usage: nhip-cau timeline [--json] [--knowledge DIR] [--language vi|en] [EXPRESSION]

Events and dated sentences of a period, such as 1995-2000, "từ 1995 đến 2000" or "the 1990s", in order.
Without EXPRESSION, one a line from standard input.

${JSON_LINES}
${KNOWLEDGE}
  --language L     order of day and month: day first for vi (default), asked back when ambiguous for en`,
  today: `Usage: nhip-cau today [--json] [--on DATE] [--zone ZONE] [--knowledge DIR] [--language vi|en]

Events of this day in any year.

  --on DATE        another day (12/7, "July 12", 1995-07-12)
  --zone ZONE      IANA time zone that decides which day it is, such as America/New_York
  --json           one JSON object, with dated sentences of articles too
${KNOWLEDGE}
  --language L     vi or en: what to write in, and the order of day and month in --on`,
  doctor: `Usage: nhip-cau doctor

Asks the platforms about the bot's tokens, settings and webhook, opens the storage, reads the knowledge, compares the
clock, and says what to do about what is wrong. Exit code 1 when something is. Prints no secret.`,
  feedback: `Usage: nhip-cau feedback [--json] [--knowledge DIR] [--limit N]

Lists the citations people voted on, those with the most 👎 first, with their sentences.

${JSON_LINES}
${KNOWLEDGE}
  --limit N        at most N citations (1 to 100, default 20)`,
  gaps: `Usage: nhip-cau gaps [--json] [--limit N]

Lists the questions that found no answer in the last 30 days, most asked first, then latest. They are kept only where
GAPS=on, shortened, without links, addresses and long numbers, and without who asked.

${JSON_LINES}
  --limit N        at most N questions (1 to 100, default 20)`,
  compile: `Usage: nhip-cau compile

Stores the shipped knowledge as read, so that the bot starts fast. Part of the build.`,
  check: `Usage: nhip-cau check [--knowledge DIR] [--coverage] [--json]

Checks a knowledge folder: first that it can be read at all, then for mistakes such as contradictory dates, sentences
that cannot stand alone or translations that differ; each with file, line and remedy. Exit code 1 when there is one.

  --coverage       also print which of the 366 calendar days have an event
  --json           one JSON object
${KNOWLEDGE}`,
};
