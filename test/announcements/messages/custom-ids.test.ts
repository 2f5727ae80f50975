import { describe, expect, it } from 'vitest';

import { CUSTOM_ID_LIMIT } from '#loopback/discord/judge/lengths.ts';
import {
  DIGEST_PREFIX,
  encodeDigestCustomId,
  encodePlayersCustomId,
  encodeRemoveCustomId,
  encodeTakeAlongCustomId,
  parseDigestCustomId,
  parsePlayersCustomId,
  parseRemoveCustomId,
  parseTakeAlongCustomId,
} from '#src/announcements/messages/custom-ids.ts';
import type { DigestAction, DigestCustomId } from '#src/announcements/messages/custom-ids.ts';
import { fc } from '#test/support/fast-check.ts';

const ACTIONS: readonly DigestAction[] = ['open', 'first', 'previous', 'jump', 'next', 'last'];
const LARGEST_SNOWFLAKE = (2n ** 64n - 1n).toString();

const anyId: fc.Arbitrary<DigestCustomId> = fc.record({
  action: fc.constantFrom(...ACTIONS),
  ownerId: fc.option(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map(String)),
  batchId: fc
    .array(fc.constantFrom(...'0123456789abcdefghijklmnopqrstuvwxyz'.split('')), {
      minLength: 1,
      maxLength: 25,
    })
    .map((characters) => characters.join('')),
  page: fc.integer({ min: 1, max: 999_999 }),
});

const plain: DigestCustomId = {
  action: 'next',
  ownerId: '80351110224678912',
  batchId: '0mabc123xyz',
  page: 40,
};

describe('the custom_id of a digest’s full list', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(anyId, (id) => {
        expect(parseDigestCustomId(encodeDigestCustomId(id))).toEqual(id);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is never longer than Discord allows', () => {
    const longest = encodeDigestCustomId({
      action: 'last',
      ownerId: LARGEST_SNOWFLAKE,
      batchId: 'z'.repeat(25),
      page: 36 ** 6 - 1,
    });
    expect(longest.length).toBe(51);
    expect(longest.length).toBeLessThanOrEqual(CUSTOM_ID_LIMIT);
  });

  it.each(['0', '35', '36', '80351110224678912', LARGEST_SNOWFLAKE, null])(
    'keeps the owner %s to the last digit',
    (ownerId) => {
      const id = { ...plain, ownerId };
      expect(parseDigestCustomId(encodeDigestCustomId(id))).toEqual(id);
    },
  );

  it('can still be read in old messages', () => {
    // Written by the first version: changing what these mean breaks buttons that people still see.
    expect(parseDigestCustomId('d1:4:lz63ag7l4ao:0mabc123xyz:14')).toEqual(plain);
    expect(parseDigestCustomId('d1:0::0mabc123xyz:1')).toEqual({
      action: 'open',
      ownerId: null,
      batchId: '0mabc123xyz',
      page: 1,
    });
  });

  it('never changes what its digits mean', () => {
    const actions = '012345'
      .split('')
      .flatMap((digit) => parseDigestCustomId(`d1:${digit}::b:1`)?.action ?? []);
    expect(actions).toEqual(ACTIONS);
  });

  it.each([
    ['nothing', ''],
    ['another kind', 'p1:0::b:1'],
    ['a version that is to come', 'd2:0::b:1'],
    ['an action that is to come', 'd1:6::b:1'],
    ['no action', 'd1:::b:1'],
    ['an owner just above 64 bits', 'd1:0:3w5e11264sgsg:b:1'],
    ['an owner too long', 'd1:0:zzzzzzzzzzzzzz:b:1'],
    ['an owner in capitals', 'd1:0:ABC:b:1'],
    ['no batch', 'd1:0:::1'],
    ['a batch too long', `d1:0::${'b'.repeat(26)}:1`],
    ['a batch in capitals', 'd1:0::B:1'],
    ['a batch with a dash', 'd1:0::b-1:1'],
    ['page 0', 'd1:0::b:0'],
    ['no page', 'd1:0::b:'],
    ['a page too long', 'd1:0::b:1234567'],
    ['more behind it', 'd1:0::b:1:2'],
    ['a line behind it', 'd1:0::b:1\n'],
    ['something before it', ' d1:0::b:1'],
  ])('with %s can’t be read', (_, customId) => {
    expect(parseDigestCustomId(customId)).toBeNull();
  });

  it('is never read as something impossible if it’s damaged', () => {
    let readable = 0;
    fc.assert(
      fc.property(anyId, fc.nat(50), fc.string({ maxLength: 3 }), (id, at, put) => {
        const whole = encodeDigestCustomId(id);
        const found = parseDigestCustomId(whole.slice(0, at) + put + whole.slice(at + 1));
        if (found === null) return;
        readable += 1;
        expect(parseDigestCustomId(encodeDigestCustomId(found))).toEqual(found);
        expect(found.page).toBeGreaterThan(0);
        expect(BigInt(found.ownerId ?? 0)).toBeLessThan(2n ** 64n);
      }),
      { numRuns: 1_000 },
    );
    expect(readable).toBeGreaterThan(100);
  });

  it('begins with its prefix', () => {
    expect(encodeDigestCustomId(plain).split(':')[0]).toBe(DIGEST_PREFIX);
  });
});

const players = { ownerId: LARGEST_SNOWFLAKE, channelId: '1', page: 20 } as const;
const remove = {
  ownerId: '1',
  channelId: LARGEST_SNOWFLAKE,
  createdAt: Date.UTC(2500, 0, 1),
} as const;

describe('the custom_id of a page of tracked players', () => {
  it.each(['first', 'previous', 'jump', 'next', 'last'] as const)('is read back (%s)', (action) => {
    const id = { action, ...players };
    const text = encodePlayersCustomId(id);
    expect(text.length).toBeLessThan(100);
    expect(parsePlayersCustomId(text)).toEqual(id);
    expect(parseRemoveCustomId(text)).toBeNull();
  });

  it('is the same as in the first version', () => {
    const id = encodePlayersCustomId({ action: 'next', ...players });
    expect(id).toBe('l1:3:3w5e11264sgsf:1:k');
  });
});

describe('the custom_id under the question whether to remove', () => {
  it.each(['confirm', 'keep'] as const)('is read back (%s)', (action) => {
    const id = { action, ...remove };
    const text = encodeRemoveCustomId(id);
    expect(text.length).toBeLessThan(100);
    expect(parseRemoveCustomId(text)).toEqual(id);
    expect(parsePlayersCustomId(text)).toBeNull();
  });
});

describe('a feed’s custom_id', () => {
  it.each([
    '',
    'l1',
    'l2:3:1:1:1',
    'l1:9:1:1:1',
    'l1:z:1:1:1',
    'l1:3:1:1:0',
    'l1:3:1:1',
    'l1:3:1:1:1:1',
    'l1:3:-1:1:1',
    'l1:3:zzzzzzzzzzzzz:1:1',
    'l1:3:1:zzzzzzzzzzzzz:1',
    'r1:2:1:1:1',
    'r1:0::1:1',
    'p1:3:1:1:1',
    'L1:3:1:1:1',
  ])('isn’t read if it’s malformed (%s)', (text) => {
    expect(parsePlayersCustomId(text)).toBeNull();
    expect(parseRemoveCustomId(text)).toBeNull();
  });
});

describe('the custom_id that moves players', () => {
  const id = {
    action: 'take',
    ownerId: '80351110224678912',
    from: '155117677105512449',
    to: LARGEST_SNOWFLAKE,
    createdAt: 1_735_689_600_000,
  } as const;

  it('is read as it was written, and fits', () => {
    const written = encodeTakeAlongCustomId(id);
    expect(written.length).toBeLessThanOrEqual(CUSTOM_ID_LIMIT);
    expect(parseTakeAlongCustomId(written)).toEqual(id);
  });

  it('can still be read in old messages', () => {
    // Written by the first version: changing what these mean breaks buttons that people still see.
    const written = 'm1:0:lz63ag7l4ao:16fcml3svtoh:3w5e11264sgsf:m5d4ruo0';
    expect(parseTakeAlongCustomId(written)).toEqual(id);
  });

  it.each(['m1:1:1:2:3:4', 'm1:0::2:3:4', 'm1:0:1:2:3', 'm2:0:1:2:3:4', 'm1:0:1:2:3:0'])(
    'isn’t read if it’s damaged or of another version (%s)',
    (text) => {
      expect(parseTakeAlongCustomId(text)).toBeNull();
    },
  );
});
