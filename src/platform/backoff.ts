/**
 * How long to wait before the next attempt: `firstMs`, then longer after each failure, up to `longestMs`.
 * @param failures failures in a row so far, 1 or more.
 * @param options.factor by which the pause grows; 2 if left out.
 * @param options.random 0 ≤ random < 1: full jitter, which spreads out callers that failed together. Leave it out to
 * wait the whole time.
 * @returns ms; a whole number if both limits are.
 */
export function backoffMs(
  failures: number,
  options: {
    readonly firstMs: number;
    readonly longestMs: number;
    readonly factor?: number;
    readonly random?: number;
  },
): number {
  const { firstMs, longestMs, factor = 2, random } = options;
  const wholeMs = Math.min(longestMs, firstMs * factor ** (failures - 1));
  return random === undefined ? wholeMs : Math.round(random * wholeMs);
}
