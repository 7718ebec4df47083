/** The terms that one inserted, dropped or replaced letter separates from `term`. */
export function similarTerms(term: string, terms: readonly string[]): readonly string[] {
  return terms.filter((other) => isOneSlipAway(term, other));
}

function isOneSlipAway(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1 || a === b) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  return short.slice(short.length === long.length ? at + 1 : at) === long.slice(at + 1);
}
