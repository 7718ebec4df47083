import { type ButtonInteraction, MessageFlags } from 'discord.js';
import type { Action } from '../../core/chat/action.ts';
import { momentOf } from '../../core/chat/platform-ground.ts';
import { saying } from '../../core/chat/reply.ts';
import { wordsIn } from '../../core/chat/words/words.ts';
import { acknowledge, add, logTooFast, replace, takeBack } from './answer.ts';
import { readButton } from './components.ts';
import { showFollowUp } from './on-follow-up.ts';
import { speakerOfInteraction } from './speaker.ts';
import type { Workbench } from './workbench.ts';

/**
 * Does what a button asks for. Who asked the question above it sees the answer change; anybody else is answered alone,
 * so that nobody changes, for all others, what another person asked for.
 */
export async function onButton(interaction: ButtonInteraction, bench: Workbench): Promise<void> {
  const press = readButton(interaction.customId);
  const speaker = speakerOfInteraction(interaction, bench);
  if (press?.kind === 'follow-up') return showFollowUp(interaction, bench, speaker);
  if (!(await acknowledge('deferUpdate', interaction, bench))) return;
  const language = await bench.chat.languageAt(speaker.place, speaker.language);
  const words = wordsIn(language);
  const notice = (text: string): Promise<void> =>
    add(interaction, saying(language, text), { asker: interaction.user.id, hidden: true }, bench);
  const leave = bench.questionLimits.ask(speaker.person, undefined, bench.clock.now());
  if (leave.kind !== 'granted') {
    logTooFast(bench);
    return leave.kind === 'silence' ? undefined : notice(words.slowDown(leave.seconds));
  }
  if (press === undefined) return notice(words.buttonStale);
  const isOwn = speaker.isPrivate || press.asker === interaction.user.id;
  if (press.kind === 'delete') {
    if (isOwn || (await speaker.mayManage())) return takeBack(interaction, bench);
    return notice(words.notYours);
  }
  await act(interaction, { action: press.action, isOwn, speaker }, bench, notice);
}

interface Acting {
  readonly action: Action;
  readonly isOwn: boolean;
  readonly speaker: ReturnType<typeof speakerOfInteraction>;
}

async function act(
  interaction: ButtonInteraction,
  { action, isOwn, speaker }: Acting,
  bench: Workbench,
  notice: (text: string) => Promise<void>,
): Promise<void> {
  const outcome = await bench.chat.press({ ...speaker, action }, momentOf(bench));
  if (outcome.kind === 'notice') return notice(outcome.text);
  const { message, user } = interaction;
  const hidden = message.flags.has(MessageFlags.Ephemeral);
  const audience = {
    asker: user.id,
    hidden: hidden || !isOwn,
    // Below what answers an interaction people's replies stay hidden from the bot.
    needsWindow: !speaker.isPrivate && message.interactionMetadata !== null,
  };
  if (outcome.kind === 'replace' && (isOwn || hidden))
    return replace(interaction, outcome.reply, audience, bench);
  await add(interaction, outcome.reply, { ...audience, needsWindow: !speaker.isPrivate }, bench);
}
