import type { Clock } from '#src/platform/clock.ts';
import type { Players } from '#src/progress/players.ts';
import type { Store } from '#src/store/store.ts';

import { createDenials } from './denials.ts';
import { createLinking } from './linking.ts';
import { createLinks } from './links.ts';

export type People = ReturnType<typeof createPeople>;

/** What the bot knows about Discord users, and what they decide about it. */
export function createPeople(options: {
  readonly store: Pick<Store, 'db'>;
  readonly players: Pick<Players, 'atHand' | 'find'>;
  readonly clock: Clock;
}) {
  const links = createLinks(options.store.db);
  const denials = createDenials(options.store.db);
  return { links, denials, linking: createLinking({ ...options, links }) };
}
