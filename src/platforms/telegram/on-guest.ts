import type { Message } from 'grammy/types';
import { momentOf } from '../../core/chat/platform-ground.ts';
import { keyboardOf } from './keyboard.ts';
import { quotedBy } from './on-message.ts';
import { hear } from './receive.ts';
import { renderReply } from './render.ts';
import { strangerOf } from './speaker.ts';
import type { Workbench } from './workbench.ts';

/**
 * Answers where the bot was called as a guest: a question, or, where only the bot's name stands below another message,
 * what is known of that message. Ids of a guest's chat may be those of another chat, so nothing is kept under them.
 */
export async function onGuestMessage(message: Message, bench: Workbench): Promise<void> {
  const { guest_query_id: queryId, from } = message;
  if (queryId === undefined || from === undefined) return;
  const { api, chat, me, questionLimits } = bench;
  const speaker = strangerOf(from, bench);
  const moment = momentOf(bench);
  if (questionLimits.ask(speaker.person, undefined, moment.now).kind !== 'granted') return;
  const heard = hear({ ...message, chat: { ...message.chat, type: 'private' } } as Message, me, () => true);
  const text = heard.kind === 'said' ? heard.text : '';
  const reply = await chat.reply({ ...speaker, text, ...quotedBy(message, me.id) }, moment);
  const [rendered] = renderReply(reply, { botName: me.username });
  const keyboard = keyboardOf(reply, undefined);
  await api.answerGuestQuery(queryId, {
    type: 'article',
    id: 'answer',
    title: me.first_name,
    input_message_content: {
      message_text: rendered?.html ?? '',
      parse_mode: 'HTML',
      link_preview_options: { is_disabled: true },
    },
    ...(keyboard === undefined ? {} : { reply_markup: keyboard }),
  });
}
