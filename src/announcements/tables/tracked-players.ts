import type { Kysely } from 'kysely';

import { PLAYERS_LIMIT } from '#src/announcements/feed.ts';
import type { TrackedPlayer } from '#src/announcements/feed.ts';
import { snowflake } from '#src/discord/ids.ts';
import type { KnownPlayers } from '#src/people/tables/known-players.ts';
import { nameInRow } from '#src/retroachievements/player.ts';
import type { Ulid } from '#src/retroachievements/player.ts';
import { inChunks } from '#src/store/chunks.ts';

import { findCandidates } from './candidates.ts';
import type { Schema } from './schema.ts';
import { trackedNamesIn } from './tracked-names.ts';

/** Which players each feed tracks. */
export function createTrackedPlayers(
  db: Kysely<Schema>,
  knownPlayers: Pick<KnownPlayers, 'add' | 'rename'>,
) {
  const tracked = () =>
    db
      .selectFrom('tracked_players')
      .innerJoin('players', 'players.ulid', 'tracked_players.ulid')
      .select([
        'players.ulid',
        'players.name',
        'tracked_players.tracked_at as trackedAt',
        'tracked_players.added_by as addedBy',
      ]);

  async function count(channelId: string): Promise<number> {
    const row = await db
      .selectFrom('tracked_players')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('channel_id', '=', channelId)
      .executeTakeFirstOrThrow();
    return row.count;
  }

  /** Forgets those of them that no feed tracks any longer. */
  async function forgetUntracked(ulids: readonly string[]): Promise<void> {
    await inChunks(ulids, async (chunk) => {
      const untracked = db
        .selectFrom('players')
        .select('players.ulid')
        .where('players.ulid', 'in', chunk)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('tracked_players')
                .select('tracked_players.ulid')
                .whereRef('tracked_players.ulid', '=', 'players.ulid'),
            ),
          ),
        );
      // Another process may be tracking one right now: wait for it, and then look again.
      await untracked.orderBy('players.ulid').forUpdate().execute();
      await db.deleteFrom('players').where('ulid', 'in', untracked).execute();
      return [];
    });
  }

  /** Locks the feed while its players are counted, so that two players at once can't both take the last place. */
  async function hold(channelId: string): Promise<boolean> {
    const row = await db
      .selectFrom('feeds')
      .select('channel_id')
      .where('channel_id', '=', channelId)
      .forNoKeyUpdate()
      .executeTakeFirst();
    return row !== undefined;
  }

  return {
    /**
     * In a transaction.
     * @param request.sweepAt when the player's library is swept for the first time
     * @returns `already` with the name that the player was known by; `full` at PLAYERS_LIMIT; `gone` without a feed
     */
    async track(request: {
      readonly channelId: string;
      readonly player: {
        readonly ulid: Ulid;
        readonly name: string;
        readonly avatarPath: string | null;
      };
      readonly at: number;
      readonly sweepAt: number;
      /** The Discord user who adds themselves. */
      readonly addedBy?: string;
    }): Promise<
      | { readonly kind: 'tracked'; readonly playerCount: number }
      | { readonly kind: 'already'; readonly former: string }
      | { readonly kind: 'full' }
      | { readonly kind: 'gone' }
    > {
      const { channelId, player, at, sweepAt, addedBy = null } = request;
      if (!(await hold(channelId))) return { kind: 'gone' };
      const known = await tracked()
        .where('channel_id', '=', channelId)
        .where('players.ulid', '=', player.ulid)
        .executeTakeFirst();
      const playerCount = await count(channelId);
      if (!known && playerCount >= PLAYERS_LIMIT) return { kind: 'full' };
      const named = { name: player.name, name_key: player.name.toLowerCase() };
      const avatar = player.avatarPath === null ? {} : { avatar_path: player.avatarPath };
      await db
        .insertInto('players')
        .values({ ulid: player.ulid, ...named, ...avatar, next_sweep_at: sweepAt })
        .onConflict((conflict) => conflict.column('ulid').doUpdateSet({ ...named, ...avatar }))
        .execute();
      if (known) return { kind: 'already', former: nameInRow(known.name, known.ulid) };
      await db
        .insertInto('tracked_players')
        .values({ channel_id: channelId, ulid: player.ulid, tracked_at: at, added_by: addedBy })
        .execute();
      await knownPlayers.add(player.ulid, player.name);
      return { kind: 'tracked', playerCount: playerCount + 1 };
    },
    /**
     * In a transaction that holds both feeds. Moves players to another feed, longest tracked first, as long as there's
     * room; they count as tracked there since `at`.
     * @returns who was moved, without those that the other feed already had, and how many are left
     */
    async move(
      from: string,
      to: string,
      at: number,
    ): Promise<{ readonly moved: readonly string[]; readonly left: number }> {
      const both = db
        .selectFrom('tracked_players as there')
        .select('there.ulid')
        .where('there.channel_id', '=', to);
      await db
        .deleteFrom('tracked_players')
        .where('channel_id', '=', from)
        .where('ulid', 'in', both)
        .execute();
      const rows = await db
        .selectFrom('tracked_players')
        .select('ulid')
        .where('channel_id', '=', from)
        .orderBy('tracked_at')
        .orderBy('ulid')
        .limit(Math.max(0, PLAYERS_LIMIT - (await count(to))))
        .execute();
      const moved = rows.map(({ ulid }) => ulid);
      await inChunks(moved, async (chunk) => {
        await db
          .updateTable('tracked_players')
          .set({ channel_id: to, tracked_at: at })
          .where('channel_id', '=', from)
          .where('ulid', 'in', chunk)
          .execute();
        return [];
      });
      return { moved, left: await count(from) };
    },
    /** In a transaction. Null if the feed has no such player. */
    async untrack(channelId: string, nameOrUlid: string): Promise<TrackedPlayer | null> {
      const player = await tracked()
        .where('channel_id', '=', channelId)
        .where(({ or, eb }) =>
          or([
            eb('players.ulid', '=', nameOrUlid.toUpperCase()),
            eb('players.name_key', '=', nameOrUlid.toLowerCase()),
          ]),
        )
        .executeTakeFirst();
      if (!player) return null;
      await db
        .deleteFrom('tracked_players')
        .where('channel_id', '=', channelId)
        .where('ulid', '=', player.ulid)
        .execute();
      await forgetUntracked([player.ulid]);
      return toTracked(player);
    },
    /** The players whom a Discord user added to a feed as themselves. */
    async addedBy(userId: string): Promise<readonly { channelId: string; ulid: string }[]> {
      return db
        .selectFrom('tracked_players')
        .select(['channel_id as channelId', 'ulid'])
        .where('added_by', '=', userId)
        .orderBy('channel_id')
        .execute();
    },
    /** The channels whose feeds track a player, in a stable order. */
    async channelsOf(ulid: Ulid): Promise<readonly string[]> {
      const rows = await db
        .selectFrom('tracked_players')
        .select('channel_id')
        .where('ulid', '=', ulid)
        .orderBy('channel_id')
        .execute();
      return rows.map((row) => row.channel_id);
    },
    /** See `trackedNamesIn`. */
    namesIn: (guildId: string, start: string, limit: number) =>
      trackedNamesIn(db, guildId, start, limit),
    /** By name. */
    async of(channelId: string): Promise<readonly TrackedPlayer[]> {
      const rows = await tracked()
        .where('channel_id', '=', channelId)
        .orderBy('players.name_key')
        .execute();
      return rows.map(toTracked);
    },
    count,
    /** These players in each feed that tracks them. */
    candidates: (players: Parameters<typeof findCandidates>[1]) => findCandidates(db, players),
    /** When the first player was tracked, ms since 1970; null if there is none. */
    async earliest(): Promise<number | null> {
      const row = await db
        .selectFrom('tracked_players')
        .select(({ fn }) => fn.min('tracked_at').as('at'))
        .executeTakeFirst();
      return row?.at ?? null;
    },
    /** Site-relative, from when the player was last tracked; null if unknown. */
    async avatarOf(ulid: Ulid): Promise<string | null> {
      const row = await db
        .selectFrom('players')
        .select('avatar_path')
        .where('ulid', '=', ulid)
        .executeTakeFirst();
      return row?.avatar_path ?? null;
    },
    async rename(ulid: Ulid, name: string): Promise<void> {
      await db
        .updateTable('players')
        .set({ name, name_key: name.toLowerCase() })
        .where('ulid', '=', ulid)
        .execute();
      await knownPlayers.rename(ulid, name);
    },
    forgetUntracked,
  };
}

function toTracked(row: TrackedPlayer): TrackedPlayer {
  return {
    ...row,
    name: nameInRow(row.name, row.ulid),
    addedBy: snowflake.safeParse(row.addedBy).data ?? null,
  };
}
