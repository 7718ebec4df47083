import type { Answerer } from '../answer/answerer.ts';
import type { TimelineLookup } from '../answer/timeline-lookup.ts';
import { assertNever } from '../assert-never.ts';
import type { DailyService } from '../daily/daily-service.ts';
import type { Address } from '../daily/subscription.ts';
import type { Edtf } from '../dates/edtf.ts';
import type { Locale } from '../locale.ts';
import type { FeedbackStore } from '../ports/feedback-store.ts';
import type { Log } from '../ports/log.ts';
import type { PreferenceStore } from '../ports/preference-store.ts';
import type { QuestionWatch } from '../ports/question-watch.ts';
import { guardStorage } from '../storage-guard.ts';
import { normaliseText } from '../text/normalise.ts';
import type { Action } from './action.ts';
import { replyToCard, replyToResults } from './cards.ts';
import type { ChatContext } from './chat-context.ts';
import { askAndRemember } from './commands/ask.ts';
import type { Command } from './commands/command.ts';
import type { CommandRegistry } from './commands/registry.ts';
import { ConversationMemory } from './conversation-memory.ts';
import { echo } from './echo.ts';
import type { ConversationRef, PersonRef, PlaceRef } from './identity.ts';
import { type Reply, saying } from './reply.ts';
import { wordsIn } from './words/words.ts';

/** What a person said, freed from the platform it was said on. */
export interface Utterance {
  readonly text: string;
  readonly conversation: ConversationRef;
  readonly person: PersonRef;
  readonly place: PlaceRef;
  /** Whether the place is the person's own. */
  readonly isPrivate: boolean;
  /** What the platform knows of the person's language. */
  readonly language: Locale;
  /** Whether the person may change what concerns the whole place; asked only when it matters. */
  mayManage(): Promise<boolean>;
  /** The words of the message that is replied to, when somebody else wrote it. */
  readonly quoted?: string;
  /** Where posts of this conversation would go; absent where the bot cannot speak unasked. */
  readonly address?: Address;
  /** Names what the bot is not allowed to do at the address; `undefined` when it may post there. */
  checkAddress?(): Promise<string | undefined>;
}

/** Somebody pressing a button below a reply: an utterance without words. */
export type Press = Omit<Utterance, 'text' | 'quoted'> & { readonly action: Action };

/** What comes of a press. */
export type PressOutcome =
  /** To be shown in place of the reply with the button. */
  | { readonly kind: 'replace'; readonly reply: Reply }
  /** To be said beside it. */
  | { readonly kind: 'reply'; readonly reply: Reply }
  /** To be told only to who pressed. */
  | { readonly kind: 'notice'; readonly text: string };

/** The moment of an utterance. */
export interface Moment {
  /** Milliseconds of the epoch. */
  readonly now: number;
  /** The day it is for the asker. */
  readonly today: Edtf;
}

/** What is served from; a reload swaps the whole. */
export interface ServedKnowledge {
  readonly answerer: Answerer;
  readonly timeline: TimelineLookup;
}

/** What a {@link Chat} is made of. */
export interface ChatDependencies {
  /** Asked at every utterance, so that a reload takes effect at once. */
  readonly knowledge: () => ServedKnowledge;
  readonly registry: CommandRegistry;
  readonly preferences: PreferenceStore;
  readonly feedback: FeedbackStore;
  /** A number from 0 (inclusive) to 1 (exclusive). */
  readonly random: () => number;
  /** Absent where there are no daily posts. */
  readonly daily?: DailyService;
  /** Absent where storage cannot fail, as in a terminal. */
  readonly log?: Log;
  /** Absent where nobody watches how questions fare, as in a terminal. */
  readonly watch?: QuestionWatch;
}

/** The bot without a platform: an utterance in, a reply out. */
export class Chat {
  readonly #dependencies: ChatDependencies;
  readonly #memory = new ConversationMemory();

  constructor(dependencies: ChatDependencies) {
    this.#dependencies = dependencies;
  }

  /** Free text is a question; `/name words` is a command. */
  async reply(utterance: Utterance, moment: Moment): Promise<Reply> {
    const context = await this.#context(utterance, moment);
    const text = normaliseText(utterance.text).trim();
    if (text === '') return saying(context.language, context.words.emptyQuestion);
    const called = /^\/([^\s@/]*)(?:@\S+)?(?:\s+([\s\S]*))?$/u.exec(text);
    if (called === null) return askAndRemember(text, context);
    // "/help?" means help.
    const name = called[1]?.replace(/[?!.,;:…]{1,3}$/, '') ?? '';
    const command = this.#dependencies.registry.find(name);
    if (command === undefined) return saying(context.language, context.words.unknownCommand(echo(name)));
    const argument = called[2]?.trim() ?? '';
    const quoted = command.readsQuoted === true ? normaliseText(utterance.quoted ?? '').trim() : '';
    return run(command, name, argument === '' ? quoted : argument, context);
  }

  /** Does what a button asks for. */
  async press(press: Press, moment: Moment): Promise<PressOutcome> {
    const { action } = press;
    const context = await this.#context(press, moment);
    const stale: PressOutcome = { kind: 'notice', text: context.words.buttonStale };
    switch (action.kind) {
      case 'say':
        return { kind: 'reply', reply: await this.reply({ ...press, text: action.text }, moment) };
      case 'show': {
        const reply = replyToCard(action.card, context.answerer.library);
        return reply === undefined ? stale : { kind: 'replace', reply };
      }
      case 'results': {
        const reply = replyToResults(action.handles, action.language, context.answerer.library);
        return reply === undefined ? stale : { kind: 'reply', reply };
      }
      case 'page': {
        const command = this.#dependencies.registry.find(action.command);
        if (command?.paged !== true) return stale;
        const { language, page } = action;
        const turned = { ...context, language, words: wordsIn(language), page };
        return { kind: 'replace', reply: await run(command, action.command, action.argument, turned) };
      }
      case 'vote': {
        if (context.answerer.library.sentence(action.handle) === undefined) return stale;
        await this.#dependencies.feedback.vote(press.person, action.handle, action.vote);
        return { kind: 'notice', text: context.words.voteThanks };
      }
      default:
        return assertNever(action);
    }
  }

  /**
   * The language to speak in a place: the one chosen there, else the one the platform knows of the person. A storage
   * that is away does not keep anybody from being answered.
   */
  async languageAt(place: PlaceRef, hinted: Locale): Promise<Locale> {
    const { log, preferences } = this.#dependencies;
    const read = (): Promise<Locale | undefined> => preferences.language(place);
    const chosen = log === undefined ? read() : guardStorage(log, 'read the language of a place', read);
    return (await chosen) ?? hinted;
  }

  async #context(speaker: Omit<Utterance, 'text'>, { now, today }: Moment): Promise<ChatContext> {
    const { daily, knowledge, preferences, feedback, random, watch } = this.#dependencies;
    const { answerer, timeline } = knowledge();
    const { conversation, person, place, isPrivate } = speaker;
    const language = await this.languageAt(place, speaker.language);
    return {
      answerer,
      timeline,
      language,
      words: wordsIn(language),
      today,
      topic: this.#memory.recall(conversation, now),
      setTopic: (topic) => {
        if (topic === undefined) this.#memory.forget(conversation);
        else this.#memory.remember(conversation, topic, now);
      },
      person,
      place,
      isPrivate,
      mayManage: () => speaker.mayManage(),
      preferences,
      feedback,
      page: 1,
      random,
      daily,
      watch,
      address: speaker.address,
      checkAddress: speaker.checkAddress === undefined ? undefined : async () => speaker.checkAddress?.(),
    };
  }
}

/** `name` is the one the person used: a reply about the command calls it by that. */
async function run(command: Command, name: string, argument: string, context: ChatContext): Promise<Reply> {
  const { language, words } = context;
  if (command.argument?.required === true && argument === '') {
    const { name: missing, example } = command.argument;
    return saying(context.language, words.missingArgument(name, missing[language], example[language]));
  }
  if (command.forManagers === true && !(await context.mayManage()))
    return saying(context.language, words.managersOnly);
  return command.run(argument, context);
}
