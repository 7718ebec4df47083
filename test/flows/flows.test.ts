import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Flow, Stage, Step } from './flow.ts';
import { FLOWS } from './flows.ts';
import { type Seen, wordsOf } from './meaning.ts';
import { openDiscordCommands, openDiscordMessages } from './on-discord.ts';
import { openTelegram } from './on-telegram.ts';
import { openTerminal } from './on-terminal.ts';

/** What was seen on one platform after each step; `undefined` where the step cannot be done. */
interface Performance {
  readonly stage: Stage;
  readonly seen: readonly (Seen | undefined)[];
}

async function perform(flow: Flow, stage: Stage): Promise<Performance> {
  const visitor = await stage.visitor();
  const seen: (Seen | undefined)[] = [];
  for (const { does, lacking } of flow.steps)
    seen.push(lacking?.[stage.name] === undefined ? await visitor.does(does) : undefined);
  await visitor.leave();
  return { stage, seen };
}

function checkStep(step: Step, index: number, performances: readonly Performance[]): void {
  const there = performances.flatMap(({ stage, seen }) => {
    const reply = seen[index];
    return reply === undefined ? [] : [{ where: `${stage.name}, ${JSON.stringify(step.does)}`, reply }];
  });
  const [first] = there;
  const withButtons = there.find(({ reply }) => reply.buttons !== undefined);
  assert.ok(first, 'a step that is done nowhere');
  for (const { where, reply } of there) {
    const { words, choices, buttons } = reply;
    assert.ok(words.length > 0, where);
    for (const text of step.tells)
      assert.ok(words.includes(wordsOf(text)), `${where}: no "${text}" in ${words}`);
    for (const text of step.neverTells ?? [])
      assert.ok(!words.includes(wordsOf(text)), `${where}: "${text}" in ${words}`);
    if (step.offers !== undefined) assert.deepEqual(choices, step.offers, where);
    assert.equal(words, first.reply.words, where);
    assert.deepEqual(choices, first.reply.choices, where);
    if (buttons !== undefined) assert.deepEqual(buttons, withButtons?.reply.buttons, where);
  }
}

test('the same conversation has the same meaning on every platform', async (t) => {
  const stages = await Promise.all(
    [openTerminal, openTelegram, openDiscordMessages, openDiscordCommands].map((open) => open(t)),
  );
  for (const flow of FLOWS)
    await t.test(flow.name, async () => {
      const performances = await Promise.all(stages.map((stage) => perform(flow, stage)));
      for (const [index, step] of flow.steps.entries()) checkStep(step, index, performances);
    });
  for (const stage of stages)
    await t.test(`nothing is refused: ${stage.name}`, () => assert.deepEqual(stage.violations(), []));
});
