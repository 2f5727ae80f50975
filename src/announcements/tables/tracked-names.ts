import type { Kysely } from 'kysely';

import type { Schema } from './schema.ts';

/**
 * Names of players whom a server's feeds track, in alphabetical order.
 * @param start in lower case, letters and digits alone
 */
export async function trackedNamesIn(
  db: Kysely<Schema>,
  guildId: string,
  start: string,
  limit: number,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('players')
    .select('name')
    .distinct()
    .select('name_key')
    .where('name_key', '>=', start)
    .where('name_key', '<', `${start}\u007f`)
    .where('ulid', 'in', ({ selectFrom }) =>
      selectFrom('tracked_players')
        .innerJoin('feeds', 'feeds.channel_id', 'tracked_players.channel_id')
        .select('tracked_players.ulid')
        .where('feeds.guild_id', '=', guildId),
    )
    .orderBy('name_key')
    .limit(limit)
    .execute();
  return rows.map(({ name }) => name);
}
