import { describe, expect, it } from 'vitest';

import { createCatalogue, toEntry } from '#src/progress/catalogue.ts';
import { searchKey, sortKey } from '#src/retroachievements/title.ts';

import { progress } from './entries.ts';

describe('the catalogue', () => {
  it('shares one object among all players of a game', () => {
    const catalogue = createCatalogue();
    const mine = catalogue.intern(progress({ gameId: 1, title: 'Contra', awarded: 1 }));
    const yours = catalogue.intern(progress({ gameId: 1, title: 'Contra', awarded: 9 }));
    expect(yours).toBe(mine);
  });

  it('distinguishes games with the same title by their id', () => {
    const catalogue = createCatalogue();
    const [one, other] = [1, 2].map((gameId) =>
      catalogue.intern(progress({ gameId, title: 'Contra' })),
    );
    expect(other).not.toBe(one);
  });

  it.each([
    { title: 'Probotector' },
    { iconPath: '/Images/000002.png' },
    { systemId: 7 },
    { systemName: 'NES' },
  ])('replaces a game if the site changes %j', (change) => {
    const catalogue = createCatalogue();
    const before = progress({ gameId: 1, title: 'Contra' });
    const old = catalogue.intern(before);
    const fresh = catalogue.intern({ ...before, ...change });
    expect(fresh).not.toBe(old);
    expect(fresh).toMatchObject(change);
    expect(catalogue.intern({ ...before, ...change })).toBe(fresh);
  });

  it('forgets the game unseen for longest when it’s full', () => {
    const catalogue = createCatalogue({ limit: 2 });
    const [one, two, three] = [1, 2, 3].map((gameId) => progress({ gameId, title: 'Contra' }));
    if (one === undefined || two === undefined || three === undefined) throw new Error('no rows');
    const first = catalogue.intern(one);
    const second = catalogue.intern(two);
    catalogue.intern(one);
    catalogue.intern(three);
    expect(catalogue.intern(one)).toBe(first);
    expect(catalogue.intern(two)).not.toBe(second);
  });

  it('takes each title apart only once', () => {
    const title = '~Hack~ Pokémon 2 [Subset - Bonus]';
    expect(createCatalogue().intern(progress({ gameId: 5, title }))).toEqual({
      id: 5,
      title,
      name: 'Pokémon 2',
      tags: ['Hack', 'Subset - Bonus'],
      isSubset: true,
      sortKey: sortKey(title),
      searchKey: searchKey(title),
      iconPath: '/Images/000001.png',
      systemId: 3,
      systemName: 'SNES/Super Famicom',
    });
  });

  it('leaves the player’s own data in the entry', () => {
    const catalogue = createCatalogue();
    const row = progress({ possible: 9, awarded: 8, awardedHardcore: 7, lastUnlockAt: 6 });
    const entry = toEntry(catalogue, { ...row, award: 'completed', awardedAt: 5 });
    expect(entry).toEqual({
      game: catalogue.intern(row),
      possible: 9,
      awarded: 8,
      awardedHardcore: 7,
      lastUnlockAt: 6,
      award: 'completed',
      awardedAt: 5,
    });
  });
});
