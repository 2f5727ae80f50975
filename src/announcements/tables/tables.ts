import type { Kysely } from 'kysely';

import { createLinks } from '#src/people/links.ts';
import type { Links } from '#src/people/links.ts';

import { createAttempts } from './attempts.ts';
import type { Attempts } from './attempts.ts';
import { createAwardFeedPositions } from './award-feed-position.ts';
import type { AwardFeedPositions } from './award-feed-position.ts';
import { createBatches } from './batches.ts';
import type { Batches } from './batches.ts';
import { createDueAwards } from './due-awards.ts';
import type { DueAwards } from './due-awards.ts';
import { createFeeds } from './feeds.ts';
import type { Feeds } from './feeds.ts';
import type { Schema } from './schema.ts';
import { createSweeps } from './sweeps.ts';
import type { Sweeps } from './sweeps.ts';
import { createTrackedPlayers } from './tracked-players.ts';
import type { TrackedPlayers } from './tracked-players.ts';

/** All that is kept, one repository a concept. Every method throws StoreError where the database fails. */
export type Repositories = {
  readonly feeds: Feeds;
  readonly trackedPlayers: TrackedPlayers;
  readonly dueAwards: DueAwards;
  readonly batches: Batches;
  readonly attempts: Attempts;
  readonly awardFeed: AwardFeedPositions;
  readonly sweeps: Sweeps;
  readonly links: Links;
};

/** @param hasRowLocks whether others can write at the same time: with SQLite nobody can. */
export function createRepositories(db: Kysely<Schema>, hasRowLocks: boolean): Repositories {
  return {
    feeds: createFeeds(db, hasRowLocks),
    trackedPlayers: createTrackedPlayers(db, hasRowLocks),
    dueAwards: createDueAwards(db, hasRowLocks),
    batches: createBatches(db, hasRowLocks),
    attempts: createAttempts(db),
    awardFeed: createAwardFeedPositions(db),
    sweeps: createSweeps(db),
    links: createLinks(db),
  };
}
