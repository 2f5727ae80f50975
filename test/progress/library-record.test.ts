import { deflateRawSync } from 'node:zlib';

import { describe, expect, it } from 'vitest';

import { generateLibrary } from '#loopback/retroachievements/generate-library.ts';
import { createCatalogue } from '#src/progress/catalogue.ts';
import { decodeLibrary, encodeLibrary } from '#src/progress/library-record.ts';
import type { Library } from '#src/progress/library.ts';

import { entriesOf, entry, EVERY_AWARD, library } from './entries.ts';
import { MAX_ULID } from './scripted-site.ts';

const kept = (raw: unknown) => deflateRawSync(JSON.stringify(raw)).toString('base64');

const PLAYER = {
  name: 'MaxMilyin',
  ulid: MAX_ULID,
  avatarPath: '/UserPic/a.png',
  motto: 'Héllo 👾',
};
const ROW = [1, 'Title', '/Images/1.png', 3, 'SNES', 10, 5, 5, 1_700_000_000_000, 'mastered', null];

async function throughTheCache(whole: Library): Promise<Library | null> {
  return decodeLibrary(await encodeLibrary(whole), createCatalogue());
}

describe('a library in the cache', () => {
  it('comes back as it was', async () => {
    const rows = generateLibrary({ seed: 3, size: 1_287, now: Date.UTC(2024, 0, 1) });
    const whole = { ...library(entriesOf(rows)), player: PLAYER, fetchedAt: 1_700_000_000_123 };
    expect(await throughTheCache(whole)).toEqual(whole);
  });

  it('keeps every award, dates that are none, and empty sets', async () => {
    const whole = library([
      ...EVERY_AWARD.map((award) => entry({ award, awardedAt: award === null ? null : 1 })),
      entry({ possible: 0, awarded: 0, awardedHardcore: 0, lastUnlockAt: null, award: 'mastered' }),
    ]);
    expect(await throughTheCache(whole)).toEqual(whole);
  });

  it('may be empty, and its player without ULID and avatar', async () => {
    const whole = library([]);
    expect(whole.player).toMatchObject({ ulid: null, avatarPath: null });
    expect(await throughTheCache(whole)).toEqual(whole);
  });

  it('takes a small part of the room that its JSON would', async () => {
    const rows = generateLibrary({ seed: 3, size: 1_287, now: Date.UTC(2024, 0, 1) });
    const text = await encodeLibrary(library(entriesOf(rows)));
    expect(text.length).toBeLessThan(JSON.stringify(rows).length / 6);
    expect(text).toMatch(/^[A-Za-z0-9+/=]+$/);
  });

  it('shares its games with the other libraries', async () => {
    const catalogue = createCatalogue();
    const text = await encodeLibrary(library([entry({ gameId: 77 })]));
    const [one, other] = await Promise.all([1, 2].map(() => decodeLibrary(text, catalogue)));
    expect(one?.entries[0]?.game).toBe(other?.entries[0]?.game);
  });

  it('keeps an award of a kind that is not known by its word', async () => {
    const row = ROW.with(9, 'perfected');
    const read = await decodeLibrary(
      kept({ player: PLAYER, fetchedAt: 1, rows: [row] }),
      createCatalogue(),
    );
    expect(read && (await decodeLibrary(await encodeLibrary(read), createCatalogue()))).toEqual(
      read,
    );
    expect(read?.entries).toMatchObject([{ award: { word: 'perfected' }, awarded: 5 }]);
  });

  it.each([
    ['nothing', ''],
    ['no base 64', '*** ???'],
    ['something that was never compressed', Buffer.from('hello').toString('base64')],
    ['no JSON', deflateRawSync('{"player":').toString('base64')],
    ['other JSON', kept({ hello: 'world' })],
    ['no player', kept({ fetchedAt: 1, rows: [] })],
    [
      'a player with a wrong ULID',
      kept({ player: { ...PLAYER, ulid: 'x' }, fetchedAt: 1, rows: [] }),
    ],
    ['no age', kept({ player: PLAYER, rows: [] })],
    ['a row that is too short', kept({ player: PLAYER, fetchedAt: 1, rows: [ROW.slice(1)] })],
    ['a row with a wrong type', kept({ player: PLAYER, fetchedAt: 1, rows: [ROW.with(0, '1')] })],
    ['more than any library', deflateRawSync(' '.repeat(40 * 1024 * 1024)).toString('base64')],
  ])('of which there is %s is none', async (_, text) => {
    expect(await decodeLibrary(text, createCatalogue())).toBeNull();
  });

  it('that was cut is none', async () => {
    const rows = generateLibrary({ seed: 3, size: 50, now: Date.UTC(2024, 0, 1) });
    const text = await encodeLibrary(library(entriesOf(rows)));
    for (const share of [0.1, 0.5, 0.9, 0.99]) {
      const cut = text.slice(0, Math.floor(text.length * share));
      expect(await decodeLibrary(cut, createCatalogue())).toBeNull();
    }
  });
});
