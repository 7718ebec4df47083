import type { Edtf } from '../dates/edtf.ts';
import type { KnowledgeDocument } from '../knowledge/document.ts';
import type { Library } from '../knowledge/library.ts';
import { LOCALES, type Locale } from '../locale.ts';
import { placesByDocument } from '../search/corpus.ts';
import { type PackedCorpus, packCorpus } from '../search/packed-corpus.ts';
import type { QueryPlan } from '../search/query-plan.ts';
import type { SearchIndex } from '../search/search-index.ts';
import type { Answer, AskOptions } from './answer.ts';
import { type AnswererParts, allParts } from './answerer-parts.ts';
import { type CloseReader, type Reading, worthReading } from './close-reading.ts';
import { confidenceOf, isConfident } from './confidence.ts';
import { notesOnDates, notesOnOtherDate } from './date-notes.ts';
import { dateAskedAbout, eventsAsPassages } from './date-question.ts';
import { answeringDate, type DirectAnswerInput, readDirectAnswer } from './direct-answer.ts';
import { type Evidence, weighEvidence } from './evidence.ts';
import { missingYear, noteOnMissingYear, seriesAskedFor } from './figures-note.ts';
import { orderReadings, TOLD_BY_FORM } from './first-choice.ts';
import { claimsDate, ownDates } from './fit.ts';
import { asksToGoOn, classifyFollowUp, completeQuestion, type FollowUp, unsaid } from './follow-up.ts';
import { readHighlights } from './highlights.ts';
import { quotePassages } from './passage-quoter.ts';
import { analyseQuestion, type Question } from './question.ts';
import { datesTold, leadOverRivals } from './rivals.ts';
import type { SentenceFactsReader } from './sentence-facts.ts';
import { answeringFigures, askedOfSeries } from './series-question.ts';
import { hasSubject, type Subjects } from './subjects.ts';
import { questionsOn } from './suggestions.ts';
import { sentencesAfter, type Topic, withoutWordsOf } from './topic.ts';
import { documentsOf, scopeOf, type TopicScope } from './topic-scope.ts';

/** How many questions are offered instead of an answer, and how many are tried for it. */
const SUGGESTIONS = 3;
const TRIED_SUGGESTIONS = 4;

/** By so much a fragment's own answer must be surer than the one on the topic to make it a question of its own. */
const STANDS_ALONE = 0.25;

/** A fragment that is answered so surely by itself, and names a subject of its own, is no follow-up. */
const SURE_ALONE = 0.6;
/** Answers questions from one library; immutable, so a reload makes a new one. */
export class Answerer {
  readonly library: Library;
  readonly #index: SearchIndex;
  readonly #facts: SentenceFactsReader;
  readonly #reader: CloseReader;
  readonly #subjects: Subjects;
  /** Made when first asked for. */
  #places: ReadonlyMap<KnowledgeDocument, readonly number[]> | undefined;
  /** Suggestions that were tried; there are no more than sentences. */
  readonly #answerable = new Map<string, boolean>();

  /**
   * `today` only decides the century of two-digit years in the texts. `packed` is the corpus of this very library, if
   * it was stored; without it the texts are read. `parts` are those of this very library, if they were made already.
   */
  constructor(
    library: Library,
    today: Edtf,
    packed?: PackedCorpus,
    { index, facts, reader, subjects }: AnswererParts = allParts(library, today, packed),
  ) {
    this.library = library;
    this.#index = index;
    this.#facts = facts;
    this.#reader = reader;
    this.#subjects = subjects;
  }

  /** Spends the time now that the first questions would otherwise take; see {@link SearchIndex.prepare}. */
  prepare(): void {
    this.#index.prepare();
  }

  /** The same, with rests in which others may work. */
  prepareInSlices(rest: () => Promise<void>): Promise<void> {
    return this.#index.prepareInSlices(rest);
  }

  /** The texts as integers, to be stored and handed to the constructor the next time. */
  packCorpus(): PackedCorpus {
    return packCorpus(this.#index.corpus);
  }

  ask(text: string, options: AskOptions): Answer {
    const answer = this.#reply(text, options);
    return answer.answered ? answer : { ...answer, suggestions: this.#suggest(answer, options) };
  }

  #reply(text: string, options: AskOptions): Answer {
    const question = analyseQuestion(text, {
      language: options.language,
      today: options.today,
      isKnownWord: (folded) => this.#index.knows(folded),
    });
    const { topic, limit } = options;
    const onDate = this.#tellDate(question, limit);
    if (onDate !== undefined) return onDate;
    if (topic === undefined)
      return this.#answer(asksToGoOn(question) ? unsaid(question) : question, limit, undefined);
    if (question.smallTalk) return this.#answer(question, limit, undefined);
    const followUp = classifyFollowUp(
      question,
      this.#subjects.isSpecific(question),
      this.#subjects.isSpecific(withoutWordsOf(topic, question)),
    );
    switch (followUp) {
      case 'none':
        return this.#answer(question, limit, undefined);
      case 'more':
        return this.#tellMore(question, topic, limit);
      default:
        return this.#answerFollowUp(question, topic, followUp, options);
    }
  }

  /** Questions near to one that could not be answered, each tried before it is offered. */
  #suggest({ question: asked, passages, language }: Answer, options: AskOptions): readonly string[] {
    const suggestions: string[] = [];
    for (const question of questionsOn(asked, passages, options.today, TRIED_SUGGESTIONS)) {
      if (this.#isAnswerable(question, language, options.today)) suggestions.push(question);
      if (suggestions.length === SUGGESTIONS) break;
    }
    return suggestions;
  }

  #isAnswerable(question: string, language: Locale, today: Edtf): boolean {
    const known = this.#answerable.get(question);
    if (known !== undefined) return known;
    const { answered } = this.#reply(question, { language, today, limit: 1 });
    this.#answerable.set(question, answered);
    return answered;
  }

  /** What happened on a date, when nothing else is asked. */
  #tellDate(question: Question, limit: number): Answer | undefined {
    const date = dateAskedAbout(question);
    const passages = date === undefined ? [] : eventsAsPassages(this.library, date, question.language);
    if (passages.length === 0) return undefined;
    const { language } = question;
    const notes = notesOnDates(question);
    return {
      question,
      language,
      answered: true,
      passages: passages.slice(0, limit),
      suggestions: [],
      notes,
      confidence: 1,
    };
  }

  #tellMore(question: Question, topic: Topic, limit: number): Answer {
    const passages = sentencesAfter(topic, Math.min(limit, 3));
    const answered = passages.length > 0;
    return {
      question: { ...topic.question, text: question.text, read: question.read },
      language: question.language,
      answered,
      passages,
      suggestions: [],
      notes: [],
      confidence: answered ? 1 : 0,
    };
  }

  #answerFollowUp(question: Question, topic: Topic, followUp: FollowUp, options: AskOptions): Answer {
    const { limit, today } = options;
    const completed = completeQuestion(question, topic, followUp, (asked) => this.#subjects.namesIn(asked));
    const talk = followUp === 'variation' ? undefined : scopeOf(topic, followUp === 'reference', today);
    const inContext = this.#answer(completed, limit, talk);
    if (followUp !== 'fragment' && followUp !== 'resumption') return inContext;
    const alone = this.#answer(question, limit, undefined);
    const isOfItsOwn = hasSubject(withoutWordsOf(topic, question)) && alone.confidence >= SURE_ALONE;
    const lead = followUp === 'fragment' ? STANDS_ALONE : 0;
    if (alone.answered && isOfItsOwn) return alone;
    return alone.answered && (!inContext.answered || alone.confidence > inContext.confidence + lead)
      ? alone
      : inContext;
  }

  #answer(said: Question, limit: number, talk: TopicScope | undefined): Answer {
    const asked = said.words.map(({ word }) => word);
    const fitting = seriesAskedFor(asked, this.library.figures);
    const question = this.#subjects.withWordings(askedOfSeries(said, fitting));
    const figures = answeringFigures(question, fitting);
    // The figures of a series differ in little but the year, so that by words the one that is asked for may be the last.
    const always = [
      ...(talk === undefined
        ? []
        : documentsOf(talk, this.library).flatMap((document) => this.#sentencesOf(document))),
      ...[...figures].flatMap((id) => LOCALES.flatMap((locale) => this.#sentencesOfFigure(id, locale))),
    ];
    const { plan, matches } = this.#index.search(question, always);
    const series = new Set(fitting.map(({ id }) => id));
    const read = this.#reader.read(
      question,
      { plan, matches: worthReading(matches, new Set(always)) },
      { talk, series, figures },
    );
    const readings = this.#ordered(question, plan, read);
    const passages = quotePassages(readings, this.#index.corpus, plan, limit);
    const [best] = readings;
    const confidence = best === undefined ? 0 : this.#confidence(question, plan, best, read);
    const missing =
      question.wanted.kind === 'number' ? missingYear(asked, question.dates, this.library) : undefined;
    // What is told of another year is no answer; that the year itself is told in an article may be.
    const isPossible = question.dates.every(({ kind }) => kind !== 'impossible');
    const answered =
      isPossible && isConfident(confidence) && (missing === undefined || (best?.dateFit ?? 0) > 0);
    const direct =
      answered && best !== undefined ? readDirectAnswer(this.#inputOf(question, plan, best)) : undefined;
    return {
      question,
      language: question.language,
      answered,
      ...(direct === undefined ? {} : { direct }),
      passages,
      suggestions: [],
      notes: [
        ...notesOnDates(question),
        ...(missing === undefined || answered ? [] : [noteOnMissingYear(missing)]),
        ...(answered && best !== undefined
          ? notesOnOtherDate(question, best, this.#textOf(best), this.#facts.of(best.sentence))
          : []),
      ],
      confidence,
    };
  }

  #confidence(question: Question, plan: QueryPlan, best: Reading, read: readonly Reading[]): number {
    const lead = leadOverRivals(best, read, ({ sentence, document }) =>
      datesTold(document, this.#facts.of(sentence)),
    );
    const isAskedFor = this.#index.corpus.askedWords.length > 0;
    return confidenceOf(question, this.#evidence(question, plan, best), best, { lead, isAskedFor });
  }

  #evidence(question: Question, plan: QueryPlan, { match, continuesTopic }: Reading): Evidence {
    const { words, said, language, particulars } = question;
    // What was matched, though its twin in the other language may be quoted.
    const document = this.#index.corpus.passages[match.sentence]?.document;
    return weighEvidence(plan, words, this.#index.explain(plan, match.sentence), {
      kinds: this.#subjects,
      particulars,
      said: continuesTopic ? said : words.length,
      isForeign: document?.language !== language,
      isReadUnderTitle: document?.kind !== 'article',
    });
  }

  /** Best first, with what tells apart those that are as good as equal. */
  #ordered(question: Question, plan: QueryPlan, readings: readonly Reading[]): readonly Reading[] {
    const { kind, precision } = question.wanted;
    const claimed = (reading: Reading): Edtf | undefined =>
      ownDates(question, this.#textOf(reading), this.#facts.of(reading.sentence))[0]?.edtf;
    const told = (reading: Reading): Edtf | undefined =>
      answeringDate(this.#inputOf(question, plan, reading));
    return orderReadings(readings, {
      confidenceOf: (reading) => this.#confidence(question, plan, reading, readings),
      isSure: isConfident,
      storyOf: TOLD_BY_FORM.has(kind) ? ({ document }) => document : undefined,
      dateOf: claimsDate(question) ? claimed : kind === 'date' && precision === 'any' ? told : undefined,
    });
  }

  #inputOf(question: Question, plan: QueryPlan, { sentence }: Reading): DirectAnswerInput {
    const { corpus } = this.#index;
    const passage = corpus.passages[sentence];
    if (passage === undefined) throw new RangeError(`There is no sentence ${sentence}.`);
    const date = passage.document.kind === 'event' ? passage.document.date : undefined;
    return {
      question,
      sentence: passage.sentence,
      facts: this.#facts.of(sentence),
      highlights: readHighlights(corpus, sentence, plan),
      ...(date === undefined ? {} : { documentDate: date }),
    };
  }

  #textOf({ sentence }: Reading): string {
    return this.#index.corpus.passages[sentence]?.sentence.text ?? '';
  }

  #sentencesOfFigure(id: string, locale: Locale): readonly number[] {
    const document = this.library.document(id, locale);
    return document?.kind === 'figure' ? this.#sentencesOf(document) : [];
  }

  #sentencesOf(document: KnowledgeDocument): readonly number[] {
    this.#places ??= placesByDocument(this.#index.corpus);
    return this.#places.get(document) ?? [];
  }
}
