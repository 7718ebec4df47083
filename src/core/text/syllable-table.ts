/**
 * All syllables that Vietnamese spelling allows, without their tones, built from initial consonants and rimes.
 *
 * After Đoàn Thiện Thuật, *Ngữ âm tiếng Việt* (1977), and the spelling rules taught in schools: k, gh, ngh before
 * front vowels and c, g, ng before the others; yê- instead of iê- where no consonant precedes; qu and gi swallow the
 * vowel they are written with. Checked against the syllables of a Vietnamese spelling dictionary.
 */

// Rimes without a rounded glide before their vowel, by the first letter.
const BACK_RIMES =
  'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây ' +
  'o oc oi om on ong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt ' +
  'u ua uc ui um un ung up ut uôc uôi uôm uôn uông uôt ư ưa ưc ưi ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu';
const E_RIMES = 'e ec em en eng eo ep et ê êch êm ên ênh êp êt êu';
const I_RIMES = 'i ia ich im in inh ip it iu';
const IE_RIMES = 'iêc iêm iên iêng iêp iêt iêu';
const YE_RIMES = 'yêm yên yêng yêt yêu';
/** Rimes whose vowel follows a rounded glide written o or u, and that take most initials. */
const ROUNDED_RIMES = 'oa oan oat oai oang oe uân uât uê uy uyên uyêt';
/** The others, with the few initials that they take; `-` is no initial. */
const RARE_ROUNDED: readonly (readonly [rime: string, initials: string])[] = [
  ['oac', '- ch h kh l ng t x'],
  ['oach', '- h ng x'],
  ['oam', '- ng nh x'],
  ['oanh', '- d đ h kh l ng t x'],
  ['oao', 'kh ng'],
  ['oap', '- ch ng'],
  ['oay', 'h kh l m ng nh t x'],
  ['oen', 'ch h l ng nh t x'],
  ['oeo', 'kh ng'],
  ['oet', 'ch h kh l ng nh t x'],
  ['oăc', 'h ng'],
  ['oăm', '- h kh'],
  ['oăn', '- ch h kh ng th x'],
  ['oăng', '- h kh l ng th'],
  ['oăt', '- ch h kh l ng th'],
  ['uâng', 'kh'],
  ['uây', '- kh ng x'],
  ['uêch', 'ch h kh t x'],
  ['uênh', 'ch d h x'],
  ['uơ', '- h kh th'],
  ['uya', 'kh l x'],
  ['uych', '- h'],
  ['uyn', 'l t'],
  ['uynh', '- h kh l x'],
  ['uyp', 't'],
  ['uyt', '- b h l ng s x'],
  ['uyu', 'kh ng'],
];
/** What may follow "qu", whose u is the glide. */
const AFTER_QU =
  'a ac ach ai an ang anh ao at au ay ăc ăm ăn ăng ăp ăt âc ân âng ât ây e en eo et ê êch ên ênh êt êu ' +
  'i it y ych ynh yt yên yêt ôc ơ ơi oang oăt';
/** What may follow "gi", whose i has swallowed that of iê. */
const AFTER_GI = `${BACK_RIMES} ${E_RIMES} êc êng`;

const FREE_INITIALS = [
  'b',
  'ch',
  'd',
  'đ',
  'h',
  'kh',
  'l',
  'm',
  'n',
  'nh',
  'ph',
  'r',
  's',
  't',
  'th',
  'tr',
  'v',
  'x',
];
// Lip consonants shun the rounded glide but for a few loans.
const BEFORE_ROUNDED = ['', 'ch', 'd', 'đ', 'h', 'kh', 'l', 'n', 'ng', 'nh', 'r', 's', 't', 'th', 'tr', 'x'];
const BEFORE_LONE_Y = ['', 'h', 'k', 'l', 'm', 's', 't', 'v'];
/**
 * Loans outside the pattern; p alone begins no native syllable. Those in -oong whose spelling is also how Telex types
 * a common word (coong for công, soong for sông) are left out.
 */
const LOANS =
  'pa pac păc pao pap pe pê pi pin pô ' +
  'boong xoong goong mooc sooc phuy voan goa moa boa gi gim gin gich kan';

const STOP_FINAL = /(?:[cpt]|ch)$/;
const QUALITY_MARK = /[ăâêôơư]/;
const VOWEL_RUN = /^[aăâeêioôơuưy]+/;

/** Index in a rime of the letter that carries the tone in the spelling most texts use: hòa, thúy, khỏe, toán. */
function tonePlaceIn(rime: string): number {
  for (let at = rime.length - 1; at >= 0; at -= 1) {
    if (QUALITY_MARK.test(rime.charAt(at))) return at;
  }
  const vowels = VOWEL_RUN.exec(rime)?.[0].length ?? 0;
  if (vowels < rime.length) return vowels - 1;
  return vowels === 3 ? 1 : 0;
}

function buildTable(): ReadonlyMap<string, number> {
  const table = new Map<string, number>();
  const add = (initials: readonly string[], rimes: string): void => {
    for (const rime of rimes.split(' ')) {
      const place = tonePlaceIn(rime);
      for (const initial of initials) table.set(initial + rime, initial.length + place);
    }
  };
  add(['', 'c', 'g', 'ng', ...FREE_INITIALS], BACK_RIMES);
  add(['', 'k', 'gh', 'ngh', ...FREE_INITIALS], E_RIMES);
  add(['', 'k', 'gh', 'ngh', ...FREE_INITIALS], I_RIMES);
  add(['k', 'gh', 'ngh', ...FREE_INITIALS], IE_RIMES);
  add([''], YE_RIMES);
  add(BEFORE_LONE_Y, 'y');
  add(BEFORE_ROUNDED, ROUNDED_RIMES);
  for (const [rime, initials] of RARE_ROUNDED) {
    add(
      initials.split(' ').map((initial) => (initial === '-' ? '' : initial)),
      rime,
    );
  }
  add(['qu'], AFTER_QU);
  add(['gi'], AFTER_GI);
  for (const loan of LOANS.split(' ')) {
    const initial = /^[^aăâeêioôơuưy]*/.exec(loan)?.[0] ?? '';
    table.set(loan, initial.length + tonePlaceIn(loan.slice(initial.length)));
  }
  return table;
}

let table: ReadonlyMap<string, number> | undefined;

/**
 * Where the tone stands in a lower-case syllable written without it: UTF-16 index of the letter, in the placement of
 * hòa and thúy. `undefined` when spelling does not allow the syllable.
 */
export function tonePlaceOf(toneless: string): number | undefined {
  table ??= buildTable();
  return table.get(toneless);
}

/** Every syllable of the table, without tones. */
export function tonelessSyllables(): Iterable<string> {
  table ??= buildTable();
  return table.keys();
}

/** Whether a syllable ends in c, ch, p or t, and so takes only sắc or nặng. */
export function endsInStop(toneless: string): boolean {
  return STOP_FINAL.test(toneless);
}
