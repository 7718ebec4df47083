import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Platform, pictureOf, pictureWidth, type Width } from './pictures/page.ts';
import { photograph } from './pictures/photograph.ts';
import { startRecording } from './pictures/record.ts';
import { type Exchange, TALKS, type TalkName } from './pictures/talk.ts';

const HELP = `npm run pictures -- [options]

Draws what the bot really sends to a Telegram and a Discord of this machine, in pages of our own that look like those,
and photographs them with Chromium. Needs a build, and the programs chromium and pngquant.

  --to docs/images   where the pictures go
  --all              every talk in every width, to be looked at; else only those that the documents show`;

interface Picture {
  readonly platform: Platform;
  readonly width: Width;
  readonly talk: TalkName;
}

/** What the documents show. */
const KEPT: readonly Picture[] = [
  { platform: 'telegram', width: 'phone', talk: 'answers' },
  { platform: 'discord', width: 'phone', talk: 'answers' },
  { platform: 'telegram', width: 'desktop', talk: 'dates' },
  { platform: 'discord', width: 'desktop', talk: 'dates' },
];
const ALL: readonly Picture[] = (['telegram', 'discord'] as const).flatMap((platform) =>
  (['phone', 'desktop'] as const).flatMap((width) =>
    (['answers', 'dates'] as const).map((talk) => ({ platform, width, talk })),
  ),
);

const { values } = parseArgs({
  options: {
    to: { type: 'string', default: 'docs/images' },
    all: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

async function draw(folder: string, pictures: readonly Picture[]): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const bot = await startRecording();
  try {
    for (const { platform, width, talk } of pictures) {
      const exchanges: Exchange[] = [];
      for (const turn of TALKS[talk])
        exchanges.push(await (platform === 'telegram' ? bot.onTelegram(turn) : bot.onDiscord(turn)));
      const file = join(folder, `${platform}-${width}-${talk}.png`);
      photograph(pictureOf(platform, width, exchanges), pictureWidth(width), file);
      process.stdout.write(`${file}\n`);
    }
  } finally {
    await bot.stop();
  }
}

if (values.help) process.stdout.write(`${HELP}\n`);
else await draw(resolve(values.to), values.all ? ALL : KEPT);
