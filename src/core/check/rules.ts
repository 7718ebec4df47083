import type { Rule } from './finding.ts';
import { askedTwice } from './rules/asked-twice.ts';
import { copiedSentence } from './rules/copied-sentence.ts';
import { diacritics } from './rules/diacritics.ts';
import { eventDate } from './rules/event-date.ts';
import { eventId } from './rules/event-id.ts';
import { longSentence } from './rules/long-sentence.ts';
import { officeTerm } from './rules/office-term.ts';
import { sameEvent } from './rules/same-event.ts';
import { sources } from './rules/sources.ts';
import { standAlone } from './rules/stand-alone.ts';
import { timelineDate } from './rules/timeline-date.ts';
import { tonePlacement } from './rules/tone-placement.ts';
import { translation } from './rules/translation.ts';
import { twins } from './rules/twins.ts';
import { weekday } from './rules/weekday.ts';

/** All rules of the linter: contradictions first, then what spoils a quotation, then form. */
export const RULES: readonly Rule[] = [
  sameEvent,
  timelineDate,
  eventDate,
  eventId,
  weekday,
  officeTerm,
  translation,
  twins,
  askedTwice,
  standAlone,
  longSentence,
  copiedSentence,
  diacritics,
  tonePlacement,
  sources,
];
