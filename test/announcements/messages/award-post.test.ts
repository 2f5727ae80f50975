import { describe, expect, it } from 'vitest';

import { awardPostMessage } from '#src/announcements/messages/award-post.ts';
import { samplePostMessage } from '#src/announcements/messages/sample-post.ts';
import type { AwardDetails, AwardPost } from '#src/announcements/post.ts';
import { AWARD_KINDS } from '#src/retroachievements/award-kind.ts';
import type { AwardKind } from '#src/retroachievements/award-kind.ts';
import { t } from '#test/progress/messages/pages.ts';
import { asSeen } from '#test/progress/messages/read-page.ts';
import { fc } from '#test/support/fast-check.ts';

import { anyGame, AT, embedOf, game, linesOf, MEDIA, player, problemsOf } from './posts.ts';

const DETAILS: AwardDetails = {
  iconPath: '/Images/067895.png',
  possible: 45,
  awarded: 45,
  awardedHardcore: 45,
  nth: null,
  nthOnSystem: null,
};

const posted = (said: Partial<AwardPost> = {}) =>
  awardPostMessage(
    { player: player(), game: game(), details: null, roleId: null, ...said },
    { t, mediaUrl: MEDIA },
  );

const detailLines = (said: Partial<AwardDetails>, kind: AwardKind = 'mastered') =>
  linesOf(posted({ game: game({ kind }), details: { ...DETAILS, ...said } }).body).slice(1);

const firstLine = (said: Parameters<typeof game>[0]) =>
  linesOf(posted({ game: game(said) }).body)[0];

describe('a post', () => {
  it('is one embed that says who earned what, on which system, and when', () => {
    const details: AwardDetails = {
      ...DETAILS,
      nth: { count: 100, isMilestone: true },
      nthOnSystem: { count: 12, isMilestone: false },
    };
    const avatarPath = '/UserPic/MaxMilyin.png';
    expect(posted({ player: player({ avatarPath }), details })).toEqual({
      body: {
        embeds: [
          {
            color: 0xff_d7_00,
            author: {
              name: 'MaxMilyin',
              url: 'https://retroachievements.org/user/MaxMilyin',
              icon_url: 'https://media.example/UserPic/MaxMilyin.png',
            },
            title: 'Sonic the Hedgehog',
            url: 'https://retroachievements.org/game/1',
            description: [
              '🏆 **Mastered** · MD',
              '45 of 45 achievements',
              '🎉 Their **100th** mastered game',
              '-# Their **12th** game mastered on MD',
            ].join('\n'),
            thumbnail: { url: 'https://media.example/Images/067895.png' },
            timestamp: '2025-03-03T18:00:05.000Z',
          },
        ],
      },
      mentions: { roles: [], users: [] },
    });
  });

  it('looks complete even without the library', () => {
    const { body } = posted();
    expect(linesOf(body)).toEqual(['🏆 **Mastered** · MD']);
    expect(embedOf(body)).not.toHaveProperty('thumbnail');
    expect(embedOf(body).author).not.toHaveProperty('icon_url');
    expect(problemsOf(body)).toEqual([]);
  });

  it('leaves out a system that the site didn’t send', () => {
    expect(firstLine({ system: null })).toBe('🏆 **Mastered**');
    const { body } = posted({
      game: game({ system: null }),
      details: { ...DETAILS, nthOnSystem: { count: 1, isMilestone: true } },
    });
    expect(linesOf(body)).toHaveLength(2);
  });

  it('names a game whose title the site didn’t send', () => {
    const { body } = posted({ game: game({ gameId: 123, name: 'Game 123' }) });
    expect(embedOf(body)).toMatchObject({
      title: 'Game 123',
      url: 'https://retroachievements.org/game/123',
    });
  });

  it('has tags as labels, not in the title', () => {
    const { body } = posted({ game: game({ tags: ['Hack', 'Subset - Bonus'] }) });
    expect(linesOf(body)[0]).toBe('🏆 **Mastered** · MD `Hack` `Subset - Bonus`');
    expect(embedOf(body).title).toBe('Sonic the Hedgehog');
  });

  it('shows its title as it is', () => {
    const name = '\\`*_~|[]<>:x@everyone <@1> https://x #-';
    const { body } = posted({ game: game({ name }) });
    expect(asSeen(embedOf(body).title ?? '')).toBe(name);
  });

  it('is accepted by Discord, whatever the game and the player are called', () => {
    const counts = fc.record({
      iconPath: fc.constant('/Images/000001.png'),
      possible: fc.nat(),
      awarded: fc.nat(),
      awardedHardcore: fc.nat(),
      nth: fc.option(fc.record({ count: fc.integer({ min: 1 }), isMilestone: fc.boolean() })),
      nthOnSystem: fc.option(
        fc.record({ count: fc.integer({ min: 1 }), isMilestone: fc.boolean() }),
      ),
    });
    const anyText = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 });
    fc.assert(
      fc.property(anyGame, fc.option(counts), anyText, (one, details, name) => {
        const { body } = posted({ game: one, details, player: player({ name }) });
        expect(problemsOf(body)).toEqual([]);
        expect(() => asSeen(embedOf(body).title ?? '')).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });
});

describe('an award kind', () => {
  it('has its own color, mark, and words', () => {
    const bodies = AWARD_KINDS.map((kind) => posted({ game: game({ kind }) }).body);
    expect(new Set(bodies.map((body) => embedOf(body).color)).size).toBe(4);
    expect(bodies.map((body) => linesOf(body)[0])).toEqual([
      '🏆 **Mastered** · MD',
      '🏅 **Completed (casual)** · MD',
      '⭐ **Beaten** · MD',
      '🔷 **Beaten (casual)** · MD',
    ]);
  });

  it.each<[AwardKind, readonly AwardKind[], string]>([
    ['mastered', ['beaten-hardcore'], 'Beaten and mastered'],
    ['mastered', ['completed', 'beaten-softcore'], 'Beaten and mastered'],
    ['mastered', ['completed'], 'Mastered'],
    ['completed', ['beaten-softcore'], 'Beaten and completed (casual)'],
    [
      'completed',
      ['beaten-hardcore', 'beaten-softcore'],
      'Beaten in hardcore, completed in casual',
    ],
    ['beaten-hardcore', ['beaten-softcore'], 'Beaten'],
  ])('%s together with %j is “%s”', (kind, alsoEarned, words) => {
    expect(firstLine({ kind, alsoEarned })).toContain(`**${words}** · MD`);
  });
});

const points = (isMilestone: boolean) =>
  detailLines({
    nth: { count: 41, isMilestone },
    nthOnSystem: { count: 1, isMilestone },
  }).slice(1);

describe('the facts below the title', () => {
  it.each<[string, Partial<AwardDetails>, readonly string[]]>([
    ['all in hardcore', {}, ['45 of 45 achievements']],
    ['one of one', { possible: 1, awarded: 1 }, ['1 of 1 achievement']],
    ['some in casual', { awardedHardcore: 30 }, ['45 of 45 achievements · 30 in hardcore']],
    ['all in casual', { awardedHardcore: 0 }, ['45 of 45 achievements']],
    ['more than there are', { awarded: 46, awardedHardcore: 46 }, ['45 of 45 achievements']],
    ['a set that was demoted', { possible: 0, awarded: 0, awardedHardcore: 0 }, []],
    [
      'thousands',
      { possible: 1_200, awarded: 1_100, awardedHardcore: 1_100 },
      ['1,100 of 1,200 achievements'],
    ],
  ])('count achievements: %s', (_, said, lines) => {
    expect(detailLines(said)).toEqual(lines);
  });

  it('stand out for milestones only', () => {
    expect(points(true)).toEqual([
      '🎉 Their **41st** mastered game',
      'Their **first** game mastered on MD',
    ]);
    expect(points(false)).toEqual([
      '-# Their **41st** mastered game',
      '-# Their **first** game mastered on MD',
    ]);
  });

  it.each<[AwardKind, string]>([
    ['mastered', 'mastered'],
    ['completed', 'completed'],
    ['beaten-hardcore', 'beaten'],
    ['beaten-softcore', 'beaten'],
  ])('of a game that is %s call it %s', (kind, word) => {
    const nth = { count: 2, isMilestone: false };
    expect(detailLines({ nth, nthOnSystem: nth }, kind).slice(1)).toEqual([
      `-# Their **2nd** ${word} game`,
      `-# Their **2nd** game ${word} on MD`,
    ]);
  });
});

describe('a ping', () => {
  it('is above the post, and names the role and the linked member', () => {
    const { body, mentions } = posted({ player: player({ memberId: '42' }), roleId: '7' });
    expect(body.content).toBe('<@&7> <@42>');
    expect(mentions).toEqual({ roles: ['7'], users: ['42'] });
  });

  it.each([
    [{ player: player({ memberId: '42' }) }, '<@42>'],
    [{ roleId: '7' }, '<@&7>'],
  ])('can be for just one of them', (said, content) => {
    expect(posted(said).body.content).toBe(content);
  });

  it('is missing if there is nobody to ping', () => {
    expect(posted().body).not.toHaveProperty('content');
  });
});

describe('the sample', () => {
  const { body, mentions } = samplePostMessage({ t, mediaUrl: MEDIA, at: AT });

  it('says that it’s a sample, and pings nobody', () => {
    expect(embedOf(body).footer?.text).toMatch(/sample/i);
    expect(mentions).toEqual({ roles: [], users: [] });
    expect(body).not.toHaveProperty('content');
    expect(problemsOf(body)).toEqual([]);
  });

  it('is a complete post about a real game', () => {
    expect(embedOf(body)).toMatchObject({
      title: 'Sonic the Hedgehog',
      url: 'https://retroachievements.org/game/1',
      thumbnail: { url: 'https://media.example/Images/067895.png' },
      timestamp: '2025-03-03T18:00:05.000Z',
    });
    expect(linesOf(body)).toHaveLength(4);
  });
});
