import type { Clock } from '#src/platform/clock.ts';
import type { Players } from '#src/progress/players.ts';
import type { Store } from '#src/store/store.ts';

import { createLinking } from './linking.ts';
import { createLinks } from './links.ts';

export type People = ReturnType<typeof createPeople>;

/** What the bot knows of Discord users, and what they decide about it. */
export function createPeople(options: {
  readonly store: Pick<Store, 'db'>;
  readonly players: Pick<Players, 'atHand' | 'find'>;
  readonly clock: Clock;
}) {
  const links = createLinks(options.store.db);
  return { links, linking: createLinking({ ...options, links }) };
}
