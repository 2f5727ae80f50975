import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

import type { Clock } from '#src/platform/clock.ts';
import type { Logger } from '#src/platform/log.ts';

import type { PictureContent } from './content.ts';

/** A picture takes a fraction of a second, and the first one a little more. */
const LONGEST_MS = 5_000;
/** More would wait longer than anyone does. */
const QUEUE_LIMIT = 16;
const MEMORY_MB = 128;

/** A picture can't be drawn now: its thread is busy, too slow, or can't run here at all. */
export class PictureUnavailable extends Error {
  override readonly name = 'PictureUnavailable';
}

export type Painter = ReturnType<typeof createPainter>;

/**
 * Draws pictures in a thread of its own, one after the other. The thread starts with the first picture, and
 * is replaced if it dies or hangs.
 * @param options.start starts a thread that answers each content with a PNG
 */
export function createPainter(options: {
  readonly clock: Clock;
  readonly log: Pick<Logger, 'warn'>;
  readonly start?: () => Worker;
}) {
  const { clock, log, start = startWorker } = options;
  let thread: Worker | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  function begin(): Worker {
    const started = start();
    started.unref();
    const ended = () => {
      if (thread === started) thread = null;
    };
    // Without a listener, an error there would end the bot.
    started.on('error', ended);
    started.on('exit', ended);
    return started;
  }

  async function drawNow(content: PictureContent): Promise<Uint8Array> {
    const drawing = (thread ??= begin());
    const over = new AbortController();
    const { signal } = over;
    try {
      drawing.postMessage(content);
      return await Promise.race([
        answerOf(drawing, signal),
        endOf(drawing, signal),
        clock.sleep(LONGEST_MS, signal).then(() => {
          throw new PictureUnavailable('too slow');
        }),
      ]);
    } catch (error) {
      if (thread === drawing) thread = null;
      void drawing.terminate();
      log.warn({ error }, 'a picture could not be drawn');
      throw new PictureUnavailable('not drawn', { cause: error });
    } finally {
      over.abort();
    }
  }

  return {
    /** The picture as PNG. @throws PictureUnavailable */
    async draw(content: PictureContent): Promise<Uint8Array> {
      if (waiting >= QUEUE_LIMIT) throw new PictureUnavailable('busy');
      waiting += 1;
      const drawn = last.then(() => drawNow(content)).finally(() => (waiting -= 1));
      last = drawn.catch(() => undefined);
      return drawn;
    },
    async [Symbol.asyncDispose]() {
      await thread?.terminate();
    },
  };
}

/**
 * It gets no environment: the secrets in there are none of its business. The canvas would also look for fonts in the
 * user's home, and doesn't load where there is none.
 */
function startWorker(): Worker {
  return new Worker(new URL('worker.ts', import.meta.url), {
    env: { DISABLE_SYSTEM_FONTS_LOAD: '1' },
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
}

async function answerOf(thread: Worker, signal: AbortSignal): Promise<Uint8Array> {
  const [png]: unknown[] = await once(thread, 'message', { signal });
  if (png instanceof Uint8Array) return png;
  throw new PictureUnavailable('not a picture');
}

async function endOf(thread: Worker, signal: AbortSignal): Promise<never> {
  const [code]: unknown[] = await once(thread, 'exit', { signal });
  throw new PictureUnavailable(`the thread ended with ${String(code)}`);
}
