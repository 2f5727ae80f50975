import type { GameTitle } from '#loopback/retroachievements/sample-titles.ts';
import { systemName } from '#src/retroachievements/system.ts';

import { NINTENDO } from './catalogue/nintendo.ts';
import { OTHERS } from './catalogue/others.ts';
import { SEGA } from './catalogue/sega.ts';
import { SONY } from './catalogue/sony.ts';

/** Far above the site's own ids, so that an invented id never links to another game. */
const FIRST_INVENTED_ID = 500_001;

/** Real games on real systems, with made-up numbers of achievements. */
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
