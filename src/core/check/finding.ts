import type { CheckContext } from './check-context.ts';

/** Something in the knowledge folder that an editor should look at. Worded in English: editors' tools speak English. */
export interface Finding {
  /** Name of the rule that found it. */
  readonly rule: string;
  /** Path relative to the knowledge folder. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly message: string;
  readonly remedy: string;
  /** What it is about: the handle of a sentence, or the id of an event or article. Exceptions name it. */
  readonly subject: string;
}

/** What one rule finds; its name is added by whoever runs it. */
export type RuleFinding = Omit<Finding, 'rule'>;

/** One kind of mistake. */
export interface Rule {
  /** Short and stable: exceptions and scripts name it. */
  readonly name: string;
  /** One sentence on what it catches, for lists of rules. */
  readonly catches: string;
  find(context: CheckContext): Iterable<RuleFinding>;
}
