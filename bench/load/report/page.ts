import type { LoadResult } from '../run-load.ts';
import type { LoadSummary, Quantiles } from '../summary.ts';
import { aboutWay, type Way } from '../ways.ts';
import type { Figure } from './figures.ts';
import { escapeMarkup } from './markup.ts';

/** What a run was made on. */
export interface Circumstances {
  /** The day, as a reader writes it. */
  readonly day: string;
  readonly machine: string;
}

/** The report as one page that needs nothing else. */
export function renderPage(
  result: LoadResult,
  summary: LoadSummary,
  figures: readonly Figure[],
  { day, machine }: Circumstances,
): string {
  const { minutes, speed, seed, databaseOutMs, telegramOutMs } = result.options;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Nhịp Cầu under load</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>Nhịp Cầu under load</h1>
<p>${minutes} minutes' worth of traffic, ${speed} times as fast as in earnest (${seconds(result.trafficMs)} s), on one process with a
local Telegram and a local Discord; ${summary.posts.due.toLocaleString('en')} daily posts due in one minute, a file of the knowledge
edited, the database away for ${seconds(databaseOutMs)} s and Telegram for ${seconds(telegramOutMs)} s of real time. ${escapeMarkup(day)}; ${escapeMarkup(machine)}.
Made by <code>npm run bench:load</code>, seed ${seed}.</p>
${verdicts(summary, result)}
${figures.map(({ svg, caption }) => `<figure>\n${svg}\n<figcaption>${escapeMarkup(caption)}</figcaption>\n</figure>`).join('\n')}
<h2>By how people asked</h2>
${byWay(summary)}
<h2>By what was going on</h2>
${byStretch(summary)}
<h2>Outages and the edit</h2>
${outages(result, summary)}
<h2>Told by the log, and refused</h2>
${trouble(result)}
<h2>How it is measured</h2>
${METHOD}
</main>
</body>
</html>
`;
}

const seconds = (ms: number): string => (ms / 1000).toFixed(ms < 10_000 ? 1 : 0);
/** Milliseconds to be read; number and unit stay together. */
function told(ms: number): string {
  if (Number.isNaN(ms)) return '–';
  if (ms >= 1000) return `${(ms / 1000).toFixed(ms < 10_000 ? 1 : 0)}\u00A0s`;
  return `${ms.toFixed(ms < 10 ? 1 : 0)}\u00A0ms`;
}

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[], cell: string): string =>
    `<tr>${cells.map((each) => `<${cell}>${escapeMarkup(each)}</${cell}>`).join('')}</tr>`;
  return `<div class="wide"><table>\n<thead>${line(headings, 'th')}</thead>\n<tbody>\n${rows.map((row) => line(row, 'td')).join('\n')}\n</tbody></table></div>`;
}

/** What was asked for, what came of it, and whether that is met. */
function verdicts(
  { counts, posts, outside, unheld, memory, load }: LoadSummary,
  { survived, leftOut }: LoadResult,
): string {
  const isOnce = counts.lost === 0 && counts.doubled === 0;
  const growth = (from: number, to: number): string =>
    `${to >= from ? '+' : '−'}${Math.abs((to / from - 1) * 100).toFixed(0)} %`;
  const p99 = outside.handed.p99;
  return table(
    ['aim', 'measured', ''],
    [
      [
        'every question answered once, none lost',
        `${counts.asked.toLocaleString('en')} requests: ${counts.lost} lost, ${counts.doubled} doubled, ${counts.apologised} told that something went wrong`,
        isOnce ? 'met' : 'missed',
      ],
      [
        'every post once, but for those of which nobody knows',
        `${posts.due.toLocaleString('en')} due: ${posts.once.toLocaleString('en')} once, ${posts.doubled} doubled, ${posts.missing} missing, ${posts.unconfirmed} entered as unconfirmed; the last on Telegram after ${posts.lastAfter.telegram.toFixed(0)} s, on Discord after ${posts.lastAfter.discord.toFixed(0)} s`,
        posts.doubled === 0 && posts.missing <= posts.unconfirmed ? 'met' : 'missed',
      ],
      [
        '99 % of answers within 100 ms outside outages',
        `from handing out: median ${told(outside.handed.p50)}, 95 % ${told(outside.handed.p95)}, 99 % ${told(p99)}; from asking: ${told(outside.asked.p50)}, ${told(outside.asked.p95)}, ${told(outside.asked.p99)}; without ${unheld.held} that left with Telegram's limit used up: 99 % ${told(unheld.latency.handed.p99)} and ${told(unheld.latency.asked.p99)}; load of the machine ${load.least.toFixed(1)} to ${load.most.toFixed(1)}`,
        p99 < 100 ? 'met' : 'missed',
      ],
      [
        'memory flat',
        `medians: ${memory.firstQuarter.toFixed(0)} and ${memory.secondQuarter.toFixed(0)} MB before the edit (${growth(memory.firstQuarter, memory.secondQuarter)}), ${memory.thirdQuarter.toFixed(0)} and ${memory.fourthQuarter.toFixed(0)} MB after it (${growth(memory.thirdQuarter, memory.fourthQuarter)}); at most ${memory.most.toFixed(0)} MB`,
        memory.secondQuarter < memory.firstQuarter * FLAT && memory.fourthQuarter < memory.thirdQuarter * FLAT
          ? 'met'
          : 'missed',
      ],
      ['the process lives', survived ? 'it does' : 'it ended', survived ? 'met' : 'missed'],
      ...(leftOut > 0
        ? [
            [
              'everybody finds somebody to ask',
              `${leftOut} visits were left out, as everybody was waiting`,
              '',
            ],
          ]
        : []),
    ],
  );
}

/** Less growth than this, in either half, is none. */
const FLAT = 1.1;

const nameOf = (way: Way): string => {
  const [platform = '', what = ''] = way.split('-');
  const names: Readonly<Record<string, string>> = {
    private: 'question in private',
    mention: 'question that mentions the bot',
    reply: 'reply to the bot in a group',
    lookup: '/date, /timeline, /today',
    inline: 'inline query',
    button: 'button',
    ask: '/ask',
    completion: 'completion while typing',
  };
  return `${platform === 'telegram' ? 'Telegram' : 'Discord'}: ${names[what] ?? what}`;
};

const shown = ({ p50, p95, p99, most }: Quantiles): readonly string[] => [p50, p95, p99, most].map(told);

const byWay = ({ ways, counts, outside }: LoadSummary): string =>
  `${table(
    [
      'way',
      'asked',
      'lost',
      'doubled',
      'apologised',
      'median',
      '95 %',
      '99 %',
      'longest',
      '99 % from handing out',
    ],
    [
      ...ways.map(({ way, count, outside: own }) => [
        nameOf(aboutWay(way).way),
        String(count.asked),
        String(count.lost),
        String(count.doubled),
        String(count.apologised),
        ...shown(own.asked),
        told(own.handed.p99),
      ]),
      [
        'all',
        String(counts.asked),
        String(counts.lost),
        String(counts.doubled),
        String(counts.apologised),
        ...shown(outside.asked),
        told(outside.handed.p99),
      ],
    ],
  )}\n<p>Times are from asking, outside outages.</p>`;

const byStretch = ({ stretches }: LoadSummary): string =>
  table(
    ['meanwhile', 'answers', 'median', '95 %', '99 %', 'longest', '99 % from handing out'],
    stretches.map(({ name, latency: { asked, handed } }) => [
      name,
      String(asked.count),
      ...shown(asked),
      told(handed.p99),
    ]),
  );

function outages(
  { edit, databaseOut, telegramOut }: LoadResult,
  { outages: { database, telegram } }: LoadSummary,
): string {
  const served =
    edit.servedAt === undefined ? 'never served' : `served after ${told(edit.servedAt - edit.savedAt)}`;
  const answered = ({ telegram: onTelegram, discord: onDiscord }: typeof edit.answeredAt): string =>
    `answered on Telegram after ${told(onTelegram - edit.savedAt)} and on Discord after ${told(onDiscord - edit.savedAt)}`;
  return table(
    ['what', 'how long', 'felt afterwards'],
    [
      [
        'database away: another process holds the file',
        `${seconds(databaseOut.to - databaseOut.from)} s`,
        told(database.feltUntil - database.to),
      ],
      [
        'Telegram away: half of the time nobody listens, then 502',
        `${seconds(telegramOut.to - telegramOut.from)} s`,
        told(telegram.feltUntil - telegram.to),
      ],
      ['a sentence added to the knowledge', served, answered(edit.answeredAt)],
    ],
  );
}

function trouble({ trouble: logged, strange, refused, violations }: LoadResult): string {
  const rows = [
    ...[...logged].map(([name, count]) => ['log', name, String(count)]),
    ...[...refused.telegram].map(([name, count]) => ['refused by Telegram', name, String(count)]),
    ...[...refused.discord].map(([name, count]) => ['refused by Discord', name, String(count)]),
    [
      'lines that are no log',
      strange.length === 0 ? 'none' : 'faults of the process',
      String(strange.length),
    ],
    ['against the rules of a platform', violations[0] ?? 'none', String(violations.length)],
  ];
  return table(['where', 'what', 'times'], rows);
}

const METHOD = `<ul>
<li>In earnest two people a second turn to the bot on both platforms together, between 1.2 and 2.8, and four in two peaks; that is
compressed. The limits of the platforms are not: Telegram takes 30 messages a second in all, 20 a minute in a group; discord.js sends 50 requests a second.</li>
<li>60 % ask on Telegram. Questions are on the events of the knowledge, in both languages, with and without diacritics. A fifth of those who
get an answer press a button below it: context, further passages, the other language, 👍. Nobody asks again before they have their answer.</li>
<li>Both platforms are those of the tests, with their rules, in one process beside the bot's; what they cost is part of what is measured.
Discord takes no answer to an interaction that is not acknowledged within three seconds.</li>
<li><b>From asking</b>: from writing, typing or pressing to the first message of the answer at the platform. <b>From handing out</b>: from the moment
at which Telegram gives the update to the poll that asks for it. On Discord the two are the same. A button is answered when its notice or the
changed message is there.</li>
<li>A post whose connection to Telegram is cut in the very act is not sent again, as Telegram cannot tell a second one; the bot enters it as unconfirmed.</li>
<li><b>Lost</b>: no answer until two minutes after the end. <b>Doubled</b>: the same text twice for one request, or a press or query answered twice.</li>
<li><b>With Telegram's limit used up</b>: with the answer, 30 messages had arrived within a second, so it may have waited for the limit and
not for the bot. The first numbers count such waits like any other, and the aim is judged by them.</li>
<li>An outage counts until nobody has waited longer than a second any more; only what was asked and answered outside counts as outside. During Telegram's outage Discord counts as outside.</li>
<li>The database is an SQLite file, which another process holds exclusively: reading goes on, writing does not.</li>
<li>Memory: medians of four quarters after the first tenth of the time; the edit lies between the second and the third. Less than 10 % of growth before it and after it counts as flat.</li>
</ul>`;

const STYLE = `
:root { color-scheme: light dark; --ground: #ffffff; --ink: #1f2328; --faint: #57606a; --grid: #d8dee4; }
@media (prefers-color-scheme: dark) { :root { --ground: #12161c; --ink: #e6edf3; --faint: #a3adb8; --grid: #2b333d; } }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 62rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.7rem; line-height: 1.2; } h2 { font-size: 1.2rem; margin-top: 2.2rem; }
figure { margin: 1.6rem 0; } figure svg { width: 100%; height: auto; display: block; } figcaption, .wide + p { color: var(--faint); font-size: .9rem; }
.wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .88rem; }
th, td { border-bottom: 1px solid var(--grid); padding: .35rem .6rem; text-align: left; vertical-align: top; font-variant-numeric: tabular-nums; }
th { color: var(--faint); font-weight: 600; } li { margin: .3rem 0; } code { font-size: .9em; }`;
