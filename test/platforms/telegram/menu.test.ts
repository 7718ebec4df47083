import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createCommandRegistry } from '../../../src/core/chat/commands/registry.ts';
import { wordsIn } from '../../../src/core/chat/words/words.ts';
import { startBot } from './telegram-bot.ts';

interface Listed {
  readonly command: string;
  readonly description: string;
}

describe('the menu', () => {
  it('is set in both languages and without one, for every kind of chat, with the bot described', async (t) => {
    const { server } = await startBot(t);
    await server.until(
      () => server.calls.filter(({ method }) => method === 'setMyShortDescription').length === 3,
    );
    const menus = server.calls.filter(({ method }) => method === 'setMyCommands');
    assert.equal(menus.length, 12);
    const inPrivate = (code?: string) => {
      const found = menus.find(
        ({ parameters }) =>
          JSON.stringify(parameters.scope) === '{"type":"all_private_chats"}' &&
          parameters.language_code === code,
      );
      return (found?.parameters.commands ?? []) as readonly Listed[];
    };
    const { commands } = createCommandRegistry();
    assert.deepEqual(
      inPrivate('en').map(({ command }) => command),
      commands.map(({ name }) => name),
    );
    assert.deepEqual(
      inPrivate('vi').map(({ command }) => command),
      commands.map(({ aliases }) => aliases[0]),
    );
    assert.deepEqual(inPrivate(undefined), inPrivate('vi'));
    assert.equal(inPrivate('vi')[0]?.description, wordsIn('vi').commands.ask);
    assert.deepEqual(server.violations, []);
  });

  it('that Telegram refuses does not keep the bot from answering', async (t) => {
    const { server, log } = await startBot(t);
    server.failNext({
      method: 'setMyCommands',
      count: 12,
      kind: 'refused',
      error_code: 400,
      description: 'Bad Request: BOT_COMMAND_INVALID',
    });
    const lan = server.person();
    lan.says('Hiệp định Thương mại song phương được ký khi nào?');
    await server.until(() => server.botMessagesIn(lan).length === 1);
    await log.until('request-failed');
  });
});
