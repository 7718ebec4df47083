import { type Interaction, type Message, MessageFlags } from 'discord.js';
import { saying } from '../../core/chat/reply.ts';
import { wordsIn } from '../../core/chat/words/words.ts';
import { describeFault } from '../../core/describe-fault.ts';
import { KeyedQueues } from '../../core/keyed-queues.ts';
import { RecentMap } from '../../core/recent-map.ts';
import { DISCORD } from './address.ts';
import { type Answerable, add, fillIn, isAnswerable, NO_NONCE } from './answer.ts';
import { ANSWER_FLAGS } from './client.ts';
import { attempt, describeFailure, logFailure, readFailure } from './failures.ts';
import { onAutocomplete } from './on-autocomplete.ts';
import { onButton } from './on-button.ts';
import { onCommand, onMessageCommand } from './on-command.ts';
import { onFollowUp } from './on-follow-up.ts';
import { MessageHandler } from './on-message.ts';
import { hear } from './receive.ts';
import { speakerOfInteraction, speakerOfMessage } from './speaker.ts';
import type { Workbench } from './workbench.ts';

/** Events remembered to know one that is delivered twice. */
const MAXIMUM_SEEN = 5_000;

/** Hands every event to its handler: each once, messages of one channel one after the other, and none stops the bot. */
export class Dispatcher {
  readonly #bench: Workbench;
  readonly #messages: MessageHandler;
  readonly #seen = new RecentMap<string, true>(MAXIMUM_SEEN);
  readonly #queues = new KeyedQueues();
  readonly #inHand = new Set<Promise<void>>();

  constructor(bench: Workbench) {
    this.#bench = bench;
    this.#messages = new MessageHandler(bench);
  }

  /** Resolves when the interaction is dealt with; never rejects. It waits for nothing before it is acknowledged. */
  interaction(interaction: Interaction): Promise<void> {
    if (this.#isSecond(interaction.id)) return Promise.resolve();
    return this.#keep(this.#interactionSafely(interaction));
  }

  /** Resolves when the message is dealt with; never rejects. */
  message(message: Message): Promise<void> {
    // Most of what is said in a server is not meant for the bot, and is not even remembered.
    const heard = hear(message, this.#bench.client.user.id);
    if (heard.kind === 'nothing' || this.#isSecond(message.id)) return Promise.resolve();
    return this.#keep(this.#queued(message, () => this.#messages.message(message, heard)));
  }

  /** Resolves when the edit is dealt with; never rejects. */
  edited(message: Message): Promise<void> {
    return this.#keep(this.#queued(message, () => this.#messages.edited(message)));
  }

  /** Resolves when nothing is being handled any more. */
  async settle(): Promise<void> {
    while (this.#inHand.size > 0) await Promise.all(this.#inHand);
  }

  #isSecond(id: string): boolean {
    const isSecond = this.#seen.get(id) === true;
    this.#seen.set(id, true);
    if (isSecond)
      this.#bench.log.write({ event: 'update-dropped', platform: DISCORD, reason: 'delivered twice' });
    return isSecond;
  }

  async #keep(work: Promise<void>): Promise<void> {
    this.#inHand.add(work);
    await work;
    this.#inHand.delete(work);
  }

  async #queued(message: Message, work: () => Promise<void>): Promise<void> {
    await this.#queues.run(message.channelId, async () => {
      try {
        await work();
      } catch (error) {
        await this.#apologiseTo(message, error);
      }
    });
  }

  async #interactionSafely(interaction: Interaction): Promise<void> {
    try {
      await this.#route(interaction);
    } catch (error) {
      await this.#apologiseFor(interaction, error);
    }
  }

  async #route(interaction: Interaction): Promise<void> {
    const bench = this.#bench;
    if (interaction.isChatInputCommand()) return onCommand(interaction, bench);
    if (interaction.isMessageContextMenuCommand()) return onMessageCommand(interaction, bench);
    if (interaction.isButton()) return onButton(interaction, bench);
    if (interaction.isModalSubmit()) return onFollowUp(interaction, bench);
    if (interaction.isAutocomplete()) return onAutocomplete(interaction, bench);
  }

  #failed(error: unknown): string {
    const { log, newReference } = this.#bench;
    const reference = newReference();
    log.write({ event: 'handler-failed', platform: DISCORD, reference, reason: reasonOf(error) });
    return reference;
  }

  /** Tells the person that something went wrong, and the operator where to look, without what was asked. */
  async #apologiseTo(message: Message, error: unknown): Promise<void> {
    const reference = this.#failed(error);
    const { language } = speakerOfMessage(message, this.#bench);
    const reply = saying(language, wordsIn(language).apology(reference));
    try {
      await this.#bench.sender.say(message.channelId, reply, {
        audience: { asker: message.author.id },
        // Another than that of the answer, of which a part may stand there already.
        nonce: `${message.id}!`,
      });
    } catch (another) {
      this.#failed(another);
    }
  }

  async #apologiseFor(interaction: Interaction, error: unknown): Promise<void> {
    const reference = this.#failed(error);
    if (!isAnswerable(interaction)) return;
    try {
      await this.#say(interaction, reference);
    } catch (another) {
      this.#failed(another);
    }
  }

  async #say(interaction: Answerable, reference: string): Promise<void> {
    const bench = this.#bench;
    const { language } = speakerOfInteraction(interaction, bench);
    const reply = saying(language, wordsIn(language).apology(reference));
    const audience = { asker: interaction.user.id, hidden: true };
    if (interaction.deferred && interaction.isButton()) return add(interaction, reply, audience, bench);
    if (interaction.deferred) return fillIn(interaction, reply, audience, bench);
    const [shown] = bench.sender.show(reply, audience);
    if (shown === undefined || interaction.replied) return;
    const { components } = shown;
    const told = await attempt(() =>
      interaction.reply({ components, ...NO_NONCE, flags: ANSWER_FLAGS | MessageFlags.Ephemeral }),
    );
    if (told.kind === 'failed') logFailure(bench.log, 'reply', told.failure);
  }
}

/** What kind of error it was; its message might hold a token, or words of a person. */
function reasonOf(error: unknown): string {
  try {
    return describeFailure(readFailure(error));
  } catch {
    return describeFault(error);
  }
}
