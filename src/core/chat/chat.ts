import type { Answerer } from '../answer/answerer.ts';
import type { TimelineLookup } from '../answer/timeline-lookup.ts';
import type { Brand } from '../brand.ts';
import type { Edtf } from '../dates/edtf.ts';
import type { Locale } from '../locale.ts';
import { normaliseText } from '../text/normalise.ts';
import type { ChatContext } from './chat-context.ts';
import { askAndRemember } from './commands/ask.ts';
import type { Command } from './commands/command.ts';
import type { CommandRegistry } from './commands/registry.ts';
import { ConversationMemory } from './conversation-memory.ts';
import { echo } from './echo.ts';
import { RecentMap } from './recent-map.ts';
import type { Reply } from './reply.ts';
import { wordsIn } from './words/words.ts';

/** One person in one conversation; only the platform that made it can read it. */
export type ConversationRef = Brand<string, 'ConversationRef'>;

/** What a person said, freed from the platform it was said on. */
export interface Utterance {
  readonly text: string;
  readonly conversation: ConversationRef;
  /** What the platform knows of the person's language. */
  readonly language: Locale;
}

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
  /** A number from 0 (inclusive) to 1 (exclusive). */
  readonly random: () => number;
}

/** How many chosen languages are remembered at once. */
const MAXIMUM_LANGUAGES = 50_000;

/** The bot without a platform: an utterance in, a reply out. */
export class Chat {
  readonly #dependencies: ChatDependencies;
  readonly #memory = new ConversationMemory();
  readonly #languages = new RecentMap<ConversationRef, Locale>(MAXIMUM_LANGUAGES);

  constructor(dependencies: ChatDependencies) {
    this.#dependencies = dependencies;
  }

  /** Free text is a question; `/name words` is a command. */
  reply(utterance: Utterance, moment: Moment): Reply {
    const context = this.#context(utterance, moment);
    const text = normaliseText(utterance.text).trim();
    if (text === '')
      return { language: context.language, blocks: [{ kind: 'text', text: context.words.emptyQuestion }] };
    const called = /^\/([^\s@/]*)(?:@\S+)?(?:\s+([\s\S]*))?$/u.exec(text);
    if (called === null) return askAndRemember(text, context);
    // "/help?" means help.
    const name = called[1]?.replace(/[?!.,;:…]{1,3}$/, '') ?? '';
    const command = this.#dependencies.registry.find(name);
    if (command === undefined) {
      return {
        language: context.language,
        blocks: [{ kind: 'text', text: context.words.unknownCommand(echo(name)) }],
      };
    }
    return run(command, name, called[2]?.trim() ?? '', context);
  }

  #context({ conversation, language: hinted }: Utterance, { now, today }: Moment): ChatContext {
    const { answerer, timeline } = this.#dependencies.knowledge();
    const language = this.#languages.get(conversation) ?? hinted;
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
      setLanguage: (chosen) => this.#languages.set(conversation, chosen),
      random: this.#dependencies.random,
    };
  }
}

/** `name` is the one the person used: a reply about the command calls it by that. */
function run(command: Command, name: string, argument: string, context: ChatContext): Reply {
  const { language, words } = context;
  if (command.argument?.required === true && argument === '') {
    const text = words.missingArgument(
      name,
      command.argument.name[language],
      command.argument.example[language],
    );
    return { language, blocks: [{ kind: 'text', text }] };
  }
  return command.run(argument, context);
}
