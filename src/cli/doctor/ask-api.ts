/** What a platform answered. */
export type ApiAnswer =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly body: unknown;
      /** What the platform takes the time to be, in milliseconds of the epoch; precise to the second. */
      readonly serverTime: number | undefined;
    }
  /** `code` is the system's, and says nothing of the address. */
  | { readonly kind: 'silence'; readonly code: string };

const PATIENCE_MS = 10_000;

/** Asks for JSON. The address of an error is dropped: it may hold a token. */
export async function askApi(
  address: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<ApiAnswer> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const response = await fetch(address, { headers, signal, redirect: 'error' });
    const serverTime = Date.parse(response.headers.get('date') ?? '');
    return {
      kind: 'answer',
      status: response.status,
      body: await response.json().catch(() => undefined),
      serverTime: Number.isNaN(serverTime) ? undefined : serverTime,
    };
  } catch (error) {
    return { kind: 'silence', code: codeOf(error) };
  }
}

function codeOf(error: unknown): string {
  const cause = field(error, 'cause');
  const code = field(cause, 'code') ?? field(error, 'code');
  if (typeof code === 'string') return code;
  return error instanceof Error ? error.name : 'unknown reason';
}

/** A field of what came from outside, whatever that is. */
export const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;

export const textField = (value: unknown, name: string): string | undefined => {
  const found = field(value, name);
  return typeof found === 'string' && found !== '' ? found : undefined;
};

export const numberField = (value: unknown, name: string): number | undefined => {
  const found = field(value, name);
  return typeof found === 'number' ? found : undefined;
};
