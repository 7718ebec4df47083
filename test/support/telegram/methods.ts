import * as chats from './chat-methods.ts';
import type { Rooms } from './chats.ts';
import { badRequest, conflict } from './failures.ts';
import * as messages from './message-methods.ts';
import type { ParameterReader } from './parameters.ts';
import type { Profile } from './profile-methods.ts';
import type { Queries } from './queries.ts';
import * as queries from './query-methods.ts';
import type { UpdateFeed } from './updates.ts';
import type { Webhook } from './webhook.ts';

/** The parts of Telegram that calls work on. */
export interface Backend {
  readonly rooms: Rooms;
  readonly queries: Queries;
  readonly profile: Profile;
  readonly feed: UpdateFeed;
  readonly webhook: Webhook;
}

type Method = (parameters: ParameterReader, backend: Backend, gone: AbortSignal) => unknown;

/** What each method does and answers; a thrown `ApiFailure` is the refusal the bot gets. */
export const METHODS: ReadonlyMap<string, Method> = new Map<string, Method>([
  ['getMe', (_, { rooms }) => rooms.bot],
  ['getUpdates', getUpdates],
  ['setWebhook', (parameters, { webhook }) => webhook.set(parameters)],
  ['deleteWebhook', (parameters, { webhook }) => webhook.unset(parameters)],
  ['getWebhookInfo', (_, { webhook }) => webhook.info()],
  ['sendMessage', (parameters, { rooms }) => messages.sendMessage(parameters, rooms)],
  ['editMessageText', (parameters, { rooms }) => messages.editMessageText(parameters, rooms)],
  ['editMessageReplyMarkup', (parameters, { rooms }) => messages.editMessageReplyMarkup(parameters, rooms)],
  ['deleteMessage', (parameters, { rooms }) => messages.deleteMessage(parameters, rooms)],
  ['sendChatAction', (parameters, { rooms }) => messages.sendChatAction(parameters, rooms)],
  ['answerCallbackQuery', (parameters, backend) => queries.answerCallbackQuery(parameters, backend.queries)],
  ['answerInlineQuery', (parameters, backend) => queries.answerInlineQuery(parameters, backend.queries)],
  ['answerGuestQuery', (parameters, backend) => queries.answerGuestQuery(parameters, backend.queries)],
  ['setMyCommands', (parameters, { profile }) => profile.setMyCommands(parameters)],
  ['getMyCommands', (parameters, { profile }) => profile.getMyCommands(parameters)],
  ['deleteMyCommands', (parameters, { profile }) => profile.deleteMyCommands(parameters)],
  ['setMyName', (parameters, { profile }) => profile.setText('name', 64, parameters)],
  ['getMyName', (parameters, { profile }) => profile.getText('name', parameters)],
  ['setMyDescription', (parameters, { profile }) => profile.setText('description', 512, parameters)],
  ['getMyDescription', (parameters, { profile }) => profile.getText('description', parameters)],
  [
    'setMyShortDescription',
    (parameters, { profile }) => profile.setText('short_description', 120, parameters),
  ],
  ['getMyShortDescription', (parameters, { profile }) => profile.getText('short_description', parameters)],
  ['setMyDefaultAdministratorRights', (parameters, { profile }) => profile.setRights(parameters)],
  ['getMyDefaultAdministratorRights', (parameters, { profile }) => profile.getRights(parameters)],
  ['getChat', (parameters, { rooms }) => chats.getChat(parameters, rooms)],
  ['getChatMember', (parameters, { rooms }) => chats.getChatMember(parameters, rooms)],
  ['getChatAdministrators', (parameters, { rooms }) => chats.getChatAdministrators(parameters, rooms)],
  ['leaveChat', (parameters, backend) => chats.leaveChat(parameters, backend)],
]);

function getUpdates(parameters: ParameterReader, { feed, webhook }: Backend, gone: AbortSignal): unknown {
  if (webhook.isSet()) {
    throw conflict(
      "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    );
  }
  const limit = parameters.integer('limit') ?? 100;
  if (limit < 1 || limit > 100) throw badRequest('limit must be between 1 and 100');
  feed.allow(parameters.list<string>('allowed_updates'));
  const timeoutSeconds = parameters.integer('timeout') ?? 0;
  return feed.poll({ offset: parameters.integer('offset'), limit, timeoutSeconds, gone });
}
