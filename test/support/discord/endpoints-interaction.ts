import {
  InteractionResponseType as Answer,
  type APIMessage,
  type APIModalInteractionResponseCallbackData,
  InteractionType,
  MessageFlags,
  MessageType,
} from 'discord.js';
import { type Announce, announceDeletion, announceMessage } from './announce.ts';
import { checkChoiceList } from './command-rules.ts';
import { ERRORS, invalidForm } from './discord-error.ts';
import { createForm } from './form.ts';
import type { ApiRequest, Handler } from './http-api.ts';
import { isObject, type JsonObject, numberOf, objectsIn } from './json.ts';
import { editedMessage, messageFromBody } from './messages.ts';
import { checkModal } from './modal-rules.ts';
import { findMessage, type InteractionState, type World } from './world.ts';

const ANSWER_WITHIN_MS = 3000;
const TOKEN_LIVES_MS = 15 * 60 * 1000;
const FOLLOW_UPS_OF_A_USER_INSTALL = 5;

const ALLOWED: { readonly [type: number]: readonly number[] } = {
  [InteractionType.ApplicationCommand]: [4, 5, 9],
  [InteractionType.ApplicationCommandAutocomplete]: [8],
  [InteractionType.MessageComponent]: [4, 5, 6, 7, 9],
  [InteractionType.ModalSubmit]: [4, 5, 6, 7],
};

/** Endpoints that answer interactions. They live as long as the interaction's token. */
export function interactionEndpoints(
  world: World,
  announce: Announce,
): readonly (readonly [string, Handler])[] {
  const put = (interaction: InteractionState, message: APIMessage): void => {
    interaction.channel.messages.push(message);
    if (!isEphemeral(message))
      announceMessage(world, announce, 'MESSAGE_CREATE', interaction.channel, message);
  };
  const change = (interaction: InteractionState, message: APIMessage, body: JsonObject): APIMessage => {
    const isLoading = ((message.flags ?? 0) & MessageFlags.Loading) !== 0;
    const rest = ((message.flags ?? 0) & ~MessageFlags.Loading) as MessageFlags;
    const edited = editedMessage(world, { ...message, flags: rest }, body);
    // Filling in an answer that was promised is no edit that people see.
    const shown = isLoading ? { ...edited, edited_timestamp: null } : edited;
    const { messages } = interaction.channel;
    messages[messages.findIndex(({ id }) => id === message.id)] = shown;
    if (!isEphemeral(shown)) announceMessage(world, announce, 'MESSAGE_UPDATE', interaction.channel, shown);
    return shown;
  };
  const written = (interaction: InteractionState, body: JsonObject, type: MessageType): APIMessage =>
    messageFromBody(world, interaction.channel, body, {
      type,
      application_id: world.application.id,
      webhook_id: world.application.id,
      flags: flagsOf(interaction, body),
      ...origin(interaction),
    });

  const callback: Handler = (request) => {
    const interaction = world.interactions.get(request.parameters.interaction_token ?? '');
    if (interaction?.shape.id !== request.parameters.interaction_id || interaction === undefined)
      throw ERRORS.unknownInteraction();
    if (interaction.answer.kind !== 'unanswered') throw ERRORS.alreadyAcknowledged();
    if (world.now() - interaction.startedAt > ANSWER_WITHIN_MS) throw ERRORS.unknownInteraction();
    const body = isObject(request.body) ? request.body : {};
    interaction.answer = accept(interaction, numberOf(body.type), isObject(body.data) ? body.data : {});
    return request.query.with_response === 'true'
      ? { status: 200, body: callbackResponse(world, interaction, numberOf(body.type)) }
      : { status: 204 };
  };

  const accept = (
    interaction: InteractionState,
    type: number | undefined,
    data: JsonObject,
  ): InteractionState['answer'] => {
    const source = 'message' in interaction.shape ? interaction.shape.message : undefined;
    const isFitting = (ALLOWED[interaction.shape.type] ?? []).includes(type ?? 0);
    if (!isFitting || ((type === 6 || type === 7) && source === undefined))
      throw invalidForm([
        {
          path: ['type'],
          code: 'INTERACTION_RESPONSE_TYPE_INVALID',
          message: `An interaction of type ${interaction.shape.type} cannot be answered with type ${type}.`,
        },
      ]);
    const replyType = interaction.shape.type === InteractionType.ApplicationCommand ? 20 : 19;
    if (type === Answer.ChannelMessageWithSource) {
      const message = written(interaction, data, replyType);
      put(interaction, message);
      return { kind: 'message', messageId: message.id };
    }
    if (type === Answer.DeferredChannelMessageWithSource) {
      const flags = (flagsOf(interaction, data) | MessageFlags.Loading) as MessageFlags;
      const waiting = { ...written(interaction, { content: '…' }, replyType), content: '', flags };
      put(interaction, waiting);
      return { kind: 'thinking', messageId: waiting.id };
    }
    if (type === Answer.UpdateMessage && source !== undefined) {
      const { message } = found(source.id);
      change(interaction, message, data);
      return { kind: 'message', messageId: message.id };
    }
    if (type === Answer.Modal) {
      checkModal(data);
      return { kind: 'modal', modal: data as unknown as APIModalInteractionResponseCallbackData };
    }
    if (type === Answer.ApplicationCommandAutocompleteResult) {
      checkChoices(data);
      return { kind: 'choices', choices: objectsIn(data.choices) };
    }
    return { kind: 'acknowledged', messageId: source?.id ?? '' };
  };

  const found = (id: string) => {
    const place = findMessage(world, id);
    if (place === undefined) throw ERRORS.unknownMessage();
    return place;
  };

  const alive = ({ parameters }: ApiRequest): InteractionState => {
    const interaction = world.interactions.get(parameters.webhook_token ?? '');
    if (interaction === undefined || parameters.webhook_id !== world.application.id)
      throw ERRORS.unknownWebhook();
    if (world.now() - interaction.startedAt > TOKEN_LIVES_MS) throw ERRORS.invalidWebhookToken();
    if (interaction.answer.kind === 'unanswered') throw ERRORS.unknownWebhook();
    return interaction;
  };
  const target = (request: ApiRequest, interaction: InteractionState): APIMessage => {
    const { answer, followUps } = interaction;
    const id = request.parameters.message_id;
    const original = 'messageId' in answer ? answer.messageId : undefined;
    if (id !== undefined && id !== original && !followUps.includes(id)) throw ERRORS.unknownMessage();
    const message = interaction.channel.messages.find((each) => each.id === (id ?? original));
    if (message === undefined) throw ERRORS.unknownMessage();
    return message;
  };

  const edit: Handler = (request) => {
    const interaction = alive(request);
    const message = change(
      interaction,
      target(request, interaction),
      isObject(request.body) ? request.body : {},
    );
    const { answer: before } = interaction;
    const wasOpen = before.kind === 'thinking' || before.kind === 'acknowledged';
    if (wasOpen && before.messageId === message.id)
      interaction.answer = { kind: 'message', messageId: message.id };
    return { status: 200, body: message };
  };
  const remove: Handler = (request) => {
    const interaction = alive(request);
    const message = target(request, interaction);
    const { messages } = interaction.channel;
    messages.splice(messages.indexOf(message), 1);
    if (!isEphemeral(message)) announceDeletion(world, announce, interaction.channel, message.id);
    return { status: 204 };
  };
  const followUp: Handler = (request) => {
    const interaction = alive(request);
    // Discord keeps an old custom: the first follow-up after a deferral fills in the deferred answer.
    if (interaction.answer.kind === 'thinking') return edit(request);
    if (interaction.isUserInstall && interaction.followUps.length >= FOLLOW_UPS_OF_A_USER_INSTALL)
      throw ERRORS.tooManyFollowUps();
    const body = isObject(request.body) ? request.body : {};
    const message = written(interaction, body, MessageType.Reply);
    interaction.followUps.push(message.id);
    put(interaction, message);
    return { status: 200, body: message };
  };
  const read: Handler = (request) => ({ status: 200, body: target(request, alive(request)) });

  const one = '/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}';
  const original = '/webhooks/{webhook_id}/{webhook_token}/messages/@original';
  return [
    ['POST /interactions/{interaction_id}/{interaction_token}/callback', callback],
    ['POST /webhooks/{webhook_id}/{webhook_token}', followUp],
    ...[one, original].flatMap((path): readonly (readonly [string, Handler])[] => [
      [`GET ${path}`, read],
      [`PATCH ${path}`, edit],
      [`DELETE ${path}`, remove],
    ]),
  ];
}

const isEphemeral = ({ flags }: APIMessage): boolean => ((flags ?? 0) & MessageFlags.Ephemeral) !== 0;

function flagsOf(interaction: InteractionState, body: JsonObject): MessageFlags {
  const allowed =
    MessageFlags.Ephemeral |
    MessageFlags.SuppressEmbeds |
    MessageFlags.SuppressNotifications |
    MessageFlags.IsComponentsV2;
  const forced = interaction.forcedEphemeral ? MessageFlags.Ephemeral : 0;
  return (((numberOf(body.flags) ?? 0) & allowed) | forced) as MessageFlags;
}

/** What a message tells about the interaction it answers. */
function origin({ shape }: InteractionState): Partial<APIMessage> {
  const user = shape.user ?? shape.member?.user;
  if (user === undefined) return {};
  const metadata = {
    id: shape.id,
    type: shape.type,
    user,
    authorizing_integration_owners: shape.authorizing_integration_owners,
  };
  return { interaction_metadata: metadata } as Partial<APIMessage>;
}

function callbackResponse(
  world: World,
  { shape, answer }: InteractionState,
  type: number | undefined,
): unknown {
  const message = 'messageId' in answer ? findMessage(world, answer.messageId)?.message : undefined;
  const flags = message?.flags ?? 0;
  return {
    interaction: {
      id: shape.id,
      type: shape.type,
      ...(message === undefined ? {} : { response_message_id: message.id }),
      response_message_loading: (flags & MessageFlags.Loading) !== 0,
      response_message_ephemeral: (flags & MessageFlags.Ephemeral) !== 0,
      channel_id: shape.channel?.id,
      guild_id: shape.guild_id,
    },
    resource: { type, ...(message === undefined ? {} : { message }) },
  };
}

function checkChoices(data: JsonObject): void {
  const form = createForm();
  form.count(['data', 'choices'], data.choices, 0, 25);
  checkChoiceList(form, objectsIn(data.choices), ['data', 'choices']);
  if (form.problems.length > 0) throw invalidForm(form.problems);
}
