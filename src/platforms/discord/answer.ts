import {
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  type InteractionReplyOptions,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
} from 'discord.js';
import type { Reply } from '../../core/chat/reply.ts';
import { DISCORD } from './address.ts';
import { ANSWER_FLAGS } from './client.ts';
import type { Audience } from './components.ts';
import { attempt, type DiscordFailure, logFailure } from './failures.ts';
import type { Shown } from './send.ts';
import type { Workbench } from './workbench.ts';

/** An interaction that is answered with a message. */
export type Answerable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | ButtonInteraction
  | ModalSubmitInteraction;

/** Whether an interaction is answered with a message. */
export const isAnswerable = (interaction: Interaction): interaction is Answerable =>
  interaction.isChatInputCommand() ||
  interaction.isMessageContextMenuCommand() ||
  interaction.isButton() ||
  interaction.isModalSubmit();

/**
 * Tells Discord that an interaction was heard, which has to happen within three seconds. `false` when Discord takes no
 * answer any more; that happens at random too, is never repeated, and ends the matter.
 */
export async function acknowledge(
  how: 'deferReply' | 'deferUpdate',
  interaction: Answerable,
  { log }: Workbench,
  hidden = false,
): Promise<boolean> {
  const outcome = await attempt(async () => {
    if (how === 'deferReply') await interaction.deferReply(hidden ? { flags: MessageFlags.Ephemeral } : {});
    else if (interaction.isButton()) await interaction.deferUpdate();
  });
  if (outcome.kind === 'done') return true;
  logFailure(log, how, outcome.failure);
  return false;
}

/** Fills in the answer that {@link acknowledge} has promised; what is too long for one message follows it. */
export async function fillIn(
  interaction: Answerable,
  reply: Reply,
  audience: Audience,
  bench: Workbench,
): Promise<void> {
  const [first, ...others] = bench.sender.show(reply, audience);
  if (first === undefined) return;
  if (!(await put(interaction, first, 'editReply', audience, bench))) return;
  for (const shown of others) {
    if (!(await put(interaction, shown, 'followUp', audience, bench))) return;
  }
}

/** Shows a reply in place of the message whose button was pressed. */
export async function replace(
  interaction: ButtonInteraction,
  reply: Reply,
  audience: Audience,
  bench: Workbench,
): Promise<void> {
  const [shown] = bench.sender.show(reply, audience);
  if (shown !== undefined) await put(interaction, shown, 'editReply', audience, bench);
}

/** Says a reply beside what stands there. */
export async function add(
  interaction: Answerable,
  reply: Reply,
  audience: Audience,
  bench: Workbench,
): Promise<void> {
  for (const shown of bench.sender.show(reply, audience)) {
    if (!(await put(interaction, shown, 'followUp', audience, bench))) return;
  }
}

/** Takes the promised answer back. */
export async function takeBack(interaction: Answerable, { log }: Workbench): Promise<void> {
  const outcome = await attempt(() => interaction.deleteReply());
  if (outcome.kind === 'failed') logFailure(log, 'deleteReply', outcome.failure);
}

async function put(
  interaction: Answerable,
  shown: Shown,
  how: 'editReply' | 'followUp',
  audience: Audience,
  { log }: Workbench,
): Promise<boolean> {
  const failure = await send(
    interaction,
    how,
    { components: shown.components, flags: ANSWER_FLAGS },
    audience,
  );
  if (failure === undefined) return true;
  logFailure(log, how, failure);
  if (failure.kind !== 'bad-form') return false;
  const plain = { content: shown.plain, flags: MessageFlags.SuppressEmbeds } as const;
  const again = await send(interaction, how, plain, audience);
  if (again !== undefined) logFailure(log, how, again);
  return again === undefined;
}

/** Answers to interactions have none; the one that discord.js would add is no field of theirs. */
export const NO_NONCE = { enforceNonce: false } as const;

type Body = Pick<InteractionReplyOptions, 'components' | 'content'> & { readonly flags: number };

async function send(
  interaction: Answerable,
  how: 'editReply' | 'followUp',
  { flags, ...body }: Body,
  { hidden }: Audience,
): Promise<DiscordFailure | undefined> {
  const outcome = await attempt(async () => {
    if (how === 'editReply') await interaction.editReply({ ...body, ...NO_NONCE, flags });
    else
      await interaction.followUp({
        ...body,
        ...NO_NONCE,
        flags: hidden === true ? flags | MessageFlags.Ephemeral : flags,
      });
  });
  return outcome.kind === 'failed' ? outcome.failure : undefined;
}

/** Tells the operator that somebody asks too fast. */
export function logTooFast({ log }: Workbench): void {
  log.write({ event: 'update-dropped', platform: DISCORD, reason: 'asked too fast' });
}
