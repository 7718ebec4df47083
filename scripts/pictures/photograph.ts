import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const OPTIONS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--hide-scrollbars',
  '--virtual-time-budget=3000',
];
const TALLEST = 8000;
const COLOURS = '32';

/** What photographs pages: Chromium of this machine, found by its name or by CHROMIUM. */
const BROWSER = process.env.CHROMIUM ?? 'chromium';

/** Writes a picture of a page, as high as the page, whose title tells its height. Needs pngquant to make it small. */
export function photograph(html: string, width: number, file: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'photograph-'));
  const page = join(folder, 'page.html');
  writeFileSync(page, html);
  const look = (height: number, profile: string, ...more: readonly string[]): string =>
    execFileSync(
      BROWSER,
      [
        ...OPTIONS,
        `--user-data-dir=${join(folder, profile)}`,
        `--window-size=${width},${height}`,
        ...more,
        `file://${page}`,
      ],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
    );
  try {
    const height = Number(/<title>(\d+)<\/title>/.exec(look(TALLEST, 'first', '--dump-dom'))?.[1]);
    look(height, 'second', '--force-device-scale-factor=1.25', `--screenshot=${file}`);
    execFileSync('pngquant', ['--force', '--strip', '--nofs', '--output', file, COLOURS, file]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
