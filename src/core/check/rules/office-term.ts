import { type Edtf, edtfBounds } from '../../dates/edtf.ts';
import type { GlossaryEntry, Office } from '../../knowledge/glossary.ts';
import { hasDiacritics } from '../../text/fold.ts';
import type { Statement } from '../check-context.ts';
import type { Rule } from '../finding.ts';
import { type RankedName, rankOf, readRankedNames } from '../ranks.ts';

/** A person with the offices of one rank. */
interface Holder {
  readonly forms: readonly string[];
  /** The last word of a foreign name, by which a person can be called; Vietnamese names are written out. */
  readonly surname?: string;
  readonly offices: readonly Office[];
}

/** A person called by an office in a sentence about another time. */
export const officeTerm: Rule = {
  name: 'office-term',
  catches: 'A person called by an office outside the term that the glossary gives.',
  *find({ library, statements, events }) {
    const holders = holdersByRank(library.glossary);
    const eventDates = new Map(events.map(({ event }) => [event.id, event.date]));
    for (const statement of statements) {
      const dates = datesOf(statement, eventDates.get(statement.document.id));
      if (dates.length === 0) continue;
      for (const named of readRankedNames(statement.sentence.text)) {
        const people = holdersOf(named, holders.get(named.rank) ?? []);
        if (people.length === 0) continue;
        const offices = people.flatMap((person) => person.offices);
        if (offices.some((office) => dates.some((date) => isInTerm(date, office)))) continue;
        yield {
          file: statement.file,
          line: statement.line,
          message: `"${named.word} ${named.name}" in a sentence about ${dates.join(', ')}; the term was ${offices.map(termOf).join(', ')}.`,
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
  const startsWith = (form: string): boolean => name === form || name.startsWith(`${form} `);
  const named = holders.filter(({ forms }) => forms.some((form) => form.includes(' ') && startsWith(form)));
  if (named.length > 0) return named;
  return holders.filter(({ surname }) => surname !== undefined && startsWith(surname));
}

/** The dates of a sentence; those of its event when it has none of its own. Days of any year say nothing here. */
function datesOf({ mentions }: Statement, eventDate: Edtf | undefined): readonly Edtf[] {
  const own = mentions.flatMap(({ kind, edtf }) => (kind === 'date' && edtf !== undefined ? [edtf] : []));
  const dates = own.length === 0 && eventDate !== undefined ? [eventDate] : own;
  return dates.filter((date) => edtfBounds(date) !== undefined);
}

function isInTerm(date: Edtf, { from, to }: Office): boolean {
  const [days, start, end] = [
    edtfBounds(date),
    edtfBounds(from),
    to === undefined ? undefined : edtfBounds(to),
  ];
  const hasBegun = days?.last === undefined || start?.first === undefined || start.first <= days.last;
  return hasBegun && (days?.first === undefined || end?.last === undefined || days.first <= end.last);
}

const termOf = ({ from, to }: Office): string => `${from} to ${to ?? 'today'}`;
