import { describe, expect, it } from 'vitest';

import { memberMeant } from '#commands/player-option.ts';

const CALLER = '42';

describe('in `user`', () => {
  it.each([
    'me',
    'Me',
    ' ME ',
    '@me',
    '@Me ',
    'me,',
    '@me,',
    '“me”',
    '(me)',
    'me!',
    'ｍｅ',
    '\u200bme',
    '👉 me',
    'me 😀',
  ])('%j is the caller', (typed) => expect(memberMeant(typed, CALLER)).toBe(CALLER));

  it.each(['<@17>', '<@!17>', ' <@17> ', '<@17>,', '“<@17>”', '(<@17>)'])(
    '%j is a member',
    (typed) => expect(memberMeant(typed, CALLER)).toBe('17'),
  );

  it.each([
    'MaxMilyin',
    'mel',
    'meme',
    'me2',
    'me too',
    'Max me',
    '<:me:17>',
    '<@&17>',
    '<#17>',
    '<@17> me',
    '<@17><@18>',
    '<@>',
    '',
    '1',
    'https://retroachievements.org/user/me',
    '[me](https://retroachievements.org/user/Max)',
  ])('%j is neither', (typed) => expect(memberMeant(typed, CALLER)).toBeNull());
});
