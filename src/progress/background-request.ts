import type { RequestOptions } from '#src/retroachievements/client.ts';
import type { Priority } from '#src/retroachievements/http/budget-shares.ts';

/**
 * Makes a request in the background until `hurry` aborts, which says that someone is waiting. Then it makes the request
 * at `priority` as well and takes whichever response comes first; the other may already be under way, or never leaves
 * the queue.
 */
export async function requestInBackground<T>(
  request: (options: RequestOptions) => Promise<T>,
  priority: Priority,
  hurry: AbortSignal,
): Promise<T> {
  if (hurry.aborted) return request({ priority });
  const answered = new AbortController();
  const { signal } = answered;
  const hurried = new Promise<void>((resolve) => {
    hurry.addEventListener('abort', () => resolve(), { once: true, signal });
  }).then(() => request({ priority, signal }));
  const calm = request({ priority: 'background', signal }).catch((error: unknown) => {
    if (hurry.aborted) return hurried;
    throw error;
  });
  try {
    return await Promise.race([calm, hurried]);
  } finally {
    answered.abort();
  }
}
