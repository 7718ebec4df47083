import { escapeHtml } from './talk.ts';

/** The part of Discord's markdown that the bot uses, as HTML. */
export function discordHtml(markdown: string): string {
  const lines = markdown.split('\n');
  const parts: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line.startsWith('> ')) {
      const quoted: string[] = [];
      while (lines[at]?.startsWith('> ')) {
        quoted.push(inline((lines[at] ?? '').slice(2)));
        at += 1;
      }
      at -= 1;
      parts.push(`<div class="quote">${quoted.join('<br>')}</div>`);
    } else if (line.startsWith('## ')) parts.push(`<h2>${inline(line.slice(3))}</h2>`);
    else if (line.startsWith('-# ')) parts.push(`<small>${inline(line.slice(3))}</small>`);
    else parts.push(line === '' ? '<div class="gap"></div>' : `<div>${inline(line)}</div>`);
  }
  return parts.join('');
}

/** Signs, one after the other: escaped ones, links, mentions of commands, emphasis; all else is text. */
const SIGN =
  /\\(?<escaped>[^\p{L}\p{N}\s])|\[(?<label>(?:\\.|[^\]\\])*)\]\(<?(?<address>[^)>]*)>?\)|<\/(?<command>[^:>]+):\d+>|(?<bold>\*\*)|(?<italic>\*)/gu;

function inline(text: string): string {
  let html = '';
  let at = 0;
  let isBold = false;
  let isItalic = false;
  for (const found of text.matchAll(SIGN)) {
    html += escapeHtml(text.slice(at, found.index));
    at = found.index + found[0].length;
    const { escaped, label, command, bold } = found.groups ?? {};
    if (escaped !== undefined) html += escapeHtml(escaped);
    else if (label !== undefined) html += `<a>${inline(label)}</a>`;
    else if (command !== undefined) html += `<span class="mention">/${escapeHtml(command)}</span>`;
    else if (bold !== undefined) {
      html += isBold ? '</b>' : '<b>';
      isBold = !isBold;
    } else {
      html += isItalic ? '</i>' : '<i>';
      isItalic = !isItalic;
    }
  }
  return html + escapeHtml(text.slice(at));
}
