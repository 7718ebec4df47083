import { isObject } from './json.ts';

/** The methods that Discord's HTTP API knows. */
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A path found among those of Discord's specification. */
export interface RouteMatch {
  /** As in the specification: `/channels/{channel_id}/messages`. */
  readonly template: string;
  readonly parameters: { readonly [name: string]: string };
}

interface Template {
  readonly template: string;
  readonly pattern: RegExp;
  readonly names: readonly string[];
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function compiled(template: string): Template {
  const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const source = template
    .split(/\{\w+\}/)
    .map(escaped)
    .join('([^/]+)');
  return { template, names, pattern: new RegExp(`^${source}$`) };
}

// Fewer parameters first, so that `@me` and `@original` win over an id in the same place.
const compiledAll = (templates: readonly string[]): readonly Template[] =>
  templates.map(compiled).sort((a, b) => a.names.length - b.names.length);

// The package ships its types as source that our compiler settings refuse (enums), so it is loaded unseen.
const SPECIFICATION: string = 'discord-api-spec';
const loaded: unknown = await import(SPECIFICATION);
const lists = isObject(loaded) && isObject(loaded.pathsList) ? loaded.pathsList : {};

function templatesOf(method: Method): readonly Template[] {
  const list = lists[method.toLowerCase()];
  if (!Array.isArray(list)) throw new Error(`discord-api-spec lists no paths for ${method}`);
  return compiledAll(list.map(String));
}

const TEMPLATES: { readonly [method in Method]: readonly Template[] } = {
  GET: templatesOf('GET'),
  POST: templatesOf('POST'),
  PUT: templatesOf('PUT'),
  PATCH: templatesOf('PATCH'),
  DELETE: templatesOf('DELETE'),
};

/** True for a method that Discord's HTTP API has. */
export function isMethod(text: string): text is Method {
  return Object.hasOwn(TEMPLATES, text);
}

/** The route of a path below `/api/v10`, or undefined when Discord has no such endpoint. */
export function matchRoute(method: Method, path: string): RouteMatch | undefined {
  for (const { template, pattern, names } of TEMPLATES[method]) {
    const found = pattern.exec(path);
    if (found === null) continue;
    const parameters = Object.fromEntries(
      names.map((name, at) => [name, decodeURIComponent(found[at + 1] ?? '')]),
    );
    return { template, parameters };
  }
  return undefined;
}
