import { fold } from '../text/fold.ts';
import type { DatePrecision, WantedKind } from './wanted-kind.ts';

/** A word of a phrase with marks and without. */
export interface PhraseWord {
  readonly word: string;
  readonly folded: string;
}

/** Words that stand next to each other. */
export type Phrase = readonly PhraseWord[];

/** Phrases separated by bars, written with their marks. */
const phrases = (...lines: readonly string[]): readonly Phrase[] =>
  lines
    .flatMap((line) => line.split('|'))
    .map((phrase) =>
      phrase
        .trim()
        .split(' ')
        .map((word) => ({ word, folded: fold(word) })),
    );

/** Phrases that tell what a question asks for. */
export interface PhraseRule {
  readonly kind: WantedKind;
  readonly precision?: DatePrecision;
  /** Any of them; written with marks, also found without. */
  readonly phrases: readonly Phrase[];
}

/** In this order: the first that fits names the kind. */
export const QUESTION_RULES: readonly PhraseRule[] = [
  {
    kind: 'date',
    precision: 'day',
    phrases: phrases(
      'ngày nào | ngày mấy | hôm nào | hum nào | ngày bao nhiêu | ngày tháng nào',
      'ngày tháng năm nào | mùng mấy | mồng mấy | what day | which day | which days | what date',
      'which date | what dates | exact date',
    ),
  },
  { kind: 'date', precision: 'month', phrases: phrases('tháng mấy | tháng nào | what month | which month') },
  {
    kind: 'date',
    precision: 'year',
    phrases: phrases('năm nào | năm mấy | năm bao nhiêu | what year | which year'),
  },
  {
    kind: 'date',
    precision: 'any',
    phrases: phrases(
      'khi nào | bao giờ | lúc nào | hồi nào | chừng nào | thời gian nào | thời điểm nào',
      'dịp nào | when | how long ago',
    ),
  },
  {
    kind: 'reason',
    phrases: phrases(
      'tại sao | vì sao | sao lại | lý do gì | vì lý do | lý do nào | nguyên nhân | vì lẽ gì',
      'để làm gì | mục đích gì | làm chi | why | what for | for what reason',
    ),
  },
  {
    kind: 'frequency',
    phrases: phrases(
      'bao lâu một lần | bao lâu 1 lần | mấy năm một lần | mấy lần một năm | how often | how frequently',
    ),
  },
  {
    kind: 'number',
    phrases: phrases(
      'bao nhiêu | bao lâu | mấy người | mấy lần | mấy ngày | mấy năm | mấy tháng | mấy chiếc',
      'mấy nước | mấy bên | mấy tỷ | mấy tỉ | mấy triệu | mấy tr | mấy cuộc | mấy vị | mấy đời',
      'mấy bộ | mấy phần | mấy tuổi | mấy dự án | thứ mấy | số lượng | tổng số | how many',
      'how much | how old | how long | how far | how large | how big',
      'what percentage | what share | what was the vote | what vote | by what margin | tỷ lệ phiếu | số phiếu',
    ),
  },
  {
    kind: 'place',
    phrases: phrases(
      'ở đâu | tại đâu | đến đâu | tới đâu | về đâu | từ đâu | đi đâu | sang đâu | qua đâu | vào đâu',
      'nơi đâu | đâu | nơi nào | chỗ nào | where | in which city | in what city',
    ),
  },
  { kind: 'thing', phrases: phrases('tên là gì | tên gì | gọi là gì | có tên') },
  { kind: 'person', phrases: phrases('ai | who | whom | whose | những ai') },
  {
    kind: 'definition',
    phrases: phrases(
      'là gì | là cái gì | nghĩa là gì | viết tắt | thế nào là | stand for | stands for',
      'what is | what are',
    ),
  },
];

/** What a noun before "nào" or after "which" asks for. */
export const NOUN_RULES: readonly PhraseRule[] = [
  {
    kind: 'person',
    phrases: phrases(
      'người | ông | bà | cô | vị | tướng | sĩ quan | tổng thống | thủ tướng | chủ tịch | chủ tịch nước',
      'bộ trưởng | ngoại trưởng | đại sứ | nhà báo | phóng viên | bác sĩ | luật sư | phái viên',
      'thuyền trưởng | nghị sĩ | dân biểu | nhà ngoại giao | nhà thơ | nhạc trưởng | cựu binh',
      'sinh viên | vị quan | viên quan | quan lại | quan chức | quan triều | lãnh đạo | đại diện | nhân vật | tỷ phú | president | minister',
      'ambassador | secretary | general | senator | officer | journalist | reporter',
      'lieutenant | captain | doctor | admiral | diplomat | man | woman | leader | envoy',
      'congressman | colonel | person | official | poet | veteran | student | chairman',
      'tham mưu trưởng | trưởng đoàn | hiệu trưởng | viện trưởng | đô đốc | tư lệnh | đại tướng | trung tướng | thiếu tướng | chuẩn tướng',
      'viên | thiếu tá | trung tá | đại tá | đại úy | trung úy | thượng sĩ | thứ trưởng | cố vấn | thống đốc | thị trưởng',
      'giáo sư | tiến sĩ | ca sĩ | nghệ sĩ | diễn viên | đạo diễn | nhà văn | nhà sử học | sử gia | nhà khoa học | phi công',
      'tù binh | phụ nữ | linh mục | mục sư | hòa thượng | thượng tọa | dịch giả | vận động viên | võ sĩ | nhiếp ảnh gia',
      'secretary of state | secretary of defense | lawmaker | congresswoman | governor | mayor | adviser | advisor',
      'commander | pilot | professor | singer | actress | actor | director | writer | author | historian | scientist | priest | monk | soldier | photographer | boxer | prisoner',
    ),
  },
  {
    kind: 'agreement',
    phrases: phrases(
      'hiệp định | hiệp ước | thỏa thuận | nghị quyết | đạo luật | luật | văn kiện | sắc lệnh',
      'agreement | treaty | act | law | resolution | accord | bill',
    ),
  },
  {
    kind: 'place',
    phrases: phrases(
      'nơi | chỗ | thành phố | tỉnh | nước | quốc gia | bang | tiểu bang | thủ đô | cảng',
      'sân bay | căn cứ | địa điểm | khách sạn | vùng | vịnh | đảo | tòa nhà | city',
      'trường | đại học | học viện | university | school | college | country | place | port | state | province | town | hotel | airport | base | island',
    ),
  },
  // They begin like nouns of the rules above.
  {
    kind: 'thing',
    phrases: phrases(
      'hãng | công ty | tập đoàn | tổ chức | cơ quan | tờ báo | hãng tin | đài | bệnh viện | viện trợ',
      'company | firm | airline | newspaper | agency | organization | department',
      'tàu sân bay | aircraft carrier | nước giải khát | nước ngọt | nước mắm | người máy | quan hệ | quan điểm',
    ),
  },
];

/** What a claim to be confirmed ends with, and what it opens with. */
export const CONFIRMATION_ENDINGS = phrases(
  'phải không | đúng không | có không | chứ | đúng chưa | đúng hay sai | thật không',
  'chính xác không | chính xác chưa | vậy không | không | chưa | hả | thật à | right | true',
  "correct | true or false | or not | isn't it | didn't it | did it | did he | did they",
);
export const CONFIRMATION_OPENINGS = phrases(
  'có phải | có thật | nghe nói | phải chăng | did | was | were | is | are | has | have | does',
  'do | had | is it true',
);
/** Words that may follow the asking ones without changing them. */
export const TRAILING = new Set([
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
