import { glued, type Token } from './tokens.ts';
import { HYPHENS, isSymbol, isWord, wordSet } from './vocabulary.ts';

/** Words to which a date may be tied with a hyphen: "mid-1995". */
const TIED = wordSet('mid pre post early late');

/** Whether the token at `at` begins something of its own, and is not the middle of "1,995", "B-52", "$1995". */
export function startsCleanly(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (before === undefined || glued(tokens, at) === undefined) return true;
  if (before.kind !== 'symbol') return false;
  const beyond = glued(tokens, at - 1) === undefined ? undefined : tokens[at - 2];
  if ('.,:'.includes(before.text)) return beyond?.kind !== 'number';
  if (isSymbol(before, HYPHENS))
    return beyond === undefined || beyond.kind === 'symbol' || isWord(beyond, TIED);
  return !'/\\$€£₫#+@=_&*'.includes(before.text);
}

/** Whether what ends just before `at` ends there, and does not go on as in "1995.2", "12/7/1995/QH", "2000km". */
export function endsCleanly(tokens: readonly Token[], at: number): boolean {
  const after = glued(tokens, at);
  if (after === undefined) return true;
  if (after.kind !== 'symbol') return false;
  const beyond = glued(tokens, at + 1);
  if ('.,:'.includes(after.text) || isSymbol(after, HYPHENS)) return beyond?.kind !== 'number';
  if ('/\\'.includes(after.text)) return beyond === undefined || beyond.kind === 'symbol';
  return !'%‰°₫$€£+@_='.includes(after.text);
}
