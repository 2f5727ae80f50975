import type { Dispatcher, Pool } from 'undici';

/** A response of a few KB at most. */
export type ShortResponse = {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  /** The body. */
  readonly text: string;
};

/** One request with a short response. Undici's own `request` makes a stream of each response, which takes longer. */
export function shortRequest(
  pool: Pool,
  request: Dispatcher.DispatchOptions,
): Promise<ShortResponse> {
  const { promise, resolve, reject } = Promise.withResolvers<ShortResponse>();
  let start: Pick<ShortResponse, 'status' | 'headers'> = { status: 0, headers: {} };
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
