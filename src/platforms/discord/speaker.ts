import {
  type Interaction,
  InteractionContextType,
  type Message,
  PermissionFlagsBits,
  type PermissionsBitField,
} from 'discord.js';
import type { Utterance } from '../../core/chat/chat.ts';
import type { PersonRef } from '../../core/chat/identity.ts';
import { wordsIn } from '../../core/chat/words/words.ts';
import type { Locale } from '../../core/locale.ts';
import { detectLanguage } from '../../core/text/language.ts';
import { normaliseText } from '../../core/text/normalise.ts';
import { addressOf, conversationOf, personOf, placeOf, type Scene } from './address.ts';
import { lackingPermission } from './permissions.ts';
import { withoutMarkup } from './receive.ts';
import type { Workbench } from './workbench.ts';

/** Who speaks, and where: all of an utterance but its words. */
export type Speaker = Omit<Utterance, 'text'>;

/** Where an interaction happens. */
export const sceneOf = ({ guildId, channelId }: Pick<Interaction, 'guildId' | 'channelId'>): Scene => ({
  channelId: channelId ?? '',
  guildId: guildId ?? undefined,
});

/** Who uses a command, presses a button or fills in a window. */
export function speakerOfInteraction(interaction: Interaction, bench: Workbench): Speaker {
  const person = personOf(interaction.user.id);
  const language = languageOf(interaction.locale);
  bench.languages.set(person, language);
  const isPrivate = isWithBot(interaction);
  return {
    ...placed(sceneOf(interaction), interaction.user.id),
    // Where only a person has brought the bot it cannot post by itself.
    ...(isPrivate || interaction.inCachedGuild() ? postingTo(sceneOf(interaction), language, bench) : {}),
    isPrivate,
    language,
    mayManage: async () => interaction.guildId === null || manages(interaction.memberPermissions),
  };
}

/** Whether a person is alone with the bot; the private chats of other people, to which one brings it, are not that. */
export const isWithBot = ({ guildId, context }: Pick<Interaction, 'guildId' | 'context'>): boolean =>
  guildId === null && context !== InteractionContextType.PrivateChannel;

/** Who wrote a message. */
export function speakerOfMessage(message: Message, bench: Workbench): Speaker {
  const person = personOf(message.author.id);
  const { member, channel } = message;
  const scene = { channelId: message.channelId, guildId: message.guildId ?? undefined };
  const language = bench.languages.get(person) ?? guessLanguage(message, person, bench);
  return {
    ...placed(scene, message.author.id),
    ...postingTo(scene, language, bench),
    isPrivate: message.guildId === null,
    language,
    mayManage: async () =>
      message.guildId === null ||
      (member !== null && !channel.isDMBased() && manages(member.permissionsIn(channel))),
  };
}

/**
 * What to speak to somebody of whom no interaction told it: in a server what that speaks, in private what the person
 * last wrote in.
 */
function guessLanguage({ guildId, guild, content }: Message, person: PersonRef, bench: Workbench): Locale {
  // "English" is what a server speaks of which nobody has said what it speaks.
  if (guildId !== null) return guild?.preferredLocale === 'vi' ? 'vi' : bench.language;
  // The name of a command says nothing: whoever speaks Vietnamese types "/daily" too.
  const words = withoutMarkup(content).replace(/^\/\S+/u, '');
  const { language, confident } = detectLanguage(normaliseText(words));
  if (confident) bench.writtenLanguages.set(person, language);
  return bench.writtenLanguages.get(person) ?? bench.language;
}

const placed = (scene: Scene, userId: string) => ({
  conversation: conversationOf(scene, userId),
  person: personOf(userId),
  place: placeOf(scene),
});

/** Where daily posts of a conversation would go, and what the bot may not do there. */
const postingTo = ({ channelId }: Scene, language: Locale, { client }: Workbench) => ({
  address: addressOf(channelId),
  checkAddress: async () => {
    const lacking = lackingPermission(client, channelId);
    return lacking === undefined ? undefined : wordsIn(language).permissions[lacking];
  },
});

const manages = (permissions: Readonly<PermissionsBitField> | null): boolean =>
  permissions?.any([PermissionFlagsBits.ManageGuild, PermissionFlagsBits.ManageChannels]) === true;

/** What a person's program speaks: Vietnamese, or English for whoever reads another language. */
export const languageOf = (locale: string): Locale => (locale === 'vi' ? 'vi' : 'en');
