import { type FigureSeries, wordingForm } from '../knowledge/figures.ts';
import { tokenise } from '../text/tokenise.ts';
import { figuresAskedFor } from './figures-note.ts';
import { quantityOfSeries } from './quantity.ts';
import type { Question } from './question.ts';

/**
 * A question about yearly series as it is meant: the number has the unit of the series where the question does not say
 * another, and "xuất khẩu sang Mỹ năm 2019", which asks nothing and names only a series and a year, asks how much.
 */
export function askedOfSeries(question: Question, series: readonly FigureSeries[]): Question {
  if (series.length === 0) return question;
  const { wanted } = question;
  const isBare =
    wanted.kind === 'thing' &&
    question.dates.some(({ edtf }) => edtf !== undefined) &&
    question.words.every(({ weight }) => weight > 0);
  if (wanted.kind !== 'number' && !isBare) return question;
  const quantity = wanted.quantity ?? quantityOfSeries(series);
  return {
    ...question,
    wanted: { kind: 'number', of: wanted.of, ...(quantity === undefined ? {} : { quantity }) },
  };
}

/** What it may say besides, such as "came" of "how many visitors came to Vietnam". */
const MOST_OTHER_WORDS = 1;

/**
 * Ids of the documents with the figures that answer, in whatever words they are told: those of the years that the
 * question names, when it asks how much and names nothing narrower than the series. "Mỹ nhập bao nhiêu cà phê" does not
 * ask for all the imports, nor "… học tại Huế" for all the students.
 */
export function answeringFigures(question: Question, series: readonly FigureSeries[]): ReadonlySet<string> {
  const answering = question.wanted.kind === 'number' ? series.filter((one) => isWhole(question, one)) : [];
  return figuresAskedFor(answering, question.dates);
}

function isWhole(question: Question, { asks, title }: FigureSeries): boolean {
  const known = new Set([
    ...asks.flatMap(({ parts }) => parts.flatMap((part) => part.trim().split(' '))),
    ...tokenise(`${title.vi} ${title.en} ${UNITS}`).map(({ word }) => wordingForm(word)),
  ]);
  const others = question.words.filter(({ word, weight }) => weight === 1 && !known.has(wordingForm(word)));
  return others.length <= MOST_OTHER_WORDS && others.every(({ capitalised }) => capitalised !== true);
}

/** Words that go with any figure. */
const UNITS =
  'Mỹ Hoa Kỳ US USA United States American Vietnamese tỷ tỉ triệu đô la USD billion million dollars khoảng đạt trị giá';
