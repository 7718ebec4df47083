/** By route, the names of Discord's schemas of which one must fit; in brackets, a list of such. */
type Described = ReadonlyMap<string, readonly string[]>;

/** Bodies of requests. */
export const BODIES: Described = new Map([
  ['POST /channels/{channel_id}/messages', ['MessageCreateRequest']],
  ['PATCH /channels/{channel_id}/messages/{message_id}', ['MessageEditRequestPartial']],
  ['POST /users/@me/channels', ['CreatePrivateChannelRequest']],
  [
    'POST /interactions/{interaction_id}/{interaction_token}/callback',
    [
      'CreateMessageInteractionCallbackRequest',
      'UpdateMessageInteractionCallbackRequest',
      'ModalInteractionCallbackRequest',
      'ApplicationCommandAutocompleteCallbackRequest',
      'PongInteractionCallbackRequest',
      'LaunchActivityInteractionCallbackRequest',
    ],
  ],
  [
    'POST /webhooks/{webhook_id}/{webhook_token}',
    ['IncomingWebhookRequestPartial', 'IncomingWebhookUpdateRequestPartial'],
  ],
  [
    'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original',
    ['IncomingWebhookUpdateRequestPartial'],
  ],
  [
    'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}',
    ['IncomingWebhookUpdateRequestPartial'],
  ],
  ['PUT /applications/{application_id}/commands', ['[ApplicationCommandUpdateRequest]']],
]);

/** Answers of status 200. */
export const ANSWERS: Described = new Map([
  ['GET /channels/{channel_id}', ['GuildChannelResponse', 'ThreadResponse', 'PrivateChannelResponse']],
  ['GET /channels/{channel_id}/messages', ['[MessageResponse]']],
  ['POST /channels/{channel_id}/messages', ['MessageResponse']],
  ['PATCH /channels/{channel_id}/messages/{message_id}', ['MessageResponse']],
  ['PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original', ['MessageResponse']],
  ['POST /webhooks/{webhook_id}/{webhook_token}', ['MessageResponse']],
  ['POST /users/@me/channels', ['PrivateChannelResponse']],
  ['GET /guilds/{guild_id}', ['GuildWithCountsResponse']],
  ['GET /guilds/{guild_id}/members/{user_id}', ['GuildMemberResponse']],
  ['GET /users/@me', ['UserPIIResponse']],
  ['GET /users/{user_id}', ['UserResponse']],
  ['GET /applications/@me', ['PrivateApplicationResponse']],
  ['GET /gateway/bot', ['GatewayBotResponse']],
  ['PUT /applications/{application_id}/commands', ['[ApplicationCommandResponse]']],
  ['GET /applications/{application_id}/commands', ['[ApplicationCommandResponse]']],
]);
