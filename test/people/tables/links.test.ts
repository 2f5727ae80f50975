import { expect, it } from 'vitest';

import { createLinks } from '#src/people/tables/links.ts';
import { award, feed, NOW, track, ulid } from '#test/announcements/tables/rows.ts';
import { linkVerified, openPeople, seen } from '#test/people/people.ts';
import { describeOnBoth, openTestStore } from '#test/support/store.ts';

describeOnBoth('a link', (kind) => {
  it('is listed if it’s verified, oldest first', async () => {
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

  it.each(['library', 'rename', 'account that became known'])(
    'gets the new name from a %s',
    async (what) => {
      await using people = await openPeople(kind);
      const { games, knownPlayers, links } = people;
      await linkVerified(people, '1', 1);
      await links.save({ userId: '2', ulid: ulid(2), name: 'Player2', linkedAt: 0, code: null });
      for (const number of [1, 2]) {
        if (what === 'library') await games.keep(seen(number, [], { name: `New${number}` }));
        else if (what === 'rename') await knownPlayers.rename(ulid(number), `New${number}`);
        else await knownPlayers.add(ulid(number), `New${number}`);
      }
      expect((await links.get('1'))?.name).toBe('New1');
      expect((await links.get('2'))?.name).toBe('New2');
    },
  );

  it('passes on what the former owner had added once someone else verifies the account', async () => {
    await using people = await openPeople(kind);
    const { links, store } = people;
    await store.feeds.save(feed('chan-1'));
    await store.feeds.save(feed('chan-2'));
    await linkVerified(people, '1', 1);
    const player = { ulid: ulid(1), name: 'Player1', avatarPath: null };
    const added = (channelId: string, addedBy: object) =>
      store.transaction(({ trackedPlayers }) =>
        trackedPlayers.track({ channelId, player, at: 1, sweepAt: 1, ...addedBy }),
      );
    await added('chan-1', { addedBy: '1' });
    await added('chan-2', {});
    // Somebody who has linked another account since proves nothing.
    expect(await links.verify('2', ulid(1), 5)).toBe(false);
    expect(await links.verifiedUsers(ulid(1))).toEqual(['1']);
    await linkVerified(people, '2', 1);
    expect(await store.trackedPlayers.addedBy('1')).toEqual([]);
    expect(await store.trackedPlayers.addedBy('2')).toEqual([
      { channelId: 'chan-1', ulid: ulid(1) },
    ]);
  });
});

describeOnBoth('a name that nobody could read', (kind) => {
  it.each(['x'.repeat(51), 'a\u202eb', ' ', ''])('shows as the ULID (%j)', async (name) => {
    await using people = await openPeople(kind);
    const { links, serverPlayers, store } = people;
    await store.feeds.save(feed('a', { guildId: 'here' }));
    await track(store, 'a', 1, { name });
    await links.save({ userId: '1', ulid: ulid(1), name, linkedAt: 0, code: null });
    await store.dueAwards.add([award({ playerName: name })], NOW, 'due');
    expect((await links.get('1'))?.name).toBe(ulid(1));
    expect(await serverPlayers.in('here')).toMatchObject([{ name: ulid(1) }]);
    expect(await store.trackedPlayers.of('a')).toMatchObject([{ name: ulid(1) }]);
    expect(await store.dueAwards.due('a')).toMatchObject([{ playerName: ulid(1) }]);
  });
});
