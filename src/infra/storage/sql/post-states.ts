import { POST_OUTCOMES } from '../../../core/ports/post-ledger.ts';

/** The states of a post that has not ended. */
export const OPEN_STATES = ['claimed', 'sending'] as const;
/** Every state of a post. */
export const POST_STATES = [...OPEN_STATES, ...POST_OUTCOMES] as const;
