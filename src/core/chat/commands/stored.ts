import type { Subscription } from '../../daily/subscription.ts';
import type { ChatContext } from '../chat-context.ts';
import type { PersonRef } from '../identity.ts';
import type { Block } from '../reply.ts';
import { inEveryLanguage, type Words } from '../words/words.ts';
import { defineCommand } from './command.ts';
import { settingsLines } from './daily-words.ts';

/** `/mydata`: everything that is stored about a person and the place they ask in. */
export const stored = defineCommand({
  name: 'mydata',
  aliases: ['dulieu'],
  localName: 'dữ-liệu',
  summary: inEveryLanguage((words) => words.commands.mydata),
  run: async (_, context) => {
    const { language, words } = context;
    const lines = [...(await aboutPerson(context)), ...(await aboutPlace(context))];
    const told = lines.length === 0 ? [words.stored.nothing] : [words.stored.intro, ...lines];
    return { language, blocks: told.map((text): Block => ({ kind: 'text', text })) };
  },
});

async function aboutPerson({ person, feedback, words }: ChatContext): Promise<readonly string[]> {
  const votes = await feedback.votesOf(person);
  return votes.map(({ handle, vote }) => words.stored.vote(handle, words.buttons[vote]));
}

/** What is known of other people is theirs: who subscribed is told to nobody else. */
async function aboutPlace({
  place,
  address,
  person,
  preferences,
  daily,
  words,
}: ChatContext): Promise<readonly string[]> {
  const language = await preferences.language(place);
  const subscription = address === undefined ? undefined : await daily?.store.findAt(address);
  return [
    ...(language === undefined ? [] : [words.stored.language(words.buttons.translation[language])]),
    ...(subscription === undefined ? [] : aboutSubscription(subscription, person, words)),
  ];
}

function aboutSubscription(
  { settings, state, subscriber }: Subscription,
  person: PersonRef,
  words: Words,
): readonly string[] {
  if (state === 'ended') return [words.daily.status.ended];
  return [
    words.stored.daily,
    ...settingsLines(settings, words),
    ...(subscriber === person ? [words.stored.subscriber] : []),
  ];
}
