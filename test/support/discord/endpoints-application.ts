import { type APIApplicationCommand, ApplicationCommandType } from 'discord.js';
import { checkCommands } from './command-rules.ts';
import { ERRORS } from './discord-error.ts';
import type { ApiRequest, Handler } from './http-api.ts';
import { type JsonObject, objectsIn } from './json.ts';
import type { World } from './world.ts';

/** What GET /gateway/bot tells. */
export interface GatewayInformation {
  readonly url: () => string;
  readonly shards: number;
  readonly maxConcurrency: number;
}

/** Endpoints of the bot itself: gateway, user, application and commands. */
export function applicationEndpoints(
  world: World,
  gateway: GatewayInformation,
): readonly (readonly [string, Handler])[] {
  const own = ({ parameters }: ApiRequest): void => {
    if (parameters.application_id !== world.application.id) throw ERRORS.missingAccess();
  };
  const setCommands: Handler = (request) => {
    own(request);
    checkCommands(request.body);
    world.commands = objectsIn(request.body).map((command) => stored(world, command));
    return { status: 200, body: world.commands };
  };
  const sessions = {
    total: 1000,
    remaining: 999,
    reset_after: 86_400_000,
    max_concurrency: gateway.maxConcurrency,
  };
  return [
    ['GET /gateway', () => ({ status: 200, body: { url: gateway.url() } })],
    [
      'GET /gateway/bot',
      () => ({
        status: 200,
        body: { url: gateway.url(), shards: gateway.shards, session_start_limit: sessions },
      }),
    ],
    [
      'GET /users/@me',
      () => ({
        status: 200,
        body: { ...world.bot, mfa_enabled: true, verified: true, email: null, locale: 'en-US' },
      }),
    ],
    ['GET /applications/@me', () => ({ status: 200, body: world.application })],
    ['GET /oauth2/applications/@me', () => ({ status: 200, body: world.application })],
    ['PUT /applications/{application_id}/commands', setCommands],
    [
      'GET /applications/{application_id}/commands',
      (request) => {
        own(request);
        return { status: 200, body: world.commands };
      },
    ],
  ];
}

/** The command as Discord keeps it: with ids, and everything that was left out filled in. */
function stored(world: World, command: JsonObject): APIApplicationCommand {
  const type = command.type ?? ApplicationCommandType.ChatInput;
  // The id of a command stays the same as long as its name and type do.
  const known = world.commands.find((each) => each.name === command.name && each.type === type);
  return {
    nsfw: false,
    default_member_permissions: null,
    integration_types: [0],
    contexts: null,
    name_localizations: null,
    description_localizations: null,
    description: '',
    ...command,
    id: known?.id ?? world.newId(),
    application_id: world.application.id,
    version: world.newId(),
    type,
    // The body passed Discord's rules, so it is a command.
  } as APIApplicationCommand;
}
