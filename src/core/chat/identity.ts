import type { Brand } from '../brand.ts';

/** One person in one conversation; only the platform that made it can read it. */
export type ConversationRef = Brand<string, 'ConversationRef'>;

/** One person on one platform, wherever they speak; only the platform that made it can read it. */
export type PersonRef = Brand<string, 'PersonRef'>;

/**
 * Where people speak together and what settings belong to: a private chat, a group, a server. Only the platform that
 * made it can read it.
 */
export type PlaceRef = Brand<string, 'PlaceRef'>;
