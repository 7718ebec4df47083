import type { Config } from '../config.ts';
import type { CommandLineContext } from './command-line-context.ts';
import { checkDiscord, type DiscordSettings } from './doctor/check-discord.ts';
import { checkKnowledge, checkStorage } from './doctor/check-ground.ts';
import { checkTelegram } from './doctor/check-telegram.ts';
import { type Finding, wordFinding } from './doctor/finding.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { readOptions, refuseArguments } from './options.ts';
import { writeLine } from './streams.ts';

/** The configuration, as far as the doctor looks at it. */
type DoctorConfig = Config & { readonly discord?: DiscordSettings };

/** `nhip-cau doctor`: looks at all that a start needs, and says what to do about what is wrong. */
export async function doctorCommand(argv: readonly string[], context: CommandLineContext): Promise<ExitCode> {
  const { positionals } = readOptions(argv, {});
  refuseArguments('doctor', positionals, 'Settings come from the environment; see .env.example.');
  const { clock, streams } = context;
  const config: DoctorConfig = context.config;
  const now = (): number => clock.now();
  const { telegram, discord } = config;
  const none: Finding = {
    state: 'doubtful',
    about: 'platforms',
    message: 'neither TELEGRAM_TOKEN nor DISCORD_TOKEN is set; a start opens a conversation in the terminal.',
    remedy: 'docs/operations.md tells how to get a token.',
  };
  const findings = [
    ...(telegram === undefined && discord === undefined ? [none] : []),
    ...(telegram === undefined ? [] : await checkTelegram(telegram, now)),
    ...(discord === undefined ? [] : await checkDiscord(discord, now)),
    ...(await checkStorage(config.storage)),
    ...checkKnowledge(config.knowledgeDirectory),
  ];
  const secrets = [telegram?.token, discord?.token, telegram?.webhook?.secret].flatMap((secret) =>
    secret === undefined ? [] : [secret],
  );
  for (const finding of findings) await writeLine(streams.output, without(secrets, wordFinding(finding)));
  const ill = findings.filter(({ state }) => state === 'ill').length;
  await writeLine(
    streams.output,
    ill === 0 ? 'All is well enough to start.' : `${ill} ${ill === 1 ? 'thing is' : 'things are'} wrong.`,
  );
  return ill === 0 ? EXIT.done : EXIT.badKnowledgeOrConfiguration;
}

/** Platforms quote what they were sent; a secret is taken out of whatever they say. */
const without = (secrets: readonly string[], text: string): string =>
  secrets.reduce((clean, secret) => clean.replaceAll(secret, '…'), text);
