import type { KnowledgeDocument, Sentence } from '../knowledge/document.ts';
import { termOf, tokenise } from '../text/tokenise.ts';
import type { Answer, QuotedPassage } from './answer.ts';
import type { Question } from './question.ts';

/** What was just talked about in one conversation with one person. */
export interface Topic {
  /** As it was understood, with what it took over from questions before. */
  readonly question: Question;
  readonly document: KnowledgeDocument;
  readonly sentence: Sentence;
  /** Whom the answer named, when it was a person that was asked for: "ông ấy" means that one. */
  readonly person?: string;
  /** Handles of the sentences already quoted on the topic. */
  readonly shown: readonly string[];
}

/** The topic of a conversation after an answer: the answer's own, or what it was when nothing was found. */
export function topicAfter(answer: Answer, before: Topic | undefined): Topic | undefined {
  const [best] = answer.passages;
  if (!answer.answered || best === undefined) return before;
  const shown = before !== undefined && before.document.id === best.document.id ? before.shown : [];
  return {
    question: answer.question,
    document: best.document,
    sentence: best.sentence,
    ...(answer.direct?.kind === 'person' ? { person: answer.direct.text } : {}),
    shown: [...shown, best.sentence.handle],
  };
}

/** The next sentences of what was last quoted from, at most `count`, none that was shown already. */
export function sentencesAfter(topic: Topic, count: number): readonly QuotedPassage[] {
  const { document, sentence: last, shown } = topic;
  const sentences = document.paragraphs.flatMap((paragraph) => paragraph.sentences);
  const at = sentences.findIndex((sentence) => sentence.handle === last.handle);
  return [...sentences.slice(at + 1), ...sentences.slice(0, Math.max(at, 0))]
    .filter((sentence) => !shown.includes(sentence.handle))
    .slice(0, count)
    .map((sentence) => ({ document, sentence, score: 0, highlights: [], alsoIn: [] }));
}

/** The words of a question that what was just quoted does not have. */
export function withoutWordsOf({ document, sentence }: Topic, question: Question): Question {
  const quoted = new Set(tokenise(`${document.title} ${sentence.text}`).map(({ word }) => termOf(word)));
  return { ...question, words: question.words.filter(({ word }) => !quoted.has(termOf(word))) };
}
