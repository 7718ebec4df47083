import type { Message } from 'discord.js';
import type { Moment } from '../../core/chat/chat.ts';
import { momentOf } from '../../core/chat/platform-ground.ts';
import { type Reply, saying } from '../../core/chat/reply.ts';
import { wordsIn } from '../../core/chat/words/words.ts';
import { RecentMap } from '../../core/recent-map.ts';
import { whileWaiting } from '../../core/while-waiting.ts';
import { DISCORD, paceOf } from './address.ts';
import { logTooFast } from './answer.ts';
import { attempt, type PermissionKey } from './failures.ts';
import { missingPermission, permissionSentence } from './permissions.ts';
import { hear, type Meant } from './receive.ts';
import { type Speaker, speakerOfMessage } from './speaker.ts';
import type { Workbench } from './workbench.ts';

/** Answers whose question may still be edited. */
const MAXIMUM_ANSWERS = 2_000;
/** Channels whose admins were told what the bot needs there. */
const MAXIMUM_TOLD = 1_000;
const TELL_AGAIN_MS = 60 * 60 * 1000;
/** A person sees "typing" only where the answer lets itself be waited for. */
const TYPING_AFTER_MS = 400;
const CHECK = '/check';

/** Where the answer to a question stands. */
interface Answered {
  readonly messageIds: readonly string[];
  /** When the question was last edited, in milliseconds of the epoch; 0 for never. */
  readonly editedAt: number;
}

/** Answers messages, and answers anew what is edited. */
export class MessageHandler {
  readonly #bench: Workbench;
  readonly #answers = new RecentMap<string, Answered>(MAXIMUM_ANSWERS);
  readonly #told = new RecentMap<string, number>(MAXIMUM_TOLD);

  constructor(bench: Workbench) {
    this.#bench = bench;
  }

  /** `heard` is what it says to the bot. */
  async message(message: Message, heard: Meant): Promise<void> {
    const { log, sender, clock, maximumAgeMs } = this.#bench;
    if (clock.now() - message.createdTimestamp > maximumAgeMs) {
      log.write({ event: 'update-dropped', platform: DISCORD, reason: 'too old' });
      return;
    }
    const speaker = speakerOfMessage(message, this.#bench);
    const reply = await this.#replyTo(message, heard.kind === 'said' ? heard.text : undefined, speaker);
    if (reply === undefined) return;
    const result = await sender.say(message.channelId, reply, {
      audience: { asker: message.author.id },
      // In private everybody sees what is answered.
      ...(speaker.isPrivate ? {} : { replyTo: message.id }),
      nonce: message.id,
    });
    if (result.messageIds.length > 0)
      this.#answers.set(message.id, { messageIds: result.messageIds, editedAt: 0 });
    if (result.kind === 'failed' && result.failure.kind === 'forbidden')
      await this.#tellAdmin(message, result.failure.missing, speaker);
  }

  /** An edited question: its answer is edited too, and what else there was of it removed. */
  async edited(message: Message): Promise<void> {
    const answered = this.#answers.get(message.id);
    const editedAt = message.editedTimestamp ?? 0;
    // Discord tells of previews that unfold, too.
    if (answered === undefined || editedAt <= answered.editedAt) return;
    const { client, sender } = this.#bench;
    const heard = hear(message, client.user.id);
    const [first, ...others] = answered.messageIds;
    if (heard.kind !== 'said' || first === undefined) return;
    const reply = await this.#replyTo(message, heard.text, speakerOfMessage(message, this.#bench));
    if (reply === undefined) return;
    await sender.edit(message.channelId, first, reply, { asker: message.author.id });
    for (const messageId of others) await sender.delete(message.channelId, messageId);
    this.#answers.set(message.id, { messageIds: [first], editedAt });
  }

  /** `text` is absent where there is nothing to read. Nothing is returned where nothing is to be said. */
  async #replyTo(message: Message, text: string | undefined, speaker: Speaker): Promise<Reply | undefined> {
    const { chat, questionLimits } = this.#bench;
    const moment = momentOf(this.#bench);
    const pace = speaker.isPrivate
      ? undefined
      : paceOf({ channelId: message.channelId, guildId: message.guildId ?? undefined });
    const leave = questionLimits.ask(speaker.person, pace, moment.now);
    if (leave.kind !== 'granted') logTooFast(this.#bench);
    if (leave.kind === 'silence') return undefined;
    if (leave.kind === 'granted' && text !== undefined)
      return this.#whileTyping(message, () => this.#answer(message, text, speaker, moment));
    const language = await chat.languageAt(speaker.place, speaker.language);
    const words = wordsIn(language);
    return saying(language, leave.kind === 'slow-down' ? words.slowDown(leave.seconds) : words.onlyText);
  }

  /** The bot's bare name below somebody's message asks what is known of that, as `/check` does. */
  async #answer(message: Message, text: string, speaker: Speaker, moment: Moment): Promise<Reply> {
    const { chat, quoted: quotedMessages } = this.#bench;
    const quoted = quotedMessages.of(message.id);
    if (quoted === undefined) return chat.reply({ ...speaker, text }, moment);
    const asked = text === '' ? CHECK : text;
    if (quoted.kind === 'text') return chat.reply({ ...speaker, text: asked, quoted: quoted.text }, moment);
    if (!this.#readsQuoted(asked)) return chat.reply({ ...speaker, text: asked }, moment);
    const language = await chat.languageAt(speaker.place, speaker.language);
    const words = wordsIn(language);
    return saying(language, speaker.isPrivate ? words.onlyText : words.quotedHidden);
  }

  /** Whether a text is a bare command that takes what is replied to for its argument. */
  #readsQuoted(text: string): boolean {
    const [, name] = /^\/(\S+)$/u.exec(text) ?? [];
    return name !== undefined && this.#bench.registry.find(name)?.readsQuoted === true;
  }

  #whileTyping({ channel }: Message, work: () => Promise<Reply>): Promise<Reply> {
    const onLate = async (): Promise<unknown> =>
      channel.isSendable() ? attempt(() => channel.sendTyping()) : undefined;
    return whileWaiting(work, { afterMs: TYPING_AFTER_MS, timer: this.#bench.timer, onLate });
  }

  /** Where the bot may not speak, who manages the place is told in private what it needs; nobody else can help. */
  async #tellAdmin(message: Message, told: PermissionKey, speaker: Speaker): Promise<void> {
    const { client, sender, clock, chat } = this.#bench;
    const { channelId, author, id } = message;
    const now = clock.now();
    if (now < (this.#told.get(channelId) ?? 0) || !(await speaker.mayManage())) return;
    this.#told.set(channelId, now + TELL_AGAIN_MS);
    const language = await chat.languageAt(speaker.place, speaker.language);
    const missing = missingPermission(client, channelId, told);
    const sentence = permissionSentence(client, channelId, missing, language);
    await sender.tell(author.id, saying(language, sentence), id);
  }
}
