import { expect, it } from 'vitest';

import { createLinks } from '#src/people/tables/links.ts';
import { ulid } from '#test/announcements/tables/rows.ts';
import { describeOnBoth, openTestStore } from '#test/support/store.ts';

describeOnBoth('a link', (kind) => {
  it('is told where it is verified, the oldest first', async () => {
    await using store = await openTestStore(kind);
    const rows = [
      `('young', '${ulid(1)}', 'Player1', 2, 9)`,
      `('old', '${ulid(1)}', 'Player1', 1, 10)`,
      `('claims', '${ulid(1)}', 'Player1', 0, null)`,
      `('other', '${ulid(2)}', 'Player2', 0, 1)`,
    ];
    await store.database.query(
      `insert into links (user_id, ulid, name, linked_at, verified_at) values ${rows.join(', ')}`,
    );
    const links = createLinks(store.db);
    expect(await links.verifiedUsers(ulid(1))).toEqual(['old', 'young']);
    expect(await links.verifiedUsers(ulid(3))).toEqual([]);
  });
});
