import type { Message, MessageEntity } from 'grammy/types';
import { actionOf } from './keyboards.ts';

/** A message as a person sees it now, after edits and deletions. */
export interface VisibleMessage {
  readonly id: number;
  readonly fromBot: boolean;
  readonly text: string;
  readonly entities: readonly MessageEntity[];
  /** What each button does, by its label: its data or its address. */
  readonly buttons: Readonly<Record<string, string>>;
  /** The labels as they stand in rows. */
  readonly rows: readonly (readonly string[])[];
  readonly threadId: number | undefined;
  readonly replyTo: number | undefined;
  readonly edited: boolean;
  /** Whether the preview of links is switched off. */
  readonly previewOff: boolean;
}

/** The view of a message that tests compare. */
export function visible(message: Message, fromBot: boolean): VisibleMessage {
  const rows = message.reply_markup?.inline_keyboard ?? [];
  return {
    id: message.message_id,
    fromBot,
    text: message.text ?? message.caption ?? '',
    entities: message.entities ?? message.caption_entities ?? [],
    buttons: Object.fromEntries(rows.flat().map((button) => [button.text, actionOf(button)])),
    rows: rows.map((row) => row.map(({ text }) => text)),
    threadId: message.message_thread_id,
    // Every first message of a topic formally answers the one that opened it.
    replyTo:
      message.reply_to_message?.forum_topic_created === undefined
        ? message.reply_to_message?.message_id
        : undefined,
    edited: message.edit_date !== undefined,
    previewOff: message.link_preview_options?.is_disabled === true,
  };
}
