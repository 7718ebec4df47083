import { existsSync, readFileSync } from 'node:fs';
import { isObject, type JsonObject, numberOf, objectsIn, textOf } from './json.ts';

/** Something in a request body that Discord's OpenAPI description does not allow. */
export interface SpecificationProblem {
  readonly place: string;
  readonly problem: string;
}

/** Discord's own description of its HTTP API. */
export interface Specification {
  /** What is wrong with the body of a request, by route; nothing for endpoints without a body. */
  check(route: string, body: unknown): readonly SpecificationProblem[];
  /** What is wrong with an answer of status 200: for the tests of the local Discord itself. */
  checkAnswer(route: string, body: unknown): readonly SpecificationProblem[];
}

// discord.js says `false` for these in every message, even where Discord has no such field and reads past it.
const HABITS_OF_DISCORD_JS: readonly string[] = ['tts', 'enforce_nonce'];

const DEFAULT_PLACE = '../shared/spec/discord-openapi.json';

/**
 * Reads the OpenAPI description from the path in DISCORD_SPEC, or from where it lies beside the repository.
 * Undefined when there is none: the tests then rely on the rules of this folder alone.
 */
export function loadSpecification(
  path = process.env.DISCORD_SPEC ?? DEFAULT_PLACE,
): Specification | undefined {
  if (!existsSync(path)) return undefined;
  const root: unknown = JSON.parse(readFileSync(path, 'utf8'));
  return isObject(root) ? createSpecification(root) : undefined;
}

/** A specification from an OpenAPI document. */
export function createSpecification(root: JsonObject): Specification {
  const walk = createWalker(root);
  const operationOf = (route: string): JsonObject | undefined => {
    const [method = '', template = ''] = route.split(' ');
    return at(root, 'paths', template, method.toLowerCase());
  };
  return {
    checkAnswer(route, body) {
      const schema = at(operationOf(route), 'responses', '200', 'content', 'application/json', 'schema');
      return schema === undefined ? [] : walk(schema, body, '');
    },
    check(route, body) {
      const operation = operationOf(route);
      const schema = at(operation, 'requestBody', 'content', 'application/json', 'schema');
      if (schema === undefined) return [];
      if (body === undefined)
        return at(operation, 'requestBody')?.required === true
          ? [{ place: '', problem: 'a body is required' }]
          : [];
      return walk(schema, body, '');
    },
  };
}

function at(start: JsonObject | undefined, ...steps: readonly string[]): JsonObject | undefined {
  let place: JsonObject | undefined = start;
  for (const step of steps) {
    const next = place?.[step];
    place = isObject(next) ? next : undefined;
  }
  return place;
}

type Walk = (schema: JsonObject, value: unknown, place: string) => readonly SpecificationProblem[];

function createWalker(root: JsonObject): Walk {
  const resolve = (schema: JsonObject): JsonObject => {
    const reference = textOf(schema.$ref);
    if (reference === undefined) return schema;
    return resolve(at(root, ...reference.replace('#/', '').split('/')) ?? {});
  };

  const walk: Walk = (given, value, place) => {
    const schema = resolve(given);
    const say = (problem: string): SpecificationProblem => ({ place, problem });
    const branches = [...objectsIn(schema.oneOf), ...objectsIn(schema.anyOf)];
    if (branches.length > 0) return bestOf(branches, value, place);
    const types = [schema.type].flat().filter((type) => type !== undefined);
    if (types.length > 0 && !types.some((type) => isOfType(value, type)))
      return [say(`is ${JSON.stringify(value)?.slice(0, 80)}, not ${types.join(' or ')}`)];
    if (value === null) return [];
    if (schema.const !== undefined && schema.const !== value)
      return [say(`is ${String(value)}, not ${String(schema.const)}`)];
    if (Array.isArray(schema.enum) && !schema.enum.includes(value))
      return [say(`is ${String(value)}, not one of ${schema.enum.join(', ')}`)];
    return [
      ...objectsIn(schema.allOf).flatMap((part) => walk(part, value, place)),
      ...limitsBroken(schema, value).map(say),
      ...(Array.isArray(value) ? inList(schema, value, place) : []),
      ...(isObject(value) ? inObject(schema, value, place) : []),
    ];
  };

  // A union is judged by the branch that fits best; one of another type, or for another `type`, is never the best.
  const bestOf = (branches: readonly JsonObject[], value: unknown, place: string) => {
    const fitting = branches.filter((branch) => sameKind(resolve(branch), value));
    const results = (fitting.length > 0 ? fitting : branches).map((branch) => walk(branch, value, place));
    return results.reduce((best, each) => (each.length < best.length ? each : best));
  };

  const sameKind = (schema: JsonObject, value: unknown): boolean => {
    if (schema.type !== undefined && ![schema.type].flat().some((type) => isOfType(value, type)))
      return false;
    if (!isObject(value)) return true;
    const kinds = at(schema, 'properties', 'type')?.enum;
    return !Array.isArray(kinds) || kinds.includes(value.type);
  };

  const inList = (schema: JsonObject, list: readonly unknown[], place: string) => {
    const items = schema.items;
    if (!isObject(items)) return [];
    return list.flatMap((item, index) => walk(items, item, join(place, String(index))));
  };

  const inObject = (schema: JsonObject, value: JsonObject, place: string) => {
    const properties = at(schema, 'properties') ?? {};
    const extra = schema.additionalProperties;
    const isClosed = schema.properties !== undefined && (extra === undefined || extra === false);
    const missing = [schema.required]
      .flat()
      .filter((name) => textOf(name) && !Object.hasOwn(value, String(name)));
    return [
      ...missing.map((name) => ({ place: join(place, String(name)), problem: 'is required' })),
      ...Object.entries(value).flatMap(([name, inner]) => {
        const inside = join(place, name);
        if (isObject(properties[name])) return walk(properties[name], inner, inside);
        if (isObject(extra)) return walk(extra, inner, inside);
        const isHabit = inner === false && HABITS_OF_DISCORD_JS.includes(name);
        return isClosed && !isHabit ? [{ place: inside, problem: 'is not known' }] : [];
      }),
    ];
  };
  return walk;
}

const join = (place: string, step: string): string => (place === '' ? step : `${place}.${step}`);

function isOfType(value: unknown, type: unknown): boolean {
  switch (type) {
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isObject(value);
    case 'integer':
      // Discord takes great numbers, such as permissions, as texts of digits too.
      return Number.isInteger(value) || (typeof value === 'string' && /^-?\d+$/.test(value));
    default:
      return typeof value === type;
  }
}

function limitsBroken(schema: JsonObject, value: unknown): readonly string[] {
  const limit = (name: string): number | undefined => numberOf(schema[name]);
  const within = (size: number, least: string, most: string, what: string): readonly string[] => {
    if (size < (limit(least) ?? -Infinity))
      return [`has ${size} ${what}, at least ${limit(least)} are needed`];
    if (size > (limit(most) ?? Infinity)) return [`has ${size} ${what}, at most ${limit(most)} are allowed`];
    return [];
  };
  if (typeof value === 'string') {
    const pattern = textOf(schema.pattern);
    return [
      ...within([...value].length, 'minLength', 'maxLength', 'characters'),
      ...(pattern !== undefined && !new RegExp(pattern, 'u').test(value)
        ? [`does not match ${pattern}`]
        : []),
    ];
  }
  if (Array.isArray(value)) {
    const repeats = schema.uniqueItems === true && new Set(value).size < value.length;
    return [
      ...within(value.length, 'minItems', 'maxItems', 'entries'),
      ...(repeats ? ['repeats an entry'] : []),
    ];
  }
  if (isObject(value)) return within(Object.keys(value).length, 'minProperties', 'maxProperties', 'fields');
  if (typeof value === 'number') {
    if (value < (limit('minimum') ?? -Infinity)) return [`is below ${limit('minimum')}`];
    if (value > (limit('maximum') ?? Infinity)) return [`is above ${limit('maximum')}`];
  }
  return [];
}
