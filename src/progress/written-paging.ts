import { pagingRow } from '#src/messages/paging.ts';
import type { Page } from '#src/messages/paging.ts';

import type { CustomIdFor } from './messages/controls.ts';
import { findRoom, putPage } from './messages/library-custom-id.ts';
import type { Roomy } from './messages/library-custom-id.ts';

/** Before the one label, which says which page it is. Text that people chose can't contain it. */
const LABEL = '"label":"';
/** These lead to the same page from everywhere. */
const ENDS: ReadonlySet<string> = new Set(['first', 'last']);

/** The row with room for the label and for the numbers of the pages that its buttons lead to. */
type Row = { readonly start: Roomy; readonly end: Roomy };

/** Writes the paging buttons of a query's pages, which only differ in numbers, and in whether the ends are disabled. */
export function createWrittenPaging(customId: CustomIdFor) {
  const rows = new Map<string, Row>();

  function rowLike(page: Page): Row {
    const row = pagingRow(page, (action, to) => customId(action, ENDS.has(action) ? to : null));
    const [start = '', end = ''] = JSON.stringify(row).split(LABEL + labelOf(page));
    return { start: findRoom(start + LABEL), end: findRoom(`${end},`) };
  }

  /** Nothing if there is only one page. */
  return (page: Page): Pick<Roomy, 'bytes' | 'owners'> => {
    const { number, count } = page;
    if (count === 1) return { bytes: Buffer.alloc(0), owners: [] };
    const kind = `${number === 1} ${number === count}`;
    const { start, end } = rows.get(kind) ?? rowLike(page);
    rows.set(kind, { start, end });
    const label = Buffer.from(labelOf(page), 'latin1');
    const bytes = Buffer.concat([start.bytes, label, end.bytes]);
    const endAt = start.bytes.length + label.length;
    const [previous = 0, jump = 0] = start.pages;
    const [next = 0] = end.pages;
    putPage(bytes, [previous], Math.max(1, number - 1));
    putPage(bytes, [jump], number);
    putPage(bytes, [endAt + next], Math.min(count, number + 1));
    return { bytes, owners: [...start.owners, ...end.owners.map((at) => endAt + at)] };
  };
}

function labelOf({ number, count }: Page): string {
  return `${number}/${count}`;
}
