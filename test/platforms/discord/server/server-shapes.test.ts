import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { Routes } from 'discord.js';
import { createEchoBot, ECHO_COMMANDS } from '../../../support/discord/echo-bot.ts';
import { checkAnswer } from '../../../support/discord/specification.ts';

const bot = await createEchoBot();
after(() => bot.stop());

describe('the answers of the local Discord', () => {
  it('have the shapes of the specification', async () => {
    const { server, client, guild } = bot;
    await bot.login();
    await client.application?.commands.set([...ECHO_COMMANDS]);
    const lan = server.person();
    lan.mentions(guild.channelId, 'xin chào');
    await server.nextCall('POST /channels/{channel_id}/messages');
    const [, reply] = server.messagesIn(guild.channelId);
    const { message } = await server.answerOf(lan.uses(guild.channelId, 'hỏi', { câu: 'x' }));
    await server.answerOf(lan.presses(message?.id ?? '', 'Xem thêm'));
    await server.answerOf(lan.usesOn(reply?.id ?? '', 'Kiểm chứng'));
    await client.rest.patch(Routes.channelMessage(guild.channelId, reply?.id ?? ''), {
      body: { content: 'khác', embeds: [{ title: 'a', description: 'b' }] },
    });
    await client.rest.post(Routes.userChannels(), { body: { recipient_id: lan.id } });
    for (const route of [
      Routes.channel(guild.channelId),
      Routes.channel(server.thread(guild.channelId)),
      Routes.channelMessages(guild.channelId),
      Routes.guild(guild.id),
      Routes.guildMember(guild.id, lan.id),
      Routes.user(),
      Routes.user(lan.id),
      Routes.currentApplication(),
      Routes.gatewayBot(),
      Routes.applicationCommands(server.application.id),
    ] as const)
      await client.rest.get(route);
    const wrong = server.calls.flatMap(({ route, answer }) =>
      answer.kind === 'answered' && answer.status === 200
        ? checkAnswer(route, answer.body).map(({ place, problem }) => `${route} ${place} ${problem}`)
        : [],
    );
    assert.deepEqual(wrong, []);
    assert.deepEqual(server.violations, []);
  });
});
