import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { describe, it, type TestContext } from 'node:test';
import { startBot } from './telegram-bot.ts';

/** What the test needs of the emulator, whose own types lean on packages we do not have. */
interface Emulator {
  start(): Promise<void>;
  stop(): Promise<boolean>;
  getClient(token: string): Client;
  readonly config: { readonly apiURL: string };
}

interface Client {
  makeMessage(text: string): object;
  makeCommand(text: string): object;
  makeCallbackQuery(data: string, options: object): object;
  sendMessage(message: object): Promise<object>;
  sendCommand(message: object): Promise<object>;
  sendCallback(query: object): Promise<object>;
  getUpdates(): Promise<{ readonly result: readonly { readonly message: Told }[] }>;
  getUpdatesHistory(): Promise<readonly { readonly message: Told }[]>;
}

interface Told {
  readonly text: string;
  readonly reply_markup?: {
    readonly inline_keyboard: readonly (readonly { readonly callback_data: string }[])[];
  };
}

const Server: new (options: object) => Emulator = createRequire(import.meta.url)('telegram-test-api');

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });

const TOKEN = '123456789:an-independent-emulator-takes-any';

async function emulator(t: TestContext): Promise<Emulator> {
  const server = new Server({ port: await freePort(), host: '127.0.0.1' });
  await server.start();
  t.after(() => server.stop());
  return server;
}

describe('an independent emulator of Telegram', () => {
  it('carries the basic conversation: hello, a question, a date, a button', async (t) => {
    const server = await emulator(t);
    const client = server.getClient(TOKEN);
    await startBot(t, { apiRoot: server.config.apiURL, token: TOKEN });

    await client.sendCommand(client.makeCommand('/start'));
    assert.match((await client.getUpdates()).result[0]?.message.text ?? '', /Nhịp Cầu/);

    await client.sendMessage(client.makeMessage('Hiệp định Thương mại song phương được ký khi nào?'));
    const answer = (await client.getUpdates()).result[0]?.message;
    assert.match(answer?.text ?? '', /Hiệp định Thương mại song phương/);
    assert.ok(answer?.reply_markup?.inline_keyboard[0]?.[0]?.callback_data);

    await client.sendCommand(client.makeCommand('/ngay 3/2/1994'));
    assert.match((await client.getUpdates()).result[0]?.message.text ?? '', /Bỏ cấm vận/);
  });
});
