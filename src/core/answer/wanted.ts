import { fold, hasDiacritics } from '../text/fold.ts';

/** The kind of thing a question asks for. */
export const WANTED_KINDS = [
  'date',
  'number',
  'person',
  'place',
  'reason',
  'definition',
  'agreement',
  'confirmation',
  'thing',
] as const;

export type WantedKind = (typeof WANTED_KINDS)[number];

/** How precise a date is asked for; `any` for "when". */
export type DatePrecision = 'day' | 'month' | 'year' | 'any';

export interface Wanted {
  readonly kind: WantedKind;
  readonly precision?: DatePrecision;
  /** Folded words that name what is counted or which one is asked for ("nguoi" of "bao nhiêu người"). */
  readonly of: readonly string[];
}

interface Rule {
  readonly kind: WantedKind;
  readonly precision?: DatePrecision;
  /** Any of them; written with marks, also found without. */
  readonly phrases: readonly string[];
}

/** In this order: the first that fits names the kind. */
const RULES: readonly Rule[] = [
  {
    kind: 'date',
    precision: 'day',
    phrases: [
      'ngày nào',
      'ngày mấy',
      'hôm nào',
      'hum nào',
      'ngày bao nhiêu',
      'ngày tháng nào',
      'ngày tháng năm nào',
      'mùng mấy',
      'mồng mấy',
      'what day',
      'which day',
      'which days',
      'what date',
      'which date',
      'what dates',
      'exact date',
    ],
  },
  { kind: 'date', precision: 'month', phrases: ['tháng mấy', 'tháng nào', 'what month', 'which month'] },
  {
    kind: 'date',
    precision: 'year',
    phrases: ['năm nào', 'năm mấy', 'năm bao nhiêu', 'what year', 'which year'],
  },
  {
    kind: 'date',
    precision: 'any',
    phrases: [
      'khi nào',
      'bao giờ',
      'lúc nào',
      'hồi nào',
      'chừng nào',
      'thời gian nào',
      'thời điểm nào',
      'dịp nào',
      'when',
      'how long ago',
    ],
  },
  {
    kind: 'reason',
    phrases: [
      'tại sao',
      'vì sao',
      'sao lại',
      'lý do gì',
      'vì lý do',
      'lý do nào',
      'nguyên nhân',
      'vì lẽ gì',
      'để làm gì',
      'mục đích gì',
      'làm chi',
      'why',
      'what for',
      'for what reason',
    ],
  },
  {
    kind: 'number',
    phrases: [
      'bao nhiêu',
      'bao lâu',
      'mấy người',
      'mấy lần',
      'mấy ngày',
      'mấy năm',
      'mấy tháng',
      'mấy chiếc',
      'mấy nước',
      'mấy bên',
      'mấy tỷ',
      'mấy tỉ',
      'mấy triệu',
      'mấy tr',
      'mấy cuộc',
      'mấy vị',
      'mấy đời',
      'mấy bộ',
      'mấy phần',
      'mấy tuổi',
      'mấy dự án',
      'thứ mấy',
      'số lượng',
      'tổng số',
      'how many',
      'how much',
      'how old',
      'how long',
      'how far',
      'how large',
      'how big',
      'how often',
      'what percentage',
      'what share',
    ],
  },
  {
    kind: 'place',
    phrases: ['ở đâu', 'tại đâu', 'đâu', 'nơi nào', 'chỗ nào', 'where', 'in which city', 'in what city'],
  },
  { kind: 'thing', phrases: ['tên là gì', 'tên gì', 'gọi là gì', 'có tên'] },
  { kind: 'person', phrases: ['ai', 'who', 'whom', 'whose', 'những ai'] },
  {
    kind: 'definition',
    phrases: [
      'là gì',
      'là cái gì',
      'nghĩa là gì',
      'viết tắt',
      'thế nào là',
      'stand for',
      'stands for',
      'what is',
      'what are',
    ],
  },
];

/** What a noun before "nào" or after "which" asks for. */
const NOUN_KINDS: readonly Rule[] = [
  {
    kind: 'person',
    phrases: [
      'người',
      'ông',
      'bà',
      'cô',
      'anh',
      'vị',
      'tướng',
      'sĩ quan',
      'tổng thống',
      'thủ tướng',
      'chủ tịch',
      'bộ trưởng',
      'ngoại trưởng',
      'đại sứ',
      'nhà báo',
      'phóng viên',
      'bác sĩ',
      'luật sư',
      'phái viên',
      'thuyền trưởng',
      'nghị sĩ',
      'dân biểu',
      'nhà ngoại giao',
      'nhà thơ',
      'nhạc trưởng',
      'cựu binh',
      'sinh viên',
      'quan',
      'lãnh đạo',
      'đại diện',
      'nhân vật',
      'tỷ phú',
      'president',
      'minister',
      'ambassador',
      'secretary',
      'general',
      'senator',
      'officer',
      'journalist',
      'reporter',
      'lieutenant',
      'captain',
      'doctor',
      'admiral',
      'diplomat',
      'man',
      'woman',
      'leader',
      'envoy',
      'congressman',
      'colonel',
      'person',
      'official',
      'poet',
      'veteran',
      'student',
      'chairman',
    ],
  },
  {
    kind: 'agreement',
    phrases: [
      'hiệp định',
      'hiệp ước',
      'thỏa thuận',
      'nghị quyết',
      'đạo luật',
      'luật',
      'văn kiện',
      'sắc lệnh',
      'agreement',
      'treaty',
      'act',
      'law',
      'resolution',
      'accord',
      'bill',
    ],
  },
  {
    kind: 'place',
    phrases: [
      'nơi',
      'chỗ',
      'thành phố',
      'tỉnh',
      'nước',
      'quốc gia',
      'bang',
      'tiểu bang',
      'thủ đô',
      'cảng',
      'sân bay',
      'căn cứ',
      'địa điểm',
      'khách sạn',
      'trường',
      'vùng',
      'vịnh',
      'đảo',
      'tòa nhà',
      'city',
      'country',
      'place',
      'port',
      'state',
      'province',
      'town',
      'hotel',
      'airport',
      'base',
      'island',
    ],
  },
];

const CONFIRMATION_ENDINGS = [
  'phải không',
  'đúng không',
  'có không',
  'chứ',
  'đúng chưa',
  'đúng hay sai',
  'thật không',
  'chính xác không',
  'chính xác chưa',
  'vậy không',
  'không',
  'chưa',
  'hả',
  'thật à',
  'right',
  'true',
  'correct',
  'true or false',
  'or not',
  "isn't it",
  "didn't it",
  'did it',
  'did he',
  'did they',
];
const CONFIRMATION_OPENINGS = [
  'có phải',
  'có thật',
  'nghe nói',
  'phải chăng',
  'did',
  'was',
  'were',
  'is',
  'are',
  'has',
  'have',
  'does',
  'do',
  'had',
  'is it true',
];
/** Words that may follow the asking ones without changing them. */
const TRAILING = new Set([
  'ạ',
  'nhỉ',
  'vậy',
  'thế',
  'ta',
  'bạn',
  'nhé',
  'z',
  'v',
  'á',
  'à',
  'mọi',
  'người',
  'ad',
  'b',
  'ha',
  'hen',
  'ơi',
]);

/** Question words as typed: a word with marks means itself, one without may stand for any marks. */
interface Line {
  readonly typed: readonly string[];
}

/** What the lower-case words of a question ask for. */
export function readWanted(words: readonly string[]): Wanted {
  const line: Line = { typed: words };
  for (const rule of RULES) {
    for (const phrase of rule.phrases) {
      const at = find(line, phrase.split(' '), 0);
      if (at === undefined) continue;
      const after = words.slice(at + phrase.split(' ').length).map(fold);
      return {
        kind: rule.kind,
        ...(rule.precision === undefined ? {} : { precision: rule.precision }),
        of: rule.kind === 'number' ? [...lastWordOf(phrase), ...after.slice(0, 3)] : [],
      };
    }
  }
  const byNoun = readNoun(line);
  if (byNoun !== undefined) return byNoun;
  return { kind: isConfirmation(words) ? 'confirmation' : 'thing', of: [] };
}

/** "người" of "mấy người" is part of the phrase, and yet what is counted. */
function lastWordOf(phrase: string): readonly string[] {
  const [first, second] = phrase.split(' ');
  return first === 'mấy' && second !== undefined ? [fold(second)] : [];
}

/** "tổng thống nào", "which ship": the kind follows from the noun. */
function readNoun(line: Line): Wanted | undefined {
  const nao = find(line, ['nào'], 0) ?? find(line, ['gì'], 0);
  const which = line.typed.findIndex((word) => word === 'which' || word === 'what');
  const from = nao !== undefined && nao > 0 ? Math.max(0, nao - 5) : which >= 0 ? which + 1 : undefined;
  if (from === undefined) return undefined;
  const nouns = nao !== undefined && nao > 0 ? line.typed.slice(from, nao) : line.typed.slice(from, from + 3);
  let best: { readonly kind: WantedKind; readonly at: number; readonly words: readonly string[] } | undefined;
  for (const rule of NOUN_KINDS) {
    for (const phrase of rule.phrases) {
      const words = phrase.split(' ');
      const at = find({ typed: nouns }, words, 0);
      // The head noun comes first in Vietnamese and last in English.
      const better =
        best === undefined ||
        (nao === undefined
          ? (at ?? -1) > best.at
          : (at ?? nouns.length) < best.at || (at === best.at && words.length > best.words.length));
      if (at !== undefined && better) best = { kind: rule.kind, at, words };
    }
  }
  return best === undefined
    ? { kind: 'thing', of: nouns.map(fold) }
    : { kind: best.kind, of: best.words.map(fold) };
}

/** Whether the question states something and asks only whether it is so. */
export function isConfirmation(words: readonly string[]): boolean {
  let end = words.length;
  while (end > 0 && TRAILING.has(words[end - 1] ?? '')) end -= 1;
  const line: Line = { typed: words.slice(0, end) };
  return (
    CONFIRMATION_ENDINGS.some((phrase) => {
      const parts = phrase.split(' ');
      return end >= parts.length && find(line, parts, end - parts.length) !== undefined;
    }) ||
    CONFIRMATION_OPENINGS.some(
      (phrase) => find({ typed: words.slice(0, phrase.split(' ').length) }, phrase.split(' '), 0) === 0,
    )
  );
}

/** Where a phrase begins, at or after `from`. */
function find({ typed }: Line, phrase: readonly string[], from: number): number | undefined {
  for (let at = from; at + phrase.length <= typed.length; at += 1) {
    if (phrase.every((word, offset) => isSame(typed[at + offset] ?? '', word))) return at;
  }
  return undefined;
}

const isSame = (typed: string, word: string): boolean =>
  typed === word || (!hasDiacritics(typed) && typed === fold(word));
