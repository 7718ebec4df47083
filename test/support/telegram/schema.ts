import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { COMPACT_METHODS, COMPACT_TYPES, COMPACT_UNIONS } from './compact-schema.ts';

/** One field of a call or of an object in it. */
export interface Field {
  readonly name: string;
  /** Names of types, any of which will do; `[]` in front means a list. */
  readonly types: readonly string[];
  readonly required: boolean;
  /** The one value the field may have. */
  readonly constant?: string;
}

/** What Telegram accepts. */
export interface Schema {
  /** Where the knowledge comes from; a failing test should say it. */
  readonly source: string;
  readonly methods: ReadonlyMap<string, readonly Field[]>;
  readonly objects: ReadonlyMap<string, readonly Field[]>;
  readonly unions: ReadonlyMap<string, readonly string[]>;
}

let loaded: Schema | undefined;

/** The whole Bot API where its machine-readable description lies on this machine, else the built-in part. */
export function loadSchema(): Schema {
  // Read once per process: the file is large, and every test starts a server.
  loaded ??= readSchema();
  return loaded;
}

function readSchema(): Schema {
  const path =
    process.env.TELEGRAM_SPEC ??
    fileURLToPath(new URL('../../../../shared/spec/telegram-bot-api.json', import.meta.url));
  return existsSync(path) ? schemaFromFile(path) : builtInSchema();
}

/** The part of the Bot API that the bot uses; needs no file. */
export function builtInSchema(): Schema {
  const fieldsOf = (table: Readonly<Record<string, string>>) =>
    new Map(Object.entries(table).map(([name, line]) => [name, line.split(' ').flatMap(fieldFromWord)]));
  return {
    source: 'the built-in table',
    methods: fieldsOf(COMPACT_METHODS),
    objects: fieldsOf(COMPACT_TYPES),
    unions: new Map(Object.entries(COMPACT_UNIONS)),
  };
}

function fieldFromWord(word: string): readonly Field[] {
  const [name = '', rest = ''] = word.split(':');
  if (name === '') return [];
  const required = rest.endsWith('!');
  const types = rest.replace('!', '').split('|');
  const constant = types[0]?.startsWith('=') ? types[0].slice(1) : undefined;
  return constant === undefined
    ? [{ name, types, required }]
    : [{ name, types: ['String'], required, constant }];
}

/** The shape of the machine-readable Bot API, as far as it is read here. */
interface Description {
  readonly version: string;
  readonly methods: Readonly<Record<string, DescribedThing>>;
  readonly types: Readonly<Record<string, DescribedThing>>;
}

interface DescribedThing {
  readonly fields?: readonly DescribedField[];
  readonly subtypes?: readonly string[];
}

interface DescribedField {
  readonly name: string;
  readonly types: readonly string[];
  readonly required: boolean;
  readonly description: string;
}

function schemaFromFile(path: string): Schema {
  const { version, methods, types } = JSON.parse(readFileSync(path, 'utf8')) as Description;
  const things = Object.entries(types);
  return {
    source: version,
    methods: new Map(Object.entries(methods).map(([name, { fields = [] }]) => [name, fields.map(fieldFrom)])),
    objects: new Map(
      things.flatMap(([name, { fields, subtypes }]) =>
        subtypes === undefined && fields !== undefined ? [[name, fields.map(fieldFrom)] as const] : [],
      ),
    ),
    unions: new Map(
      things.flatMap(([name, { subtypes }]) => (subtypes === undefined ? [] : [[name, subtypes] as const])),
    ),
  };
}

function fieldFrom({ name, types, required, description }: DescribedField): Field {
  const constant = /(?:must be|always) [“"]?(\w+)[”"]?$/.exec(description)?.[1];
  const field = { name, types: types.map((type) => type.replaceAll('Array of ', '[]')), required };
  return constant === undefined || !types.includes('String') ? field : { ...field, constant };
}
