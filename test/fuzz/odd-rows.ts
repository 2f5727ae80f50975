import * as fc from 'fast-check';

import { oddText } from './odd-values.ts';

/** One column of some rows, and what is put there. */
export type Damage = {
  readonly table: string;
  readonly column: string;
  readonly where: string;
  readonly value: string | number | bigint | null;
};

/** What the row of a due award says of it. */
export const AWARD_COLUMNS = [
  'game_id',
  'kind',
  'player_name',
  'game_title',
  'system_id',
  'system_name',
  'awarded_at',
  'seen_at',
] as const;

/** Of numbers; Postgres takes nothing else there. */
const NUMBERS =
  /_(?:at|since|due|id|after)$|^(?:hour|crossposts|told|pings|limited|plain|games|untracked|possible|awarded|awarded_hardcore)$/;
/** Discord's ids are text. */
const TEXTS = /^(?:guild|role|manager|message|batch|user)_id$/;

const WORDS = ['due', 'batched', 'posted', 'live', 'daily', 'weekly', 'Mars/Olympus', '[]', '{}'];
/** SQLite takes what no date and no double holds, and fractions. */
const LARGE = [9e15, -9e15, 2n ** 53n + 1n, 2n ** 60n, 2n ** 63n - 1n, -(2n ** 63n), 1.5, 1e300];
const number = fc.oneof(
  fc.constantFrom(null, 0, 1, -1, 25, 2 ** 31 - 1, -(2 ** 31), 4e12, -4e12),
  fc.constantFrom(...LARGE),
);
const text = fc.oneof(
  fc.constantFrom(null, ...WORDS),
  oddText.map((odd) => odd.toWellFormed()),
);

/** @param tables columns by table, with what says which rows */
export function damageTo(
  tables: Readonly<Record<string, { where: string; columns: readonly string[] }>>,
): fc.Arbitrary<Damage> {
  return fc.oneof(
    ...Object.entries(tables).flatMap(([table, { where, columns }]) =>
      columns.map((column) => {
        const isNumber = NUMBERS.test(column) && !TEXTS.test(column);
        const place = fc.constant({ table, column, where });
        const value: fc.Arbitrary<Damage['value']> = isNumber ? number : text;
        return fc.tuple(place, value).map(([at, odd]) => ({ ...at, value: odd }));
      }),
    ),
  );
}
