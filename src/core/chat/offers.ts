import { daysToldOn } from '../dates/anniversaries.ts';
import { parseDateExpression } from '../dates/date-expression.ts';
import type { Edtf } from '../dates/edtf.ts';
import { writeDate } from '../dates/write-dates.ts';
import type { PlacedSentence } from '../knowledge/library.ts';
import type { Locale } from '../locale.ts';
import { normaliseText } from '../text/normalise.ts';
import { bare, cardButtons } from './cards.ts';
import type { ServedKnowledge } from './chat.ts';
import { quoteBlocks } from './quote-blocks.ts';
import type { Reply } from './reply.ts';

/** Something to choose from while typing: a passage, to be sent as it stands. */
export interface Offer {
  /** The citation handle. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly reply: Reply;
}

/** A page of offers; `next` is where the following one begins, absent on the last. */
export interface Offers {
  readonly offers: readonly Offer[];
  readonly next?: number;
}

/** Whose offers, and which of them. */
export interface OfferOptions {
  readonly language: Locale;
  /** The asker's day. */
  readonly today: Edtf;
  /** Offers on a page. */
  readonly limit: number;
  /** Where the page begins. */
  readonly from: number;
}

/** Passages looked at for one query. */
const MOST_PASSAGES = 40;

/** What fits words half typed: events on a date, passages that answer, or, for no words at all, this day in any year. */
export function offersFor(typed: string, knowledge: ServedKnowledge, options: OfferOptions): Offers {
  const { from, limit, language } = options;
  const found = placesFor(normaliseText(typed).trim(), knowledge, options);
  const offers = found.slice(from, from + limit).map((placed) => offerOf(placed, language, knowledge));
  return { offers, ...(from + limit < found.length ? { next: from + limit } : {}) };
}

function placesFor(
  text: string,
  { answerer, timeline }: ServedKnowledge,
  { language, today }: OfferOptions,
): readonly PlacedSentence[] {
  const eventsOn = (date: Edtf): readonly PlacedSentence[] =>
    timeline.events(date).flatMap((entry) => {
      const document =
        entry.kind === 'event' ? answerer.library.document(entry.event.id, language) : entry.document;
      const sentence = document?.paragraphs[0]?.sentences[0];
      return document === undefined || sentence === undefined ? [] : [{ document, sentence }];
    });
  if (text === '') return daysToldOn(today).flatMap(eventsOn);
  const expression = parseDateExpression(text, { language, today });
  const dated = expression.kind === 'date' ? eventsOn(expression.edtf) : [];
  if (dated.length > 0) return dated;
  const answer = answerer.ask(text, { language, today, limit: MOST_PASSAGES });
  return answer.answered ? answer.passages : [];
}

function offerOf(placed: PlacedSentence, language: Locale, { answerer }: ServedKnowledge): Offer {
  const { document, sentence } = placed;
  const date = document.date === undefined ? '' : `${writeDate(document.date, language, 'short')} · `;
  const card = { view: 'quote' as const, handle: sentence.handle, language, others: [] };
  return {
    id: sentence.handle,
    title: `${date}${document.title}`,
    description: sentence.text,
    reply: {
      language,
      blocks: quoteBlocks(bare(placed), language, answerer.library),
      buttons: cardButtons(card, placed, answerer.library),
    },
  };
}
