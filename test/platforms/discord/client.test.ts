import assert from 'node:assert/strict';
import { once } from 'node:events';
import { describe, it } from 'node:test';
import { DefaultRestOptions, Events } from 'discord.js';
import { createClient } from '../../../src/platforms/discord/client.ts';
import { createDiscordServer } from '../../support/discord/discord-server.ts';

describe('the memory of the client', () => {
  it('keeps no message and few people, however many speak', async (t) => {
    const server = await createDiscordServer();
    const guild = server.guild();
    const client = createClient({
      apiRoot: server.root,
      shards: { kind: 'range', first: 0, last: 0, count: 1 },
      makeRequest: DefaultRestOptions.makeRequest,
    });
    t.after(async () => {
      await client.destroy();
      await server.stop();
    });
    const ready = once(client, Events.ClientReady);
    await client.login(server.token);
    await ready;
    let last = '';
    for (let count = 0; count < 300; count += 1)
      last = server.person({ name: `Người ${count}` }).mentions(guild.channelId, 'chào');
    await new Promise<void>((resolve) => {
      client.on(Events.MessageCreate, ({ id }) => (id === last ? resolve() : undefined));
    });
    const members = client.guilds.cache.get(guild.id)?.members.cache;
    const channel = client.channels.cache.get(guild.channelId);
    assert.ok(channel?.isTextBased());
    assert.equal(channel.messages.cache.size, 0);
    assert.ok(client.users.cache.size <= 201, String(client.users.cache.size));
    assert.ok((members?.size ?? 0) <= 21, String(members?.size));
    assert.ok(members?.has(server.botUser.id), 'its own permissions are known');
  });
});
