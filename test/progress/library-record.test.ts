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
  it('is read as it was written', async () => {
    const rows = generateLibrary({ seed: 3, size: 1_287, now: Date.UTC(2024, 0, 1) });
    const whole = { ...library(entriesOf(rows)), player: PLAYER, fetchedAt: 1_700_000_000_123 };
    expect(await throughTheCache(whole)).toEqual(whole);
  });

  it('keeps every award, missing dates, and empty sets', async () => {
    const whole = library([
      ...EVERY_AWARD.map((award) => entry({ award, awardedAt: award === null ? null : 1 })),
      entry({ possible: 0, awarded: 0, awardedHardcore: 0, lastUnlockAt: null, award: 'mastered' }),
    ]);
    expect(await throughTheCache(whole)).toEqual(whole);
  });

  it('can be empty, with a player without ULID and avatar', async () => {
    const whole = library([]);
    expect(whole.player).toMatchObject({ ulid: null, avatarPath: null });
    expect(await throughTheCache(whole)).toEqual(whole);
  });

  it('takes a fraction of the space of its JSON', async () => {
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

  it('keeps an unknown award by its word', async () => {
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
  ])('isn’t read if there is %s', async (_, text) => {
    expect(await decodeLibrary(text, createCatalogue())).toBeNull();
  });

  it.each([
    ['an id that is none', [ROW.with(0, 0)]],
    ['an id twice', [ROW, ROW]],
    ['a title that is too long', [ROW.with(1, 'x'.repeat(256))]],
    ['a title that turns the direction', [ROW.with(1, 'a\u202eb')]],
    ['a title with half of a character', [ROW.with(1, 'a\ud83d')]],
    ['a title that shows nothing', [ROW.with(1, '\u200b')]],
    ['no title', [ROW.with(1, '')]],
    ['a picture elsewhere', [ROW.with(2, '//example.com/1.png')]],
    ['a picture without end', [ROW.with(2, `/${'x'.repeat(1_000)}`)]],
    ['a picture that is no path', [ROW.with(2, '@example.com')]],
    ['a system that is none', [ROW.with(3, -1)]],
    ['a system’s name that fits no menu', [ROW.with(4, 'x'.repeat(101))]],
    ['a count that is none', [ROW.with(5, 1.5)]],
    ['more unlocked than there is', [ROW.with(6, 11)]],
    ['more in hardcore than in all', [ROW.with(7, 6)]],
    ['a time that no calendar has', [ROW.with(8, 1e300)]],
    ['an award that nobody could read', [ROW.with(9, 'x'.repeat(61))]],
    ['an award at a time that no calendar has', [ROW.with(10, -1e15)]],
    ['a time of an award without one', [ROW.with(9, null).with(10, 1)]],
  ])('isn’t read if it has %s', async (_, rows) => {
    const text = kept({ player: PLAYER, fetchedAt: 1, rows });
    expect(await decodeLibrary(text, createCatalogue())).toBeNull();
  });

  it.each([
    ['a name that is too long', { name: 'x'.repeat(51) }],
    ['a name that nobody can be asked for by', { name: 'Max Milyin', ulid: null }],
    ['no name', { name: '' }],
    ['a picture elsewhere', { avatarPath: 'https://example.com/a.png' }],
    ['a motto without end', { motto: 'x'.repeat(501) }],
    ['a motto of two lines', { motto: 'a\nb' }],
  ])('isn’t read if its player has %s', async (_, change) => {
    const text = kept({ player: { ...PLAYER, ...change }, fetchedAt: 1, rows: [ROW] });
    expect(await decodeLibrary(text, createCatalogue())).toBeNull();
  });

  it('isn’t read if it was cut', async () => {
    const rows = generateLibrary({ seed: 3, size: 50, now: Date.UTC(2024, 0, 1) });
    const text = await encodeLibrary(library(entriesOf(rows)));
    for (const share of [0.1, 0.5, 0.9, 0.99]) {
      const cut = text.slice(0, Math.floor(text.length * share));
      expect(await decodeLibrary(cut, createCatalogue())).toBeNull();
    }
  });
});
