import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types';
import { badRequest } from './failures.ts';
import type { ParameterReader } from './parameters.ts';

const ACTIONS = [
  'url',
  'callback_data',
  'web_app',
  'login_url',
  'switch_inline_query',
  'switch_inline_query_current_chat',
  'switch_inline_query_chosen_chat',
  'copy_text',
  'callback_game',
  'pay',
  'disabled',
] as const;

const MAX_DATA_BYTES = 64;
const MAX_BUTTONS = 100;

/** The inline keyboard of a call, if it has one. Throws as Telegram does for buttons that cannot be. */
export function keyboardFrom(parameters: ParameterReader): InlineKeyboardMarkup | undefined {
  const rows = parameters.object('reply_markup')?.list<readonly InlineKeyboardButton[]>('inline_keyboard');
  if (rows === undefined) return undefined;
  const filled = rows.filter((row) => row.length > 0);
  const buttons = filled.flat();
  for (const button of buttons) checkButton(button);
  if (buttons.length > MAX_BUTTONS) throw badRequest('REPLY_MARKUP_TOO_LONG');
  return filled.length === 0 ? undefined : { inline_keyboard: filled.map((row) => [...row]) };
}

function checkButton(button: InlineKeyboardButton): void {
  const unreadable = (reason: string) => badRequest(`can't parse inline keyboard button: ${reason}`);
  if (button.text.trim() === '') throw unreadable('Button text must be non-empty');
  const actions = ACTIONS.filter((name) => name in button);
  if (actions.length === 0) throw unreadable('Text buttons are unallowed in the inline keyboard');
  if (actions.length > 1) throw unreadable(`A button does one thing, not ${actions.join(' and ')}`);
  if ('callback_data' in button) {
    const bytes = Buffer.byteLength(button.callback_data);
    if (bytes === 0 || bytes > MAX_DATA_BYTES) throw badRequest('BUTTON_DATA_INVALID');
  }
  if ('url' in button && !isAddress(button.url)) {
    throw badRequest(`inline keyboard button URL '${button.url}' is invalid: Wrong HTTP URL`);
  }
  if ('copy_text' in button) {
    const { length } = button.copy_text.text;
    if (length === 0 || length > 256) throw badRequest('BUTTON_COPY_TEXT_INVALID');
  }
}

const isAddress = (url: string): boolean =>
  URL.canParse(url) && (url.startsWith('tg:') || new URL(url).hostname.includes('.'));

/** What a button does, for tests to compare: its data, its address, or the text it puts into the field. */
export function actionOf(button: InlineKeyboardButton): string {
  if ('callback_data' in button) return button.callback_data;
  if ('url' in button) return button.url;
  if ('copy_text' in button) return button.copy_text.text;
  if ('switch_inline_query' in button) return button.switch_inline_query;
  if ('switch_inline_query_current_chat' in button) return button.switch_inline_query_current_chat;
  return '';
}
