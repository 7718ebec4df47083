import type { AutocompleteInteraction } from 'discord.js';
import { momentOf } from '../../core/chat/platform-ground.ts';
import { type Choice, complete } from './complete.ts';
import { attempt, logFailure } from './failures.ts';
import { ACKNOWLEDGE_WITHIN_MS } from './limits.ts';
import { speakerOfInteraction } from './speaker.ts';
import type { Workbench } from './workbench.ts';

/** Half of the time is kept for the way. */
const TIME_MS = ACKNOWLEDGE_WITHIN_MS / 2;

/** Offers what the words of a person may become while they are typed. */
export async function onAutocomplete(interaction: AutocompleteInteraction, bench: Workbench): Promise<void> {
  const choices = await choicesFor(interaction, bench);
  const outcome = await attempt(() => interaction.respond([...choices]));
  if (outcome.kind === 'failed') logFailure(bench.log, 'respond', outcome.failure);
}

async function choicesFor(
  interaction: AutocompleteInteraction,
  bench: Workbench,
): Promise<readonly Choice[]> {
  const { registry, chat, clock, completions, knowledge } = bench;
  const speaker = speakerOfInteraction(interaction, bench);
  const completion = registry.find(interaction.commandName)?.argument?.completion;
  const { now, today } = momentOf(bench);
  if (completion === undefined || !completions.take(speaker.person, now)) return [];
  const language = await chat.languageAt(speaker.place, speaker.language);
  return complete(completion, interaction.options.getFocused(), {
    knowledge: knowledge(),
    language,
    today,
    hasTime: () => clock.now() - now < TIME_MS,
  });
}
