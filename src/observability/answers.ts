/** How interactions were answered lately. Times are ms since 1970. */
export type Answers = {
  /** Null before the first. */
  readonly lastAnswerAt: number | null;
  /** When the first one ended that was not answered since then; null if none did. */
  readonly unansweredSince: number | null;
  /** How many were not answered since then. */
  readonly unansweredCount: number;
};

/** Remembers the last answer that Discord accepted. If nobody asks anything, that isn't a failure. */
export function createAnswers(now: () => number) {
  let answers: Answers = { lastAnswerAt: null, unansweredSince: null, unansweredCount: 0 };
  return {
    get: () => answers,
    answered(): void {
      answers = { lastAnswerAt: now(), unansweredSince: null, unansweredCount: 0 };
    },
    unanswered(): void {
      const { unansweredSince, unansweredCount } = answers;
      answers = {
        ...answers,
        unansweredSince: unansweredSince ?? now(),
        unansweredCount: unansweredCount + 1,
      };
    },
  };
}
