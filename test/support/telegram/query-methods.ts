import type { InlineQueryResult, SentGuestMessage } from 'grammy/types';
import { badRequest } from './failures.ts';
import { formatText } from './formatted-text.ts';
import { keyboardFrom } from './keyboards.ts';
import { ParameterReader } from './parameters.ts';
import type { Queries } from './queries.ts';
import { isObject } from './validation.ts';

const MAX_ANSWER = 200;
const MAX_RESULTS = 50;
const MAX_BYTES = 64;

export function answerCallbackQuery(parameters: ParameterReader, queries: Queries): true {
  const text = parameters.text('text');
  if (text !== undefined && text.length > MAX_ANSWER) throw badRequest('MESSAGE_TOO_LONG');
  queries.callbacks.answer(parameters.text('callback_query_id') ?? '', {
    text,
    alert: parameters.flag('show_alert'),
    url: parameters.text('url'),
  });
  return true;
}

export function answerInlineQuery(parameters: ParameterReader, queries: Queries): true {
  const results = parameters.list<InlineQueryResult>('results') ?? [];
  if (results.length > MAX_RESULTS) throw badRequest('RESULTS_TOO_MUCH');
  for (const result of results) checkResult(result);
  if (new Set(results.map(({ id }) => id)).size < results.length) throw badRequest('RESULT_ID_DUPLICATE');
  const nextOffset = parameters.text('next_offset') ?? '';
  if (Buffer.byteLength(nextOffset) > MAX_BYTES) throw badRequest('NEXT_OFFSET_INVALID');
  queries.inline.answer(parameters.text('inline_query_id') ?? '', {
    results,
    nextOffset,
    cacheTime: parameters.integer('cache_time') ?? 300,
    personal: parameters.flag('is_personal'),
    button: buttonFrom(parameters),
  });
  return true;
}

export function answerGuestQuery(parameters: ParameterReader, queries: Queries): SentGuestMessage {
  const result = parameters.all.result as InlineQueryResult;
  checkResult(result);
  const id = parameters.text('guest_query_id') ?? '';
  if (queries.guests.answerTo(id) !== undefined) throw badRequest('QUERY_ID_INVALID');
  const inlineMessageId = `inline-${id}`;
  queries.guests.answer(id, { result, inlineMessageId });
  return { inline_message_id: inlineMessageId };
}

function buttonFrom(parameters: ParameterReader) {
  const button = parameters.object('button');
  if (button === undefined) return undefined;
  const start = button.text('start_parameter');
  if (start !== undefined && !/^[A-Za-z0-9_-]{1,64}$/.test(start)) throw badRequest('START_PARAM_INVALID');
  return { text: button.text('text') ?? '', ...(start === undefined ? {} : { start_parameter: start }) };
}

function checkResult(result: InlineQueryResult): void {
  const bytes = Buffer.byteLength(result.id);
  if (bytes === 0 || bytes > MAX_BYTES) throw badRequest('RESULT_ID_INVALID');
  const reader = new ParameterReader(isObject(result) ? result : {});
  keyboardFrom(reader);
  const content = reader.object('input_message_content');
  const text = content?.text('message_text');
  if (text === undefined) return;
  formatText(text, { parseMode: content?.text('parse_mode'), tooLong: 'MESSAGE_TOO_LONG' });
}
