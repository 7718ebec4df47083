import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';
import { createDiscordServer } from '../../../support/discord/discord-server.ts';

const run = promisify(execFile);

const PROGRAM = `
  const { createEchoBot } = await import('./test/support/discord/echo-bot.ts');
  const bot = await createEchoBot();
  await bot.login();
  bot.server.failNext('*', { kind: 'slow', until: new Promise(() => {}) });
  bot.server.person().mentions(bot.guild.channelId, 'xin chào');
  await bot.stop();
  console.log('stopped');
`;

describe('stopping the local Discord', () => {
  it('leaves nothing open, so that the process ends by itself', async () => {
    const { stdout } = await run(process.execPath, [
      '--import',
      'tsx',
      '--input-type=module',
      '--eval',
      PROGRAM,
    ]);
    assert.equal(stdout.trim(), 'stopped');
  });

  it('fails those who still wait', async () => {
    const server = await createDiscordServer();
    const waiting = assert.rejects(server.nextCall(), /The server stopped/);
    await server.stop();
    await waiting;
  });
});
