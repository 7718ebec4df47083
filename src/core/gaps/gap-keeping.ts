import type { QuestionWatch } from '../ports/question-watch.ts';
import { describeGapFailure, GapRecorder, type GapRecorderOptions } from './gap-recorder.ts';

/** What becomes of questions that find no answer. */
export interface GapKeeping {
  /** Absent where none are kept. */
  readonly watch?: QuestionWatch;
  /** Does its part in the background until the signal aborts; never rejects. */
  run(signal: AbortSignal): Promise<void>;
}

/** Keeps questions without an answer where the operator asked for it; elsewhere what was kept once is deleted. */
export function createGapKeeping({
  isOn,
  ...given
}: GapRecorderOptions & { readonly isOn: boolean }): GapKeeping {
  if (isOn) {
    const recorder = new GapRecorder(given);
    return { watch: recorder, run: (signal) => recorder.run(signal) };
  }
  return {
    run: async () => {
      await given.store.clear().catch((error: unknown) => given.log.write(describeGapFailure(error)));
    },
  };
}
