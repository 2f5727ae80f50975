import { describe, expect, it } from 'vitest';

import { createMatcher } from '#src/announcements/reading/match.ts';
import type { Candidate } from '#src/announcements/reading/match.ts';
import type { GameAward } from '#src/retroachievements/api/recent-game-awards.ts';

import { playerNumber } from '../engine-stage.ts';

const TRACKED_AT = Date.UTC(2025, 0, 1, 12, 0, 0, 700);

function candidate(said: Partial<Candidate> = {}): Candidate {
  const { ulid, name } = playerNumber(1);
  return { channelId: '100', ulid, name, kinds: 'all', since: TRACKED_AT, ...said };
}

function award(said: Partial<GameAward> = {}): GameAward {
  const { ulid, name: playerName } = playerNumber(1);
  const awardedAt = Date.UTC(2025, 0, 1, 13);
  const game = { gameId: 7, gameTitle: 'Sonic', systemId: 1, systemName: 'Mega Drive' };
  return { playerName, ulid, kind: 'mastered', awardedAt, ...game, ...said };
}

const channels = (candidates: readonly Candidate[], one: GameAward) =>
  createMatcher(candidates)
    .match(one)
    .map(({ channelId }) => channelId);

describe('matching an award to feeds', () => {
  it('makes a row from the site’s data, for the tracked player', () => {
    const { ulid } = playerNumber(1);
    const { playerName, ulid: _, ...rest } = award({ playerName: 'NewName' });
    expect(createMatcher([candidate()]).match(award({ playerName: 'NewName' }))).toEqual([
      { channelId: '100', ulid, playerName, ...rest },
    ]);
  });

  it('knows the player by the stored name where the site sends none', () => {
    const [due] = createMatcher([candidate({ name: 'Stored' })]).match(award({ playerName: null }));
    expect(due?.playerName).toBe('Stored');
  });

  it.for([
    { says: 'a player with another name, by ULID', said: { playerName: 'Renamed' }, is: true },
    {
      says: 'another player of the same name, where there are ULIDs',
      said: playerNumber(2),
      is: false,
    },
    {
      says: 'a player by name, in any case, where there is no ULID',
      said: { ulid: null, playerName: 'pLAYER1' },
      is: true,
    },
    {
      says: 'another name without a ULID',
      said: { ulid: null, playerName: 'Player10' },
      is: false,
    },
  ])('takes $says: $is', ({ said, is }) => {
    const { ulid } = { ulid: playerNumber(1).ulid, ...said };
    const one = award({ ...said, ulid });
    expect(channels([candidate()], one)).toEqual(is ? ['100'] : []);
  });

  it('goes by ULID alone if the site sends one, even if someone else has the name now', () => {
    const other = candidate({ channelId: '200', ulid: playerNumber(2).ulid });
    expect(channels([candidate(), other], award())).toEqual(['100']);
  });

  it('matches awards earned in the very second of tracking, and none before it', () => {
    const second = Date.UTC(2025, 0, 1, 12);
    expect(channels([candidate()], award({ awardedAt: second }))).toEqual(['100']);
    expect(channels([candidate()], award({ awardedAt: second - 1_000 }))).toEqual([]);
  });

  it.for([
    { kinds: 'all', wanted: ['mastered', 'completed', 'beaten-hardcore', 'beaten-softcore'] },
    { kinds: 'beaten', wanted: ['beaten-hardcore', 'beaten-softcore'] },
    { kinds: 'mastered', wanted: ['mastered'] },
    { kinds: 'hardcore', wanted: ['mastered', 'beaten-hardcore'] },
  ] as const)('takes of $kinds what was asked for', ({ kinds, wanted }) => {
    const matcher = createMatcher([candidate({ kinds })]);
    const all = ['mastered', 'completed', 'beaten-hardcore', 'beaten-softcore'] as const;
    expect(all.filter((kind) => matcher.match(award({ kind })).length > 0)).toEqual(wanted);
  });

  it('finds each feed that tracks the player and wants the award, once', () => {
    const candidates = [
      candidate(),
      candidate({ channelId: '200' }),
      candidate({ channelId: '300', kinds: 'beaten' }),
      candidate({ channelId: '400', since: Date.UTC(2025, 0, 2) }),
      candidate({ channelId: '500', ...playerNumber(2) }),
    ];
    expect(channels(candidates, award())).toEqual(['100', '200']);
    expect(channels(candidates, award({ ulid: null }))).toEqual(['100', '200']);
  });

  it('finds nobody if nobody is tracked', () => {
    expect(channels([], award())).toEqual([]);
  });
});
