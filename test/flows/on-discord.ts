import { Locale } from 'discord.js';
import type { CommandRegistry } from '../../src/core/chat/commands/registry.ts';
import { readButton } from '../../src/platforms/discord/components.ts';
import { optionName } from '../../src/platforms/discord/menu.ts';
import { startBot } from '../platforms/discord/discord-bot.ts';
import type { DiscordServer } from '../support/discord/discord-server.ts';
import type { Person } from '../support/discord/person.ts';
import type { SeenMessage } from '../support/discord/seen.ts';
import type { OpenStage, Visitor } from './flow.ts';
import { createFlowChat, FLOW_LIBRARY } from './flow-library.ts';
import { type Seen, shownMarkdown, wordsOf } from './meaning.ts';

/** The bot on Discord, in private channels, to which people write. */
export const openDiscordMessages: OpenStage = (t) =>
  openDiscord(t, 'discord messages', async (text, person, { server }) => {
    const count = botMessages(server, person).length;
    person.writes(text);
    return server.until(() => botMessages(server, person)[count]);
  });

/** The bot on Discord, in private channels, where people use slash commands for everything. */
export const openDiscordCommands: OpenStage = (t) =>
  openDiscord(t, 'discord commands', async (text, person, { server, registry }) => {
    const [, called = 'ask', rest = text] = /^\/(\S+)\s*(.*)$/s.exec(text) ?? [];
    const command = registry.find(called);
    if (command === undefined) throw new Error(`Nobody can use /${called} on Discord.`);
    const { name, argument } = command;
    const values = argument === undefined || rest === '' ? {} : { [optionName(argument.name.en)]: rest };
    return (await server.answerOf(person.uses(person.directChannel(), name, values))).message;
  });

/** What it takes to say something. */
interface Ground {
  readonly server: DiscordServer;
  readonly registry: CommandRegistry;
}

async function openDiscord(
  t: Parameters<OpenStage>[0],
  name: 'discord messages' | 'discord commands',
  say: (text: string, person: Person, ground: Ground) => Promise<SeenMessage | undefined>,
): ReturnType<OpenStage> {
  const { chat, registry } = await createFlowChat();
  const { server } = await startBot(t, { library: FLOW_LIBRARY, chat, registry });

  const visitor = async (): Promise<Visitor> => {
    const person = server.person({ locale: Locale.Vietnamese });
    const press = async (label: string): Promise<SeenMessage | undefined> => {
      const below = botMessages(server, person).findLast(({ controls }) =>
        controls.some((control) => control.label === label),
      );
      const pressed = person.presses(below?.id ?? `message with a button ${label}`, label);
      const { followUps, message } = await server.answerOf(pressed);
      return followUps[0] ?? message;
    };
    return {
      does: async (deed) => {
        const message = await (deed.kind === 'says'
          ? say(deed.text, person, { server, registry })
          : press(deed.label));
        return read(message);
      },
      leave: async () => {},
    };
  };
  return { name, visitor, violations: () => server.violations };
}

const botMessages = (server: DiscordServer, person: Person): readonly SeenMessage[] =>
  server
    .messagesIn(person.directChannel(), person.id)
    .filter(({ authorId }) => authorId === server.botUser.id);

function read(message: SeenMessage | undefined): Seen {
  const controls = message?.controls ?? [];
  const isChoice = ({ customId }: (typeof controls)[number]): boolean => {
    const press = readButton(customId ?? '');
    return press?.kind === 'action' && press.action.kind === 'say';
  };
  return {
    words: wordsOf(shownMarkdown(message?.text ?? '')),
    choices: controls.filter(isChoice).map(({ label }) => label),
    buttons: controls.filter((control) => !isChoice(control)).map(({ label }) => label),
  };
}
