import { sql } from 'kysely';
import type { Kysely, RawBuilder, Selectable } from 'kysely';

import type { DueAward, KnownAward } from '#src/announcements/award.ts';
import { isAwardKind } from '#src/retroachievements/award-kind.ts';
import { isUlid } from '#src/retroachievements/player.ts';
import { inChunks } from '#src/store/chunks.ts';

import type { OutboxRow, Schema } from './schema.ts';

/** Every award that is or was due to a feed, each once. */
export type DueAwards = {
  /** What stands here already about the games of these awards. */
  known(awards: readonly DueAward[]): Promise<readonly KnownAward[]>;
  /**
   * Puts in what is not in yet, for feeds that are still there. `dropped`: noted so that it is never posted.
   * Tells how many were new.
   */
  add(awards: readonly DueAward[], seenAt: number, status: 'due' | 'dropped'): Promise<number>;
  /** What waits in live feeds that are not paused, in the order in which it was won. Held until it is assigned: others pass over it. */
  dueLive(): Promise<readonly DueAward[]>;
  /** What waits for one feed, likewise. */
  due(channelId: string): Promise<readonly DueAward[]>;
  /** @param since leaves out what was seen before */
  countDue(channelId: string, since?: number): Promise<number>;
  /** What was seen before this time and still waits is never posted. */
  dropDue(channelId: string, before: number): Promise<void>;
  /** Notes in which batch they are. */
  assign(batchId: string, awards: readonly DueAward[]): Promise<void>;
  ofBatch(batchId: string): Promise<readonly DueAward[]>;
};

/** Written into the statement, so that the databases see that the partial index serves it. */
const IS_DUE = sql<boolean>`outbox.status = 'due'`;

export function createDueAwards(db: Kysely<Schema>, hasRowLocks: boolean): DueAwards {
  const inOrder = () =>
    db
      .selectFrom('outbox')
      .orderBy('awarded_at')
      .orderBy('ulid')
      .orderBy('game_id')
      .orderBy('kind');

  async function due(channelId: string): Promise<readonly DueAward[]> {
    const rows = await inOrder()
      .selectAll('outbox')
      .where(IS_DUE)
      .where('channel_id', '=', channelId)
      .$if(hasRowLocks, (query) => query.forUpdate('outbox').skipLocked())
      .execute();
    return rows.flatMap(toAward);
  }

  /** A feed may be removed while its awards are matched; from here on it stays until this is done. */
  async function present(awards: readonly DueAward[]): Promise<ReadonlySet<string>> {
    const channels = [...new Set(awards.map(({ channelId }) => channelId))];
    const rows = await inChunks(channels, (chunk) =>
      db
        .selectFrom('feeds')
        .select('channel_id')
        .where('channel_id', 'in', chunk)
        .$if(hasRowLocks, (query) => query.forKeyShare())
        .execute(),
    );
    return new Set(rows.map((row) => row.channel_id));
  }

  return {
    async known(awards) {
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
    async add(awards, seenAt, status) {
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
    async dueLive() {
      const rows = await inOrder()
        .innerJoin('feeds', 'feeds.channel_id', 'outbox.channel_id')
        .selectAll('outbox')
        .where(IS_DUE)
        .where('feeds.cadence', '=', 'live')
        .where('feeds.pause_reason', 'is', null)
        .$if(hasRowLocks, (query) => query.forUpdate('outbox').skipLocked())
        .execute();
      return rows.flatMap(toAward);
    },
    due,
    async countDue(channelId, since = 0) {
      const row = await db
        .selectFrom('outbox')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where(IS_DUE)
        .where('channel_id', '=', channelId)
        .where('seen_at', '>=', since)
        .executeTakeFirstOrThrow();
      return row.count;
    },
    async dropDue(channelId, before) {
      await db
        .updateTable('outbox')
        .set({ status: 'dropped' })
        .where(IS_DUE)
        .where('channel_id', '=', channelId)
        .where('seen_at', '<', before)
        .execute();
    },
    async assign(batchId, awards) {
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
    async ofBatch(batchId) {
      const rows = await inOrder().selectAll('outbox').where('batch_id', '=', batchId).execute();
      return rows.flatMap(toAward);
    },
  };
}

/** A game of a player in a feed, as a row of values. Postgres would take every one of them for text. */
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

/** One, or none where a newer version wrote a kind that this one does not know. */
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
