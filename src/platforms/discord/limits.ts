/** Discord's limits, in UTF-16 units unless the name says otherwise. */
export const DISCORD_LIMITS = {
  /** Of a message without components of its own kind. */
  content: 2000,
  /** Of all texts of a message that is made of components. */
  componentText: 4000,
  /** Of a message, those inside others included. */
  components: 40,
  rowButtons: 5,
  buttonLabel: 80,
  customId: 100,
  modalTitle: 45,
  modalLabel: 45,
  choices: 25,
  choiceName: 100,
  choiceValue: 100,
  slashCommands: 100,
  commandName: 32,
  commandDescription: 100,
  nonce: 25,
  /** Of embeds, which the bot does not send: people can switch them off, and channels forbid them. */
  embedDescription: 4096,
  embedTotal: 6000,
  embedFields: 25,
  /** Messages that may follow one interaction where only a person has installed the bot. */
  followUps: 5,
} as const;

/** What a person may type at once; Discord would take 6000, and no question needs them. */
export const QUESTION_LENGTH = 1000;

/** Discord forgets an interaction that is not acknowledged within this time. */
export const ACKNOWLEDGE_WITHIN_MS = 3000;

/** How fast daily posts may go out, and how many at once; Discord itself takes fifty requests a second. */
export const DISCORD_POST_LIMITS = { perSecond: 45, perPlacePerSecond: 1, concurrency: 8 } as const;

/** Of the requests of a second posts leave so many to answers, and one more for each answer of the last second. */
export const SPARE_FOR_ANSWERS = 3;
