import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { wordsIn } from '../../../src/core/chat/words/words.ts';
import { handleOf } from '../../core/chat/tiny-chat.ts';
import { startBot } from './telegram-bot.ts';

const QUESTION = 'Hiệp định Thương mại song phương được ký khi nào?';
/** What answers it in a few words. */
const DAY = 'ngày 13 tháng 7 năm 2000';
const SIGNED = 'Hiệp định Thương mại song phương được ký tại Washington vào ngày 13 tháng 7 năm 2000.';
const NEXT = 'Tổng thống Bill Clinton thăm Hà Nội vào tháng 11 năm 2000.';
const vi = wordsIn('vi');

describe('a private chat', () => {
  it('takes any text for a question and answers with the few words, the sentence, its citation and buttons', async (t) => {
    const { server } = await startBot(t);
    const lan = server.person({ language_code: 'vi' });
    lan.says(QUESTION);
    await server.untilHandled();
    const [answer] = server.botMessagesIn(lan);
    assert.equal(answer?.text, `${DAY}\n\n${SIGNED}\n— Tựa · Báo Thử [${handleOf('Hiệp định Thương mại')}]`);
    const shown = (type: string) =>
      answer?.entities
        .filter((entity) => entity.type === type)
        .map(({ offset, length }) => answer.text.slice(offset, offset + length));
    assert.equal(shown('bold')?.[0], DAY);
    assert.deepEqual(shown('blockquote'), [SIGNED]);
    assert.ok(shown('bold')?.some((text, index) => index > 0 && text.includes(DAY)));
    assert.equal(answer?.previewOff, true);
    assert.deepEqual(answer?.rows.flat().slice(-3), ['👍', '👎', vi.buttons.delete]);
    assert.deepEqual(server.violations, []);
  });

  it('understands a question without diacritics and one in the caption of a picture', async (t) => {
    const { server } = await startBot(t);
    const lan = server.person();
    lan.says('hiep dinh thuong mai song phuong duoc ky khi nao?');
    lan.sendsPhoto(QUESTION);
    await server.untilHandled();
    for (const { text } of server.botMessagesIn(lan)) assert.match(text, new RegExp(`^${DAY}\n`));
    assert.equal(server.botMessagesIn(lan).length, 2);
  });

  it('says in the language of the person that it can only read text', async (t) => {
    const { server } = await startBot(t);
    const lan = server.person({ language_code: 'vi' });
    const joe = server.person({ language_code: 'en-GB' });
    lan.sendsSticker();
    joe.sendsSticker();
    await server.untilHandled();
    assert.equal(server.botMessagesIn(lan)[0]?.text, vi.onlyText);
    assert.equal(server.botMessagesIn(joe)[0]?.text, wordsIn('en').onlyText);
  });

  it('says that it does not know, with questions to choose from, and never an unrelated sentence', async (t) => {
    const { server } = await startBot(t);
    const lan = server.person();
    lan.says('giá vàng hôm nay');
    await server.untilHandled();
    assert.match(server.botMessagesIn(lan)[0]?.text ?? '', new RegExp(`^${vi.notKnown}`));
  });

  it('goes on with what was just talked about', async (t) => {
    const { server } = await startBot(t);
    const lan = server.person();
    lan.says(QUESTION);
    lan.says('nói thêm đi');
    await server.untilHandled();
    assert.match(server.botMessagesIn(lan)[1]?.text ?? '', new RegExp(NEXT));
  });

  it('answers an edited question by editing the answer', async (t) => {
    const { server } = await startBot(t);
    const lan = server.person();
    const asked = lan.says(QUESTION);
    await server.untilHandled();
    lan.edits(asked, 'Lệnh cấm vận thương mại được bãi bỏ khi nào?');
    await server.untilHandled();
    const messages = server.botMessagesIn(lan);
    assert.equal(messages.length, 1);
    assert.equal(messages[0]?.edited, true);
    assert.match(messages[0]?.text ?? '', /^3\/2\/1994|^ngày 3|^Ngày 3|1994/);
  });
});

describe('a group', () => {
  it('is answered where it calls a command, replies to the bot or mentions it, in a reply to the question', async (t) => {
    const { server } = await startBot(t);
    const group = server.group({ bot: 'administrator' });
    const lan = server.person();
    const asked = lan.says(`/hoi ${QUESTION}`, { in: group });
    await server.untilHandled();
    const [answer] = server.botMessagesIn(group);
    assert.match(answer?.text ?? '', new RegExp(`^${DAY}\n`));
    assert.equal(answer?.replyTo, asked.message_id);
    lan.says('nói thêm đi', { in: group, replyTo: answer?.id ?? 0 });
    lan.says(`@NhipCauBot ${QUESTION}`, { in: group });
    lan.says(`🇻🇳🇺🇸 ${QUESTION} @nhipcaubot`, { in: group });
    await server.untilHandled();
    const texts = server.botMessagesIn(group).map(({ text }) => text);
    assert.equal(texts.length, 4);
    assert.match(texts[1] ?? '', new RegExp(NEXT));
    for (const text of texts.slice(2)) assert.match(text, new RegExp(`^${DAY}\n`));
    assert.deepEqual(server.violations, []);
  });

  it('is not disturbed by anything that is not meant for the bot', async (t) => {
    const { server } = await startBot(t);
    const group = server.group({ bot: 'administrator' });
    const lan = server.person();
    const minh = server.person();
    const first = minh.says('Hôm nay học gì?', { in: group });
    lan.says(QUESTION, { in: group });
    lan.says(`/hoi@OtherBot ${QUESTION}`, { in: group });
    lan.says('/khonglenhnao', { in: group });
    lan.says('@OtherBot xin chào', { in: group });
    lan.says('ai ký?', { in: group, replyTo: first });
    lan.sendsSticker({ in: group });
    group.service({ new_chat_title: 'Lớp sử' });
    await server.untilHandled();
    assert.deepEqual(server.botMessagesIn(group), []);
  });

  it('is told about an unknown command only when that names the bot', async (t) => {
    const { server } = await startBot(t);
    const group = server.group();
    const lan = server.person({ language_code: 'vi' });
    lan.says('/khonglenhnao@NhipCauBot', { in: group });
    await server.untilHandled();
    assert.equal(server.botMessagesIn(group)[0]?.text, vi.unknownCommand('khonglenhnao'));
  });

  it('checks a message of somebody else by command or by its bare name below it', async (t) => {
    const { server } = await startBot(t);
    const group = server.group();
    const lan = server.person({ language_code: 'vi' });
    const minh = server.person();
    const claim = minh.says('Hiệp định Thương mại song phương được ký năm 1999.', { in: group });
    lan.says('/kiemchung', { in: group, replyTo: claim });
    lan.says('@NhipCauBot', { in: group, replyTo: claim });
    await server.untilHandled();
    const texts = server.botMessagesIn(group).map(({ text }) => text);
    assert.equal(texts.length, 2);
    for (const text of texts) assert.ok(text.startsWith(vi.verdicts.conflicts), text);
  });

  it('keeps the talk of one person from that of another', async (t) => {
    const { server } = await startBot(t);
    const group = server.group();
    const lan = server.person();
    const minh = server.person({ language_code: 'vi' });
    lan.says(`/hoi ${QUESTION}`, { in: group });
    minh.says('/them', { in: group });
    await server.untilHandled();
    assert.equal(server.botMessagesIn(group)[1]?.text, vi.nothingToContinue);
  });

  it('with topics is answered in the topic', async (t) => {
    const { server } = await startBot(t);
    const forum = server.group({ type: 'supergroup', forum: true });
    const lan = server.person();
    const topic = forum.createTopic('Lịch sử', lan);
    lan.says(`/hoi ${QUESTION}`, { in: forum, thread: topic });
    await server.untilHandled();
    const [answer] = server.botMessagesIn(forum);
    assert.equal(answer?.threadId, topic);
    const more = answer?.rows.flat().find((label) => label.startsWith('Kết quả khác'));
    lan.presses(more ?? assert.fail(), { in: forum });
    await server.untilHandled();
    assert.equal(server.botMessagesIn(forum).length, 2);
    for (const message of server.botMessagesIn(forum)) assert.equal(message.threadId, topic);
  });

  it('lets an anonymous admin choose its language, and no member', async (t) => {
    const { server } = await startBot(t);
    const group = server.group({ type: 'supergroup' });
    const lan = server.person({ language_code: 'vi' });
    lan.says('/ngonngu en', { in: group });
    await server.untilHandled();
    assert.equal(server.botMessagesIn(group)[0]?.text, vi.managersOnly);
    group.anonymousAdministratorSays('/ngonngu en');
    await server.untilHandled();
    assert.equal(server.botMessagesIn(group)[1]?.text, wordsIn('en').languageSet);
    const ann = server.person({ language_code: 'vi' });
    group.makeAdministrator(ann);
    ann.says('/language vi', { in: group });
    await server.untilHandled();
    assert.equal(server.botMessagesIn(group)[2]?.text, vi.languageSet);
    assert.deepEqual(server.violations, []);
  });
});

describe('a channel', () => {
  it('is answered where it posts a command, and left alone otherwise', async (t) => {
    const { server } = await startBot(t);
    const channel = server.channel({ bot: 'administrator' });
    channel.posts('Bản tin sáng nay');
    channel.posts('/ngay 3/2/1994');
    await server.untilHandled();
    const messages = server.botMessagesIn(channel);
    assert.equal(messages.length, 1);
    assert.match(messages[0]?.text ?? '', /Bỏ cấm vận/);
    assert.deepEqual(server.violations, []);
  });
});

describe('other bots', () => {
  it('are not answered, so that two bots never talk to each other without end', async (t) => {
    const { server } = await startBot(t);
    const group = server.group({ bot: 'administrator' });
    const bot = server.person({ is_bot: true, username: 'OtherBot' });
    bot.says(`/hoi@NhipCauBot ${QUESTION}`, { in: group });
    await server.untilHandled();
    assert.deepEqual(server.botMessagesIn(group), []);
  });
});
