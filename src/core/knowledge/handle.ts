import type { Brand } from '../brand.ts';

/** A citation handle such as `k3f9a`: lower-case letters and digits, safe in links, buttons and speech. */
export type Handle = Brand<string, 'Handle'>;
