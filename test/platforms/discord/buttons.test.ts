import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Locale, PermissionFlagsBits } from 'discord.js';
import { wordsIn } from '../../../src/core/chat/words/words.ts';
import { handleOf } from '../../core/chat/tiny-chat.ts';
import { ROUTES } from '../../support/discord/calls.ts';
import type { DiscordServer } from '../../support/discord/discord-server.ts';
import type { SentInteraction } from '../../support/discord/interactions.ts';
import type { SeenMessage } from '../../support/discord/seen.ts';
import { article, libraryOf } from '../../support/knowledge-files.ts';
import { type RunningBot, saidIn, startBot } from './discord-bot.ts';

const QUESTION = 'Hiệp định Thương mại song phương được ký khi nào?';
const vi = wordsIn('vi');
const VIETNAMESE = { locale: Locale.Vietnamese };

/** A question of Lan's with its answer. */
async function asked({ server, guild }: RunningBot) {
  const lan = server.person(VIETNAMESE);
  const { message } = await server.answerOf(lan.uses(guild.channelId, 'ask', { question: QUESTION }));
  assert.ok(message);
  return { lan, answer: message };
}

/** What came beside the message with the button, once it is there. */
const besides = (server: DiscordServer, pressed: SentInteraction): Promise<SeenMessage> =>
  server.until(() => server.replyTo(pressed).followUps[0]);

const now = ({ server, guild }: RunningBot, id: string): SeenMessage | undefined =>
  server.messagesIn(guild.channelId).find((message) => message.id === id);

describe('the buttons below an answer', () => {
  it('show the sentence in its context and back, in place of the answer, for who asked', async (t) => {
    const bot = await startBot(t);
    const { lan, answer } = await asked(bot);
    lan.presses(answer.id, vi.buttons.context);
    await bot.server.until(() => now(bot, answer.id)?.text.includes('Trong “Tựa”'));
    lan.presses(answer.id, vi.buttons.quote);
    await bot.server.until(() => now(bot, answer.id)?.text.startsWith('## '));
    assert.deepEqual(
      now(bot, answer.id)?.controls.map(({ label }) => label),
      answer.controls.map(({ label }) => label),
    );
    assert.deepEqual(bot.server.violations, []);
  });

  it('answer anybody else alone, and leave for all others what stands there', async (t) => {
    const bot = await startBot(t);
    const { answer } = await asked(bot);
    const minh = bot.server.person({ ...VIETNAMESE, name: 'Minh' });
    const shown = await besides(bot.server, minh.presses(answer.id, vi.buttons.context));
    assert.equal(shown.isEphemeral, true);
    assert.match(shown.text, /Trong “Tựa”/);
    assert.equal(now(bot, answer.id)?.isEdited, false);
    // What was shown to Minh alone is Minh's to change.
    minh.presses(shown.id, vi.buttons.quote);
    await bot.server.until(() => now(bot, shown.id)?.text.startsWith('## '));
    assert.equal(bot.server.messagesIn(bot.guild.channelId).length, 2);
    assert.deepEqual(bot.server.violations, []);
  });

  it('tell further passages beside the answer', async (t) => {
    const bot = await startBot(t);
    const { lan, answer } = await asked(bot);
    const label = answer.controls.find((each) => each.label.startsWith('Kết quả khác'))?.label;
    const more = await besides(bot.server, lan.presses(answer.id, label ?? ''));
    assert.equal(more.isEphemeral, false);
    assert.match(more.text, new RegExp(`^\\*\\*${vi.furtherPassages}`));
    assert.deepEqual(bot.server.violations, []);
  });

  it('take one vote of each person and thank them alone', async (t) => {
    const bot = await startBot(t);
    const { lan, answer } = await asked(bot);
    const minh = bot.server.person({ ...VIETNAMESE, name: 'Minh' });
    const thanks = await besides(bot.server, lan.presses(answer.id, '👎'));
    assert.deepEqual([thanks.text, thanks.isEphemeral], [vi.voteThanks, true]);
    await besides(bot.server, lan.presses(answer.id, '👍'));
    await besides(bot.server, minh.presses(answer.id, '👍'));
    const handle = handleOf('Hiệp định Thương mại');
    assert.deepEqual(await bot.feedback.tally(), [{ handle, up: 2, down: 0 }]);
    assert.deepEqual(bot.server.violations, []);
  });

  it('delete the answer for who asked and who manages the place, and for nobody else', async (t) => {
    const bot = await startBot(t);
    const { server, guild } = bot;
    const { lan, answer } = await asked(bot);
    const other = await asked(bot);
    const minh = server.person({ ...VIETNAMESE, name: 'Minh' });
    const refused = await besides(server, minh.presses(answer.id, vi.buttons.delete));
    assert.deepEqual([refused.text, refused.isEphemeral], [vi.notYours, true]);
    lan.presses(answer.id, vi.buttons.delete);
    await server.until(() => now(bot, answer.id) === undefined);
    server
      .person({ permissions: PermissionFlagsBits.ManageGuild })
      .presses(other.answer.id, vi.buttons.delete);
    await server.until(() => now(bot, other.answer.id) === undefined);
    assert.equal(server.messagesIn(guild.channelId).length, 1);
    assert.deepEqual(server.violations, []);
  });

  it('work below an answer to a mention and in private', async (t) => {
    const bot = await startBot(t);
    const { server, guild } = bot;
    const lan = server.person(VIETNAMESE);
    lan.mentions(guild.channelId, QUESTION);
    lan.writes(QUESTION);
    for (const channelId of [guild.channelId, lan.directChannel()]) {
      const [answer] = await saidIn(server, channelId, 1);
      lan.presses(answer?.id ?? '', vi.buttons.context);
      await server.until(() => server.messagesIn(channelId).some(({ text }) => text.includes('Trong “Tựa”')));
    }
    assert.deepEqual(server.violations, []);
  });

  it('work after a restart', async (t) => {
    const first = await startBot(t);
    const { lan, answer } = await asked(first);
    await first.discord.stop();
    const second = await startBot(t, { server: first.server, guild: first.guild });
    lan.presses(answer.id, vi.buttons.context);
    await second.server.until(() => now(second, answer.id)?.text.includes('Trong “Tựa”'));
  });

  it('say of what is no longer known that it is stale', async (t) => {
    const bot = await startBot(t);
    const { server, guild } = bot;
    const { lan, answer } = await asked(bot);
    await bot.discord.stop();
    const library = libraryOf(article('khac', 'Hôm nay trời đẹp.'));
    await startBot(t, { server, guild, library });
    for (const button of [vi.buttons.context, '👍']) {
      const told = await besides(server, lan.presses(answer.id, button));
      assert.deepEqual([told.text, told.isEphemeral], [vi.buttonStale, true]);
    }
    assert.equal(now(bot, answer.id)?.isEdited, false);
    assert.deepEqual(server.violations, []);
  });
});

describe('the window for a follow-up', () => {
  it('goes on below the answer to a command, where the bot may not read what people write', async (t) => {
    const bot = await startBot(t);
    const { server } = bot;
    const { lan, answer } = await asked(bot);
    const window = lan.presses(answer.id, vi.buttons.followUp);
    const { modal } = await server.answerOf(window);
    assert.equal(modal?.title, vi.followUpTitle);
    const sent = lan.submits(window, { question: 'nói thêm đi' });
    const { message } = await server.answerOf(sent);
    assert.match(message?.text ?? '', /Tổng thống Bill Clinton thăm Hà Nội/);
    assert.equal(message?.isEphemeral, false);
    assert.deepEqual(server.violations, []);
  });

  it('answers anybody else alone', async (t) => {
    const bot = await startBot(t);
    const { answer } = await asked(bot);
    const minh = bot.server.person({ ...VIETNAMESE, name: 'Minh' });
    const window = minh.presses(answer.id, vi.buttons.followUp);
    await bot.server.answerOf(window);
    const { message } = await bot.server.answerOf(minh.submits(window, { question: QUESTION }));
    assert.equal(message?.isEphemeral, true);
  });

  it('is offered in the private chat of two people, where one has brought the bot', async (t) => {
    const { server } = await startBot(t);
    const lan = server.person(VIETNAMESE);
    const minh = server.person({ ...VIETNAMESE, name: 'Minh' });
    const channelId = server.privateChannelOf(minh.id);
    const used = lan.uses(channelId, 'ask', { question: QUESTION }, { install: 'user' });
    const { message } = await server.answerOf(used);
    assert.ok(message?.controls.some(({ label }) => label === vi.buttons.followUp));
    const shown = await besides(server, minh.presses(message?.id ?? '', vi.buttons.context));
    assert.equal(shown.isEphemeral, true);
    assert.deepEqual(server.violations, []);
  });

  it('is not offered where the bot reads what is written: in private, and below an answer to a message', async (t) => {
    const { server, guild } = await startBot(t);
    const lan = server.person(VIETNAMESE);
    lan.mentions(guild.channelId, QUESTION);
    const inPrivate = await server.answerOf(lan.uses(lan.directChannel(), 'ask', { question: QUESTION }));
    const [toMessage] = await saidIn(server, guild.channelId, 1);
    for (const message of [inPrivate.message, toMessage]) {
      assert.ok(message !== undefined && message.controls.length > 0);
      assert.ok(message.controls.every(({ label }) => label !== vi.buttons.followUp));
    }
  });
});

describe('an acknowledgement', () => {
  it('of a button comes before anything else', async (t) => {
    const bot = await startBot(t);
    const { lan, answer } = await asked(bot);
    const before = bot.server.calls.length;
    lan.presses(answer.id, vi.buttons.context);
    await bot.server.until(() => now(bot, answer.id)?.isEdited);
    assert.equal(bot.server.calls[before]?.route, ROUTES.callback);
  });
});
