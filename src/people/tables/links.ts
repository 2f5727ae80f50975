import type { Kysely } from 'kysely';

import { isUlid, nameInRow } from '#src/retroachievements/player.ts';
import type { Ulid } from '#src/retroachievements/player.ts';
import type { Database } from '#src/store/database.ts';

import type { PeopleSchema, TrackedSchema } from './schema.ts';

/** A Discord user's account. Times are ms since 1970. */
export type Link = {
  readonly userId: string;
  readonly ulid: Ulid;
  readonly name: string;
  readonly linkedAt: number;
  readonly verifiedAt: number | null;
  readonly code: Code | null;
};

/** Belongs to one Discord user and one account. */
export type Code = { readonly text: string; readonly expiresAt: number };

export type Links = ReturnType<typeof createLinks>;

/** Which RetroAchievements accounts Discord users have linked: one each. All of it rejects with StoreError. */
export function createLinks(database: Database) {
  const db = database.$extendTables<PeopleSchema & TrackedSchema>();
  return {
    async get(userId: string): Promise<Link | null> {
      const row = await db
        .selectFrom('links')
        .selectAll()
        .where('user_id', '=', userId)
        .executeTakeFirst();
      return row ? toLink(row) : null;
    },
    /** Replaces the user's link by one that is not verified. */
    async save({ userId, ulid, name, linkedAt, code }: Omit<Link, 'verifiedAt'>): Promise<void> {
      const values = {
        ulid,
        name,
        linked_at: linkedAt,
        verified_at: null,
        code: code?.text ?? null,
        code_expires_at: code?.expiresAt ?? null,
      };
      await db
        .insertInto('links')
        .values({ user_id: userId, ...values })
        .onConflict((conflict) => conflict.column('user_id').doUpdateSet(values))
        .execute();
    },
    /**
     * Makes the user the account's one verified owner: the newer proof shows who holds the account now. Where a former
     * owner added it to announcements, it's the new one who did from now on, and can undo it.
     * @returns false if the user has linked another account since
     */
    verify: (userId: string, ulid: Ulid, at: number): Promise<boolean> =>
      db.transaction().execute(async (trx) => {
        const { numUpdatedRows } = await trx
          .updateTable('links')
          .set({ verified_at: at, code: null, code_expires_at: null })
          .where('user_id', '=', userId)
          .where('ulid', '=', ulid)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return false;
        await trx
          .updateTable('links')
          .set({ verified_at: null })
          .where('ulid', '=', ulid)
          .where('user_id', '<>', userId)
          .execute();
        await trx
          .updateTable('tracked_players')
          .set({ added_by: userId })
          .where('ulid', '=', ulid)
          .where('added_by', 'is not', null)
          .execute();
        return true;
      }),
    /** Stores the account's new name, for everyone who has linked it. */
    rename: (ulid: Ulid, name: string): Promise<void> => renameLinks(db, ulid, name),
    /** An account that has, or once had, this name, in any case; null if nobody has linked or tracks one. */
    async ulidOf(name: string): Promise<Ulid | null> {
      const key = name.toLowerCase();
      const linked = db
        .selectFrom('links')
        .select('ulid')
        .where(({ eb, fn }) => eb(fn<string>('lower', ['name']), '=', key));
      const known = db
        .selectFrom('known_players')
        .select('ulid')
        .where(({ eb, fn }) => eb(fn<string>('lower', ['name']), '=', key));
      const row = await linked.unionAll(known).limit(1).executeTakeFirst();
      return row && isUlid(row.ulid) ? row.ulid : null;
    },
    async remove(userId: string): Promise<void> {
      await db.deleteFrom('links').where('user_id', '=', userId).execute();
    },
    /** Discord users who have proved that they are this player, oldest link first. */
    async verifiedUsers(ulid: Ulid): Promise<readonly string[]> {
      const rows = await db
        .selectFrom('links')
        .select('user_id')
        .where('ulid', '=', ulid)
        .where('verified_at', 'is not', null)
        .orderBy('linked_at')
        .execute();
      return rows.map((row) => row.user_id);
    },
  };
}

/** Stores an account's name for everyone who has linked it, where it's a new one. */
export async function renameLinks(
  db: Pick<Kysely<PeopleSchema>, 'selectFrom' | 'updateTable'>,
  ulid: string,
  name: string,
): Promise<void> {
  const outdated = await db
    .selectFrom('links')
    .select('user_id')
    .where('ulid', '=', ulid)
    .where('name', '<>', name)
    .executeTakeFirst();
  if (!outdated) return;
  await db.updateTable('links').set({ name }).where('ulid', '=', ulid).execute();
}

/** Null for a row that this version can't read. */
function toLink(row: {
  readonly user_id: string;
  readonly ulid: string;
  readonly name: string;
  readonly linked_at: number;
  readonly verified_at: number | null;
  readonly code: string | null;
  readonly code_expires_at: number | null;
}): Link | null {
  const { ulid, code, code_expires_at: expiresAt } = row;
  if (!isUlid(ulid)) return null;
  return {
    userId: row.user_id,
    ulid,
    name: nameInRow(row.name, ulid),
    linkedAt: row.linked_at,
    verifiedAt: row.verified_at,
    code: code === null || expiresAt === null ? null : { text: code, expiresAt },
  };
}
