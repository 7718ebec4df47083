import { DISCORD_STYLE, discordPane } from './discord-page.ts';
import type { Exchange } from './talk.ts';
import { TELEGRAM_STYLE, telegramPane } from './telegram-page.ts';

export type Platform = 'telegram' | 'discord';
export type Look = 'light' | 'dark';
export type Width = 'phone' | 'desktop';

/** One window in a picture. */
export interface Pane {
  readonly look: Look;
  readonly width: Width;
}

const LOOKS: readonly Look[] = ['light', 'dark'];
/** In CSS pixels. */
const WIDTHS: Readonly<Record<Width, number>> = { phone: 390, desktop: 760 };
const GAP = 12;

/** How wide a picture with both looks beside each other is, in CSS pixels. */
export const pictureWidth = (width: Width): number => WIDTHS[width] * LOOKS.length + GAP;

/** A page with the same talk in light and in dark. */
export function pictureOf(platform: Platform, width: Width, exchanges: readonly Exchange[]): string {
  const pane = platform === 'telegram' ? telegramPane : discordPane;
  const panes = LOOKS.map((look) => pane(exchanges, { look, width }));
  return `<!doctype html><meta charset="utf-8"><style>
html { background: #808080; }
body { margin: 0; display: flex; gap: ${GAP}px; align-items: stretch; font-family: "Noto Sans", "Noto Color Emoji", sans-serif; }
section { flex: 0 0 ${WIDTHS[width]}px; width: ${WIDTHS[width]}px; }
${TELEGRAM_STYLE}${DISCORD_STYLE}</style><body>${panes.join('')}<script>document.title = String(Math.ceil(document.body.getBoundingClientRect().height));</script>`;
}
