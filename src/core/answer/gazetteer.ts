import type { TimelineEvent } from '../knowledge/event.ts';
import type { GlossaryEntry, GlossaryKind } from '../knowledge/glossary.ts';
import { ConceptFinder } from '../search/concepts.ts';
import { termOf, tokenise } from '../text/tokenise.ts';
import type { Span } from './answer.ts';

/** Which names are people's and which are places', as the timeline and the glossary say. */
export class Gazetteer {
  readonly #people: ConceptFinder;
  readonly #places: ConceptFinder;

  constructor(events: readonly TimelineEvent[], glossary: readonly GlossaryEntry[]) {
    const people = new Set<string>();
    const places = new Set<string>();
    for (const event of events) {
      for (const person of event.people) people.add(person);
      for (const place of event.places) places.add(place);
    }
    const targets: Partial<Record<GlossaryKind, Set<string>>> = {
      person: people,
      place: places,
      country: places,
    };
    for (const entry of glossary) {
      const target = targets[entry.kind];
      for (const form of [...entry.vi, ...entry.en, ...entry.also]) target?.add(form);
    }
    this.#people = finderOf(people);
    this.#places = finderOf(places);
  }

  peopleIn(text: string): readonly Span[] {
    return spansIn(text, this.#people);
  }

  placesIn(text: string): readonly Span[] {
    return spansIn(text, this.#places);
  }
}

const finderOf = (names: ReadonlySet<string>): ConceptFinder =>
  new ConceptFinder([...names].map((name) => ({ forms: [name] })));

function spansIn(text: string, finder: ConceptFinder): readonly Span[] {
  if (finder.count === 0) return [];
  const tokens = tokenise(text);
  const words = tokens.map((token) => token.word);
  const spans = new Map<number, Span>();
  for (const { from, to } of finder.find(words, words.map(termOf), 'strict')) {
    const first = tokens[from];
    const last = tokens[to - 1];
    // A name is written with a capital; "nixon" in a web address or "huế" in "kẹo huế" is not meant.
    if (first === undefined || last === undefined || !/^\p{Lu}/u.test(text.slice(first.start))) continue;
    spans.set(first.start, { start: first.start, end: last.end });
  }
  return [...spans.values()];
}
