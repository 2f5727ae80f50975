import { sql } from 'kysely';
import type { Kysely, RawBuilder, Selectable } from 'kysely';

import type { DueAward, KnownAward } from '#src/announcements/batch.ts';
import { isAwardKind } from '#src/retroachievements/award-kind.ts';
import type { AwardKind } from '#src/retroachievements/award-kind.ts';
import { isUlid } from '#src/retroachievements/player.ts';
import { inChunks } from '#src/store/chunks.ts';

import { IS_READABLE } from './readable-feeds.ts';
import type { OutboxRow, Schema } from './schema.ts';

/** What no longer matches a feed. */
export type Unwanted = { readonly ulid: string } | { readonly otherThan: readonly AwardKind[] };

/** The site's times are whole seconds. */
const SECOND_MS = 1_000;

/** Part of the statement's text, so that the databases can use the partial index. */
const IS_DUE = sql<boolean>`outbox.status = 'due'`;

/** The outbox: every award that is or was due to a feed, each once. */
export function createDueAwards(db: Kysely<Schema>) {
  const inOrder = () =>
    db
      .selectFrom('outbox')
      .orderBy('awarded_at')
      .orderBy('ulid')
      .orderBy('game_id')
      .orderBy('kind');

  /** Awards that wait in one feed, held like those of `dueLive`. */
  async function due(channelId: string): Promise<readonly DueAward[]> {
    const rows = await inOrder()
      .selectAll('outbox')
      .where(IS_DUE)
      .where('channel_id', '=', channelId)
      .forUpdate('outbox')
      .skipLocked()
      .execute();
    return rows.flatMap(toAward);
  }

  /** Which feeds still exist. They can't be removed until this transaction ends. */
  async function present(awards: readonly DueAward[]): Promise<ReadonlySet<string>> {
    const channels = [...new Set(awards.map(({ channelId }) => channelId))];
    const rows = await inChunks(channels, (chunk) =>
      db
        .selectFrom('feeds')
        .select('channel_id')
        .where('channel_id', 'in', chunk)
        .forKeyShare()
        .execute(),
    );
    return new Set(rows.map((row) => row.channel_id));
  }

  return {
    /** Everything already recorded about the games of these awards. */
    async known(awards: readonly DueAward[]): Promise<readonly KnownAward[]> {
      const rows = await inChunks(awards, (chunk) =>
        db
          .selectFrom('outbox')
          .selectAll()
          .where(
            sql<boolean>`(channel_id, ulid, game_id) in (values ${sql.join(chunk.map(gameKey))})`,
          )
          .execute(),
      );
      return rows.flatMap(toAward);
    },
    /**
     * Records the awards that are new, for feeds that still exist.
     * @param status `dropped` records an award so that it is never posted
     * @returns how many were new
     */
    async add(
      awards: readonly DueAward[],
      seenAt: number,
      status: 'due' | 'dropped',
    ): Promise<number> {
      const feeds = await present(awards);
      let added = 0;
      await inChunks(
        awards.filter(({ channelId }) => feeds.has(channelId)),
        async (chunk) => {
          const { numInsertedOrUpdatedRows = 0n } = await db
            .insertInto('outbox')
            .values(chunk.map((award) => toRow(award, seenAt, status)))
            .onConflict((conflict) =>
              conflict.columns(['channel_id', 'ulid', 'game_id', 'kind']).doNothing(),
            )
            .executeTakeFirst();
          added += Number(numInsertedOrUpdatedRows);
          return [];
        },
      );
      return added;
    },
    /**
     * Awards that wait in live feeds that are not paused, in the order in which they were earned. Other transactions
     * skip them until this one ends.
     */
    async dueLive(): Promise<readonly DueAward[]> {
      const rows = await inOrder()
        .innerJoin('feeds', 'feeds.channel_id', 'outbox.channel_id')
        .selectAll('outbox')
        .where(IS_DUE)
        .where('feeds.cadence', '=', 'live')
        .where(IS_READABLE)
        .where('feeds.pause_reason', 'is', null)
        .forUpdate('outbox')
        .skipLocked()
        .execute();
      return rows.flatMap(toAward);
    },
    due,
    /** Awards that wait in a feed, alone or in these batches. @param since leaves out awards seen earlier */
    async waiting(
      channelId: string,
      batchIds: readonly string[],
      since: number,
    ): Promise<readonly DueAward[]> {
      const read = async (isMeant: RawBuilder<boolean>) =>
        inOrder()
          .selectAll('outbox')
          .where('channel_id', '=', channelId)
          .where('seen_at', '>=', since)
          .where(isMeant)
          .execute();
      const batched = await inChunks(batchIds, (chunk) =>
        read(sql<boolean>`batch_id in (${sql.join(chunk)})`),
      );
      return [...(await read(IS_DUE)), ...batched].flatMap(toAward);
    },
    /** @param since leaves out awards seen earlier */
    async countDue(channelId: string, since = 0): Promise<number> {
      const row = await db
        .selectFrom('outbox')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where(IS_DUE)
        .where('channel_id', '=', channelId)
        .where('seen_at', '>=', since)
        .executeTakeFirstOrThrow();
      return row.count;
    },
    /** Drops awards that were seen before this time and are still waiting: they are never posted. */
    async dropDue(channelId: string, before: number): Promise<void> {
      await db
        .updateTable('outbox')
        .set({ status: 'dropped' })
        .where(IS_DUE)
        .where('channel_id', '=', channelId)
        .where('seen_at', '<', before)
        .execute();
    },
    /**
     * Drops a feed's waiting awards that no longer match: they are never posted.
     * @param batchIds those that wait in these batches; null for those in none
     * @returns how many
     */
    async dropUnwanted(
      channelId: string,
      batchIds: readonly string[] | null,
      unwanted: Unwanted,
    ): Promise<number> {
      const isUnwanted =
        'ulid' in unwanted
          ? sql<boolean>`ulid = ${unwanted.ulid}`
          : sql<boolean>`kind not in (${sql.join(unwanted.otherThan)})`;
      const drop = async (isMeant: RawBuilder<boolean>) => {
        const { numUpdatedRows } = await db
          .updateTable('outbox')
          .set({ status: 'dropped', batch_id: null })
          .where('channel_id', '=', channelId)
          .where(isMeant)
          .where(isUnwanted)
          .executeTakeFirst();
        return Number(numUpdatedRows);
      };
      if (batchIds === null) return drop(IS_DUE);
      const counts = await inChunks(batchIds, async (chunk) => [
        await drop(sql<boolean>`batch_id in (${sql.join(chunk)})`),
      ]);
      return counts.reduce((sum, count) => sum + count, 0);
    },
    /**
     * Forgets awards in feeds that no longer track the player, except what may be on its way to Discord. They can't
     * be announced again: tracking never announces what is from before, down to the second.
     * @param ulids these players' alone; null for everyone's
     */
    async forgetUntracked(
      channelIds: readonly string[],
      ulids: readonly string[] | null,
      now: number,
    ): Promise<void> {
      if (channelIds.length === 0 || ulids?.length === 0) return;
      await db
        .deleteFrom('outbox')
        .where('channel_id', 'in', channelIds)
        .$if(ulids !== null, (query) => query.where('ulid', 'in', ulids ?? []))
        .where('awarded_at', '<', now - SECOND_MS)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('tracked_players')
                .select('tracked_players.ulid')
                .whereRef('tracked_players.channel_id', '=', 'outbox.channel_id')
                .whereRef('tracked_players.ulid', '=', 'outbox.ulid'),
            ),
          ),
        )
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('batches')
                .select('batches.id')
                .whereRef('batches.id', '=', 'outbox.batch_id')
                .where('batches.status', 'in', ['due', 'failed']),
            ),
          ),
        )
        .execute();
    },
    async assign(batchId: string, awards: readonly DueAward[]): Promise<void> {
      await inChunks(awards, async (chunk) => {
        await db
          .updateTable('outbox')
          .set({ status: 'batched', batch_id: batchId })
          .where(
            sql<boolean>`(channel_id, ulid, game_id, kind) in (values ${sql.join(chunk.map(awardKey))})`,
          )
          .execute();
        return [];
      });
    },
    /** In a transaction. Keeps the awards of these batches as they are until it ends. */
    async hold(batchIds: readonly string[]): Promise<void> {
      await inChunks(batchIds, (chunk) =>
        db
          .selectFrom('outbox')
          .select('outbox.batch_id')
          .where('outbox.batch_id', 'in', chunk)
          .orderBy('ulid')
          .orderBy('game_id')
          .orderBy('kind')
          .forUpdate()
          .execute(),
      );
    },
    async ofBatch(batchId: string): Promise<readonly DueAward[]> {
      const rows = await inOrder().selectAll('outbox').where('batch_id', '=', batchId).execute();
      return rows.flatMap(toAward);
    },
  };
}

/** A player's game in a feed, as a row of values. Without the cast, Postgres would take the number for text. */
function gameKey({ channelId, ulid, gameId }: DueAward): RawBuilder<unknown> {
  return sql`(${channelId}, ${ulid}, cast(${gameId} as integer))`;
}

function awardKey({ channelId, ulid, gameId, kind }: DueAward): RawBuilder<unknown> {
  return sql`(${channelId}, ${ulid}, cast(${gameId} as integer), ${kind})`;
}

function toRow(award: DueAward, seenAt: number, status: string): OutboxRow {
  return {
    channel_id: award.channelId,
    ulid: award.ulid,
    game_id: award.gameId,
    kind: award.kind,
    player_name: award.playerName,
    game_title: award.gameTitle,
    system_id: award.systemId,
    system_name: award.systemName,
    awarded_at: award.awardedAt,
    seen_at: seenAt,
    status,
    batch_id: null,
  };
}

/** None if a newer version wrote a kind that this one doesn't know. */
function toAward(row: Selectable<OutboxRow>): DueAward[] {
  const { ulid, kind } = row;
  if (!isUlid(ulid) || !isAwardKind(kind)) return [];
  return [
    {
      channelId: row.channel_id,
      ulid,
      playerName: row.player_name,
      gameId: row.game_id,
      kind,
      gameTitle: row.game_title,
      systemId: row.system_id,
      systemName: row.system_name,
      awardedAt: row.awarded_at,
    },
  ];
}
