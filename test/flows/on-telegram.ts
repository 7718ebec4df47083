import { readButton } from '../../src/platforms/telegram/keyboard.ts';
import { startBot } from '../platforms/telegram/telegram-bot.ts';
import type { VisibleMessage } from '../support/telegram/visible-messages.ts';
import type { OpenStage, Visitor } from './flow.ts';
import { FLOW_LIBRARY } from './flow-library.ts';
import { type Seen, wordsOf } from './meaning.ts';

/** The bot on Telegram, in private chats. */
export const openTelegram: OpenStage = async (t) => {
  const { server } = await startBot(t, { library: FLOW_LIBRARY });

  const visitor = async (): Promise<Visitor> => {
    const person = server.person({ language_code: 'vi' });
    let before: ReadonlyMap<number, string> = new Map();
    // What is new, or no longer what it was.
    const changed = (): readonly VisibleMessage[] => {
      const shown = server.botMessagesIn(person);
      const news = shown.filter((message) => before.get(message.id) !== JSON.stringify(message));
      before = new Map(shown.map((message) => [message.id, JSON.stringify(message)]));
      return news;
    };
    return {
      does: async (deed) => {
        if (deed.kind === 'says') {
          person.says(deed.text);
          await server.untilHandled();
          return read(changed());
        }
        const press = person.presses(deed.label);
        await server.untilHandled();
        const notice = person.answerToPress(press)?.text;
        const news = changed();
        return notice === undefined ? read(news) : { words: wordsOf(notice), choices: [], buttons: [] };
      },
      leave: async () => {},
    };
  };
  return { name: 'telegram', visitor, violations: () => server.violations };
};

function read(messages: readonly VisibleMessage[]): Seen {
  const buttons = messages.flatMap((message) => Object.entries(message.buttons));
  const isChoice = (data: string): boolean => {
    const press = readButton(data);
    return press?.kind === 'label' || (press?.kind === 'action' && press.action.kind === 'say');
  };
  return {
    words: wordsOf(messages.map(({ text }) => text).join('\n')),
    choices: buttons.filter(([, data]) => isChoice(data)).map(([label]) => label),
    buttons: buttons.filter(([, data]) => !isChoice(data)).map(([label]) => label),
  };
}
