import type { Field, Schema } from './schema.ts';
import type { CallParameters } from './types.ts';

/**
 * Says what is wrong with a call, in words a test can print; nothing when all is well.
 * Telegram itself ignores fields it does not know, which hides misspelt ones: here they are refused.
 */
export function problemsOf(schema: Schema, method: string, parameters: CallParameters): readonly string[] {
  const fields = schema.methods.get(method);
  if (fields === undefined) return [`no method "${method}" in ${schema.source}`];
  return problemsOfFields(schema, fields, parameters, method);
}

/** Says in which ways a value is not what the Bot API calls `type`, such as `Update`. */
export const problemsOfType = (schema: Schema, type: string, value: unknown): readonly string[] =>
  problemsOfValue(schema, type, value, type);

function problemsOfFields(
  schema: Schema,
  fields: readonly Field[],
  value: Readonly<Record<string, unknown>>,
  place: string,
): readonly string[] {
  const unknown = Object.keys(value).filter((name) => !fields.some((field) => field.name === name));
  return [
    ...unknown.map((name) => `${place}: there is no field "${name}"`),
    ...fields.flatMap((field) => {
      const given = value[field.name];
      const here = `${place}.${field.name}`;
      if (given === undefined) return field.required ? [`${here} is required`] : [];
      if (field.constant !== undefined && given !== field.constant)
        return [`${here} must be "${field.constant}"`];
      return closest(field.types.map((type) => problemsOfValue(schema, type, given, here)));
    }),
  ];
}

/** Of several types that would do, the complaints of the one that fits best. */
function closest(candidates: readonly (readonly string[])[]): readonly string[] {
  return candidates.toSorted((a, b) => a.length - b.length)[0] ?? [];
}

function problemsOfValue(schema: Schema, type: string, value: unknown, place: string): readonly string[] {
  if (type.startsWith('[]')) {
    if (!Array.isArray(value)) return [`${place} must be a list, not ${shown(value)}`];
    return value.flatMap((item: unknown, index) =>
      problemsOfValue(schema, type.slice(2), item, `${place}[${index}]`),
    );
  }
  switch (type) {
    case 'String':
      return typeof value === 'string' ? [] : [`${place} must be a text, not ${shown(value)}`];
    case 'Integer':
      return Number.isSafeInteger(value) ? [] : [`${place} must be a whole number, not ${shown(value)}`];
    case 'Float':
      return typeof value === 'number' ? [] : [`${place} must be a number, not ${shown(value)}`];
    case 'Boolean':
      return typeof value === 'boolean' ? [] : [`${place} must be true or false, not ${shown(value)}`];
    default:
      return problemsOfObject(schema, type, value, place);
  }
}

function problemsOfObject(schema: Schema, type: string, value: unknown, place: string): readonly string[] {
  if (!isObject(value)) return [`${place} must be a ${type}, not ${shown(value)}`];
  const union = schema.unions.get(type);
  if (union !== undefined) {
    return closest(union.map((member) => problemsOfObject(schema, member, value, place)));
  }
  const fields = schema.objects.get(type);
  return fields === undefined ? [] : problemsOfFields(schema, fields, value, place);
}

/** Whether a parsed value is an object and no list. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const shown = (value: unknown): string => JSON.stringify(value)?.slice(0, 60) ?? String(value);

/**
 * Parameters of a form or a query string, where everything is text: numbers, truth values and JSON are read
 * as the method expects them. What cannot be read stays text, and is then refused.
 */
export function parametersFromTexts(
  schema: Schema,
  method: string,
  texts: Iterable<readonly [string, string]>,
): CallParameters {
  const fields = schema.methods.get(method) ?? [];
  return Object.fromEntries(
    [...texts].map(([name, text]) => [
      name,
      valueFrom(
        fields.find((field) => field.name === name),
        text,
      ),
    ]),
  );
}

function valueFrom(field: Field | undefined, text: string): unknown {
  const types = field?.types ?? ['String'];
  if (types.includes('Integer') && /^-?\d+$/.test(text)) return Number(text);
  if (types.includes('String')) return text;
  if (types.includes('Boolean')) return ['true', '1'].includes(text.toLowerCase());
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
