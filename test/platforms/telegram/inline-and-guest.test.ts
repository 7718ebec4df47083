import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { wordsIn } from '../../../src/core/chat/words/words.ts';
import { eventYaml, libraryOf, timeline } from '../../support/knowledge-files.ts';
import { startBot } from './telegram-bot.ts';

const QUESTION = 'Hiệp định Thương mại song phương được ký khi nào?';

describe('inline mode', () => {
  it('offers this day in any year before anything is typed', async (t) => {
    const { server } = await startBot(t);
    const lan = server.person({ language_code: 'vi' });
    const query = lan.typesInline('');
    await server.untilHandled();
    const answer = lan.answerToInline(query);
    assert.deepEqual(
      answer?.results.map((result) => 'title' in result && result.title),
      ['11/7/1995 · Bình thường hóa'],
    );
    assert.deepEqual(server.violations, []);
  });

  it('offers the passages that answer, and events on a date, in the language of who types', async (t) => {
    const { server } = await startBot(t);
    const lan = server.person({ language_code: 'vi' });
    const joe = server.person({ language_code: 'en' });
    const asked = lan.typesInline(QUESTION);
    const dated = joe.typesInline('February 3, 1994');
    await server.untilHandled();
    const described = (answer: ReturnType<typeof lan.answerToInline>) =>
      answer?.results.map((result) => 'description' in result && result.description);
    assert.match(
      String(described(lan.answerToInline(asked))?.[0]),
      /^Hiệp định Thương mại song phương được ký tại/,
    );
    assert.deepEqual(described(joe.answerToInline(dated)), [
      'The United States lifted the trade embargo against Vietnam.',
    ]);
  });

  it('leads to the private chat where it has nothing', async (t) => {
    const { server } = await startBot(t);
    const lan = server.person({ language_code: 'vi' });
    const query = lan.typesInline('giá vàng hôm nay');
    await server.untilHandled();
    const call = await server.nextCall('answerInlineQuery');
    assert.deepEqual(call.parameters.results, []);
    assert.deepEqual(call.parameters.button, {
      text: wordsIn('vi').askInPrivate,
      start_parameter: 'inline',
    });
    assert.ok(lan.answerToInline(query));
    assert.deepEqual(server.violations, []);
  });

  it('offers what does not fit on one page on the next', async (t) => {
    const library = libraryOf(
      timeline(...Array.from({ length: 30 }, (_, index) => eventYaml(`event-${index + 1}`))),
    );
    const { server } = await startBot(t, { library });
    const lan = server.person();
    const first = lan.typesInline('12/7/1995');
    await server.untilHandled();
    const { next_offset: next = '' } = (await server.nextCall('answerInlineQuery')).parameters;
    const second = lan.typesInline('12/7/1995', String(next));
    await server.untilHandled();
    const ids = [first, second].flatMap(
      (query) => lan.answerToInline(query)?.results.map(({ id }) => id) ?? [],
    );
    assert.equal(ids.length, 30);
    assert.equal(new Set(ids).size, 30);
    assert.equal((await server.nextCall('answerInlineQuery')).parameters.next_offset, '');
  });

  it('takes any offset for what it is worth', async (t) => {
    const { server } = await startBot(t);
    const lan = server.person();
    const query = lan.typesInline('', '-1; drop');
    await server.untilHandled();
    assert.equal(lan.answerToInline(query)?.results.length, 1);
  });
});

describe('guest mode', () => {
  it('checks the message below which it is called by its bare name', async (t) => {
    const { server } = await startBot(t);
    const strangers = server.group({ bot: 'left' });
    const lan = server.person({ language_code: 'vi' });
    const minh = server.person();
    const claim = minh.says('Hiệp định Thương mại song phương được ký năm 1999.', { in: strangers });
    lan.callsGuest('@NhipCauBot', { in: strangers, replyTo: claim });
    await server.untilHandled();
    const { parameters } = await server.nextCall('answerGuestQuery');
    assert.ok(JSON.stringify(parameters.result).includes(wordsIn('vi').verdicts.conflicts));
    assert.deepEqual(server.violations, []);
  });

  it('answers a question where the bot is called into a chat it is not in', async (t) => {
    const { server } = await startBot(t);
    const strangers = server.group({ bot: 'left' });
    const lan = server.person({ language_code: 'vi' });
    const call = lan.callsGuest(`@NhipCauBot ${QUESTION}`, { in: strangers });
    await server.untilHandled();
    assert.ok(lan.answerToGuest(call));
    const { parameters } = await server.nextCall('answerGuestQuery');
    assert.match(
      JSON.stringify(parameters.result),
      /Hiệp định Thương mại song phương được ký<.b> tại Washington/,
    );
    assert.deepEqual(server.violations, []);
  });
});
