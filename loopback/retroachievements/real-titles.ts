import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import type { GameTitle } from './sample-titles.ts';

/** Next to the checkout, never in it. */
const LIST = resolve(import.meta.dirname, '../../../shared/real-games.tsv');

/** Thousands of the site's own titles, or null if the list isn't next to the checkout. */
export function realTitles(path = LIST): readonly GameTitle[] | null {
  if (!existsSync(path)) return null;
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .flatMap((line) => {
      const [gameId, systemId, systemName, possible, title] = line.split('\t');
      if (systemName === undefined || title === undefined) return [];
      return [
        {
          gameId: Number(gameId),
          title,
          systemId: Number(systemId),
          systemName,
          possible: Number(possible),
        },
      ];
    });
}
