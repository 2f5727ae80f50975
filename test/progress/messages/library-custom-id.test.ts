import { describe, expect, it } from 'vitest';

import { CUSTOM_ID_LIMIT } from '#loopback/discord/judge/lengths.ts';
import {
  encodeLibraryCustomId,
  LIBRARY_PREFIX,
  parseLibraryCustomId,
} from '#src/progress/messages/library-custom-id.ts';
import type { LibraryAction, LibraryCustomId } from '#src/progress/messages/library-custom-id.ts';
import { DEFAULT_QUERY, SEARCH_LIMIT, SORTS, STATUSES } from '#src/progress/query/query.ts';
import { isUlid } from '#src/retroachievements/player.ts';
import type { PlayerRef } from '#src/retroachievements/player.ts';
import { fc } from '#test/support/fast-check.ts';

import { sentCustomId } from './sent-custom-id.ts';

const ACTIONS: readonly LibraryAction[] = [
  'first',
  'previous',
  'jump',
  'next',
  'last',
  'status',
  'sort',
  'system',
  'refresh',
  'csv',
  'json',
  'clear-search',
  'stats',
];

const LARGEST_SNOWFLAKE = (2n ** 64n - 1n).toString();

/** Every UTF-16 unit: halves of surrogate pairs, control characters, the placeholder. */
const anyText = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0, max: 0xff_ff }).map((unit) => String.fromCharCode(unit)),
      fc.constantFrom(':', '"', '\\', '\uE000', ':\uE000:', '\uD83D', '\uDE00', '\n', '$&', 'é'),
    ),
    { maxLength: SEARCH_LIMIT },
  )
  .map((parts) => parts.join('').slice(0, SEARCH_LIMIT));

const characters = (alphabet: string, minLength: number, maxLength: number) =>
  fc
    .array(fc.constantFrom(...alphabet.split('')), { minLength, maxLength })
    .map((chosen) => chosen.join(''));

const DIGITS = '0123456789';
const CROCKFORD = `${DIGITS}ABCDEFGHJKMNPQRSTVWXYZ`;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

const anyName = characters(DIGITS + LETTERS + LETTERS.toLowerCase(), 2, 20).map(
  (name): PlayerRef => ({ kind: 'name', name }),
);
const anyUlid = fc
  .tuple(fc.constantFrom(...DIGITS.slice(0, 8).split('')), characters(CROCKFORD, 25, 25))
  .map(([first, rest]): PlayerRef => {
    const ulid = first + rest;
    if (!isUlid(ulid)) throw new Error(`${ulid} is no ULID`);
    return { kind: 'ulid', ulid };
  });

const anyId: fc.Arbitrary<LibraryCustomId> = fc.record({
  action: fc.constantFrom(...ACTIONS),
  ownerId: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map(String),
  player: fc.oneof(anyName, anyUlid),
  page: fc.integer({ min: 1, max: 999_999 }),
  query: fc.record({
    status: fc.constantFrom(...STATUSES),
    sort: fc.constantFrom(...SORTS),
    systemId: fc.option(fc.integer({ min: 0, max: 99_999 })),
    search: anyText,
  }),
});

/** As it goes through a rendered page and Discord. */
function sent(id: LibraryCustomId): string {
  const text = sentCustomId(id, null);
  expect(text).toHaveLength(encodeLibraryCustomId({ ...id, page: null }).length);
  return text;
}

const plain: LibraryCustomId = {
  action: 'next',
  ownerId: '80351110224678912',
  player: { kind: 'name', name: 'MaxMilyin' },
  page: 3,
  query: DEFAULT_QUERY,
};

const read = (action: string, status: string, sort: string) =>
  parseLibraryCustomId(`p1:${action}:1:MaxMilyin:1:${status}${sort}::`);

describe('the custom_id of a library page', () => {
  it('is read as it was written, whatever was searched for', () => {
    fc.assert(
      fc.property(anyId, (id) => {
        expect(parseLibraryCustomId(sent(id))).toEqual(id);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is never longer than Discord allows', () => {
    fc.assert(
      fc.property(anyId, (id) => {
        expect(sent(id).length).toBeLessThanOrEqual(CUSTOM_ID_LIMIT);
      }),
    );
    const longest = sent({
      action: 'json',
      ownerId: LARGEST_SNOWFLAKE,
      player: { kind: 'name', name: 'x'.repeat(20) },
      page: 36 ** 6 - 1,
      query: { status: 'mastered', sort: 'award', systemId: 36 ** 6 - 1, search: '💎'.repeat(12) },
    });
    expect(longest.length).toBeLessThanOrEqual(CUSTOM_ID_LIMIT);
  });

  it.each(['0', '1', '35', '36', '80351110224678912', LARGEST_SNOWFLAKE])(
    'keeps the owner %s to the last digit',
    (ownerId) => {
      expect(parseLibraryCustomId(sent({ ...plain, ownerId }))).toEqual({ ...plain, ownerId });
    },
  );

  it('keeps the player’s name as it was typed', () => {
    const player = { kind: 'name', name: 'MAXmilyin' } as const;
    expect(parseLibraryCustomId(sent({ ...plain, player }))?.player).toEqual(player);
  });

  it('can still be read in old messages', () => {
    // Written by the first version: changing what these mean breaks buttons that people still see.
    expect(parseLibraryCustomId('p1:3:lz63ag7l4ao:MaxMilyin:3:00::')).toEqual(plain);
    expect(parseLibraryCustomId('p1:a:1:MaxMilyin:z:75:3f:a:b')).toEqual({
      action: 'json',
      ownerId: '1',
      player: { kind: 'name', name: 'MaxMilyin' },
      page: 35,
      query: { status: 'mastered', sort: 'award', systemId: 123, search: 'a:b' },
    });
  });

  it('never changes what its digits mean', () => {
    const digits = '0123456789abcdefg'.split('');
    expect(digits.flatMap((digit) => read(digit, '0', '0')?.action ?? [])).toEqual(ACTIONS);
    expect(digits.flatMap((digit) => read('0', digit, '0')?.query.status ?? [])).toEqual([
      'all',
      'unfinished',
      'awarded',
      'beaten',
      'beaten-hardcore',
      'beaten-softcore',
      'completed',
      'mastered',
      'completed-or-mastered',
      'not-100',
      'revised',
      'hardcore-awards',
      'casual-awards',
      'hardcore-progress',
      'casual-progress',
    ]);
    expect(digits.flatMap((digit) => read('0', '0', digit)?.query.sort ?? [])).toEqual([
      'recent',
      'oldest',
      'title',
      'progress',
      'least-progress',
      'award',
      'title-desc',
      'closest',
    ]);
  });

  it.each([
    ['nothing', ''],
    ['another kind', 'q1:3:1:MaxMilyin:3:00::'],
    ['a version that is to come', 'p2:3:1:MaxMilyin:3:00::'],
    ['an action that is to come', 'p1:z:1:MaxMilyin:3:00::'],
    ['no owner', 'p1:3::MaxMilyin:3:00::'],
    ['the placeholder for the owner', 'p1:3:\uE000:MaxMilyin:3:00::'],
    ['an owner of more than 64 bits', 'p1:3:zzzzzzzzzzzzzz:MaxMilyin:3:00::'],
    ['an owner just above 64 bits', 'p1:3:3w5e11264sgsg:MaxMilyin:3:00::'],
    ['an owner in capitals', 'p1:3:ABC:MaxMilyin:3:00::'],
    ['no player', 'p1:3:1::3:00::'],
    ['a player that can be none', 'p1:3:1:Max-Milyin:3:00::'],
    ['a player too long for a name', `p1:3:1:${'x'.repeat(21)}:3:00::`],
    ['page 0', 'p1:3:1:MaxMilyin:0:00::'],
    ['no page', 'p1:3:1:MaxMilyin::00::'],
    ['a page below the first', 'p1:3:1:MaxMilyin:-1:00::'],
    ['a status that is to come', 'p1:3:1:MaxMilyin:3:z0::'],
    ['a sort that is to come', 'p1:3:1:MaxMilyin:3:0z::'],
    ['a system that is no number', 'p1:3:1:MaxMilyin:3:00:?:'],
    ['a search that is too long', `p1:3:1:MaxMilyin:3:00::${'x'.repeat(25)}`],
    ['its end cut off', 'p1:3:1:MaxMilyin:3:00:'],
    ['something before it', ' p1:3:1:MaxMilyin:3:00::'],
    ['a line before it', 'p1\np1:3:1:MaxMilyin:3:00::'],
  ])('with %s can’t be read', (_, customId) => {
    expect(parseLibraryCustomId(customId)).toBeNull();
  });

  it('is never read as something impossible if it’s damaged', () => {
    let readable = 0;
    fc.assert(
      fc.property(anyId, fc.nat(99), fc.string({ maxLength: 3 }), (id, at, put) => {
        const whole = sent(id);
        const damaged = whole.slice(0, at) + put + whole.slice(at + 1);
        const found = parseLibraryCustomId(damaged);
        if (found === null) return;
        readable += 1;
        // What is read stands for itself: written again it is read as the same.
        expect(parseLibraryCustomId(sent(found))).toEqual(found);
        expect(found.page).toBeGreaterThan(0);
        expect(BigInt(found.ownerId)).toBeLessThan(2n ** 64n);
      }),
      { numRuns: 2_000 },
    );
    expect(readable).toBeGreaterThan(400);
  });

  it('begins with its prefix', () => {
    expect(sent(plain).split(':')[0]).toBe(LIBRARY_PREFIX);
  });
});
