/** The terms that one inserted, dropped or replaced letter, or two neighbours in the wrong order, separate from `term`. */
export function similarTerms(term: string, terms: readonly string[]): readonly string[] {
  return terms.filter((other) => isOneSlipAway(term, other));
}

function isOneSlipAway(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1 || a === b) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (short.slice(short.length === long.length ? at + 1 : at) === long.slice(at + 1)) return true;
  return areSwapped(short, long, at);
}

function areSwapped(one: string, other: string, at: number): boolean {
  return (
    one.length === other.length &&
    one[at] === other[at + 1] &&
    one[at + 1] === other[at] &&
    one.slice(at + 2) === other.slice(at + 2)
  );
}
