import type { RequestOptions } from '#src/retroachievements/client.ts';
import type { Priority } from '#src/retroachievements/http/budget.ts';

/**
 * Makes a request for which nobody waits at first: at background priority, until `hurry` is aborted. From then on
 * somebody does, and it is made at `priority`, too, as if nobody had asked before. The first answer counts: the other
 * request is under way already, or never leaves its queue.
 */
export async function askUnhurried<T>(
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
