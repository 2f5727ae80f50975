import type { Dispatcher, Pool } from 'undici';

/** A response of a few KB at most. */
export type ShortAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  /** The body. */
  readonly text: string;
};

/** One request with a short response. Undici's own `request` makes a stream of each response, which takes longer. */
export function postOn(pool: Pool, request: Dispatcher.DispatchOptions): Promise<ShortAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<ShortAnswer>();
  let start: Pick<ShortAnswer, 'status' | 'headers'> = { status: 0, headers: {} };
  const chunks: Buffer[] = [];
  pool.dispatch(request, {
    onRequestStart() {},
    onResponseStart(_controller, status, headers) {
      start = { status, headers };
    },
    onResponseData(_controller, chunk) {
      chunks.push(chunk);
    },
    onResponseEnd() {
      const text = chunks.length === 0 ? '' : Buffer.concat(chunks).toString();
      resolve({ ...start, text });
    },
    onResponseError: (_controller, error) => reject(error),
  });
  return promise;
}
