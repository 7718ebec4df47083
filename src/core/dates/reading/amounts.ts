import { glued, type Token } from './tokens.ts';
import { isSymbol, isWord, phraseStart, phrases, wordSet } from './vocabulary.ts';

/** What is counted or measured: a number before one of these is an amount, not a year or a day. */
const COUNTED = wordSet(`
  năm tháng ngày tuần giờ phút giây tuổi lần lượt buổi kỳ vòng phiên giai
  year years months weeks days hours minutes seconds nights times
  nghìn ngàn triệu tỷ tỉ trăm chục vạn đồng đô usd vnd vnđ xu phần
  thousand million billion trillion hundred dollar dollars cents euros dong percent
  km m cm mm kg g ha mw kw gw tấn tạ lít mét hecta dặm độ thùng
  mile miles meters metres kilometers kilometres feet foot acres hectares tons tonne tonnes metric pounds gallons
  liters litres barrels kilograms square degrees
  người lính binh quân sinh học đại thành nhân cố bác gia hộ trẻ nạn
  people persons troops soldiers men women children students refugees prisoners marines advisers advisors personnel
  americans veterans families members delegates workers visitors tourists orphans scholars volunteers casualties
  deaths victims
  bộ chiếc máy con cái quả cuốn bức trang suất dự doanh công vụ ca cuộc chuyến liều điểm bài mẫu ngôi trường
  cơ loại mục phiếu tàu xe hài trận đợt tỉnh nước quốc bên đơn giấy hồ mặt sản
  aircraft planes ships bombs visas sets remains cases projects companies doses pages votes words copies villages
  provinces sites missions sorties flights points items articles games countries schools helicopters houses vehicles
  weapons
`);

/** What stands before an amount, or before the number of a document. */
const BEFORE_AMOUNT = wordSet(`
  hơn gần trên dưới quá ngót số mã điều khoản trang hạng giá
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
export const countsSomething = (tokens: readonly Token[], at: number): boolean =>
  isWord(tokens[at], COUNTED) || isSymbol(glued(tokens, at), '°+') || isSymbol(tokens[at], '%‰$€£₫');

/** Whether what ends just before `at` announces an amount or the number of something. */
export const announcesAmount = (tokens: readonly Token[], at: number): boolean =>
  isWord(tokens[at - 1], BEFORE_AMOUNT) || phraseStart(tokens, at, UP_TO) !== undefined;

/** Whether what ends just before `at` announces a span of time rather than a date. */
export const announcesDuration = (tokens: readonly Token[], at: number): boolean =>
  isWord(tokens[at - 1], BEFORE_DURATION) || announcesAmount(tokens, at);

/** Whether "tháng" or "năm" at `at` is a measure: "mỗi tháng", "hai tháng", "6 tháng". */
export const isMeasured = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 1]?.kind === 'number' || isWord(tokens[at - 1], EACH);

/** Whether what ends just before `at` names a kind of document that bears numbers. */
export const announcesDocument = (tokens: readonly Token[], at: number): boolean =>
  phraseStart(tokens, at, NUMBERED) !== undefined;
