import { expect, it } from 'vitest';

import { Page, pagingRow } from '#src/messages/paging.ts';
import type { CustomIdFor } from '#src/progress/messages/controls.ts';
import {
  encodeLibraryCustomId,
  parseLibraryCustomId,
  putOwner,
} from '#src/progress/messages/library-custom-id.ts';
import { PageWriter } from '#src/progress/page-bytes.ts';
import { createWrittenPaging } from '#src/progress/written-paging.ts';

import { query } from './entries.ts';

const OWNER = '123456789012345678';
const SIZE = 10;

const customId: CustomIdFor = (action, page) =>
  encodeLibraryCustomId({
    action,
    player: { kind: 'name', name: 'MaxMilyin' },
    query: query({ search: '"label":"', status: 'mastered' }),
    page,
  });

type Row = ReturnType<typeof pagingRow>;

/** The row with what its custom_ids say. */
const read = (row: Row) =>
  row.components.map(({ custom_id: id, ...rest }) => {
    const parsed = parseLibraryCustomId(id);
    return { ...rest, action: parsed?.action, page: parsed?.page };
  });

const owners = (row: Row) =>
  row.components.map(({ custom_id: id }) => parseLibraryCustomId(id)?.ownerId);

it.each([
  [1, 2],
  [2, 2],
  [1, 129],
  [2, 129],
  [77, 129],
  [128, 129],
  [129, 129],
  [40_000, 50_000],
])('the buttons of page %i of %i are those of its paging row', (number, count) => {
  const pageOf = (wanted: number) =>
    Page.of({ number: wanted, itemCount: count * SIZE, size: SIZE });
  const paging = createWrittenPaging(customId);
  // Pages of each kind before it, which it shares its row with.
  const writer = new PageWriter();
  for (const other of [1, 2, 3, count - 1, count]) paging(pageOf(other), writer);
  writer.end();
  paging(pageOf(number), writer);
  const { bytes, owners: places } = writer.end();
  putOwner(bytes, places, OWNER);
  const [row]: readonly [Row] = JSON.parse(`[${String(bytes)}{}]`);
  expect(read(row)).toEqual(read(pagingRow(pageOf(number), customId)));
  expect(owners(row)).toEqual(Array.from({ length: 5 }, () => OWNER));
});

it('there are none for a single page', () => {
  const writer = new PageWriter();
  createWrittenPaging(customId)(Page.of({ number: 1, itemCount: 3, size: SIZE }), writer);
  expect(writer.end().bytes.length).toBe(0);
});
