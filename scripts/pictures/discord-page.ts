import type { Look, Pane } from './page.ts';
import { type Exchange, escapeHtml } from './talk.ts';

const COLOURS: Readonly<Record<Look, string>> = {
  light:
    '--ground:#fff;--text:#2e3338;--name:#060607;--dim:#5c5e66;--box:#f2f3f5;--edge:#e1e2e4;--key:#e3e5e8;--keytext:#2e3338;--link:#006ce7;--bar:#c4c9ce;--mention:#5865f226;--mentiontext:#4752c4',
  dark: '--ground:#313338;--text:#dbdee1;--name:#f2f3f5;--dim:#949ba4;--box:#2b2d31;--edge:#3f4147;--key:#4e5058;--keytext:#fff;--link:#00a8fc;--bar:#4e5058;--mention:#5865f24d;--mentiontext:#c9cdfb',
};

/** How a channel looks on Discord, drawn by us. */
export const DISCORD_STYLE = `
.discord { background: var(--ground); color: var(--text); font-size: 16px; line-height: 1.375; }
.discord header { padding: 11px 16px; border-bottom: 1px solid var(--edge); font-weight: 600; color: var(--name); }
.discord header span { color: var(--dim); margin-right: 6px; }
.discord main { padding: 4px 16px 18px; }
.discord .said { display: grid; grid-template-columns: 40px minmax(0, 1fr); gap: 0 14px; margin-top: 16px; overflow-wrap: anywhere; }
.discord .avatar { width: 40px; height: 40px; border-radius: 50%; color: #fff; text-align: center; line-height: 40px; font-weight: 600; }
.discord .name { font-weight: 500; color: var(--name); }
.discord .name em { font-style: normal; font-size: 10px; background: #5865f2; color: #fff; border-radius: 3px; padding: 1px 4px; margin-left: 4px; vertical-align: 2px; }
.discord .before { grid-column: 2; color: var(--dim); font-size: 13px; margin-bottom: 3px; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.discord .box { background: var(--box); border: 1px solid var(--edge); border-radius: 8px; padding: 14px 16px; margin-top: 4px; max-width: 600px; box-sizing: border-box; }
.discord h2 { font-size: 20px; line-height: 1.375; margin: 4px 0 6px; color: var(--name); }
.discord small { display: block; font-size: 13px; color: var(--dim); margin-top: 2px; }
.discord .quote { border-left: 4px solid var(--bar); border-radius: 4px; padding-left: 12px; margin: 2px 0; }
.discord .gap { height: 12px; }
.discord a { color: var(--link); text-decoration: none; }
.discord .mention { background: var(--mention); color: var(--mentiontext); border-radius: 3px; padding: 0 2px; font-weight: 500; }
.discord .row { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 10px; }
.discord .row div { background: var(--key); color: var(--keytext); border-radius: 8px; padding: 5px 14px; font-size: 14px; font-weight: 500; max-width: 100%; box-sizing: border-box; }
`;

const said = (who: 'Lan' | 'Nhịp Cầu', colour: string, inside: string, before = ''): string =>
  `<div class="said">${before}<div class="avatar" style="background:${colour};grid-column:1">${who[0]}</div><div><span class="name">${who}${who === 'Lan' ? '' : '<em>APP</em>'}</span>${inside}</div></div>`;

/** A channel of a server, in which the bot is mentioned. */
export function discordPane(exchanges: readonly Exchange[], { look, width }: Pane): string {
  const talk = exchanges.map(({ asked, html, buttons }) => {
    const rows = buttons.map(
      (row) => `<div class="row">${row.map((label) => `<div>${escapeHtml(label)}</div>`).join('')}</div>`,
    );
    const words = `<div><span class="mention">@Nhịp Cầu</span> ${escapeHtml(asked)}</div>`;
    const before = `<div class="before">↱ Lan: @Nhịp Cầu ${escapeHtml(asked)}</div>`;
    return (
      said('Lan', '#b8527c', words) +
      said('Nhịp Cầu', '#1f7a6d', `<div class="box">${html}${rows.join('')}</div>`, before)
    );
  });
  return `<section class="discord ${width}" style="${COLOURS[look]}"><header><span>#</span>lịch-sử</header><main>${talk.join('')}</main></section>`;
}
