/** Limits of the Bot API, in UTF-16 units unless the name says otherwise. */
export const TELEGRAM_LIMITS = {
  /** Of a message, counted after its entities are parsed. */
  messageText: 4096,
  /** Of an entity's worth of text in an inline result's title; longer ones are cut by clients. */
  inlineTitle: 128,
  inlineDescription: 256,
  inlineResults: 50,
  callbackDataBytes: 64,
  callbackNotice: 200,
  /** Of a button, beyond which phones cut the label themselves. */
  buttonLabel: 60,
  commands: 100,
  commandDescription: 256,
  description: 512,
  shortDescription: 120,
} as const;

const NO_LIMIT = { burst: 1e9, perSecond: 1e9 } as const;

/** Messages a second that Telegram takes of a bot in all; "Broadcasting to users" of its questions and answers. */
export const MESSAGES_PER_SECOND = 30;

/** What we take for a second: what leaves evenly arrives in bunches, and Telegram counts what arrives. */
export const CAUTIOUS_SECOND_MS = 1050;

/** What it takes of them in one chat. */
export const TELEGRAM_PACES = {
  privateChat: { burst: 3, perSecond: 1 },
  group: { burst: 10, perSecond: 20 / 60 },
} as const;

/** For what is paced elsewhere. */
export const UNPACED = { privateChat: NO_LIMIT, group: NO_LIMIT } as const;

/** What of that daily posts use at most; posts on their way at once. */
export const TELEGRAM_POST_LIMITS = { perSecond: 28, perPlacePerSecond: 1, concurrency: 8 } as const;

/** Places of a second that posts leave free, so that an answer need not wait for one; every answer costs a post its place. */
export const SPARE_FOR_ANSWERS = 2;
