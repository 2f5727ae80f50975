import { LRUCache } from 'lru-cache';

import type { Translate } from '#src/messages/languages/translate.ts';
import type { Clock } from '#src/platform/clock.ts';
import type { Library } from '#src/progress/library.ts';

import { pictureContent } from './messages/picture-content.ts';
import type { Painter } from './picture/painter.ts';
import { statisticsOf } from './statistics.ts';
import type { Statistics } from './statistics.ts';

/** Some fifty pictures. */
const MEMORY_LIMIT_BYTES = 8_000_000;
const STATISTICS_KEPT = 100;
const DAY_MS = 24 * 60 * 60_000;

export type StatisticsPictures = ReturnType<typeof createStatisticsPictures>;

/**
 * Statistics and their pictures: each drawn once for a library, a language and a day, however many people ask for it.
 */
export function createStatisticsPictures(options: {
  readonly painter: Pick<Painter, 'draw'>;
  readonly clock: Clock;
}) {
  const { painter, clock } = options;
  const kept = new LRUCache<string, Promise<Statistics>>({ max: STATISTICS_KEPT });
  const pictures = new LRUCache<string, Uint8Array>({
    maxSize: MEMORY_LIMIT_BYTES,
    sizeCalculation: (png) => png.length,
  });
  const drawing = new Map<string, Promise<Uint8Array>>();
  const numbers = new WeakMap<Library, number>();
  let count = 0;

  /** Two copies of a library are two libraries; the year and "now" change by the day. */
  function keyOf(library: Library): string {
    const number = numbers.get(library) ?? (count += 1);
    numbers.set(library, number);
    return `${number}|${Math.floor(clock.now() / DAY_MS)}`;
  }

  async function statistics(library: Library): Promise<Statistics> {
    const key = keyOf(library);
    const known = kept.get(key) ?? statisticsOf(library, clock.now());
    kept.set(key, known);
    return known;
  }

  async function draw(library: Library, t: Translate, key: string): Promise<Uint8Array> {
    const facts = await statistics(library);
    const content = pictureContent(library.player.name, facts, clock.now(), t);
    const png = await painter.draw(content);
    pictures.set(key, png);
    return png;
  }

  return {
    /** The numbers in it. */
    statistics,
    /** The picture as PNG. @throws PictureUnavailable */
    async picture(library: Library, t: Translate): Promise<Uint8Array> {
      const key = `${keyOf(library)}|${t.language}`;
      const known = pictures.get(key);
      if (known) return known;
      const running = drawing.get(key);
      if (running) return running;
      const drawn = draw(library, t, key).finally(() => drawing.delete(key));
      drawing.set(key, drawn);
      return drawn;
    },
  };
}
