import * as z from 'zod/mini';
import { ANSWERS, BODIES } from './described-routes.ts';
import { isObject } from './json.ts';

/** Something that Discord's own description of its API does not allow. */
export interface SpecificationProblem {
  readonly place: string;
  readonly problem: string;
}

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

z.config(z.locales.en());

// The package ships no types of these schemas, so that it is loaded unseen.
const PACKAGE: string = 'discord-api-spec/zod';
const loaded: unknown = await import(PACKAGE);

/** What is wrong with the body of a request; one to an endpoint that no schema is named for is wrong as a whole. */
export function checkBody(route: string, body: unknown): readonly SpecificationProblem[] {
  const names = BODIES.get(route);
  if (names !== undefined) return bestOf(names, body, isHabit);
  return body === undefined ? [] : [{ place: '', problem: 'no schema is named for this endpoint' }];
}

/** What is wrong with an answer of status 200: for the tests of the local Discord itself. */
export function checkAnswer(route: string, body: unknown): readonly SpecificationProblem[] {
  return bestOf(ANSWERS.get(route) ?? [], body, isWiderInTruth);
}

const UNKNOWN = 'is not known';

/** A complaint that is no fault. */
type Exception = (problem: SpecificationProblem) => boolean;

/** discord.js says so in every message; Discord has no such field there and reads past it. */
const HABITS_OF_DISCORD_JS: readonly string[] = ['tts', 'enforce_nonce'];

const isHabit: Exception = ({ place, problem }) =>
  problem === UNKNOWN && HABITS_OF_DISCORD_JS.includes(place.replace(/^data\./, ''));

/** Discord sends more fields than it describes, and writes "+00:00" where the schemas know "Z" alone. */
const isWiderInTruth: Exception = ({ problem }) => problem === UNKNOWN || problem === 'Invalid ISO datetime';

/** Judged by the schema that fits best. A name in brackets is a list of such. */
function bestOf(
  names: readonly string[],
  body: unknown,
  isNoFault: Exception,
): readonly SpecificationProblem[] {
  const results = names.map((name) => judge(schemaOf(name), body).filter((problem) => !isNoFault(problem)));
  return (
    results.reduce<readonly SpecificationProblem[] | undefined>(
      (best, each) => (best === undefined || each.length < best.length ? each : best),
      undefined,
    ) ?? []
  );
}

const judged = new Map<string, z.core.$ZodType>();

/** @throws Error when the package has no such schema. */
function schemaOf(name: string): z.core.$ZodType {
  const known = judged.get(name);
  if (known !== undefined) return known;
  const element = /^\[(\w+)\]$/.exec(name)?.[1];
  const found = isObject(loaded) ? loaded[`${element ?? name}Schema`] : undefined;
  if (!(found instanceof z.core.$ZodType)) throw new Error(`discord-api-spec has no schema ${name}`);
  const schema = element === undefined ? found : z.array(found);
  judged.set(name, schema);
  return schema;
}

/** What is wrong with a value: what the schema says, and fields that it does not name. */
export function judge(schema: z.core.$ZodType, value: unknown): readonly SpecificationProblem[] {
  const read = z.safeParse(schema, value);
  if (read.success) return leftOut(value, read.data, '');
  return read.error.issues.flatMap((issue) => plainIssues(issue, [])).map(toProblem);
}

const toProblem = ({
  path,
  message,
}: {
  readonly path: Path;
  readonly message: string;
}): SpecificationProblem => ({
  place: path.map(String).join('.'),
  problem: message,
});

/** Of a union the complaints of the branch that fits best; one for another `type` is never the best. */
function plainIssues(
  issue: Issue,
  before: Path,
): readonly { readonly path: Path; readonly message: string }[] {
  const path = [...before, ...issue.path];
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ path, message: issue.message }];
  const branches = issue.errors.map((issues) => issues.flatMap((each) => plainIssues(each, path)));
  const isOfKind = (branch: (typeof branches)[number]): boolean =>
    branch.every((each) => each.path.length > path.length && each.path[path.length] !== 'type');
  const fitting = branches.filter(isOfKind);
  return (fitting.length > 0 ? fitting : branches).reduce((best, each) =>
    each.length < best.length ? each : best,
  );
}

/** The schemas are not strict: what they do not name is missing in what they read. */
function leftOut(given: unknown, read: unknown, place: string): readonly SpecificationProblem[] {
  if (Array.isArray(given) && Array.isArray(read))
    return given.flatMap((each, at) => leftOut(each, read[at], join(place, String(at))));
  if (!isObject(given) || !isObject(read)) return [];
  return Object.entries(given).flatMap(([name, value]) =>
    Object.hasOwn(read, name)
      ? leftOut(value, read[name], join(place, name))
      : [{ place: join(place, name), problem: UNKNOWN }],
  );
}

const join = (place: string, step: string): string => (place === '' ? step : `${place}.${step}`);
