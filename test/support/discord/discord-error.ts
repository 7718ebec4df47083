/** One thing wrong with a field of a request body. */
export interface FieldProblem {
  /** Names and list positions from the top of the body, such as ['embeds', '0', 'description']. */
  readonly path: readonly string[];
  /** Discord's code, such as BASE_TYPE_MAX_LENGTH. */
  readonly code: string;
  readonly message: string;
}

/** An answer other than success, with Discord's own numbers. */
export class DiscordError extends Error {
  override readonly name = 'DiscordError' as const;
  readonly status: number;
  readonly code: number;
  readonly problems: readonly FieldProblem[];

  constructor(status: number, code: number, message: string, problems: readonly FieldProblem[] = []) {
    super(message);
    this.status = status;
    this.code = code;
    this.problems = problems;
  }

  /** The body as Discord writes it: problems are a tree that follows the fields of the request. */
  body(): unknown {
    const head = { message: this.message, code: this.code };
    return this.problems.length === 0 ? head : { ...head, errors: problemTree(this.problems) };
  }
}

type Tree = { [name: string]: Tree | { code: string; message: string }[] };

function problemTree(problems: readonly FieldProblem[]): Tree {
  const root: Tree = {};
  for (const { path, code, message } of problems) {
    let place = root;
    for (const step of path) {
      const next = place[step];
      const inner: Tree = next === undefined || Array.isArray(next) ? {} : next;
      place[step] = inner;
      place = inner;
    }
    const known = place._errors;
    place._errors = [...(Array.isArray(known) ? known : []), { code, message }];
  }
  return root;
}

/** Refuses a body whose fields are wrong, as Discord does. */
export const invalidForm = (problems: readonly FieldProblem[]): DiscordError =>
  new DiscordError(400, 50035, 'Invalid Form Body', problems);

/** Answers of Discord that depend on the world and not on the body. */
export const ERRORS = {
  unauthorized: () => new DiscordError(401, 0, '401: Unauthorized'),
  notFound: () => new DiscordError(404, 0, '404: Not Found'),
  unknownChannel: () => new DiscordError(404, 10003, 'Unknown Channel'),
  unknownGuild: () => new DiscordError(404, 10004, 'Unknown Guild'),
  unknownMember: () => new DiscordError(404, 10007, 'Unknown Member'),
  unknownMessage: () => new DiscordError(404, 10008, 'Unknown Message'),
  unknownUser: () => new DiscordError(404, 10013, 'Unknown User'),
  unknownWebhook: () => new DiscordError(404, 10015, 'Unknown Webhook'),
  unknownInteraction: () => new DiscordError(404, 10062, 'Unknown interaction'),
  alreadyAcknowledged: () => new DiscordError(400, 40060, 'Interaction has already been acknowledged.'),
  tooManyFollowUps: () =>
    new DiscordError(400, 40094, 'This interaction has reached the maximum number of follow-up messages'),
  missingAccess: () => new DiscordError(403, 50001, 'Missing Access'),
  notTheAuthor: () => new DiscordError(403, 50005, 'Cannot edit a message authored by another user'),
  emptyMessage: () => new DiscordError(400, 50006, 'Cannot send an empty message'),
  cannotWriteToUser: () => new DiscordError(403, 50007, 'Cannot send messages to this user'),
  missingPermissions: () => new DiscordError(403, 50013, 'Missing Permissions'),
  invalidWebhookToken: () => new DiscordError(401, 50027, 'Invalid Webhook Token'),
  threadIsArchived: () => new DiscordError(400, 50083, 'Thread is archived'),
} as const;
