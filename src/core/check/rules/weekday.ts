import type { DateMention } from '../../dates/read-dates.ts';
import type { Statement } from '../check-context.ts';
import { type WeekdayNumber, weekdayOf } from '../day-number.ts';
import type { Rule } from '../finding.ts';

const NAMES = [
  ['chủ nhật', 'Sunday'],
  ['thứ hai', 'Monday'],
  ['thứ ba', 'Tuesday'],
  ['thứ tư', 'Wednesday'],
  ['thứ năm', 'Thursday'],
  ['thứ sáu', 'Friday'],
  ['thứ bảy', 'Saturday'],
] as const;

const WEEKDAY_NAME = `(?:${NAMES.flat().join('|')})`;
/** A weekday just before a date: "thứ Hai, ngày 12 tháng 7", "Monday (July 12". */
const BEFORE = new RegExp(`(?<![\\p{L}])(${WEEKDAY_NAME})[,;]? ?\\(?(?:(?:ngày|the) )?$`, 'iu');
/** A weekday just behind a date: "July 12, 1995 (a Monday)". */
const BEHIND = new RegExp(`^[,;]? ?\\(?(?:(?:a|nhằm|là|một ngày) )?(${WEEKDAY_NAME})(?![\\p{L}])`, 'iu');
/** "lần thứ hai, ngày 12/7" counts times; behind these words "thứ hai" is "second". */
const COUNTED = /(?:lần|vòng|kỳ|phiên|đợt|khóa|ngày|năm|tập|bên|nước|chuyến|cuộc|điều|người) $/iu;
/** The longest of the above with its comma and "ngày". UTF-16 units. */
const REACH = 24;

/** A weekday that is not the weekday of the date beside it. */
export const weekday: Rule = {
  name: 'weekday',
  catches: 'A weekday that does not fit the date beside it.',
  *find({ statements }) {
    for (const statement of statements) {
      for (const mention of statement.mentions) {
        const stated = statedWeekday(statement, mention);
        const real = mention.edtf === undefined ? undefined : weekdayOf(mention.edtf);
        if (stated === undefined || real === undefined || stated === real) continue;
        const { language } = statement.document;
        const [name, realName] = [NAMES[stated], NAMES[real]].map(([vi, en]) =>
          language === 'vi' ? vi : en,
        );
        yield {
          file: statement.file,
          line: statement.line,
          message: `${mention.edtf} was "${realName}", not "${name}".`,
          remedy: 'Check both with the source, or leave the weekday out.',
          subject: statement.sentence.handle,
        };
      }
    }
  },
};

function statedWeekday(
  { sentence: { text } }: Statement,
  { start, end }: DateMention,
): WeekdayNumber | undefined {
  const before = text.slice(Math.max(start - REACH, 0), start);
  const match = BEFORE.exec(before);
  if (match?.[1] !== undefined && !COUNTED.test(before.slice(0, match.index))) return numberOf(match[1]);
  const behind = BEHIND.exec(text.slice(end, end + REACH));
  return behind?.[1] === undefined ? undefined : numberOf(behind[1]);
}

function numberOf(name: string): WeekdayNumber | undefined {
  const lower = name.toLowerCase();
  const at = NAMES.findIndex(([vi, en]) => vi === lower || en.toLowerCase() === lower);
  return ([0, 1, 2, 3, 4, 5, 6] as const).find((number) => number === at);
}
