import { sql } from 'kysely';
import type { Kysely, RawBuilder, Selectable } from 'kysely';

import type { DueAward, KnownAward } from '#src/announcements/batch.ts';
import { isAwardKind } from '#src/retroachievements/award-kind.ts';
import { isUlid, nameInRow } from '#src/retroachievements/player.ts';
import { inChunks } from '#src/store/chunks.ts';

import { IS_READABLE } from './readable-feeds.ts';
import type { OutboxRow, Schema } from './schema.ts';

/** Part of the statement's text, so that the databases can use the partial index. */
export const IS_DUE = sql<boolean>`outbox.status = 'due'`;

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
            sql<boolean>`(channel_id, ulid, game_id) in (values ${sql.join(chunk.map(gameValues))})`,
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
    async assign(batchId: string, awards: readonly DueAward[]): Promise<void> {
      await inChunks(awards, async (chunk) => {
        await db
          .updateTable('outbox')
          .set({ status: 'batched', batch_id: batchId })
          .where(
            sql<boolean>`(channel_id, ulid, game_id, kind) in (values ${sql.join(chunk.map(awardValues))})`,
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

/** A player's game in a feed, as a row of values. Without the cast, Postgres would read the number as text. */
function gameValues({ channelId, ulid, gameId }: DueAward): RawBuilder<unknown> {
  return sql`(${channelId}, ${ulid}, cast(${gameId} as integer))`;
}

function awardValues({ channelId, ulid, gameId, kind }: DueAward): RawBuilder<unknown> {
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
      playerName: nameInRow(row.player_name, ulid),
      gameId: row.game_id,
      kind,
      gameTitle: row.game_title,
      systemId: row.system_id,
      systemName: row.system_name,
      awardedAt: row.awarded_at,
    },
  ];
}
