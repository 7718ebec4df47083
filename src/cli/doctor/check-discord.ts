import { askApi, field, numberField, textField } from './ask-api.ts';
import { checkClock } from './check-clock.ts';
import { type Finding, Findings } from './finding.ts';

/** What the doctor needs of how the bot is on Discord. */
export interface DiscordSettings {
  readonly token: string;
  /** Without the version. */
  readonly apiRoot?: string;
}

const API_ROOT = 'https://discord.com/api';
const VERSION = 'v10';

/** Permissions the bot needs, by the bit Discord has for each and the name its clients show. */
export const NEEDED: readonly (readonly [bit: bigint, name: string])[] = [
  [1n << 10n, 'View Channels'],
  [1n << 11n, 'Send Messages'],
  [1n << 38n, 'Send Messages in Threads'],
  [1n << 14n, 'Embed Links'],
  [1n << 16n, 'Read Message History'],
];
const ADMINISTRATOR = 1n << 3n;

/** Privileged intents an application may have; the bot needs none. */
const PRIVILEGED: readonly (readonly [bits: number, name: string])[] = [
  [(1 << 12) | (1 << 13), 'Presence'],
  [(1 << 14) | (1 << 15), 'Server Members'],
  [(1 << 18) | (1 << 19), 'Message Content'],
];
/** Each start takes one of a thousand a day. */
const FEW_STARTS = 20;

const UNREACHABLE = 'Check that this machine may reach https://discord.com.';

/** Asks Discord about the bot: token, intents, permissions. `now` is in milliseconds. */
export async function checkDiscord(
  { token, apiRoot = API_ROOT }: DiscordSettings,
  now: () => number,
): Promise<readonly Finding[]> {
  const findings = new Findings('discord');
  const ask = (path: string) =>
    askApi(`${apiRoot.replace(/\/+$/, '')}/${VERSION}/${path}`, { authorization: `Bot ${token}` });
  const me = await ask('users/@me');
  if (me.kind === 'silence') {
    findings.ill(`Discord cannot be reached (${me.code}).`, UNREACHABLE);
    return findings.list;
  }
  if (me.status === 401) {
    findings.ill(
      'Discord does not know the token in DISCORD_TOKEN.',
      'Developer Portal: the application, Bot, Reset Token; the old one is void then.',
    );
    return findings.list;
  }
  const name = textField(me.body, 'username');
  if (me.status !== 200 || name === undefined) {
    findings.ill(`Discord is in trouble, or what answers is not Discord (${me.status}).`, UNREACHABLE);
    return findings.list;
  }
  findings.well(`the token is that of ${name}.`);
  const [application, guilds, gateway] = await Promise.all([
    ask('applications/@me'),
    ask('users/@me/guilds'),
    ask('gateway/bot'),
  ]);
  if (application.kind === 'answer' && application.status === 200)
    checkApplication(application.body, findings);
  if (guilds.kind === 'answer' && Array.isArray(guilds.body)) checkPermissions(guilds.body, findings);
  if (gateway.kind === 'answer') checkStarts(gateway.body, findings);
  return [...findings.list, ...checkClock('discord', me.serverTime, now())];
}

function checkApplication(application: unknown, findings: Findings): void {
  if (textField(application, 'interactions_endpoint_url') !== undefined)
    findings.ill(
      'the application sends interactions to a web address, so that no command reaches this bot.',
      'Developer Portal: General Information, empty "Interactions Endpoint URL".',
    );
  const flags = numberField(application, 'flags') ?? 0;
  const granted = PRIVILEGED.filter(([bits]) => (flags & bits) !== 0).map(([, name]) => name);
  if (granted.length === 0) findings.well('no privileged intents, and none are needed.');
  else
    findings.doubt(
      `privileged intents are on: ${granted.join(', ')}.`,
      'The bot needs none of them. Developer Portal: Bot, Privileged Gateway Intents, switch them off.',
    );
}

/** Servers are counted, not named: they are other people's. */
function checkPermissions(guilds: readonly unknown[], findings: Findings): void {
  const permissions = guilds.map((guild) => bitsOf(textField(guild, 'permissions')));
  const lacking = NEEDED.map(([bit, name]) => ({
    name,
    servers: permissions.filter((bits) => (bits & (bit | ADMINISTRATOR)) === 0n).length,
  })).filter(({ servers }) => servers > 0);
  if (guilds.length === 0)
    findings.doubt('the bot is in no server.', 'Invite it: docs/operations.md, "Discord".');
  else if (lacking.length === 0) findings.well(`has what it needs in all ${guilds.length} servers it is in.`);
  for (const { name, servers } of lacking)
    findings.doubt(
      `${name} is missing in ${servers} of ${guilds.length} servers.`,
      "Let their managers give it to the bot's role, or invite it anew.",
    );
}

function bitsOf(text: string | undefined): bigint {
  return text !== undefined && /^\d{1,40}$/.test(text) ? BigInt(text) : 0n;
}

function checkStarts(gateway: unknown, findings: Findings): void {
  const remaining = numberField(field(gateway, 'session_start_limit'), 'remaining');
  if (remaining !== undefined && remaining < FEW_STARTS)
    findings.doubt(
      `Discord lets the bot connect only ${remaining} more times today.`,
      'Something starts it again and again; look at its log.',
    );
}
