/**
 * Ends a `switch` over a union so that a new member breaks the build instead of being dropped silently.
 *
 * @throws TypeError when data from outside smuggled in a value the types exclude.
 */
export function assertNever(value: never): never {
  throw new TypeError(`Unexpected value: ${JSON.stringify(value)}`);
}
