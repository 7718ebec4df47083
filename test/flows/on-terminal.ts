import { PassThrough, Writable } from 'node:stream';
import { createTerminal } from '../../src/platforms/terminal/index.ts';
import { NOON_MS, TODAY } from '../core/chat/tiny-chat.ts';
import type { OpenStage, Visitor } from './flow.ts';
import { createFlowChat, FLOW_LIBRARY } from './flow-library.ts';
import { readTerminal } from './meaning.ts';

/** The bot on terminals, one for each visitor. */
export const openTerminal: OpenStage = async () => {
  const visitor = async (): Promise<Visitor> => {
    // To a terminal everybody is the same person; whoever comes next starts the program anew.
    const { chat, registry } = await createFlowChat();
    const commandNames = registry.commands.flatMap(({ name, aliases }) => [name, ...aliases]);
    const input = new PassThrough();
    let hear: (reply: string) => void = () => {};
    const output = new Writable({
      write: (chunk, _, done) => {
        hear(String(chunk));
        done();
      },
    });
    const ended = createTerminal({
      chat,
      commandNames,
      clock: { now: () => NOON_MS },
      today: () => TODAY,
      language: 'vi',
      input,
      output,
      coloured: false,
      library: FLOW_LIBRARY,
    }).run();
    const says = (text: string): Promise<string> =>
      new Promise((resolve) => {
        hear = resolve;
        input.write(`${text}\n`);
      });
    return {
      does: async (deed) => {
        if (deed.kind === 'presses') throw new Error('A terminal has no buttons.');
        return readTerminal(await says(deed.kind === 'says' ? deed.text : deed.say));
      },
      leave: async () => {
        input.end();
        await ended;
      },
    };
  };
  return { name: 'terminal', visitor, violations: () => [] };
};
