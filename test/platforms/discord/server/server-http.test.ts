import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { REST, Routes } from 'discord.js';
import { ROUTES } from '../../../support/discord/calls.ts';
import { DiscordError, ERRORS } from '../../../support/discord/discord-error.ts';
import { createDiscordServer, type DiscordServer } from '../../../support/discord/discord-server.ts';

const running: DiscordServer[] = [];

const start = async () => {
  const server = await createDiscordServer();
  running.push(server);
  const { channelId } = server.guild();
  const rest = new REST({ api: server.root, offset: 0, retries: 2 }).setToken(server.token);
  const send = (body: unknown): Promise<unknown> => rest.post(Routes.channelMessages(channelId), { body });
  return { server, rest, channelId, send };
};

const statuses = ({ calls }: DiscordServer): readonly (number | string)[] =>
  calls.map(({ answer }) => (answer.kind === 'cut' ? 'cut' : answer.status));

const textButton = (id: string) => ({ type: 2, style: 1, label: 'Nút', custom_id: id });

afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
});

describe('the HTTP side of the local Discord', () => {
  it('answers 429 on order, with headers that discord.js reads', async () => {
    const { server, send, channelId } = await start();
    server.failNext(ROUTES.sendMessage, { kind: 'rate-limit', retryAfterSeconds: 0.05 });
    await send({ content: 'xin chào' });
    assert.deepEqual(statuses(server), [429, 200]);
    assert.equal(server.messagesIn(channelId).length, 1);
  });

  it('answers 429 as long as the limit lasts, and discord.js waits for it', async () => {
    const { server, send, channelId } = await start();
    server.limitRoute(ROUTES.sendMessage, { requests: 1, seconds: 0.3 });
    const stranger = new REST({ api: server.root, offset: 20 }).setToken(server.token);
    await send({ content: 'một' });
    // The second client knows nothing of the limit; had it not waited, it would have been refused again and again.
    await stranger.post(Routes.channelMessages(channelId), { body: { content: 'hai' } });
    assert.deepEqual(statuses(server), [200, 429, 200]);
  });

  it('enforces a limit per channel and tells how many requests are left', async () => {
    const { server, send } = await start();
    server.limitRoute(ROUTES.sendMessage, { requests: 2, seconds: 0.4 });
    await Promise.all(['một', 'hai', 'ba'].map((content) => send({ content })));
    // discord.js reads the headers and waits by itself, so that no request is refused.
    assert.deepEqual(statuses(server), [200, 200, 200]);
  });

  it('answers with the failures of a proxy, which discord.js repeats', async () => {
    const { server, send } = await start();
    server.failNext(ROUTES.sendMessage, { kind: 'status', status: 502 }, 2);
    await send({ content: 'xin chào' });
    assert.deepEqual(statuses(server), [502, 502, 200]);
  });

  it('cuts a connection after the message was taken, so that only a nonce avoids a second one', async () => {
    const { server, send, channelId } = await start();
    const body = { content: 'tin ngày', nonce: 'ngày 30-4', enforce_nonce: true };
    server.failNext(ROUTES.sendMessage, { kind: 'cut', when: 'after' });
    await assert.rejects(send(body));
    await send(body);
    assert.deepEqual(statuses(server), ['cut', 200]);
    assert.equal(server.messagesIn(channelId).length, 1);
  });

  it('cuts a connection before the message was taken', async () => {
    const { server, send, channelId } = await start();
    server.failNext('*', { kind: 'cut', when: 'before', how: 'reset' });
    await send({ content: 'tin ngày' });
    assert.deepEqual(statuses(server), ['cut', 200]);
    assert.equal(server.messagesIn(channelId).length, 1);
  });

  it('holds an answer back as long as the test wants', async () => {
    const { server, send, channelId } = await start();
    const { promise, resolve } = deferred();
    server.failNext(ROUTES.sendMessage, { kind: 'slow', until: promise });
    const sent = send({ content: 'chậm' });
    assert.equal(server.messagesIn(channelId).length, 0);
    resolve();
    await sent;
    assert.equal(server.messagesIn(channelId).length, 1);
  });

  it('gives errors on order', async () => {
    const { server, send } = await start();
    server.failNext(ROUTES.sendMessage, { kind: 'error', error: ERRORS.missingAccess() });
    await assert.rejects(send({ content: 'x' }), { code: 50001, status: 403 });
  });

  it('refuses messages that are too long, empty or doubled in their ids, in the words of Discord', async () => {
    const { server, send } = await start();
    await assert.rejects(send({ content: 'x'.repeat(2001) }), (error: unknown) => {
      assert.ok(error instanceof Error);
      assert.match(error.message, /content\[BASE_TYPE_MAX_LENGTH\]: Must be 2000 or fewer in length/);
      return true;
    });
    await assert.rejects(send({ content: '' }), { code: 50006 });
    const wrong: readonly (readonly [object, RegExp])[] = [
      [{ embeds: [{ description: 'x'.repeat(4097) }] }, /BASE_TYPE_MAX_LENGTH/],
      [{ embeds: [1, 2].map(() => ({ description: 'x'.repeat(3001) })) }, /MAX_EMBED_SIZE_EXCEEDED/],
      [{ embeds: [{ fields: Array(26).fill({ name: 'a', value: 'b' }) }] }, /BASE_TYPE_BAD_LENGTH/],
      [{ components: [{ type: 1, components: [textButton('a'), textButton('a')] }] }, /CUSTOM_ID_DUPLICATED/],
      [{ components: [{ type: 1, components: [textButton('a'.repeat(101))] }] }, /BASE_TYPE_MAX_LENGTH/],
      [{ components: [{ type: 10, content: 'x' }] }, /UNION_TYPE_CHOICES/],
      [{ flags: 1 << 15, content: 'x', components: [{ type: 10, content: 'x' }] }, /LEGACY_FIELDS/],
      [{ flags: 1 << 15, components: [{ type: 10, content: 'x'.repeat(4001) }] }, /TEXT_SIZE_EXCEEDED/],
      [{ flags: 1 << 15, components: Array(41).fill({ type: 10, content: 'x' }) }, /MAX_TOTAL_COMPONENTS/],
      [{ content: 'x', nonce: 'n'.repeat(26) }, /BASE_TYPE_MAX_LENGTH/],
    ];
    for (const [body, problem] of wrong) await assert.rejects(send(body), problem, String(problem));
    assert.ok(server.violations.length >= wrong.length);
  });

  it('takes a message made of components', async () => {
    const { server, send, channelId } = await start();
    const section = { type: 9, components: [{ type: 10, content: 'Hai' }], accessory: textButton('a') };
    await send({
      flags: 1 << 15,
      components: [{ type: 17, components: [{ type: 10, content: 'Một' }, section] }],
    });
    const [message] = server.messagesIn(channelId);
    assert.equal(message?.text, 'Một\nHai');
    assert.deepEqual(
      message?.controls.map(({ label }) => label),
      ['Nút'],
    );
    assert.deepEqual(server.violations, []);
  });

  it('notifies only whom the message allows', async () => {
    const { server, send, channelId } = await start();
    const lan = server.person();
    const content = `@everyone <@${lan.id}>`;
    await send({ content });
    await send({ content, allowed_mentions: { parse: [] } });
    const [loud, quiet] = server.messagesIn(channelId);
    assert.deepEqual([loud?.pings, loud?.pingsEveryone], [[lan.id], true]);
    assert.deepEqual([quiet?.pings, quiet?.pingsEveryone], [[], false]);
  });

  it('puts obstacles in the way of the bot, per channel', async () => {
    const { server, send, channelId, rest } = await start();
    for (const [obstacle, code] of [
      ['unknown', 10003],
      ['missing-access', 50001],
      ['missing-permissions', 50013],
      ['archived', 50083],
    ] as const) {
      server.obstruct(channelId, obstacle);
      await assert.rejects(send({ content: 'x' }), { code });
    }
    server.obstruct(channelId, 'none');
    await send({ content: 'x' });
    const thread = server.thread(channelId);
    server.archive(thread);
    await rest.post(Routes.channelMessages(thread), { body: { content: 'mở lại' } });
    server.archive(thread, { locked: true });
    await assert.rejects(rest.post(Routes.channelMessages(thread), { body: { content: 'x' } }), {
      code: 50083,
    });
    assert.deepEqual(server.violations, []);
  });

  it('refuses commands that Discord refuses, and gives ids to the others', async () => {
    const { server, rest } = await start();
    const route = Routes.applicationCommands(server.application.id);
    const good = { name: 'hỏi', description: 'Hỏi', name_localizations: { 'en-US': 'ask' } };
    const wrong: readonly object[] = [
      { ...good, name: 'Hỏi' },
      { ...good, name: 'hỏi đáp' },
      { ...good, description: 'x'.repeat(101) },
      { ...good, name_localizations: { en: 'ask' } },
      { ...good, description_localizations: { vi: '' } },
      { ...good, options: Array.from({ length: 26 }, (_, at) => ({ ...good, type: 3, name: `o${at}` })) },
      {
        ...good,
        options: [
          { ...good, type: 3 },
          { ...good, type: 3, name: 'b', required: true },
        ],
      },
    ];
    for (const command of wrong) await assert.rejects(rest.put(route, { body: [command] }), { code: 50035 });
    const stored = await rest.put(route, { body: [good] });
    assert.deepEqual(await rest.get(route), stored);
    const again = await rest.put(route, { body: [{ ...good, description: 'Hỏi nữa' }] });
    const idOf = (list: unknown): unknown => (Array.isArray(list) ? list[0]?.id : undefined);
    assert.ok(idOf(stored));
    assert.equal(idOf(again), idOf(stored));
  });

  it('names endpoints that Discord does not have', async () => {
    const { server, rest } = await start();
    await assert.rejects(rest.get('/channel/1'), { status: 404 });
    assert.deepEqual(
      server.violations.map(({ route, source }) => [route, source]),
      [['GET /channel/1', 'endpoints']],
    );
  });

  it('says what was called instead when a wait fails', async () => {
    const server = await createDiscordServer({ patienceMs: 20 });
    running.push(server);
    const rest = new REST({ api: server.root }).setToken(server.token);
    await rest.get(Routes.user());
    await assert.rejects(server.nextCall(ROUTES.typing), /1\. GET \/users\/@me -> 200/);
    assert.ok(new DiscordError(404, 0, 'x') instanceof Error);
  });
});

function deferred(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => {};
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
