import type { Log } from '../../../src/core/ports/log.ts';

/** Where events end that a test does not look at. */
export const SILENT_LOG: Log = { write: () => undefined };
