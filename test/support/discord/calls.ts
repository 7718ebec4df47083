import type { Method } from './routes.ts';

/** A method and a path of Discord's specification, such as `POST /channels/{channel_id}/messages`. */
export type Route = `${Method} /${string}`;

/** The routes that tests name most. */
export const ROUTES = {
  setCommands: 'PUT /applications/{application_id}/commands',
  sendMessage: 'POST /channels/{channel_id}/messages',
  editMessage: 'PATCH /channels/{channel_id}/messages/{message_id}',
  deleteMessage: 'DELETE /channels/{channel_id}/messages/{message_id}',
  typing: 'POST /channels/{channel_id}/typing',
  openDirectChannel: 'POST /users/@me/channels',
  callback: 'POST /interactions/{interaction_id}/{interaction_token}/callback',
  editReply: 'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original',
  followUp: 'POST /webhooks/{webhook_id}/{webhook_token}',
} as const satisfies { readonly [name: string]: Route };

/** What the server answered; `cut` when the connection was torn instead. */
export type CallAnswer =
  | { readonly kind: 'answered'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'cut'; readonly wasProcessed: boolean };

/** A request of the bot and its answer. */
export interface Call {
  /** The place among all calls, from 1. */
  readonly number: number;
  readonly method: string;
  /** Method and template; the bare path when Discord has no such endpoint. */
  readonly route: string;
  readonly path: string;
  readonly query: { readonly [name: string]: string };
  /** The JSON body; of a multipart body its `payload_json`. */
  readonly body: unknown;
  /** Names of the files sent along. */
  readonly files: readonly string[];
  readonly headers: {
    readonly authorization: string | undefined;
    readonly contentType: string | undefined;
    readonly userAgent: string | undefined;
    readonly reason: string | undefined;
  };
  readonly answer: CallAnswer;
}

/** A request or event body that Discord would not have taken. */
export interface Violation {
  readonly route: string;
  /** The place in the body, such as `embeds.0.description`. */
  readonly place: string;
  readonly problem: string;
  /** Who objects: our rules in Discord's words, Discord's own specification, or the list of endpoints. */
  readonly source: 'rules' | 'specification' | 'endpoints';
}

/** One line about a call, for messages of failed waits. */
export function describeCall({ number, route, body, answer }: Call): string {
  const outcome = answer.kind === 'cut' ? 'cut' : String(answer.status);
  const said = body === undefined ? '' : ` ${JSON.stringify(body).slice(0, 200)}`;
  return `  ${number}. ${route} -> ${outcome}${said}`;
}
