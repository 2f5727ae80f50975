import type { GameTitle } from '#loopback/retroachievements/sample-titles.ts';
import { systemName } from '#src/retroachievements/system.ts';

import { NINTENDO } from './catalogue/nintendo.ts';
import { OTHERS } from './catalogue/others.ts';
import { SEGA } from './catalogue/sega.ts';
import { SONY } from './catalogue/sony.ts';

/** Far above the site's own ids, so that a game whose id is not known leads to no other game's page. */
const FIRST_INVENTED_ID = 500_001;

/** Real games of real systems. How many achievements they have is made up. */
export const CATALOGUE: readonly GameTitle[] = [NINTENDO, SEGA, SONY, OTHERS]
  .flatMap((maker) => Object.entries(maker))
  .flatMap(([systemId, lines]) =>
    lines
      .trim()
      .split('\n')
      .map((line) => ({ systemId: Number(systemId), line: line.trim() })),
  )
  .map(({ systemId, line }, index) => {
    const [, possible, id, title] = /^(\d+) (?:#(\d+) )?(.+)$/.exec(line) ?? [];
    if (title === undefined) throw new Error(`The catalogue can't read: ${line}`);
    return {
      gameId: id === undefined ? FIRST_INVENTED_ID + index : Number(id),
      title,
      systemId,
      systemName: systemName(systemId) ?? `System ${systemId}`,
      possible: Number(possible),
    };
  });
