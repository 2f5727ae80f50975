import { describe, expect, test } from 'vitest';

import { isUlid, parsePlayerRef } from '#src/retroachievements/player.ts';

const ULID = '00003EMFWR7XB8SDPEHB3K56ZQ';

describe('what somebody types as a player', () => {
  test.each([
    'MaxMilyin',
    ' MaxMilyin ',
    '@MaxMilyin',
    'https://retroachievements.org/user/MaxMilyin',
    'https://www.retroachievements.org/user/MaxMilyin/progress?sort=title#top',
  ])('%j is a name', (typed) => {
    expect(parsePlayerRef(typed)).toEqual({ kind: 'name', name: 'MaxMilyin' });
  });

  test.each([ULID, ULID.toLowerCase(), `https://retroachievements.org/user/${ULID}`])(
    '%j is a ULID',
    (typed) => {
      expect(parsePlayerRef(typed)).toEqual({ kind: 'ulid', ulid: ULID });
    },
  );

  test.each(['', 'x', 'a'.repeat(21), 'Max Milyin', 'Max_Milyin', '<@123456789>', 'é'.repeat(5)])(
    '%j is nobody',
    (typed) => {
      expect(parsePlayerRef(typed)).toBeNull();
    },
  );
});

describe('a ULID', () => {
  test.each([
    [ULID, true],
    [ULID.toLowerCase(), false],
    [`8${ULID.slice(1)}`, false],
    [ULID.replace('Z', 'U'), false],
    [ULID.slice(1), false],
  ])('%j: %s', (text, is) => {
    expect(isUlid(text)).toBe(is);
  });
});
