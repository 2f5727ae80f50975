import { pagingRow } from '#src/messages/paging.ts';
import type { Page } from '#src/messages/paging.ts';

import type { CustomIdFor } from './messages/controls.ts';
import { findRoom } from './messages/library-custom-id.ts';
import type { Roomy } from './messages/library-custom-id.ts';
import type { PageWriter } from './page-bytes.ts';

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

  /** Writes the buttons of a page. There are none if it's the only one. */
  return (page: Page, writer: PageWriter): void => {
    const { number, count } = page;
    if (count === 1) return;
    const kind = `${number === 1} ${number === count}`;
    const { start, end } = rows.get(kind) ?? rowLike(page);
    rows.set(kind, { start, end });
    writer.roomy(start, [Math.max(1, number - 1), number]);
    writer.text(labelOf(page));
    writer.roomy(end, [Math.min(count, number + 1)]);
  };
}

function labelOf({ number, count }: Page): string {
  return `${number}/${count}`;
}
