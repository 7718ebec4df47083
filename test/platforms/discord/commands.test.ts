import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ApplicationCommandType, Locale, PermissionFlagsBits } from 'discord.js';
import { defineCommand } from '../../../src/core/chat/commands/command.ts';
import { createCommandRegistry } from '../../../src/core/chat/commands/registry.ts';
import { wordsIn } from '../../../src/core/chat/words/words.ts';
import { isSame, menuOf, optionName } from '../../../src/platforms/discord/menu.ts';
import { ROUTES } from '../../support/discord/calls.ts';
import { eventYaml, libraryOf, timeline } from '../../support/knowledge-files.ts';
import { saidIn, startBot } from './discord-bot.ts';

const QUESTION = 'Hiệp định Thương mại song phương được ký khi nào?';
const DAY = 'ngày 13 tháng 7 năm 2000';
const vi = wordsIn('vi');
const en = wordsIn('en');
const VIETNAMESE = { locale: Locale.Vietnamese };

/** A command of a later day, with a time zone among its words. */
const later = defineCommand({
  name: 'remind',
  aliases: ['nhac'],
  localName: 'nhắc',
  summary: { vi: 'Mỗi ngày một tin', en: 'A post every day' },
  argument: {
    name: { vi: 'giờ và múi giờ', en: 'a time and a zone' },
    example: { vi: '07:00 Asia/Ho_Chi_Minh', en: '07:00 Asia/Ho_Chi_Minh' },
    required: false,
    completion: 'time-zone',
  },
  run: (text, { language }) => ({ language, blocks: [{ kind: 'text', text: `remind ${text}` }] }),
});

describe('the commands that are registered', () => {
  it('are those of the registry but the greeting, in Vietnamese with diacritics, for servers, persons and all places', () => {
    const { commands } = createCommandRegistry();
    const menu = menuOf(commands);
    const slash = menu.filter(({ type }) => type === ApplicationCommandType.ChatInput);
    assert.deepEqual(
      slash.map(({ name }) => name),
      commands.map(({ name }) => name).filter((name) => name !== 'start'),
    );
    const local = slash.map(({ name_localizations: { vi: name } }) => name);
    for (const name of ['hỏi', 'ngày', 'dòng-thời-gian', 'hôm-nay', 'tư-liệu', 'xóa-dữ-liệu', 'trợ-giúp'])
      assert.ok(local.includes(name), name);
    for (const { integration_types: types, contexts } of menu)
      assert.deepEqual(
        [types, contexts],
        [
          [0, 1],
          [0, 1, 2],
        ],
      );
    assert.deepEqual(
      slash.find(({ name }) => name === 'ask')?.options?.map((option) => option.name_localizations.vi),
      ['câu-hỏi', 'riêng-tư'],
    );
  });

  it('are set by one request at the first start, and by none at the next', async (t) => {
    const first = await startBot(t);
    await first.discord.stop();
    const second = await startBot(t, { server: first.server, guild: first.guild });
    second.server.person().mentions(second.guild.channelId, QUESTION);
    await saidIn(second.server, second.guild.channelId, 1);
    assert.equal(second.server.callsTo(ROUTES.setCommands).length, 1);
    assert.deepEqual(second.server.violations, []);
  });

  it('are set again when one was added', async (t) => {
    const first = await startBot(t);
    await first.discord.stop();
    const { server } = await startBot(t, { server: first.server, guild: first.guild, commands: [later] });
    await server.until(() => server.callsTo(ROUTES.setCommands).length === 2);
    assert.deepEqual(server.violations, []);
  });

  it('are compared by all that people see of them', () => {
    const wanted = menuOf([later]);
    const registered = wanted.map((entry, index) => ({
      ...entry,
      id: String(index),
      version: '1',
      nsfw: false,
    }));
    const changed = (change: object) =>
      registered.map((entry, index) => (index === 0 ? { ...entry, ...change } : entry));
    assert.ok(isSame(wanted, registered.toReversed()));
    assert.ok(isSame(wanted, changed({ contexts: [2, 1, 0] })));
    for (const change of [
      { name: 'other' },
      { description: 'other' },
      { name_localizations: null },
      { description_localizations: { vi: 'khác' } },
      { options: [] },
      { contexts: [0] },
      { integration_types: null },
    ])
      assert.ok(!isSame(wanted, changed(change)), JSON.stringify(change));
    assert.ok(!isSame(wanted, registered.slice(1)));
  });

  it('take what commands call their arguments for names of options', () => {
    assert.equal(optionName('a citation handle'), 'citation-handle');
    assert.equal(optionName('mã trích dẫn'), 'mã-trích-dẫn');
    assert.equal(optionName('A Time (and a zone)!'), 'time-and-a-zone');
  });
});

describe('a slash command', () => {
  it('is acknowledged first and answered in the language of the person', async (t) => {
    const { server, guild } = await startBot(t);
    const before = server.calls.length;
    const lan = server.person(VIETNAMESE);
    const used = lan.uses(guild.channelId, 'ask', { question: QUESTION });
    const answer = await server.answerOf(used);
    assert.match(answer.message?.text ?? '', new RegExp(`^## ${DAY}`));
    assert.equal(server.calls[before]?.route, ROUTES.callback);
    const joe = await server.answerOf(
      server.person({ locale: Locale.German }).uses(guild.channelId, 'settings'),
    );
    assert.match(joe.message?.text ?? '', /in English/);
    assert.deepEqual(server.violations, []);
  });

  it('works for every command of the registry, in a server, in private and where only a person has brought the bot', async (t) => {
    const { server, guild } = await startBot(t);
    const foreign = server.guild({ hasBot: false });
    const lan = server.person(VIETNAMESE);
    const minh = server.person({ ...VIETNAMESE, name: 'Minh' });
    const places = [
      { channelId: guild.channelId },
      { channelId: lan.directChannel() },
      { channelId: foreign.channelId, install: 'user' as const },
      { channelId: server.privateChannelOf(minh.id), install: 'user' as const },
    ];
    for (const { name, argument } of createCommandRegistry().commands) {
      if (name === 'start') continue;
      const values = argument === undefined ? {} : { [optionName(argument.name.en)]: argument.example.en };
      for (const { channelId, install } of places) {
        const who = server.person({ ...VIETNAMESE, name: `${name} ${channelId}` });
        const used = who.uses(channelId, name, values, install === undefined ? {} : { install });
        const { message } = await server.answerOf(used);
        assert.ok((message?.text ?? '').length > 0, `${name} in ${channelId}`);
      }
    }
    assert.deepEqual(server.violations, []);
  });

  it('that is to be answered alone is, and needs no button to delete the answer', async (t) => {
    const { server, guild } = await startBot(t);
    const lan = server.person(VIETNAMESE);
    const open = await server.answerOf(lan.uses(guild.channelId, 'ask', { question: QUESTION }));
    const alone = await server.answerOf(
      lan.uses(guild.channelId, 'ask', { question: QUESTION, private: true }),
    );
    assert.deepEqual([open.message?.isEphemeral, alone.message?.isEphemeral], [false, true]);
    const labels = (answer: typeof open) => answer.message?.controls.map(({ label }) => label) ?? [];
    assert.ok(labels(open).includes(vi.buttons.delete));
    assert.ok(!labels(alone).includes(vi.buttons.delete));
  });

  it('is answered alone by Discord itself where the person may not use foreign bots, buttons and all', async (t) => {
    const { server } = await startBot(t);
    const foreign = server.guild({ hasBot: false });
    const lan = server.person({ ...VIETNAMESE, permissions: PermissionFlagsBits.ViewChannel });
    const used = lan.uses(foreign.channelId, 'ask', { question: QUESTION }, { install: 'user' });
    const { message } = await server.answerOf(used);
    assert.equal(message?.isEphemeral, true);
    lan.presses(message?.id ?? '', vi.buttons.context);
    await server.until(() => server.messagesIn(foreign.channelId)[0]?.text.includes('Trong “Tựa”'));
    assert.deepEqual(server.violations, []);
  });

  it('turns the pages of a long list', async (t) => {
    const events = Array.from({ length: 10 }, (_, index) =>
      eventYaml(`event-${index}`, { date: `1990-01-${String(index + 1).padStart(2, '0')}` }),
    );
    const { server, guild } = await startBot(t, { library: libraryOf(timeline(...events)) });
    const lan = server.person(VIETNAMESE);
    const { message } = await server.answerOf(lan.uses(guild.channelId, 'date', { date: '1990' }));
    assert.doesNotMatch(message?.text ?? '', /10\/1\/1990/);
    lan.presses(message?.id ?? '', vi.next);
    await server.until(() => /10\/1\/1990/.test(server.messagesIn(guild.channelId)[0]?.text ?? ''));
    assert.deepEqual(server.violations, []);
  });

  it('asks back by buttons which of two days is meant', async (t) => {
    const { server, guild } = await startBot(t);
    const lan = server.person({ locale: Locale.EnglishUS });
    const { message } = await server.answerOf(lan.uses(guild.channelId, 'date', { date: '2/3/1994' }));
    const day = message?.controls.find(
      ({ label }) => label.includes('3 February') || label.includes('February 3'),
    );
    const pressed = lan.presses(
      message?.id ?? '',
      day?.label ?? assert.fail(JSON.stringify(message?.controls)),
    );
    const said = await server.until(() => server.replyTo(pressed).followUps[0]);
    assert.match(said.text, /Embargo lifted/);
  });

  it('names the commands in the help so that they can be pressed', async (t) => {
    const { server, guild } = await startBot(t);
    const lan = server.person(VIETNAMESE);
    // The ids are known when the answer to their registration is read.
    await server.answerOf(lan.uses(guild.channelId, 'ask', { question: QUESTION }));
    const { message } = await server.answerOf(lan.uses(guild.channelId, 'help'));
    assert.match(message?.text ?? '', /<\/ask:\d+> \\<câu hỏi\\> – Hỏi một câu/);
    assert.match(message?.text ?? '', /<\/today:\d+>/);
  });
});

describe('words half typed', () => {
  it('become questions that can be answered', async (t) => {
    const { server, guild } = await startBot(t);
    const lan = server.person(VIETNAMESE);
    const choices = async (typed: string) =>
      (await server.answerOf(lan.types(guild.channelId, 'ask', 'question', typed))).choices as readonly {
        readonly name: string;
        readonly value: string;
      }[];
    for (const typed of ['', 'cấm vận', 'Hiệp định Thương mại', 'x'.repeat(900), '🇻🇳'.repeat(100)]) {
      for (const { value } of await choices(typed)) {
        const used = server.person(VIETNAMESE).uses(guild.channelId, 'ask', { question: value });
        assert.doesNotMatch(
          (await server.answerOf(used)).message?.text ?? '',
          new RegExp(vi.notKnown),
          value,
        );
      }
    }
    assert.ok((await choices('Hiệp định Thương mại song phương')).length > 0);
    assert.deepEqual(server.violations, []);
  });

  it('become dates, with what happened on them', async (t) => {
    const { server, guild } = await startBot(t);
    const lan = server.person({ locale: Locale.EnglishUS });
    const choices = async (typed: string) =>
      (await server.answerOf(lan.types(guild.channelId, 'date', 'date', typed))).choices;
    assert.deepEqual(await choices('1994'), [
      { name: '1994', value: '1994' },
      { name: 'Feb 3, 1994 · Embargo lifted', value: '1994-02-03' },
    ]);
    assert.equal((await choices('2/3/1994')).length, 2);
    assert.deepEqual(await choices('no date at all'), []);
    assert.ok((await choices('')).length >= 2, 'today and what happened on it');
    assert.deepEqual(server.violations, []);
  });

  it('become time zones, those of the two capitals first, behind what stands before', async (t) => {
    const { server, guild } = await startBot(t, { commands: [later] });
    const lan = server.person(VIETNAMESE);
    const choices = async (typed: string) =>
      (await server.answerOf(lan.types(guild.channelId, 'remind', 'time-and-a-zone', typed))).choices;
    for (const typed of ['07:00 Hồ Chí', '07:00 ho_chi', '07:00 Asia/Ho'])
      assert.deepEqual((await choices(typed)).slice(0, 1), [
        { name: '07:00 Asia/Ho_Chi_Minh', value: '07:00 Asia/Ho_Chi_Minh' },
      ]);
    assert.deepEqual(await choices('07:00 nowhere'), []);
    assert.equal((await choices('')).length, 25);
    assert.deepEqual(server.violations, []);
  });
});

describe('the check of a message', () => {
  it('holds what stands there against the sources, for the person alone', async (t) => {
    const { server, guild } = await startBot(t);
    const lan = server.person(VIETNAMESE);
    const minh = server.person({ name: 'Minh' });
    const claim = minh.says(guild.channelId, 'Hiệp định Thương mại song phương được ký năm 1999.');
    const { message } = await server.answerOf(lan.usesOn(claim, en.checkThis));
    assert.ok(message?.text.includes(vi.verdicts.conflicts), message?.text);
    assert.equal(message?.isEphemeral, true);
    const picture = minh.says(guild.channelId, '');
    assert.equal((await server.answerOf(lan.usesOn(picture, en.checkThis))).message?.text, vi.onlyText);
    assert.deepEqual(server.violations, []);
  });
});
