import { glued, type Token } from './tokens.ts';
import {
  firstWords,
  isSymbol,
  isWord,
  phraseEnd,
  phraseStart,
  phrases,
  type WordSet,
  wordSet,
} from './vocabulary.ts';

/** What is counted or measured: a number before one of these is an amount, not a year or a day. */
const COUNTED = wordSet(`
  năm tháng ngày tuần giờ phút giây tuổi lần lượt buổi phiên
  year years months weeks days hours minutes seconds nights times
  nghìn ngàn triệu tỷ tỉ trăm chục vạn đồng usd vnd vnđ
  thousand million billion trillion hundred dollar dollars cents euros percent
  km m cm mm kg ha mw kw gw lít mét hecta dặm thùng
  mile miles meters metres kilometers kilometres feet foot acres hectares tons tonne tonnes metric pounds gallons
  liters litres barrels kilograms square degrees
  người lính
  people persons troops soldiers men women children students refugees prisoners marines advisers advisors personnel
  americans veterans families members delegates workers visitors tourists orphans scholars volunteers casualties
  deaths victims
  chiếc quả suất cuộc chuyến liều phiếu
  aircraft planes ships bombs visas sets remains cases projects companies doses pages votes words copies villages
  provinces sites missions sorties flights points items articles games countries schools helicopters houses vehicles
  weapons
`);
/** Words that without their marks are other, frequent words. */
const COUNTED_AS_MARKED: WordSet = new Set(['tấn', 'đô', 'con', 'cái', 'vụ', 'căn', 'tàu', 'xe', 'trang']);
/** Words that count only together: "bộ" alone is also a ministry. */
const COUNTED_TOGETHER = phrases(
  ...['binh sĩ', 'binh lính', 'quân nhân', 'cố vấn', 'nhân viên', 'nạn nhân', 'gia đình', 'trẻ em', 'hộ dân'],
  ...[
    'sinh viên',
    'học sinh',
    'học giả',
    'học bổng',
    'du khách',
    'thành viên',
    'đại biểu',
    'tù binh',
    'công dân',
  ],
  ...[
    'bộ hài',
    'hài cốt',
    'máy bay',
    'dự án',
    'doanh nghiệp',
    'công ty',
    'trường học',
    'trường hợp',
    'cơ sở',
  ],
  ...['đơn vị', 'mặt hàng', 'sản phẩm', 'quốc gia', 'điểm phần', 'bài báo', 'ca mắc', 'lá thư', 'tàu chiến'],
);
const FIRST_COUNTED = firstWords(COUNTED_TOGETHER);

/** What stands before an amount, or before the number of a document. */
const BEFORE_AMOUNT = wordSet(`
  hơn gần trên dưới quá ngót số mã điều khoản trang hạng giá
  usd vnd dollars euros
  over nearly almost than least most some only exactly approximately roughly
  no nos number page article section resolution route flight worth another
`);
const UP_TO = phrases('lên tới', 'lên đến', 'up to');

/** What makes a number of months or days out of the number behind it: "mỗi tháng", "sau 6 tháng". */
const BEFORE_DURATION = wordSet('trong sau suốt qua mỗi cứ mất dài được khoảng vòng thêm cách đây ít');

const EACH = wordSet('mỗi hàng hằng từng một mấy vài nhiều các những cả hai ba');

/** Kinds of documents, whose numbers look like months and days: "Nghị định 12/2015". */
const NUMBERED = phrases(
  ...['số', 'nghị định', 'thông tư', 'nghị quyết', 'quyết định', 'chỉ thị', 'luật'],
  ...['no', 'resolution', 'decree'],
);

/** Whether what stands at `at` makes the number before it an amount: a unit, a counted thing, a sign. */
export function countsSomething(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (isWord(token, COUNTED) || isWord(token, COUNTED_AS_MARKED)) return true;
  if (isWord(token, FIRST_COUNTED)) return phraseEnd(tokens, at, COUNTED_TOGETHER) !== undefined;
  return isSymbol(glued(tokens, at), '°+') || isSymbol(token, '%‰$€£₫');
}

/** Whether what ends just before `at` announces an amount or the number of something. */
export const announcesAmount = (tokens: readonly Token[], at: number): boolean =>
  isWord(tokens[glued(tokens, at - 1)?.text === '.' ? at - 2 : at - 1], BEFORE_AMOUNT) ||
  phraseStart(tokens, at, UP_TO) !== undefined;

/** Whether what ends just before `at` announces a span of time rather than a date. */
export const announcesDuration = (tokens: readonly Token[], at: number): boolean =>
  isWord(tokens[at - 1], BEFORE_DURATION) || announcesAmount(tokens, at);

/** Whether "tháng" or "năm" at `at` is a measure: "mỗi tháng", "hai tháng", "6 tháng". */
export const isMeasured = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 1]?.kind === 'number' || isWord(tokens[at - 1], EACH);

/** Whether what ends just before `at` names a kind of document that bears numbers. */
export const announcesDocument = (tokens: readonly Token[], at: number): boolean =>
  phraseStart(tokens, at, NUMBERED) !== undefined;
