import type { Locale } from '../locale.ts';
import type { QuestionOutcome } from './question-watch.ts';

/**
 * Something the operator may want to know. Never holds what a person wrote, a token, or a foreign error as a whole:
 * those carry addresses with the token in them.
 */
export type LogEvent =
  | { readonly event: 'platform-online'; readonly platform: string; readonly name: string }
  | { readonly event: 'platform-offline'; readonly platform: string; readonly reason: string }
  /** The platform does not take us: a wrong token, or another process with the same one. */
  | { readonly event: 'platform-refused'; readonly platform: string; readonly reason: string }
  /** The connection is gone for now; it is being tried again. */
  | { readonly event: 'platform-unreachable'; readonly platform: string; readonly reason: string }
  /** A person was told `reference`; the operator finds it here. */
  | {
      readonly event: 'handler-failed';
      readonly platform: string;
      readonly reference: string;
      readonly reason: string;
    }
  | {
      readonly event: 'request-failed';
      readonly platform: string;
      readonly method: string;
      readonly reason: string;
    }
  | {
      readonly event: 'request-delayed';
      readonly platform: string;
      readonly method: string;
      readonly retryAfterMs: number;
    }
  /** An update that came too late, twice, or too often. */
  | { readonly event: 'update-dropped'; readonly platform: string; readonly reason: string }
  | { readonly event: 'place-left'; readonly platform: string; readonly reason: string }
  | { readonly event: 'place-moved'; readonly platform: string }
  /** A daily post ended, or waits. */
  | {
      readonly event: 'post';
      readonly platform: string;
      readonly outcome: string;
      /** How late, in milliseconds. */
      readonly lagMs: number;
      readonly detail?: string;
    }
  /** A question was dealt with; how long that took is without the way there and back. */
  | {
      readonly event: 'question-answered';
      readonly platform: string;
      readonly language: Locale;
      readonly outcome: QuestionOutcome;
      readonly durationMs: number;
    }
  /** What is served from now on; `version` names the state of the files. */
  | {
      readonly event: 'knowledge-loaded';
      readonly version: string;
      readonly articles: number;
      readonly events: number;
    }
  /** An edit that cannot be read; what was served before still is. Of the `count` problems the first are told. */
  | {
      readonly event: 'knowledge-broken';
      readonly count: number;
      readonly problems: readonly {
        readonly file: string;
        readonly line: number;
        readonly message: string;
      }[];
    }
  /** The process has to stop for a fault of its own. */
  | { readonly event: 'process-failed'; readonly reason: string }
  | { readonly event: 'storage-failed'; readonly action: string; readonly reason: string };

/** Where events go. */
export interface Log {
  write(event: LogEvent): void;
}
