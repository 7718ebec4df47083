import type { CallbackQuery, Message } from 'grammy/types';
import type { Action } from '../../core/chat/action.ts';
import { momentOf } from '../../core/chat/platform-ground.ts';
import { wordsIn } from '../../core/chat/words/words.ts';
import { shorten } from '../../core/text/shorten.ts';
import { isPrivate, targetOfMessage } from './address.ts';
import { readFailure } from './failures.ts';
import { labelOf, readButton } from './keyboard.ts';
import { TELEGRAM_LIMITS } from './limits.ts';
import { logFailure } from './patience.ts';
import type { EditedPlace } from './send.ts';
import { presserOf, type Speaker, strangerOf } from './speaker.ts';
import type { Workbench } from './workbench.ts';

/** Does what a button asks for, and tells Telegram that it was heard; what it throws is for {@link endPress} to tell. */
export async function onButton(query: CallbackQuery, bench: Workbench): Promise<void> {
  await endPress(query, await pressed(query, bench), bench);
}

/** Lets the button rest, with a notice to the person alone if there is one. */
export async function endPress(
  query: CallbackQuery,
  notice: string | undefined,
  { api, log }: Workbench,
): Promise<void> {
  const told = notice === undefined ? {} : { text: shorten(notice, TELEGRAM_LIMITS.callbackNotice) };
  await api
    .answerCallbackQuery(query.id, told)
    .catch((error: unknown) => logFailure(log, 'answerCallbackQuery', readFailure(error)));
}

/** What to tell the person alone, if anything. */
async function pressed(query: CallbackQuery, bench: Workbench): Promise<string | undefined> {
  const message = readableMessage(query);
  const speaker =
    message === undefined ? strangerOf(query.from, bench) : presserOf(query.from, message, bench);
  const language = await bench.chat.languageAt(speaker.place, speaker.language);
  const words = wordsIn(language);
  const now = bench.clock.now();
  const leave = bench.questionLimits.ask(speaker.person, undefined, now);
  if (leave.kind !== 'granted') return leave.kind === 'slow-down' ? words.slowDown(leave.seconds) : undefined;
  const data = query.data ?? '';
  const press = readButton(data);
  switch (press?.kind) {
    case 'action':
      return act(press.action, { query, message, speaker }, bench);
    case 'label': {
      const text = labelOf(message?.reply_markup, data);
      return text === undefined
        ? words.buttonStale
        : act({ kind: 'say', text }, { query, message, speaker }, bench);
    }
    case 'delete':
      if (message === undefined) return words.buttonStale;
      return remove(message, { asker: press.asker, presser: query.from.id, speaker }, bench);
    default:
      return words.buttonStale;
  }
}

interface Pressing {
  readonly query: CallbackQuery;
  readonly message: Message | undefined;
  readonly speaker: Speaker;
}

async function act(
  action: Action,
  { query, message, speaker }: Pressing,
  bench: Workbench,
): Promise<string | undefined> {
  const { chat, sender } = bench;
  const outcome = await chat.press({ ...speaker, action }, momentOf(bench));
  if (outcome.kind === 'notice') return outcome.text;
  if (outcome.kind === 'replace') {
    const place = editedPlace(query, message);
    if (place !== undefined) await sender.edit(place, outcome.reply, query.from.id);
    return undefined;
  }
  // A message sent by way of the bot stands in a chat the bot may not be in.
  if (message === undefined) return wordsIn(outcome.reply.language).buttonStale;
  await sender.say(targetOfMessage(message), outcome.reply, {
    asker: query.from.id,
    ...(isPrivate(message.chat) ? {} : { replyTo: message.message_id }),
  });
  return undefined;
}

async function remove(
  message: Message,
  {
    asker,
    presser,
    speaker,
  }: { readonly asker: number; readonly presser: number; readonly speaker: Speaker },
  { api, chat, log }: Workbench,
): Promise<string | undefined> {
  if (presser !== asker && !(await speaker.mayManage())) {
    return wordsIn(await chat.languageAt(speaker.place, speaker.language)).notYours;
  }
  await api
    .deleteMessage(message.chat.id, message.message_id)
    .catch((error: unknown) => logFailure(log, 'deleteMessage', readFailure(error)));
  return undefined;
}

/** The message with the button; Telegram hands over only the id of one that is too old or was sent inline. */
function readableMessage({ message }: CallbackQuery): Message | undefined {
  return message === undefined || message.date === 0 ? undefined : (message as Message);
}

function editedPlace(query: CallbackQuery, message: Message | undefined): EditedPlace | undefined {
  if (query.inline_message_id !== undefined) return { inlineMessageId: query.inline_message_id };
  if (message !== undefined) return { chatId: message.chat.id, messageId: message.message_id };
  return query.message === undefined
    ? undefined
    : { chatId: query.message.chat.id, messageId: query.message.message_id };
}
