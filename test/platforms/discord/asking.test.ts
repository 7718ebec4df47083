import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Locale, MessageFlags, PermissionFlagsBits } from 'discord.js';
import { defineCommand } from '../../../src/core/chat/commands/command.ts';
import { QuestionLimits } from '../../../src/core/chat/question-limits.ts';
import { wordsIn } from '../../../src/core/chat/words/words.ts';
import { handleOf } from '../../core/chat/tiny-chat.ts';
import { ROUTES } from '../../support/discord/calls.ts';
import { eventsOf, failing, saidIn, startBot } from './discord-bot.ts';

const QUESTION = 'Hiệp định Thương mại song phương được ký khi nào?';
/** What answers it in a few words. */
const DAY = 'ngày 13 tháng 7 năm 2000';
const NEXT = /Tổng thống Bill Clinton thăm Hà Nội/;
const vi = wordsIn('vi');

describe('a mention', () => {
  it('is answered in a reply: the few words large, the sentence quoted, its citation, a footer and buttons', async (t) => {
    const { server, guild } = await startBot(t);
    const asked = server.person().mentions(guild.channelId, QUESTION);
    const [answer] = await saidIn(server, guild.channelId, 1);
    const lines = answer?.text.split('\n') ?? [];
    assert.equal(lines[0], `## ${DAY}`);
    assert.match(lines[1] ?? '', /^> .* tại Washington vào \*\*ngày 13 tháng 7 năm 2000\*\*\.$/);
    assert.equal(lines[2], '— Tựa · [Báo Thử](<https://example.org/bao>)');
    const handle = handleOf('Hiệp định Thương mại');
    assert.ok(lines[3]?.startsWith(`-# \\[${handle}\\]`), lines[3]);
    assert.equal(answer?.replyTo, asked);
    assert.ok(((answer?.flags ?? 0) & MessageFlags.SuppressEmbeds) !== 0, 'nothing unfolds');
    const labels = answer?.controls.map(({ label }) => label) ?? [];
    assert.ok(labels.includes(vi.buttons.context));
    assert.deepEqual(labels.slice(-3), ['👍', '👎', vi.buttons.delete]);
    assert.deepEqual(server.violations, []);
  });

  it('is heard anywhere in the message, and an empty one is told what to do', async (t) => {
    const { server, guild } = await startBot(t);
    const lan = server.person();
    lan.says(guild.channelId, `${QUESTION} <@${server.botUser.id}>`);
    lan.mentions(guild.channelId, '');
    const [first, second] = await saidIn(server, guild.channelId, 2);
    assert.match(first?.text ?? '', new RegExp(`^## ${DAY}`));
    assert.equal(second?.text, vi.emptyQuestion);
  });

  it('notifies nobody by the answer, and demands that Discord shows it once', async (t) => {
    const { server, guild } = await startBot(t);
    const lan = server.person();
    const asked = lan.mentions(guild.channelId, '@everyone chuyện <@1234567890123456789> thế nào?');
    const { body } = await server.nextCall(ROUTES.sendMessage);
    const [answer] = await saidIn(server, guild.channelId, 1);
    assert.deepEqual(answer?.pings, []);
    assert.equal(answer?.pingsEveryone, false);
    assert.deepEqual(
      (({ allowed_mentions, nonce, enforce_nonce }) => ({ allowed_mentions, nonce, enforce_nonce }))(
        body as Record<string, unknown>,
      ),
      { allowed_mentions: { parse: [] }, nonce: asked, enforce_nonce: true },
    );
  });

  it('by another bot, of everyone, or not of the bot is left alone', async (t) => {
    const { server, guild } = await startBot(t);
    const lan = server.person();
    server.person({ isBot: true, name: 'Khác' }).mentions(guild.channelId, QUESTION);
    lan.says(guild.channelId, `@everyone ${QUESTION}`);
    lan.says(guild.channelId, QUESTION);
    const first = lan.says(guild.channelId, 'chào');
    server.person().replies(first, QUESTION);
    lan.mentions(guild.channelId, QUESTION);
    assert.equal((await saidIn(server, guild.channelId, 1)).length, 1);
  });

  it('that is edited has its answer edited', async (t) => {
    const { server, guild } = await startBot(t);
    const lan = server.person();
    const asked = lan.mentions(guild.channelId, QUESTION);
    await saidIn(server, guild.channelId, 1);
    // An edit may come within the same millisecond here.
    await new Promise((resolve) => setImmediate(resolve));
    lan.edits(asked, `<@${server.botUser.id}> Lệnh cấm vận thương mại được bãi bỏ khi nào?`);
    await server.nextCall(ROUTES.editMessage);
    const answers = await saidIn(server, guild.channelId, 1);
    assert.equal(answers.length, 1);
    assert.match(answers[0]?.text ?? '', /1994/);
    assert.deepEqual(server.violations, []);
  });
});

describe('a reply to the bot', () => {
  it('goes on with what was just talked about, for the same person only', async (t) => {
    const { server, guild } = await startBot(t);
    const lan = server.person();
    lan.mentions(guild.channelId, QUESTION);
    const [answer] = await saidIn(server, guild.channelId, 1);
    lan.replies(answer?.id ?? '', 'nói thêm đi');
    const [, more] = await saidIn(server, guild.channelId, 2);
    assert.match(more?.text ?? '', NEXT);
    server.person({ name: 'Minh' }).replies(answer?.id ?? '', 'nói thêm đi');
    const [, , nothing] = await saidIn(server, guild.channelId, 3);
    assert.equal(nothing?.text, vi.nothingToContinue);
  });

  it('without a ping, which Discord hands over without its words, is left alone', async (t) => {
    const { server, guild } = await startBot(t);
    const lan = server.person();
    lan.mentions(guild.channelId, QUESTION);
    const [answer] = await saidIn(server, guild.channelId, 1);
    lan.replies(answer?.id ?? '', 'nói thêm đi', { ping: false });
    lan.mentions(guild.channelId, 'nói thêm đi');
    assert.equal((await saidIn(server, guild.channelId, 2)).length, 2);
  });
});

describe('a mention below the message of somebody else', () => {
  const CLAIM = 'Hiệp định Thương mại song phương được ký năm 1999.';

  it('checks what stands there, by command or by the bare name, as far as Discord shows it', async (t) => {
    const { server, guild } = await startBot(t);
    const lan = server.person();
    const claim = server.person({ name: 'Minh' }).mentions(guild.channelId, CLAIM);
    await saidIn(server, guild.channelId, 1);
    for (const text of ['/check', '/kiểm-chứng', '']) lan.replies(claim, `<@${server.botUser.id}> ${text}`);
    const [, ...checked] = await saidIn(server, guild.channelId, 4);
    for (const { text } of checked) assert.match(text, new RegExp(vi.verdicts.conflicts));
    assert.deepEqual(server.violations, []);
  });

  it('is told another way where Discord hides what stands there', async (t) => {
    const { server, guild } = await startBot(t);
    const lan = server.person();
    const claim = server.person({ name: 'Minh' }).says(guild.channelId, CLAIM);
    for (const text of ['/check', '']) lan.replies(claim, `<@${server.botUser.id}> ${text}`);
    const [sentence = ''] = vi.quotedHidden.split('. ');
    for (const { text } of await saidIn(server, guild.channelId, 2))
      assert.ok(text.startsWith(sentence), text);
  });

  it('is a question of its own when it says something', async (t) => {
    const { server, guild } = await startBot(t);
    const claim = server.person({ name: 'Minh' }).says(guild.channelId, CLAIM);
    server.person().replies(claim, `<@${server.botUser.id}> ${QUESTION}`);
    const [answer] = await saidIn(server, guild.channelId, 1);
    assert.match(answer?.text ?? '', new RegExp(`^## ${DAY}`));
  });

  it('is no check below a message of the bot itself', async (t) => {
    const { server, guild } = await startBot(t);
    const lan = server.person();
    lan.mentions(guild.channelId, QUESTION);
    const [answer] = await saidIn(server, guild.channelId, 1);
    lan.replies(answer?.id ?? '', '');
    const [, told] = await saidIn(server, guild.channelId, 2);
    assert.equal(told?.text, vi.emptyQuestion);
  });

  it("checks a message of one's own in private", async (t) => {
    const { server } = await startBot(t);
    const lan = server.person();
    const claim = lan.writes(CLAIM);
    lan.replies(claim, '/check');
    const [, checked] = await saidIn(server, lan.directChannel(), 2);
    assert.match(checked?.text ?? '', new RegExp(vi.verdicts.conflicts));
  });
});

describe('a direct message', () => {
  it('is a question without any mention, and is answered without a reply', async (t) => {
    const { server } = await startBot(t);
    const lan = server.person();
    lan.writes(QUESTION);
    lan.writes('nói thêm đi');
    const [answer, more] = await saidIn(server, lan.directChannel(), 2);
    assert.match(answer?.text ?? '', new RegExp(`^## ${DAY}`));
    assert.equal(answer?.replyTo, undefined);
    assert.match(more?.text ?? '', NEXT);
    assert.deepEqual(server.violations, []);
  });

  it('may be a command as people type it elsewhere, whose settings are the own ones', async (t) => {
    const { server } = await startBot(t);
    const lan = server.person();
    lan.writes('/ngôn-ngữ en');
    lan.writes('/help');
    const [set, help] = await saidIn(server, lan.directChannel(), 2);
    assert.equal(set?.text, wordsIn('en').languageSet);
    assert.match(help?.text ?? '', /Ask a question/);
  });
});

describe('a thread', () => {
  it('is answered inside', async (t) => {
    const { server, guild } = await startBot(t);
    const thread = server.thread(guild.channelId);
    server.person().mentions(thread, QUESTION);
    const [answer] = await saidIn(server, thread, 1);
    assert.match(answer?.text ?? '', new RegExp(`^## ${DAY}`));
  });
});

describe('the language', () => {
  it('of the answer to a message is that of the server, until a command tells that of the person', async (t) => {
    const { server } = await startBot(t, { language: 'en' });
    const guild = server.guild({ locale: Locale.Vietnamese });
    const lan = server.person({ locale: Locale.EnglishGB });
    lan.mentions(guild.channelId, 'giá vàng hôm nay?');
    assert.match((await saidIn(server, guild.channelId, 1))[0]?.text ?? '', new RegExp(vi.notKnown));
    await server.answerOf(lan.uses(guild.channelId, 'privacy'));
    lan.mentions(guild.channelId, '');
    const said = await saidIn(server, guild.channelId, 3);
    assert.equal(said[2]?.text, wordsIn('en').emptyQuestion);
  });

  it('of the own words in private is that of the last question that shows it', async (t) => {
    const { server } = await startBot(t);
    const lan = server.person();
    const texts = ['', 'Which agreement was signed?', '', 'Hiệp định nào được ký?', ''];
    for (const text of texts) lan.writes(text);
    const said = await saidIn(server, lan.directChannel(), texts.length);
    const empty = wordsIn('en').emptyQuestion;
    assert.deepEqual(
      [0, 2, 4].map((at) => said[at]?.text),
      [vi.emptyQuestion, empty, vi.emptyQuestion],
    );
  });

  it('of the own words in private is rather that of the program, or the one chosen', async (t) => {
    const { server } = await startBot(t);
    const lan = server.person({ locale: Locale.Vietnamese });
    const own = lan.directChannel();
    await server.answerOf(lan.uses(own, 'privacy'));
    lan.writes('Which agreement was signed?');
    lan.writes('');
    assert.equal((await saidIn(server, own, 3))[2]?.text, vi.emptyQuestion);
    const minh = server.person();
    minh.writes('/language vi');
    minh.writes('Which agreement was signed?');
    minh.writes('');
    assert.equal((await saidIn(server, minh.directChannel(), 3))[2]?.text, vi.emptyQuestion);
  });

  it('of a server is chosen by who manages the server or the channel, and by nobody else', async (t) => {
    const { server, guild } = await startBot(t);
    const lan = server.person({ locale: Locale.Vietnamese });
    const may = (permissions: bigint) => server.person({ locale: Locale.Vietnamese, permissions });
    const say = async (person: typeof lan): Promise<string | undefined> =>
      (await server.answerOf(person.uses(guild.channelId, 'language', { 'vi-or-en': 'en' }))).message?.text;
    assert.equal(await say(lan), vi.managersOnly);
    assert.equal(await say(may(PermissionFlagsBits.ManageMessages)), vi.managersOnly);
    assert.equal(await say(may(PermissionFlagsBits.ManageChannels)), wordsIn('en').languageSet);
    assert.equal(await say(may(PermissionFlagsBits.ManageGuild)), wordsIn('en').languageSet);
    lan.mentions(guild.channelId, '/language vi');
    const said = await saidIn(server, guild.channelId, 5);
    assert.equal(said.at(-1)?.text, wordsIn('en').managersOnly);
  });
});

describe('who asks too fast', () => {
  const slow = { burst: 1, perSecond: 0.001 };
  const plenty = { burst: 100, perSecond: 100 };

  it('is told so once, and then met with silence', async (t) => {
    const questionLimits = new QuestionLimits({ person: slow, place: plenty });
    const { server, guild, log } = await startBot(t, { questionLimits });
    const lan = server.person();
    for (let count = 0; count < 3; count += 1) lan.mentions(guild.channelId, QUESTION);
    const [, second] = await saidIn(server, guild.channelId, 2);
    assert.match(second?.text ?? '', /^Bạn hỏi hơi nhanh/);
    const minh = server.person({ name: 'Minh' });
    minh.mentions(guild.channelId, QUESTION);
    const said = await saidIn(server, guild.channelId, 3);
    assert.match(said[2]?.text ?? '', new RegExp(`^## ${DAY}`));
    assert.equal(eventsOf(log, 'update-dropped').length, 2);
  });

  it('in one channel does not silence the others', async (t) => {
    const questionLimits = new QuestionLimits({ person: plenty, place: slow });
    const { server, guild } = await startBot(t, { questionLimits });
    const other = server.channel(guild.id);
    const lan = server.person();
    lan.mentions(guild.channelId, QUESTION);
    lan.mentions(guild.channelId, QUESTION);
    lan.mentions(other, QUESTION);
    assert.match((await saidIn(server, guild.channelId, 2))[1]?.text ?? '', /^Bạn hỏi hơi nhanh/);
    assert.match((await saidIn(server, other, 1))[0]?.text ?? '', new RegExp(`^## ${DAY}`));
  });

  it('by a command is told so alone, and a further one leaves nothing behind', async (t) => {
    const questionLimits = new QuestionLimits({ person: slow, place: plenty });
    const { server, guild } = await startBot(t, { questionLimits });
    const lan = server.person({ locale: Locale.Vietnamese });
    const uses = [1, 2, 3].map(() => lan.uses(guild.channelId, 'ask', { question: QUESTION }));
    const [first, second, third] = uses;
    assert.ok(first !== undefined && second !== undefined && third !== undefined);
    assert.equal((await server.answerOf(first)).message?.isEphemeral, false);
    const told = (await server.answerOf(second)).message;
    assert.match(told?.text ?? '', /^Bạn hỏi hơi nhanh/);
    assert.equal(told?.isEphemeral, true);
    await server.until(
      () => server.replyTo(third).kind !== 'unanswered' && server.replyTo(third).message === undefined,
    );
    assert.deepEqual(server.violations, []);
  });
});

describe('an answer that takes its time', () => {
  it('is announced by "typing"', async (t) => {
    let release = (): void => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow = defineCommand({
      name: 'slow',
      aliases: ['cham'],
      summary: { vi: 'Chậm', en: 'Slow' },
      run: async (_, { language }) => {
        await released;
        return { language, blocks: [{ kind: 'text', text: 'xong' }] };
      },
    });
    const { server, guild } = await startBot(t, { commands: [slow] });
    server.person().mentions(guild.channelId, '/slow');
    await server.nextCall(ROUTES.typing);
    release();
    assert.equal((await saidIn(server, guild.channelId, 1))[0]?.text, 'xong');
  });
});

describe('a mistake of ours', () => {
  it('is apologised for with a reference that the log knows, without words of people', async (t) => {
    const { server, guild, log } = await startBot(t, { commands: [failing] });
    const lan = server.person({ locale: Locale.Vietnamese });
    lan.mentions(guild.channelId, '/fail');
    assert.equal((await saidIn(server, guild.channelId, 1))[0]?.text, vi.apology('ref1'));
    const used = await server.answerOf(lan.uses(guild.channelId, 'fail'));
    assert.equal(used.message?.text, vi.apology('ref2'));
    lan.mentions(guild.channelId, QUESTION);
    await saidIn(server, guild.channelId, 3);
    assert.equal(eventsOf(log, 'handler-failed').length, 2);
    assert.doesNotMatch(JSON.stringify(log), /words of a person|fail'/);
    assert.deepEqual(server.violations, []);
  });
});
