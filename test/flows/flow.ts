import type { TestContext } from 'node:test';
import type { Seen } from './meaning.ts';

/** Where the flows are run. On Discord people write messages and use slash commands, which take different ways. */
export const STAGES = ['terminal', 'telegram', 'discord messages', 'discord commands'] as const;
export type StageName = (typeof STAGES)[number];

/** One thing a person does, and what the answer has to say. */
export interface Step {
  readonly does:
    | { readonly kind: 'says'; readonly text: string }
    /** Takes up an offer to say something: by a button, or on a terminal by typing what the offer tells to. */
    | { readonly kind: 'chooses'; readonly label: string; readonly say: string }
    | { readonly kind: 'presses'; readonly label: string };
  /** Texts that have to be in the answer, compared by their words. */
  readonly tells: readonly string[];
  readonly neverTells?: readonly string[];
  /** What must be offered to be said next. */
  readonly offers?: readonly string[];
  /** Where this cannot be done, and why. */
  readonly lacking?: Readonly<Partial<Record<StageName, string>>>;
}

/** A conversation, step by step; its name is a sentence about the bot. */
export interface Flow {
  readonly name: string;
  readonly steps: readonly Step[];
}

/** Somebody new on a platform, whose program speaks Vietnamese, in private with the bot. */
export interface Visitor {
  /** Does one thing and reads the answer. */
  does(deed: Step['does']): Promise<Seen>;
  /** Goes away. */
  leave(): Promise<void>;
}

/** A platform with the bot on it. */
export interface Stage {
  readonly name: StageName;
  visitor(): Promise<Visitor>;
  /** What the bot did that the platform would have refused. */
  violations(): readonly unknown[];
}

/** Brings the bot up on a platform; it ends with the test. */
export type OpenStage = (t: TestContext) => Promise<Stage>;
