import type { Span } from '../answer/answer.ts';
import type { Locale } from '../locale.ts';
import type { ReplyButton } from './action.ts';

/** What a reader should know about the wording of a quoted sentence. */
export type QuoteMark = 'corrected' | 'masked' | 'doubtful';

/** One part of a reply: what is meant, never how it looks. Texts are plain; a renderer escapes them. */
export type Block =
  /** The few words that answer, to be shown first and largest. */
  | { readonly kind: 'direct'; readonly text: string }
  /** A sentence of the knowledge, word for word. */
  | {
      readonly kind: 'quote';
      readonly text: string;
      readonly highlights: readonly Span[];
      readonly marks: readonly QuoteMark[];
    }
  /** Where the quoted sentence stands. */
  | {
      readonly kind: 'citation';
      readonly title: string;
      readonly handle: string;
      /** Written for a reader, in the reply's language. */
      readonly date?: string;
      readonly source?: { readonly title: string; readonly url?: string };
    }
  /** Something the bot itself says. */
  | { readonly kind: 'text'; readonly text: string }
  /** A remark beside an answer: a date that differs, a sentence that was corrected. */
  | { readonly kind: 'notice'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  /** Something that happened, or a dated sentence. */
  | {
      readonly kind: 'event';
      readonly date: string;
      readonly title: string;
      readonly text: string;
      readonly handle?: string;
      readonly source?: { readonly title: string; readonly url?: string };
    }
  /** Things to say next; choosing one is the same as typing `say`. */
  | {
      readonly kind: 'choices';
      readonly choices: readonly { readonly label: string; readonly say: string }[];
    };

/** What the bot says to one utterance, on any platform. */
export interface Reply {
  readonly language: Locale;
  readonly blocks: readonly Block[];
  /** What can be asked for with one press, the most useful first. */
  readonly buttons?: readonly ReplyButton[];
}

/** One sentence of the bot. */
export const saying = (language: Locale, text: string): Reply => ({
  language,
  blocks: [{ kind: 'text', text }],
});
