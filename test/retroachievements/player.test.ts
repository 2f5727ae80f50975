import { describe, expect, test } from 'vitest';

import { isUlid, parsePlayerRef, playerText } from '#src/retroachievements/player.ts';

const ULID = '00003EMFWR7XB8SDPEHB3K56ZQ';

describe('what someone types as a player', () => {
  test.each([
    'MaxMilyin',
    ' MaxMilyin ',
    '@MaxMilyin',
    'https://retroachievements.org/user/MaxMilyin',
    'https://www.retroachievements.org/user/MaxMilyin/progress?sort=title#top',
    'retroachievements.org/user/MaxMilyin',
    'www.retroachievements.org/user/MaxMilyin',
    'http://retroachievements.org/user/MaxMilyin/',
    'HTTPS://RetroAchievements.org/User/MaxMilyin',
    '<https://retroachievements.org/user/MaxMilyin>',
    '[MaxMilyin](https://retroachievements.org/user/MaxMilyin)',
    '[Max’s page](https://retroachievements.org/user/MaxMilyin)',
    '[MaxMilyin](<https://retroachievements.org/user/MaxMilyin>)',
    '[MaxMilyin](https://…)',
    'MaxMilyin\u200E',
    '\u2066MaxMilyin\u2069',
    'Max\u200BMilyin',
    'MaxMilyin,',
    'MaxMilyin.',
    '“MaxMilyin”',
    '`MaxMilyin`',
    '**MaxMilyin**',
    '(MaxMilyin)',
    ' ＠MaxMilyin',
    'ＭａｘＭｉｌｙｉｎ',
    'MaxMilyin\n',
    'MaxMilyin/progress',
    'user/MaxMilyin',
    '/user/MaxMilyin',
    '/user/MaxMilyin/progress',
    'u/MaxMilyin',
    'user:MaxMilyin',
    'user: MaxMilyin',
    'Username: MaxMilyin',
    'player=MaxMilyin',
    'MaxMilyin (me)',
    '@MaxMilyin (that’s me!)',
    'MaxMilyin、',
    '「MaxMilyin」',
    '//retroachievements.org/user/MaxMilyin',
    '#MaxMilyin',
    '&MaxMilyin',
    '- MaxMilyin',
    '/MaxMilyin',
    'MaxMilyin\\',
    '🎮 MaxMilyin 👾',
    '❤\uFE0F MaxMilyin ▶\uFE0F',
    'MaxMilyin’s',
    "MaxMilyin's",
    'https://retroachievements.org/user/MaxMilyin%20',
    'https://retroachievements.org/user/MaxMilyin%E2%80%8E',
    'RA: MaxMilyin',
    '【MaxMilyin】',
    '→ https://retroachievements.org/user/MaxMilyin ←',
    '<@MaxMilyin>',
    'https://retroachievements.org/userInfo.php?user=MaxMilyin',
    'retroachievements.org/userInfo.php?ID=3&user=MaxMilyin&x=1',
  ])('%j is a name', (typed) => {
    expect(parsePlayerRef(typed)).toEqual({ kind: 'name', name: 'MaxMilyin' });
  });

  test.each([ULID, ULID.toLowerCase(), `https://retroachievements.org/user/${ULID}`])(
    '%j is a ULID',
    (typed) => {
      expect(parsePlayerRef(typed)).toEqual({ kind: 'ulid', ulid: ULID });
    },
  );

  test('of hostile length is read quickly', () => {
    for (const typed of [
      `${'/'.repeat(100_000)}\n`,
      `x${'/'.repeat(100_000)}y z`,
      `x ${'.'.repeat(100_000)} y`,
      `${'@'.repeat(100_000)}x y`,
      `${'['.repeat(100_000)}](`,
    ]) {
      expect(parsePlayerRef(typed)).toBeNull();
    }
  }, 1_000);

  test('can be the beginning of a name', () => {
    const typed = [
      '@max',
      ' max',
      'user/max',
      'user: max',
      '/u/max',
      'https://retroachievements.org/user/max',
      '<max',
      'ｍａｘ',
    ];
    expect(typed.map(playerText)).toEqual(typed.map(() => 'max'));
    expect(['', '@', ' ', 'retroachievements.org/user/'].map(playerText)).toEqual(['', '', '', '']);
  });

  test.each([
    '',
    'x',
    'a'.repeat(21),
    'Max Milyin',
    'Max_Milyin',
    'é'.repeat(5),
    'https://example.org/user/MaxMilyin',
    'https://retroachievements.org/game/319',
    '[](x)',
    'user/',
    'https://retroachievements.org/userInfo.php?ID=3',
    '//example.org/user/MaxMilyin',
    'example.org/userInfo.php?user=MaxMilyin',
    'Max Milyin (me)',
    '<@&1234567890123456>',
    '<#1234567890123456>',
    '<:max:1234567890123456>',
    '<t:1735689600:R>',
    '</max:1234567890123456>',
    '🎮',
  ])('%j isn’t a player', (typed) => {
    expect(parsePlayerRef(typed)).toBeNull();
  });
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
