import { type Edtf, edtfBounds, parseEdtf } from '../../dates/edtf.ts';
import type { DateMention } from '../../dates/read-dates.ts';
import type { GlossaryEntry, Office } from '../../knowledge/glossary.ts';
import { hasDiacritics } from '../../text/fold.ts';
import type { Statement } from '../check-context.ts';
import { dayNumber } from '../day-number.ts';
import type { Rule } from '../finding.ts';
import { type RankedName, rankOf, rankOfWord, readRankedNames } from '../ranks.ts';

/** A person with the offices of one rank. */
interface Holder {
  readonly forms: readonly string[];
  /** The last word of a foreign name, by which a person can be called; Vietnamese names are written out. */
  readonly surname?: string;
  readonly offices: readonly Office[];
}

/** A stretch of days, open where an end is `undefined`; see {@link dayNumber}. */
interface Time {
  readonly date: Edtf;
  readonly first: number | undefined;
  readonly last: number | undefined;
}

/** An ambassador is called one from the appointment until the farewell; lists give the days of the credentials. */
const LEEWAY_DAYS: ReadonlyMap<number, number> = new Map([[rankOfWord('Ambassador'), 150]]);
/** The dead are called by the office they died in: "bốn ngày sau khi Tổng thống Kennedy bị ám sát". */
const OF_A_DEATH = /ám sát|qua đời|tang lễ|từ trần|assassinat|\b(?:death|died|funeral|killed)\b/i;

/** A person called by an office in a sentence about another time. */
export const officeTerm: Rule = {
  name: 'office-term',
  catches: 'A person called by an office outside the term that the glossary gives.',
  *find({ library, statements, events }) {
    const holders = holdersByRank(library.glossary);
    const eventDates = new Map(events.map(({ event }) => [event.id, event.date]));
    for (const statement of statements) {
      const times = timesOf(statement, eventDates.get(statement.document.id));
      if (times.length === 0 || OF_A_DEATH.test(statement.sentence.text)) continue;
      for (const named of readRankedNames(statement.sentence.text)) {
        const people = holdersOf(named, holders.get(named.rank) ?? []);
        if (people.length === 0) continue;
        const offices = people.flatMap((person) => person.offices);
        const leeway = LEEWAY_DAYS.get(named.rank) ?? 0;
        if (offices.some((office) => times.some((time) => isInTerm(time, office, leeway)))) continue;
        yield {
          file: statement.file,
          line: statement.line,
          message: `"${named.word} ${named.name}" in a sentence about ${times.map(({ date }) => date).join(', ')}; the term was ${offices.map(termOf).join(', ')}.`,
          remedy: 'Check the person and the date; otherwise write "cựu", "former", "khi đó", "then".',
          subject: statement.sentence.handle,
        };
      }
    }
  },
};

function holdersByRank(glossary: readonly GlossaryEntry[]): ReadonlyMap<number, readonly Holder[]> {
  const holders = new Map<number, Holder[]>();
  for (const entry of glossary) {
    const offices = entry.offices.map((office) => ({ office, rank: rankOf(office) }));
    for (const rank of new Set(offices.map((ranked) => ranked.rank))) {
      if (rank === undefined) continue;
      const held = offices.filter((ranked) => ranked.rank === rank).map(({ office }) => office);
      holders.set(rank, [...(holders.get(rank) ?? []), { ...namesOf(entry), offices: held }]);
    }
  }
  return holders;
}

function namesOf({ vi, en, also }: GlossaryEntry): Pick<Holder, 'forms' | 'surname'> {
  const forms = [...vi, ...en, ...also];
  const surname = (en[0] ?? '')
    .replace(/,? Jr\.$/, '')
    .split(' ')
    .at(-1);
  if (surname === undefined || hasDiacritics(vi[0] ?? '')) return { forms };
  return { forms, surname };
}

function holdersOf({ name }: RankedName, holders: readonly Holder[]): readonly Holder[] {
  // Not "Johnson" in "Johnsonville"; but "Clinton's" and "Clinton." are Clinton.
  const startsWith = (form: string): boolean =>
    name.startsWith(form) && !/^\p{L}/u.test(name.slice(form.length));
  const named = holders.filter(({ forms }) => forms.some((form) => form.includes(' ') && startsWith(form)));
  if (named.length > 0) return named;
  return holders.filter(({ surname }) => surname !== undefined && startsWith(surname));
}

/** The times a sentence speaks of; that of its event when it has none. A day of any year says nothing here. */
function timesOf({ mentions }: Statement, eventDate: Edtf | undefined): readonly Time[] {
  const own = mentions.flatMap(({ kind, edtf, relation }) =>
    kind === 'date' && edtf !== undefined ? [timeOf(edtf, relation)] : [],
  );
  const times = own.length === 0 && eventDate !== undefined ? [timeOf(eventDate)] : own;
  return times.filter((time) => time !== undefined);
}

/** The days meant by a date; "since 1995" goes on, "until 1995" has always been. */
function timeOf(date: Edtf, relation?: DateMention['relation']): Time | undefined {
  const bounds = edtfBounds(date);
  if (bounds === undefined) return undefined;
  const isOpenEnded = relation === 'since' || relation === 'after';
  const isOpenAtFirst = relation === 'until' || relation === 'before';
  return {
    date,
    first: isOpenAtFirst ? undefined : numberOfDay(bounds.first),
    last: isOpenEnded ? undefined : numberOfDay(bounds.last),
  };
}

function isInTerm(time: Time, { from, to }: Office, leewayDays: number): boolean {
  const start = numberOfDay(edtfBounds(from)?.first) ?? Number.NEGATIVE_INFINITY;
  const end = numberOfDay(to === undefined ? undefined : edtfBounds(to)?.last) ?? Number.POSITIVE_INFINITY;
  const isBefore = time.last !== undefined && time.last < start - leewayDays;
  const isBehind = time.first !== undefined && time.first > end + leewayDays;
  return !isBefore && !isBehind;
}

function numberOfDay(day: string | undefined): number | undefined {
  const date = day === undefined ? undefined : parseEdtf(day);
  return date === undefined ? undefined : dayNumber(date);
}

const termOf = ({ from, to }: Office): string => `${from} to ${to ?? 'today'}`;
