import type { InlineQuery, InlineQueryResult } from 'grammy/types';
import { type Offer, offersFor } from '../../core/chat/offers.ts';
import { momentOf } from '../../core/chat/platform-ground.ts';
import { wordsIn } from '../../core/chat/words/words.ts';
import { shorten } from '../../core/text/shorten.ts';
import { keyboardOf } from './keyboard.ts';
import { TELEGRAM_LIMITS } from './limits.ts';
import { renderReply } from './render.ts';
import { strangerOf } from './speaker.ts';
import type { Workbench } from './workbench.ts';

/** Offers on a page; a phone shows five at a time. */
const PAGE = 20;
/** How long Telegram may keep the offers for the same words, in seconds. */
const CACHE_S = 300;

/** Offers passages while a person types "@bot …" in any chat; for no words yet, this day in any year. */
export async function onInlineQuery(query: InlineQuery, bench: Workbench): Promise<void> {
  const { api, chat, knowledge } = bench;
  const person = strangerOf(query.from, bench);
  const language = await chat.languageAt(person.place, person.language);
  const from = /^\d{1,4}$/.test(query.offset) ? Number(query.offset) : 0;
  const { today } = momentOf(bench);
  const { offers, next } = offersFor(query.query, knowledge(), { language, today, limit: PAGE, from });
  await api.answerInlineQuery(
    query.id,
    offers.map((offer) => resultOf(offer, bench)),
    {
      cache_time: CACHE_S,
      // The same words are answered in the language of whoever types them.
      is_personal: true,
      next_offset: next === undefined ? '' : String(next),
      ...(offers.length > 0 || from > 0
        ? {}
        : { button: { text: wordsIn(language).askInPrivate, start_parameter: 'inline' } }),
    },
  );
}

function resultOf({ id, title, description, reply }: Offer, { me }: Workbench): InlineQueryResult {
  const [message] = renderReply(reply, { botName: me.username });
  const keyboard = keyboardOf(reply, undefined);
  return {
    type: 'article',
    id,
    title: shorten(title, TELEGRAM_LIMITS.inlineTitle),
    description: shorten(description, TELEGRAM_LIMITS.inlineDescription),
    input_message_content: {
      message_text: message?.html ?? '',
      parse_mode: 'HTML',
      link_preview_options: { is_disabled: true },
    },
    ...(keyboard === undefined ? {} : { reply_markup: keyboard }),
  };
}
