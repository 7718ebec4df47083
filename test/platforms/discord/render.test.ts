import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type APIMessageTopLevelComponent, ComponentType } from 'discord.js';
import fc from 'fast-check';
import type { Block, Reply } from '../../../src/core/chat/reply.ts';
import { wordsIn } from '../../../src/core/chat/words/words.ts';
import type { Handle } from '../../../src/core/knowledge/handle.ts';
import { shorten } from '../../../src/core/text/shorten.ts';
import {
  componentsOf,
  fitsIntoButton,
  followUpId,
  readButton,
} from '../../../src/platforms/discord/components.ts';
import { DISCORD_LIMITS } from '../../../src/platforms/discord/limits.ts';
import { menuOf } from '../../../src/platforms/discord/menu.ts';
import { renderReply } from '../../../src/platforms/discord/render.ts';
import { checkCommands } from '../../support/discord/command-rules.ts';
import { checkMessage } from '../../support/discord/message-rules.ts';

const ASKER = '1234567890123456789';
const NO_COMMANDS = { commandMention: () => undefined };
const V2 = 1 << 15;

const replyOf = (...blocks: readonly Block[]): Reply => ({ language: 'vi', blocks });
const text = (said: string): Block => ({ kind: 'text', text: said });

/** Every message of a reply as it goes out; each is judged by Discord's rules. */
function shown(reply: Reply, asker: string | undefined = ASKER): readonly APIMessageTopLevelComponent[][] {
  const messages = renderReply(reply, NO_COMMANDS);
  return messages.map(({ markdown, plain }, index) => {
    const isLast = index === messages.length - 1;
    const components = componentsOf(markdown, isLast ? reply : undefined, { asker, needsWindow: true });
    checkMessage({ components, flags: V2 });
    checkMessage({ content: plain() });
    return components;
  });
}

const textOf = (components: readonly APIMessageTopLevelComponent[]): string =>
  components
    .flatMap((top) => (top.type === ComponentType.Container ? top.components : []))
    .map((part) => (part.type === ComponentType.TextDisplay ? part.content : ''))
    .join('');

const labelsOf = (components: readonly APIMessageTopLevelComponent[]): readonly string[] =>
  components
    .flatMap((top) => (top.type === ComponentType.Container ? top.components : []))
    .flatMap((part) => (part.type === ComponentType.ActionRow ? part.components : []))
    .map((part) => ('label' in part ? (part.label ?? '') : ''));

describe('the length of a message', () => {
  it(`may be ${DISCORD_LIMITS.componentText} and no more; what is longer goes on in a further message`, () => {
    for (const [length, messages] of [
      [3999, 1],
      [4000, 1],
      [4001, 2],
      [8000, 2],
      [8001, 3],
    ] as const)
      assert.equal(shown(replyOf(text('x'.repeat(length)))).length, messages, String(length));
  });

  it('counts the markup, too', () => {
    assert.equal(shown(replyOf(text('*'.repeat(2000)))).length, 1);
    assert.equal(shown(replyOf(text('*'.repeat(2001)))).length, 2);
  });

  it('is kept by parting between pieces, else sentences, else words, and never within a letter', () => {
    const sentence = 'Hai nước ký hiệp định thương mại song phương. ';
    const bySentence = shown(replyOf(text(sentence.repeat(100)))).map(textOf);
    for (const part of bySentence) assert.match(part.trimEnd(), /song phương\.$/);
    const byWord = shown(replyOf(text('thương mại '.repeat(600)))).map(textOf);
    for (const part of byWord) assert.match(part.trimEnd(), /(?:thương|mại)$/);
    const flag = '🇻🇳';
    for (const part of shown(replyOf(text(flag.repeat(1500)))).map(textOf))
      assert.equal(part.replaceAll(flag, ''), '');
    const pieces = shown(replyOf(text('a'.repeat(3000)), { kind: 'heading', text: 'b'.repeat(3000) })).map(
      textOf,
    );
    assert.deepEqual(
      pieces.map((part) => part.replace(/\*/g, '')[0]),
      ['a', 'b'],
    );
  });

  it('without components stays within 2000', () => {
    const [message] = renderReply(replyOf(text('x'.repeat(3000))), NO_COMMANDS);
    assert.equal(message?.plain().length, DISCORD_LIMITS.content);
  });

  it('holds for whatever a reply says, and nothing of it is lost', () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3000 });
    const block = fc.oneof(
      words.map(text),
      words.map(
        (said): Block => ({ kind: 'quote', text: said, highlights: [{ start: 0, end: 1 }], marks: [] }),
      ),
      words.map(
        (said): Block => ({
          kind: 'citation',
          title: said,
          handle: 'k7m2x',
          source: { title: said, url: said },
        }),
      ),
      words.map((said): Block => ({ kind: 'event', date: said, title: said, text: said })),
      words.map((said): Block => ({ kind: 'choices', choices: [{ label: said, say: said }] })),
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 8 }), (blocks) => {
        assert.ok(shown(replyOf(...blocks)).length > 0);
      }),
      { numRuns: 60 },
    );
  });

  it('never makes use of embeds, whose limits therefore bind nobody', () => {
    assert.deepEqual(
      [DISCORD_LIMITS.embedDescription, DISCORD_LIMITS.embedTotal, DISCORD_LIMITS.embedFields],
      [4096, 6000, 25],
    );
    assert.ok(
      shown(replyOf(text('a')))
        .flat()
        .every(({ type }) => type === ComponentType.Container),
    );
  });
});

describe('the buttons of a message', () => {
  const choices = (count: number, say: (index: number) => string): Block => ({
    kind: 'choices',
    choices: Array.from({ length: count }, (_, index) => ({ label: say(index), say: say(index) })),
  });

  it(`are as many as ${DISCORD_LIMITS.components} components in all allow`, () => {
    // A frame, a text, and for each choice a row with a button.
    assert.equal(labelsOf(shown(replyOf(choices(19, (index) => `câu ${index}`)))[0] ?? []).length, 19);
    assert.equal(labelsOf(shown(replyOf(choices(30, (index) => `câu ${index}`)))[0] ?? []).length, 19);
  });

  it('stand five in a row at most', () => {
    const buttons = Array.from({ length: 11 }, (_, index) => ({
      label: `${index}`,
      action: { kind: 'say' as const, text: `câu ${index}` },
    }));
    assert.equal(labelsOf(shown({ ...replyOf(text('a')), buttons })[0] ?? []).length, 11);
  });

  it('say what they show; what no button can hold is listed instead', () => {
    const short = 'x'.repeat(80);
    const long = 'x'.repeat(81);
    assert.ok(fitsIntoButton(short) && !fitsIntoButton(long));
    const [message = []] = shown(replyOf(choices(1, () => short)));
    assert.deepEqual(labelsOf(message), [short]);
    const [listed = []] = shown(replyOf(choices(1, () => long)));
    assert.deepEqual([labelsOf(listed), textOf(listed)], [[], `• ${long}`]);
  });

  it('appear once where two would ask for the same', () => {
    const button = { label: 'a', action: { kind: 'say' as const, text: 'a' } };
    assert.equal(labelsOf(shown({ ...replyOf(text('a')), buttons: [button, button] })[0] ?? []).length, 1);
  });

  it('have long labels cut, but not within a letter', () => {
    const buttons = [{ label: '🇻🇳'.repeat(40), action: { kind: 'say' as const, text: 'a' } }];
    const [label = ''] = labelsOf(shown({ ...replyOf(text('a')), buttons })[0] ?? []);
    assert.ok(label.length <= DISCORD_LIMITS.buttonLabel);
    assert.equal(label.replaceAll('🇻🇳', ''), '…');
  });

  it('offer to delete and to go on below what can be rated, and only where somebody asked', () => {
    const words = wordsIn('vi').buttons;
    const buttons = [
      { label: '👍', action: { kind: 'vote' as const, handle: 'k7m2x' as Handle, vote: 'up' as const } },
    ];
    const below = (asker: string | undefined) =>
      labelsOf(
        componentsOf('a', { ...replyOf(text('a')), buttons }, { asker, needsWindow: asker !== undefined }),
      );
    assert.deepEqual(below(ASKER), ['👍', words.followUp, words.delete]);
    assert.deepEqual(below(undefined), ['👍']);
  });
});

describe('what a button sends back', () => {
  it('tells what is asked for and who asked the question above', () => {
    assert.deepEqual(readButton(followUpId(ASKER)), { kind: 'follow-up', asker: ASKER });
    assert.deepEqual(readButton(followUpId(undefined)), { kind: 'follow-up', asker: undefined });
    assert.deepEqual(readButton(';t:câu hỏi; dài'), {
      kind: 'action',
      asker: undefined,
      action: { kind: 'say', text: 'câu hỏi; dài' },
    });
  });

  it('is nothing when it is none of ours, whatever it is', () => {
    for (const id of ['', ';', 'hello', 'a;q', '!;x', `${'a'.repeat(15)};x`, ';q:vi:', ';v:maybe:k7m2x'])
      assert.equal(readButton(id), undefined, id);
    fc.assert(fc.property(fc.string({ maxLength: 100 }), (id) => void readButton(id)));
  });
});

describe('words of the bot that name commands', () => {
  it('mention those that are registered, and stay as they are otherwise', () => {
    const commandMention = (name: string) => (name === 'nguon' ? '</source:1>' : undefined);
    const [message] = renderReply(replyOf(text('xem /nguon k7m2x, /khac hay a/nguon')), { commandMention });
    assert.equal(message?.markdown, 'xem </source:1> k7m2x, /khac hay a/nguon');
    assert.equal(message?.plain(), 'xem /nguon k7m2x, /khac hay a/nguon');
  });
});

describe('the commands that are registered', () => {
  it('keep to the limits of names and descriptions, however long their words are', () => {
    const long = { vi: 'ờ'.repeat(200), en: 'o'.repeat(200) };
    const argument = { name: long, example: long, required: true };
    const summary = { vi: 'ờ'.repeat(100), en: 'o'.repeat(100) };
    const command = { name: 'a'.repeat(32), aliases: [], summary, argument, run: () => replyOf() };
    checkCommands(menuOf([command]));
    const many = Array.from({ length: 120 }, (_, index) => ({ ...command, name: `a${index}` }));
    const menu = menuOf(many);
    checkCommands(menu);
    assert.equal(menu.length, DISCORD_LIMITS.slashCommands + 1);
  });
});

describe('a text that is shortened', () => {
  it('keeps to the limit, tells that something is missing, and cuts no letter', () => {
    assert.equal(shorten('abc', 3), 'abc');
    assert.equal(shorten('abcd', 3), 'ab…');
    assert.equal(shorten('🇻🇳🇻🇳', 7), '🇻🇳…');
  });
});
