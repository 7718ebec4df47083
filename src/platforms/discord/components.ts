import {
  type APIButtonComponentWithCustomId,
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import { type Action, decodeAction, encodeAction } from '../../core/chat/action.ts';
import type { Reply } from '../../core/chat/reply.ts';
import { wordsIn } from '../../core/chat/words/words.ts';
import { shorten } from '../../core/text/shorten.ts';
import { DISCORD_LIMITS } from './limits.ts';

/** What a button of ours asks for, and the id of who asked the question above it, if anyone did. */
export type ButtonPress = { readonly asker: string | undefined } & (
  | { readonly kind: 'action'; readonly action: Action }
  | { readonly kind: 'delete' }
  /** Opens a window to type the next question in. */
  | { readonly kind: 'follow-up' }
);

/** For whom a reply is shown. */
export interface Audience {
  /** The id of who asked; absent where nobody did. */
  readonly asker: string | undefined;
  /** Only the asker sees it, so nobody needs to delete it. */
  readonly hidden?: boolean;
  /** Whether what people write below it stays hidden from the bot, so that they need a window to go on. */
  readonly needsWindow?: boolean;
}

type Row = readonly APIButtonComponentWithCustomId[];

const RADIX = 36;
const SEPARATOR = ';';
const TEXT = 't:';
const DELETE = 'x';
const FOLLOW_UP = 'f';
/** Room for the id of the asker in base 36, and the separator. */
const ASKER = 14;

/** Whether words fit into a button that says them; nobody is made to say what no button can show. */
export const fitsIntoButton = (say: string): boolean =>
  say.length <= DISCORD_LIMITS.customId - ASKER - TEXT.length && say.length <= DISCORD_LIMITS.buttonLabel;

/** A message of components: its text in a frame, with its buttons below; `reply` is absent above a further message. */
export function componentsOf(
  text: string,
  reply: Reply | undefined,
  audience: Audience,
): APIMessageTopLevelComponent[] {
  const inside: APIComponentInContainer[] = [{ type: ComponentType.TextDisplay, content: text }];
  let count = 2;
  for (const buttons of reply === undefined ? [] : rowsOf(reply, audience)) {
    if (count + 1 + buttons.length > DISCORD_LIMITS.components) break;
    count += 1 + buttons.length;
    inside.push({ type: ComponentType.ActionRow, components: [...buttons] });
  }
  return [{ type: ComponentType.Container, components: inside }];
}

function rowsOf(reply: Reply, audience: Audience): readonly Row[] {
  const { asker } = audience;
  const forWhom = idPrefix(asker);
  const seen = new Set<string>();
  const button = (label: string, payload: string | undefined): Row => {
    if (payload === undefined) return [];
    const id = forWhom + payload;
    // Two buttons of one message may not carry the same.
    if (id.length > DISCORD_LIMITS.customId || seen.has(id)) return [];
    seen.add(id);
    return [
      {
        type: ComponentType.Button,
        style: ButtonStyle.Secondary,
        label: shorten(label, DISCORD_LIMITS.buttonLabel),
        custom_id: id,
      },
    ];
  };
  const choices = reply.blocks.flatMap((block) => (block.kind === 'choices' ? block.choices : []));
  const buttons = reply.buttons ?? [];
  const words = wordsIn(reply.language).buttons;
  const pressed = (isVote: boolean): Row =>
    buttons
      .filter(({ action }) => (action.kind === 'vote') === isVote)
      .flatMap(({ label, action }) => button(label, encodeAction(action)));
  const others = pressed(false);
  const votes = pressed(true);
  const extra =
    votes.length === 0
      ? []
      : [
          ...(audience.needsWindow === true ? button(words.followUp, FOLLOW_UP) : []),
          ...(asker === undefined || audience.hidden === true ? [] : button(words.delete, DELETE)),
        ];
  return [
    // A phone shows one long label in a row.
    ...choices
      .filter(({ say }) => fitsIntoButton(say))
      .map(({ label, say }) => button(label, encodeAction({ kind: 'say', text: say }) ?? `${TEXT}${say}`)),
    ...inRows(others),
    ...inRows([...votes, ...extra]),
  ].filter((row) => row.length > 0);
}

function inRows(buttons: Row): readonly Row[] {
  const rows: Row[] = [];
  for (let at = 0; at < buttons.length; at += DISCORD_LIMITS.rowButtons)
    rows.push(buttons.slice(at, at + DISCORD_LIMITS.rowButtons));
  return rows;
}

/** Reads what a button sent back. Anyone can send anything: what is none of ours is `undefined`. */
export function readButton(customId: string): ButtonPress | undefined {
  const read = /^([\da-z]{0,14});(.+)$/s.exec(customId);
  if (read === null) return undefined;
  const [, name = '', payload = ''] = read;
  const asker = name === '' ? undefined : readNumber(name);
  if (payload === DELETE) return { kind: 'delete', asker };
  if (payload === FOLLOW_UP) return { kind: 'follow-up', asker };
  const action: Action | undefined = payload.startsWith(TEXT)
    ? { kind: 'say', text: payload.slice(TEXT.length) }
    : decodeAction(payload);
  return action === undefined ? undefined : { kind: 'action', asker, action };
}

/** The id of a window that continues what a person asked. */
export const followUpId = (asker: string | undefined): string => idPrefix(asker) + FOLLOW_UP;

/** What every id of ours begins with: who asked, if anyone did. */
const idPrefix = (asker: string | undefined): string =>
  `${asker === undefined ? '' : BigInt(asker).toString(RADIX)}${SEPARATOR}`;

function readNumber(text: string): string {
  let value = 0n;
  for (const digit of text) value = value * BigInt(RADIX) + BigInt(Number.parseInt(digit, RADIX));
  return String(value);
}
