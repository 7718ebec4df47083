/**
 * Lower-case base letter of every UTF-16 unit, so that folding is a table look-up and keeps the length of the text.
 * Only Latin letters have entries of their own; "đ" and "ơ"/"ư" are written out because Unicode does not decompose
 * the first and the others need their horn removed.
 */
const BASE = buildTable();

function buildTable(): Uint16Array {
  const table = new Uint16Array(0x10000);
  for (let unit = 0; unit < 0x10000; unit += 1) table[unit] = unit;
  const latin: readonly (readonly [number, number])[] = [
    [0x41, 0x5a],
    [0xc0, 0x24f],
    [0x1e00, 0x1eff],
  ];
  for (const [first, last] of latin) {
    for (let unit = first; unit <= last; unit += 1) {
      const lower = String.fromCharCode(unit).toLowerCase();
      const base = lower.normalize('NFD').charCodeAt(0);
      table[unit] = base < 0x80 || lower.length === 1 ? base : unit;
    }
  }
  for (const [from, to] of [
    ['đ', 'd'],
    ['Đ', 'd'],
    ['ð', 'd'],
    ['Ð', 'd'],
    ['ł', 'l'],
    ['Ł', 'l'],
    ['ø', 'o'],
    ['Ø', 'o'],
  ] as const) {
    table[from.charCodeAt(0)] = to.charCodeAt(0);
  }
  return table;
}

/**
 * Lower-cases and strips all diacritics: "Đà Nẵng" → "da nang".
 *
 * For NFC input the result has the same length, unit for unit, so offsets found in the folded text hold in the
 * original. Idempotent.
 */
export function fold(text: string): string {
  let folded = '';
  for (let at = 0; at < text.length; at += 1) {
    folded += String.fromCharCode(BASE[text.charCodeAt(at)] ?? 0xfffd);
  }
  return folded;
}

/** Whether folding to lower case loses something: true for "Mỹ", false for "My". */
export function hasDiacritics(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= 0xc0 && BASE[unit] !== unit && (BASE[unit] ?? 0) < 0x80) return true;
  }
  return false;
}
