import { describe, expect, it } from 'vitest';

import {
  encodePlayersCustomId,
  encodeRemoveCustomId,
  parsePlayersCustomId,
  parseRemoveCustomId,
} from '#src/announcements/messages/feed-custom-id.ts';

const LARGEST = '18446744073709551615';
const players = { ownerId: LARGEST, channelId: '1', page: 20 } as const;
const remove = { ownerId: '1', channelId: LARGEST, createdAt: Date.UTC(2500, 0, 1) } as const;

describe('the custom_id of a page of tracked players', () => {
  it.each(['first', 'previous', 'jump', 'next', 'last'] as const)('is read back (%s)', (action) => {
    const id = { action, ...players };
    const text = encodePlayersCustomId(id);
    expect(text.length).toBeLessThan(100);
    expect(parsePlayersCustomId(text)).toEqual(id);
    expect(parseRemoveCustomId(text)).toBeNull();
  });

  it('is what it was in the first version', () => {
    const id = encodePlayersCustomId({ action: 'next', ...players });
    expect(id).toBe('l1:3:3w5e11264sgsf:1:k');
  });
});

describe('the custom_id of the question whether to remove', () => {
  it.each(['confirm', 'keep'] as const)('is read back (%s)', (action) => {
    const id = { action, ...remove };
    const text = encodeRemoveCustomId(id);
    expect(text.length).toBeLessThan(100);
    expect(parseRemoveCustomId(text)).toEqual(id);
    expect(parsePlayersCustomId(text)).toBeNull();
  });
});

describe('a custom_id that', () => {
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
  ])('is none (%s) is not read', (text) => {
    expect(parsePlayersCustomId(text)).toBeNull();
    expect(parseRemoveCustomId(text)).toBeNull();
  });
});
