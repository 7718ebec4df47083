import {
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  type RESTPostAPIInteractionFollowupJSONBody,
  Routes,
} from 'discord.js';
import type { Reply } from '../../core/chat/reply.ts';
import { DISCORD } from './address.ts';
import { ANSWER_FLAGS, NO_MENTIONS } from './client.ts';
import type { Audience } from './components.ts';
import { attempt, logFailure } from './failures.ts';
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
export async function takeBack(interaction: Answerable, { log, interactionRest }: Workbench): Promise<void> {
  const outcome = await attempt(() => interactionRest.delete(originalOf(interaction), UNSIGNED));
  if (outcome.kind === 'failed') logFailure(log, 'deleteReply', outcome.failure);
}

async function put(
  interaction: Answerable,
  shown: Shown,
  how: 'editReply' | 'followUp',
  { hidden }: Audience,
  { log, interactionRest }: Workbench,
): Promise<boolean> {
  // What is filled in is as hidden as the promise was.
  const unseen = how === 'followUp' && hidden === true ? MessageFlags.Ephemeral : 0;
  const send = (body: RESTPostAPIInteractionFollowupJSONBody) =>
    attempt(() => {
      const request = { ...UNSIGNED, body: { ...body, allowed_mentions: NO_MENTIONS } };
      return how === 'editReply'
        ? interactionRest.patch(originalOf(interaction), request)
        : interactionRest.post(Routes.webhook(interaction.applicationId, interaction.token), request);
    });
  const first = await send({ components: shown.components, flags: ANSWER_FLAGS | unseen });
  if (first.kind === 'done') return true;
  logFailure(log, how, first.failure);
  if (first.failure.kind !== 'bad-form') return false;
  const again = await send({ content: shown.plain(), flags: MessageFlags.SuppressEmbeds | unseen });
  if (again.kind === 'failed') logFailure(log, how, again.failure);
  return again.kind === 'done';
}

/** These requests prove themselves by the token of the interaction in their path. */
const UNSIGNED = { auth: false } as const;

const originalOf = ({ applicationId, token }: Answerable) => Routes.webhookMessage(applicationId, token);

/** Answers to interactions have none; the one that discord.js would add is no field of theirs. */
export const NO_NONCE = { enforceNonce: false } as const;

/** Tells the operator that somebody asks too fast. */
export function logTooFast({ log }: Workbench): void {
  log.write({ event: 'update-dropped', platform: DISCORD, reason: 'asked too fast' });
}
