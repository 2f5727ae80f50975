import type { Kysely } from 'kysely';

import { isAwardFilter } from '#src/announcements/feed.ts';
import type { Candidate } from '#src/announcements/reading/match.ts';
import type { PeopleSchema } from '#src/people/tables/schema.ts';
import { isUlid } from '#src/retroachievements/player.ts';
import type { Ulid } from '#src/retroachievements/player.ts';
import { inChunks } from '#src/store/chunks.ts';

import type { Schema } from './schema.ts';

/**
 * What it takes to match these players' awards to feeds: each player once for each feed that tracks them, without those
 * who are never announced.
 * @param players.names for awards without a ULID
 */
export async function findCandidates(
  db: Kysely<Schema>,
  players: { readonly ulids: readonly Ulid[]; readonly names: readonly string[] },
): Promise<readonly Candidate[]> {
  const keys = players.names.map((name) => name.toLowerCase());
  const byUlid = await inChunks(players.ulids, (chunk) => findBy(db, 'players.ulid', chunk));
  const byName = await inChunks(keys, (chunk) => findBy(db, 'players.name_key', chunk));
  // Some players may be found both ways.
  const found = [...byUlid, ...byName].map((one) => [`${one.channelId} ${one.ulid}`, one] as const);
  return [...new Map(found).values()];
}

async function findBy(
  db: Kysely<Schema>,
  column: 'players.ulid' | 'players.name_key',
  values: readonly string[],
): Promise<readonly Candidate[]> {
  const rows = await db
    .$extendTables<Pick<PeopleSchema, 'denied_players'>>()
    .selectFrom('players')
    .innerJoin('tracked_players', 'tracked_players.ulid', 'players.ulid')
    .innerJoin('feeds', 'feeds.channel_id', 'tracked_players.channel_id')
    .select([
      'players.ulid',
      'players.name',
      'feeds.channel_id as channelId',
      'feeds.kinds',
      'feeds.wanted_since as wantedSince',
      'tracked_players.tracked_at as trackedAt',
    ])
    .where(column, 'in', values)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('denied_players')
            .select('denied_players.ulid')
            .whereRef('denied_players.ulid', '=', 'players.ulid'),
        ),
      ),
    )
    .execute();
  return rows.flatMap(({ ulid, kinds, wantedSince, trackedAt, ...row }) =>
    isUlid(ulid) && isAwardFilter(kinds)
      ? [{ ...row, ulid, kinds, since: Math.max(wantedSince, trackedAt) }]
      : [],
  );
}
