import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types';
import { type Action, decodeAction, encodeAction } from '../../core/chat/action.ts';
import type { Reply } from '../../core/chat/reply.ts';
import { wordsIn } from '../../core/chat/words/words.ts';
import { shorten } from '../../core/text/shorten.ts';
import { TELEGRAM_LIMITS } from './limits.ts';

/** What a button of ours asks for. */
export type ButtonPress =
  | { readonly kind: 'action'; readonly action: Action }
  /** Deletes the message, for the asker or those who manage the chat. */
  | { readonly kind: 'delete'; readonly asker: number }
  /** Says what stands on the button, which was too long to be kept in it. */
  | { readonly kind: 'label' };

/** Buttons of one row share its width evenly; on a phone longer labels than these would be cut. */
const ROW = { buttons: 3, letters: 38 } as const;
const LABEL = 'l:';
const DELETE = 'x:';
const RADIX = 36;

/** The buttons below a reply; `asker` is the id of who may delete it, absent where nobody asked. */
export function keyboardOf(reply: Reply, asker: number | undefined): InlineKeyboardMarkup | undefined {
  const rows: InlineKeyboardButton[][] = [];
  for (const block of reply.blocks) {
    if (block.kind !== 'choices') continue;
    block.choices.forEach(({ label, say }, index) => {
      // Typed for the person, so what is said must be what the button shows where the button cannot hold it.
      const data = encodeAction({ kind: 'say', text: say }) ?? `${LABEL}${index}`;
      rows.push([{ text: data.startsWith(LABEL) ? say : shortLabel(label), callback_data: data }]);
    });
  }
  const votes: InlineKeyboardButton[] = [];
  const others: InlineKeyboardButton[] = [];
  for (const { label, action } of reply.buttons ?? []) {
    const data = encodeAction(action);
    if (data === undefined) continue;
    (action.kind === 'vote' ? votes : others).push({ text: shortLabel(label), callback_data: data });
  }
  rows.push(...inRows(others));
  if (votes.length > 0 && asker !== undefined) {
    votes.push({
      text: wordsIn(reply.language).buttons.delete,
      callback_data: `${DELETE}${asker.toString(RADIX)}`,
    });
  }
  if (votes.length > 0) rows.push(votes);
  return rows.length === 0 ? undefined : { inline_keyboard: rows };
}

/** As many in a row as the longest label allows. */
function inRows(buttons: readonly InlineKeyboardButton[]): InlineKeyboardButton[][] {
  const longest = Math.max(...buttons.map(({ text }) => text.length));
  const count = Math.max(1, Math.min(ROW.buttons, Math.floor(ROW.letters / longest)));
  const rows: InlineKeyboardButton[][] = [];
  for (let at = 0; at < buttons.length; at += count) rows.push(buttons.slice(at, at + count));
  return rows;
}

const shortLabel = (label: string): string => shorten(label, TELEGRAM_LIMITS.buttonLabel);

/** Reads what a button sent back; `undefined` when it is none of ours. */
export function readButton(data: string): ButtonPress | undefined {
  if (data.startsWith(LABEL)) return { kind: 'label' };
  if (data.startsWith(DELETE)) {
    const asker = Number.parseInt(data.slice(DELETE.length), RADIX);
    return Number.isSafeInteger(asker) ? { kind: 'delete', asker } : undefined;
  }
  const action = decodeAction(data);
  return action === undefined ? undefined : { kind: 'action', action };
}

/** What stands on the button that carries this data. */
export function labelOf(keyboard: InlineKeyboardMarkup | undefined, data: string): string | undefined {
  return keyboard?.inline_keyboard
    .flat()
    .find((button) => 'callback_data' in button && button.callback_data === data)?.text;
}
