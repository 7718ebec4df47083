import type { Log } from './ports/log.ts';

/**
 * Runs something that storage may fail; a failure is logged under `action` and gives `undefined`. Foreign messages may
 * hold secrets, so only the kind of error is told.
 */
export async function guardStorage<Value>(
  log: Log,
  action: string,
  run: () => Promise<Value>,
): Promise<Value | undefined> {
  try {
    return await run();
  } catch (error) {
    const reason = error instanceof Error ? error.name : typeof error;
    log.write({ event: 'storage-failed', action, reason });
    return undefined;
  }
}
