import type { Locale } from '../locale.ts';
import { couldBeUnmarkedSyllable } from './syllables.ts';
import { toneOn } from './tone-marks.ts';

/**
 * What the stop of an abbreviation says about the end of its sentence.
 *
 * - `never`: a name or the rest always follows ("Mr.", "TS.", "e.g.").
 * - `before-number`: part of an abbreviation when a number follows ("No. 5", "tr. 12", "Nov. 17"), else a stop.
 * - `may-end`: ends the sentence only before a word that opens sentences ("U.S.", "Inc.", "Jr.").
 * - `list-end`: ends it before any capital ("etc.", "v.v.").
 */
export type AbbreviationKind = 'never' | 'before-number' | 'may-end' | 'list-end';

const KINDS: Readonly<Record<Locale, Readonly<Record<AbbreviationKind, string>>>> = {
  vi: {
    never:
      'TP Tp tp TX Tx TS Ts ts GS Gs gs PGS Pgs pgs ThS Ths BS Bs bs LS Ls ls KS Ks KTS DS NXB Nxb ĐC Đ/c đ/c',
    'before-number': 'tr Tr NĐ QĐ TT',
    'may-end': 'HT LM NS ĐĐ NSND NSƯT NGƯT NGND',
    'list-end': 'v.v vv V.v',
  },
  en: {
    never:
      'Mr Mrs Ms Messrs Dr Prof Gen Brig Maj Col Lt Capt Cmdr Cdr Adm Sgt Cpl Pvt Sen Rep Gov Pres Amb Hon Rev Fr ' +
      'Msgr Supt Atty Con vs v e.g i.e E.g I.e cf viz approx est',
    'before-number':
      'No Nos no nos p pp pg vol Vol ch Ch fig Fig art Art sec Sec para Res Pub Stat c ca ' +
      'Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec',
    'may-end':
      'Jr Sr Inc Co Corp Ltd Bros St Ave Blvd Rd Mt Ft Dept Univ al a.m p.m Ph.D M.D LL.B LL.M ' +
      'Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Me Mich Minn Miss Mo Mont Neb Nev Okla ' +
      'Ore Pa Tenn Tex Va Vt Wash Wis Wyo',
    'list-end': 'etc',
  },
};

const table = (language: Locale): ReadonlyMap<string, AbbreviationKind> => {
  const kinds = KINDS[language];
  const of = (kind: AbbreviationKind): readonly (readonly [string, AbbreviationKind])[] =>
    kinds[kind].split(' ').map((word) => [word, kind] as const);
  return new Map([...of('never'), ...of('before-number'), ...of('may-end'), ...of('list-end')]);
};
const TABLES: Readonly<Record<Locale, ReadonlyMap<string, AbbreviationKind>>> = {
  vi: table('vi'),
  en: table('en'),
};

/** "U.S", "J.F.K", "Đ.H": letters with a stop after each but the last, which is the one in question. */
const DOTTED = /^\p{L}(?:\.\p{L})+$/u;
/** A capital without a tone: "Á" and "Ý" are words (châu Á, nước Ý), not initials. */
const INITIAL = /^\p{Lu}$/u;
const isInitial = (token: string): boolean => INITIAL.test(token) && toneOn(token) === undefined;
/** Capitals abroad and powers: what follows them in a Vietnamese text with Vietnamese marks is a new sentence. */
const FOREIGN_INITIALS: ReadonlySet<string> = new Set([
  'U.S',
  'U.S.A',
  'U.N',
  'U.K',
  'D.C',
  'L.A',
  'N.Y',
  'E.U',
]);

/** The kind of an abbreviation, given what stands before its last stop; `undefined` for an ordinary word. */
export function abbreviationKind(token: string, language: Locale): AbbreviationKind | undefined {
  const direct = lookUp(token, language);
  if (direct !== undefined) return direct;
  if (DOTTED.test(token) || isInitial(token)) return 'may-end';
  const last = token.slice(lastBreak(token) + 1);
  if (last === token) return undefined;
  return isInitial(last) ? 'may-end' : lookUp(last, language);
}

function lookUp(word: string, language: Locale): AbbreviationKind | undefined {
  if (language === 'en') return TABLES.en.get(word) ?? TABLES.vi.get(word);
  const own = TABLES.vi.get(word);
  if (own !== undefined) return own;
  const foreign = TABLES.en.get(word);
  if (foreign === undefined || !couldBeUnmarkedSyllable(word.toLowerCase())) return foreign;
  // "Sen. McCain" but "làng Sen."; "La." is a word here and no state.
  return foreign === 'never' ? 'may-end' : foreign === 'before-number' ? foreign : undefined;
}

function lastBreak(token: string): number {
  for (let at = token.length - 1; at >= 0; at -= 1) {
    if ('.-–/'.includes(token.charAt(at))) return at;
  }
  return -1;
}

/** Whether a token is an abbreviation such as "U.S" or "Inc", which no Vietnamese word completes to a name. */
export function isForeignAbbreviation(token: string): boolean {
  return FOREIGN_INITIALS.has(token) || (!TABLES.vi.has(token) && TABLES.en.get(token) === 'may-end');
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

// Words that are Vietnamese given names too (Anh, Chính, Đồng) are left out: initials stand before them.
const OPENERS: Readonly<Record<Locale, ReadonlySet<string>>> = {
  vi: words(
    'Ông Bà Chị Họ Chúng Ta Tôi Trong Tại Ở Ngày Năm Tháng Theo Sau Trước Khi Từ Đến Tới Vào Lúc Hồi Hai Ba Các ' +
      'Những Mỗi Mọi Một Nhiều Đây Đó Điều Tuy Nhưng Và Với Để Do Vì Nếu Cả Cũng Hiện Nay Ngoài Bên Như Việc Cuộc ' +
      'Chuyến Về Nhờ Dù Mặc Rồi Thế Vậy Cùng Tổng Thủ Chủ Bộ Phó Phía Người ' +
      'Nước Báo Giới Phát Trả Qua Bởi Còn Đặc Gần Hơn Hôm Thứ Riêng Số Đầu Cuối Giữa Lần Kể Bất Nhà',
  ),
  en: words(
    'The An This That These Those There He She It They We You But And Or So Yet In On At By For From To With Of As ' +
      'After Before When While Where Since Until If Then However Although Though Despite During Over Between ' +
      'Its His Her Their Our My Your Also Both Not No Some Many Most All Each Every Other Another Such Today Later ' +
      'Meanwhile Moreover Thus Nevertheless Instead Because Within Without Through Throughout Following Among What ' +
      'Who Why How Which Once Only Even Still Now Here More Less Two Three According Earlier',
  ),
};

/** Whether a capitalised word usually begins a sentence rather than going on with a name: "The", "Ông", not "Embassy". */
export function opensSentences(word: string, language: Locale): boolean {
  return OPENERS[language].has(word);
}

/** Words after which a lone capital letter is a label, not an initial: "World War I.", "khối A.". */
const LABELLED = words(
  'war part plan vitamin type class group hepatitis phase section series khối nhóm loại hạng tập phần khóa hội bảng ' +
    'mục điểm án quyển lớp',
);

/** Whether a lone letter after this word is its label and so no abbreviation. */
export function takesLetterLabel(word: string): boolean {
  return LABELLED.has(word.toLowerCase());
}
