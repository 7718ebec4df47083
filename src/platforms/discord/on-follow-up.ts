import {
  type ButtonInteraction,
  ComponentType,
  MessageFlags,
  type ModalSubmitInteraction,
  TextInputStyle,
} from 'discord.js';
import { momentOf } from '../../core/chat/platform-ground.ts';
import { wordsIn } from '../../core/chat/words/words.ts';
import { shorten } from '../../core/text/shorten.ts';
import { followUpId, readButton } from './components.ts';
import { attempt, logFailure } from './failures.ts';
import { DISCORD_LIMITS, QUESTION_LENGTH } from './limits.ts';
import { answerAsked } from './on-command.ts';
import { isWithBot, type Speaker } from './speaker.ts';
import type { Workbench } from './workbench.ts';

const QUESTION = 'question';

/**
 * Opens a window to type the next question in: where the bot may not read what people write below its answer. A window
 * has to be the first answer, so nothing is waited for before.
 */
export async function showFollowUp(
  interaction: ButtonInteraction,
  { log }: Workbench,
  { language }: Speaker,
): Promise<void> {
  const words = wordsIn(language);
  const asker = readButton(interaction.customId)?.asker;
  const outcome = await attempt(() =>
    interaction.showModal({
      custom_id: followUpId(asker),
      title: shorten(words.followUpTitle, DISCORD_LIMITS.modalTitle),
      components: [
        {
          type: ComponentType.Label,
          label: shorten(words.followUpLabel, DISCORD_LIMITS.modalLabel),
          component: {
            type: ComponentType.TextInput,
            custom_id: QUESTION,
            style: TextInputStyle.Short,
            required: true,
            max_length: QUESTION_LENGTH,
          },
        },
      ],
    }),
  );
  if (outcome.kind === 'failed') logFailure(log, 'showModal', outcome.failure);
}

/** Answers what was typed into the window, as a follow-up of what the person asked before. */
export async function onFollowUp(interaction: ModalSubmitInteraction, bench: Workbench): Promise<void> {
  const asker = readButton(interaction.customId)?.asker;
  const text = interaction.fields.getTextInputValue(QUESTION);
  const isOwn = isWithBot(interaction) || asker === interaction.user.id;
  const isBelowHidden = interaction.message?.flags.has(MessageFlags.Ephemeral) === true;
  await answerAsked(interaction, !isOwn || isBelowHidden, bench, (speaker) =>
    bench.chat.reply({ ...speaker, text }, momentOf(bench)),
  );
}
