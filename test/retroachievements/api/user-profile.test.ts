import { describe, expect, test } from 'vitest';

import { decodeUserProfile } from '#src/retroachievements/api/user-profile.ts';

import { wireProfile, without } from './wire-fixtures.ts';

const PLAYER = {
  name: 'MaxMilyin',
  ulid: '00003EMFWR7XB8SDPEHB3K56ZQ',
  avatarPath: '/UserPic/MaxMilyin.png',
  motto: 'Speedruns on Fridays',
  isUnranked: false,
};

describe('a profile', () => {
  test('is decoded', () => {
    expect(decodeUserProfile(wireProfile())).toEqual(PLAYER);
  });

  test('keeps the picture under the old name after a rename', () => {
    const profile = decodeUserProfile(wireProfile({ User: 'Maximilian' }));
    expect(profile).toEqual({ ...PLAYER, name: 'Maximilian' });
  });

  test.each([{ ULID: null }, { ULID: '' }, { ULID: '123' }, { ULID: 7 }])(
    'with %j has no ULID',
    (changes) => {
      expect(decodeUserProfile(wireProfile(changes)).ulid).toBeNull();
    },
  );

  test('needs only a name', () => {
    expect(decodeUserProfile(without(wireProfile(), 'ULID', 'UserPic', 'Motto'))).toEqual({
      name: 'MaxMilyin',
      ulid: null,
      avatarPath: null,
      motto: '',
      isUnranked: false,
    });
  });

  test.each([
    [1, true],
    ['1', true],
    [true, false],
    [0, false],
    [null, false],
  ])('says whether the site leaves the player out of rankings: %j', (Untracked, isUnranked) => {
    expect(decodeUserProfile({ ...wireProfile(), Untracked }).isUnranked).toBe(isUnranked);
  });

  test.each([300, 100_000])(
    'keeps as much of a name of %i letters as Discord accepts',
    (length) => {
      const { name } = decodeUserProfile(wireProfile({ User: 'M'.repeat(length) }), 'MaxMilyin');
      expect(name).toBe(`${'M'.repeat(49)}…`);
    },
  );

  test.each([
    ['a name that shows nothing', { User: '\u200b' }],
    ['a name that nobody can have, and no ULID', { User: 'Max\u202eMilyin!', ULID: null }],
  ])('with %s has the requested one', (_, changes) => {
    expect(decodeUserProfile(wireProfile(changes), 'maxmilyin').name).toBe('maxmilyin');
  });

  test('removes direction-changing characters from a name', () => {
    expect(decodeUserProfile(wireProfile({ User: 'Max\u202eMilyin' })).name).toBe('MaxMilyin');
  });

  test('has no picture from another site', () => {
    const UserPic = 'https://example.com/UserPic/MaxMilyin.png';
    expect(decodeUserProfile(wireProfile({ UserPic })).avatarPath).toBeNull();
  });

  test.each([null, [], {}, { User: '' }, { User: null }, { User: 5 }])(
    '%j is unreadable',
    (json) => {
      expect(() => decodeUserProfile(json)).toThrow(
        expect.objectContaining({ failure: { kind: 'unreadable', detail: expect.any(String) } }),
      );
    },
  );
});
