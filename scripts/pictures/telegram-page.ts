import type { Look, Pane } from './page.ts';
import { type Exchange, escapeHtml } from './talk.ts';

const COLOURS: Readonly<Record<Look, string>> = {
  light:
    '--wall:#c8dcc0;--own:#e3fec9;--bubble:#fff;--text:#000;--dim:#707579;--link:#1f7bd0;--bar:#3390ec;--key:#00000033;--keytext:#fff;--head:#fff;--quote:#3390ec14',
  dark: '--wall:#0e1621;--own:#2b5278;--bubble:#182533;--text:#fff;--dim:#8a9aa9;--link:#6ab3f3;--bar:#6ab3f3;--key:#ffffff1f;--keytext:#fff;--head:#17212b;--quote:#6ab3f31a',
};

/** How a chat looks on Telegram, drawn by us. */
export const TELEGRAM_STYLE = `
.telegram { background: var(--wall); color: var(--text); font-size: 15px; line-height: 1.32; }
.telegram header { background: var(--head); padding: 9px 14px; display: flex; gap: 10px; align-items: center; }
.telegram header b { display: block; font-weight: 600; }
.telegram header span { color: var(--dim); font-size: 13px; }
.telegram .avatar { width: 36px; height: 36px; border-radius: 50%; background: #3390ec; color: #fff; text-align: center; line-height: 36px; font-weight: 600; }
.telegram main { padding: 10px 8px 14px; max-width: 720px; margin: 0 auto; }
.telegram .message { border-radius: 12px; padding: 6px 10px 7px; margin-top: 8px; width: fit-content; max-width: 85%; box-sizing: border-box; overflow-wrap: anywhere; }
.desktop.telegram .message, .desktop.telegram .answer { max-width: 480px; }
.telegram .own { background: var(--own); margin-left: auto; }
.telegram .answer { width: fit-content; max-width: 85%; }
.telegram .answer .message { background: var(--bubble); max-width: none; width: auto; }
.telegram a { color: var(--link); }
.telegram blockquote { margin: 4px 0; padding: 3px 8px 3px 9px; border-left: 3px solid var(--bar); border-radius: 4px; background: var(--quote); }
.telegram .row { display: flex; gap: 4px; margin-top: 4px; }
.telegram .row div { flex: 1 1 0; min-width: 0; background: var(--key); color: var(--keytext); border-radius: 8px; padding: 8px 6px; text-align: center; font-size: 14px; font-weight: 500; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
`;

/** A private chat with the bot. */
export function telegramPane(exchanges: readonly Exchange[], { look, width }: Pane): string {
  const talk = exchanges.map(
    ({ asked, html, buttons }) =>
      `<div class="message own">${escapeHtml(asked)}</div><div class="answer"><div class="message">${html}</div>${buttons
        .map(
          (row) => `<div class="row">${row.map((label) => `<div>${escapeHtml(label)}</div>`).join('')}</div>`,
        )
        .join('')}</div>`,
  );
  return `<section class="telegram ${width}" style="${COLOURS[look]}"><header><div class="avatar">N</div><div><b>Nhịp Cầu</b><span>bot</span></div></header><main>${talk.join('')}</main></section>`;
}
