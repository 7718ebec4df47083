import type { TelegramConfig } from '../../config.ts';
import { type ApiAnswer, askApi, field, numberField, textField } from './ask-api.ts';
import { checkClock } from './check-clock.ts';
import { type Finding, Findings } from './finding.ts';

/** More updates than this do not wait for a bot that is well. */
const MANY_PENDING = 100;
const HOUR_S = 3600;

const UNREACHABLE =
  'Check that this machine may reach the Internet, and TELEGRAM_API_ROOT if you have set it.';

/** Asks Telegram about the bot: its token, its settings at @BotFather, its webhook. `now` is in milliseconds. */
export async function checkTelegram(
  { token, apiRoot, webhook }: TelegramConfig,
  now: () => number,
): Promise<readonly Finding[]> {
  const findings = new Findings('telegram');
  const ask = (method: string): Promise<ApiAnswer> => askApi(`${apiRoot}/bot${token}/${method}`);
  const me = await ask('getMe');
  if (me.kind === 'silence') {
    findings.ill(`Telegram cannot be reached (${me.code}).`, UNREACHABLE);
    return findings.list;
  }
  if (me.status === 401 || me.status === 404) {
    findings.ill(
      'Telegram does not know the token in TELEGRAM_TOKEN.',
      'Copy it anew from @BotFather: /mybots, the bot, API Token.',
    );
    return findings.list;
  }
  const bot = field(me.body, 'result');
  const name = textField(bot, 'username');
  if (me.status !== 200 || name === undefined) {
    findings.ill(
      `Telegram is in trouble, or what answers at TELEGRAM_API_ROOT is not Telegram (${me.status}).`,
      UNREACHABLE,
    );
    return findings.list;
  }
  findings.well(`the token is that of @${name}.`);
  checkSettings(bot, findings);
  const info = await ask('getWebhookInfo');
  if (info.kind === 'answer' && info.status === 200)
    checkWebhook(field(info.body, 'result'), webhook?.url, now(), findings);
  return [...findings.list, ...checkClock('telegram', me.serverTime, now())];
}

function checkSettings(bot: unknown, findings: Findings): void {
  if (field(bot, 'can_join_groups') === false)
    findings.doubt(
      'the bot cannot be added to groups.',
      '@BotFather: /setjoingroups, Enable; unless that is what you want.',
    );
  if (field(bot, 'supports_inline_queries') === false)
    findings.doubt(
      'inline mode is off: "@bot …" in any chat finds nothing.',
      '@BotFather: /setinline; unless that is what you want.',
    );
}

function checkWebhook(info: unknown, wanted: string | undefined, now: number, findings: Findings): void {
  const url = textField(info, 'url');
  const pending = numberField(info, 'pending_update_count') ?? 0;
  if (wanted === undefined && url !== undefined) {
    findings.doubt(
      'a webhook is set, though this bot is to poll.',
      'The next start takes it away; if another process uses it, give that one a bot of its own.',
    );
  } else if (wanted !== undefined && url !== wanted) {
    findings.doubt(
      url === undefined ? 'the webhook is not set yet.' : 'the webhook leads to another address.',
      'The next start sets it to TELEGRAM_WEBHOOK_URL.',
    );
  } else {
    findings.well(url === undefined ? 'long polling, no webhook.' : 'the webhook is set.');
  }
  if (pending > MANY_PENDING)
    findings.doubt(`${pending} updates wait.`, 'Is the bot running, and can Telegram reach its webhook?');
  const failedAt = numberField(info, 'last_error_date');
  if (failedAt === undefined || now / 1000 - failedAt > HOUR_S) return;
  const reason = textField(info, 'last_error_message') ?? 'no reason given';
  findings.ill(
    `Telegram could not deliver to the webhook within the last hour: ${reason}.`,
    'Check the certificate and the path of the proxy, and that TELEGRAM_WEBHOOK_SECRET is the same everywhere.',
  );
}
