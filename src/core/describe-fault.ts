/** A fault in few words: its kind, its code and where it arose. Its message may quote a person or a token. */
export function describeFault(error: unknown): string {
  if (!(error instanceof Error)) return `${typeof error} thrown`;
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const frame = /^\s+at (.*)$/m.exec(error.stack?.replace(error.message, '') ?? '')?.[1];
  return `${error.name}${code}${frame === undefined ? '' : ` at ${frame}`}`;
}
