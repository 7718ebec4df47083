import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ROUTES } from '../../../support/discord/calls.ts';
import { checkAnswer, checkBody } from '../../../support/discord/specification.ts';

const problems = (route: string, body: unknown): readonly string[] =>
  checkBody(route, body).map(({ place, problem }) => `${place}: ${problem}`);
const button = (custom_id: unknown) => ({ type: 2, style: 2, label: 'a', custom_id });
const container = (inside: unknown) => ({ components: [{ type: 17, components: inside }], flags: 1 << 15 });

describe("Discord's own schemas", () => {
  it('take what Discord takes', () => {
    const rows = [
      { type: 10, content: 'a' },
      { type: 1, components: [button('x')] },
    ];
    assert.deepEqual(
      problems(ROUTES.sendMessage, { ...container(rows), nonce: '1', enforce_nonce: true }),
      [],
    );
    assert.deepEqual(problems(ROUTES.editReply, container(rows)), []);
    assert.deepEqual(problems(ROUTES.callback, { type: 5, data: { flags: 64 } }), []);
    assert.deepEqual(
      problems(ROUTES.callback, { type: 8, data: { choices: [{ name: 'a', value: 'b' }] } }),
      [],
    );
    assert.deepEqual(problems(ROUTES.typing, undefined), []);
  });

  it('say where a body is wrong, deep inside as well', () => {
    const wrong = problems(
      ROUTES.sendMessage,
      container([{ type: 1, components: [button('x'.repeat(101))] }]),
    );
    assert.equal(wrong.length, 1);
    assert.match(wrong[0] ?? '', /^components\.0\.components\.0\.components\.0\.custom_id: .*100/);
    assert.match(problems(ROUTES.sendMessage, { content: 7 })[0] ?? '', /^content: .*string/);
    assert.match(problems(ROUTES.setCommands, [{ description: 'a' }])[0] ?? '', /^0\.name: /);
  });

  it('know every field, and let pass what discord.js always says', () => {
    assert.deepEqual(problems(ROUTES.sendMessage, { content: 'a', silent: true }), ['silent: is not known']);
    assert.deepEqual(problems(ROUTES.sendMessage, container([{ type: 10, content: 'a', colour: 1 }])), [
      'components.0.components.0.colour: is not known',
    ]);
    assert.deepEqual(problems(ROUTES.editMessage, { content: 'a', tts: false, enforce_nonce: false }), []);
  });

  it('are named for every endpoint that takes a body', () => {
    assert.deepEqual(problems('POST /guilds/{guild_id}/roles', { name: 'a' }), [
      ': no schema is named for this endpoint',
    ]);
  });

  it('judge answers too, which may hold more than is described', () => {
    const user = { id: '1', username: 'a' };
    assert.notDeepEqual(checkAnswer('GET /users/{user_id}', user), []);
    assert.deepEqual(checkAnswer('GET /nowhere', user), []);
  });
});
