/** Settings as a process is given them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads keys one by one and keeps what is wrong with them, so that all problems are told at once. */
export class EnvironmentReader<Key extends string> {
  readonly problems: string[] = [];
  readonly #environment: Environment;

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  /** Blank is the same as absent. */
  text(key: Key): string | undefined {
    const value = this.#environment[key]?.trim();
    return value === undefined || value === '' ? undefined : value;
  }

  checked(key: Key, usual: string, isRight: (value: string) => boolean, expected: string): string {
    const value = this.text(key);
    if (value === undefined || isRight(value)) return value ?? usual;
    this.problems.push(`${key} is ${expected}, not "${value}".`);
    return usual;
  }

  /** What stands there is never repeated. */
  secret(key: Key, isRight: (value: string) => boolean, expected: string): string | undefined {
    const value = this.text(key);
    if (value === undefined || isRight(value)) return value;
    this.problems.push(`${key} is ${expected}; what is set looks different.`);
    return undefined;
  }

  oneOf<Value extends string>(
    key: Key,
    values: readonly Value[],
    isOne: (value: string) => value is Value,
    usual: Value,
  ): Value {
    const value = this.text(key) ?? usual;
    if (isOne(value)) return value;
    const expected = values.length === 2 ? values.join(' or ') : `one of ${values.join(', ')}`;
    this.problems.push(`${key} is ${expected}, not "${value}".`);
    return usual;
  }

  number(key: Key, usual: number, lowest: number, highest: number): number {
    const value = this.text(key);
    if (value === undefined) return usual;
    const number = Number(value);
    if (/^\d+$/.test(value) && number >= lowest && number <= highest) return number;
    this.problems.push(`${key} is a whole number from ${lowest} to ${highest}, not "${value}".`);
    return usual;
  }
}
