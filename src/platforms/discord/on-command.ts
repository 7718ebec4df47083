import type { ChatInputCommandInteraction, MessageContextMenuCommandInteraction } from 'discord.js';
import { momentOf } from '../../core/chat/platform-ground.ts';
import { type Reply, saying } from '../../core/chat/reply.ts';
import { wordsIn } from '../../core/chat/words/words.ts';
import { paceOf } from './address.ts';
import { type Answerable, acknowledge, fillIn, logTooFast, takeBack } from './answer.ts';
import { optionName, PRIVATE_OPTION } from './menu.ts';
import { withoutMarkup } from './receive.ts';
import { type Speaker, sceneOf, speakerOfInteraction } from './speaker.ts';
import type { Workbench } from './workbench.ts';

/** Answers a slash command: it is the same as typing the command with its argument. */
export async function onCommand(interaction: ChatInputCommandInteraction, bench: Workbench): Promise<void> {
  const { registry, chat } = bench;
  const { commandName, options } = interaction;
  const argument = registry.find(commandName)?.argument;
  const words = argument === undefined ? null : options.getString(optionName(argument.name.en));
  const hidden = options.getBoolean(PRIVATE_OPTION) ?? false;
  await answerAsked(interaction, hidden, bench, (speaker) =>
    chat.reply({ ...speaker, text: `/${commandName} ${words ?? ''}` }, momentOf(bench)),
  );
}

/** Says, to the person alone, what the sources hold of another's message. */
export async function onMessageCommand(
  interaction: MessageContextMenuCommandInteraction,
  bench: Workbench,
): Promise<void> {
  const text = withoutMarkup(interaction.targetMessage.content);
  await answerAsked(interaction, true, bench, async (speaker) => {
    const { chat } = bench;
    if (text === '') {
      const language = await chat.languageAt(speaker.place, speaker.language);
      return saying(language, wordsIn(language).onlyText);
    }
    return chat.reply({ ...speaker, text: '/check', quoted: text }, momentOf(bench));
  });
}

/** Promises an answer, makes it and shows it; `hidden` shows it to the person alone. */
export async function answerAsked(
  interaction: Answerable,
  hidden: boolean,
  bench: Workbench,
  answer: (speaker: Speaker) => Promise<Reply>,
): Promise<void> {
  const { questionLimits, clock, chat } = bench;
  const speaker = speakerOfInteraction(interaction, bench);
  const pace = speaker.isPrivate ? undefined : paceOf(sceneOf(interaction));
  const leave = questionLimits.ask(speaker.person, pace, clock.now());
  const alone = hidden || leave.kind !== 'granted';
  if (!(await acknowledge('deferReply', interaction, bench, alone))) return;
  await bench.door.enter();
  const audience = { asker: interaction.user.id, hidden: alone, needsWindow: !speaker.isPrivate };
  if (leave.kind === 'granted') return fillIn(interaction, await answer(speaker), audience, bench);
  logTooFast(bench);
  if (leave.kind === 'silence') return takeBack(interaction, bench);
  const language = await chat.languageAt(speaker.place, speaker.language);
  await fillIn(interaction, saying(language, wordsIn(language).slowDown(leave.seconds)), audience, bench);
}
