import type { Dispatcher, Pool } from 'undici';

/** A response of a few KB at most. */
export type ShortResponse = {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  /** The body. */
  readonly text: string;
};

/**
 * One request with a short response. Undici's own `request` makes a stream of each response, which takes longer. Undici
 * also only limits silence, so something may come again and again: what comes later than `longestMs` ends it.
 */
export function shortRequest(
  pool: Pool,
  { longestMs, ...request }: Dispatcher.DispatchOptions & { readonly longestMs: number },
): Promise<ShortResponse> {
  const { promise, resolve, reject } = Promise.withResolvers<ShortResponse>();
  let start: Pick<ShortResponse, 'status' | 'headers'> = { status: 0, headers: {} };
  const chunks: Buffer[] = [];
  const latest = performance.now() + longestMs;
  const endIfLate = (controller: Dispatcher.DispatchController) => {
    if (performance.now() <= latest) return;
    controller.abort(new Error('The response takes too long'));
  };
  pool.dispatch(request, {
    onRequestStart() {},
    onResponseStart(controller, status, headers) {
      start = { status, headers };
      endIfLate(controller);
    },
    onResponseData(controller, chunk) {
      chunks.push(chunk);
      endIfLate(controller);
    },
    onResponseEnd() {
      const text = chunks.length === 0 ? '' : Buffer.concat(chunks).toString();
      resolve({ ...start, text });
    },
    onResponseError: (_controller, error) => reject(error),
  });
  return promise;
}
