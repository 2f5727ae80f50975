import { describe, expect, it } from 'vitest';

import { collectedPostMessage } from '#src/announcements/messages/collected-post.ts';
import { COLLECTED_LINES_LIMIT } from '#src/announcements/post.ts';
import type { CollectedPost } from '#src/announcements/post.ts';
import { t } from '#test/progress/messages/pages.ts';
import { asSeen } from '#test/progress/messages/read-page.ts';
import { fc } from '#test/support/fast-check.ts';

import {
  anyGame,
  AT,
  embedOf,
  game,
  games,
  linesOf,
  MEDIA,
  player,
  playerNumber,
  problemsOf,
  REAL_GAMES,
} from './posts.ts';

const collected = (lines: CollectedPost['lines'], roleId: string | null = null) =>
  collectedPostMessage({ lines, roleId }, { t, mediaUrl: MEDIA });

const LINE =
  /^(?:🏆|🏅|⭐|🔷) (?:\*\*(?<player>[^*]+)\*\* )?\[(?<name>.+)\]\(https:\/\/retroachievements\.org\/game\/(?<id>\d+)\)(?<tags>(?: `[^`]+`)*)(?: · (?<system>.+))?$/;

describe('a collected post about one player', () => {
  const { body } = collected(
    games(12).map((one) => ({
      player: player({ avatarPath: '/UserPic/MaxMilyin.png' }),
      game: one,
    })),
  );

  it('names the player above, and links each game', () => {
    expect(embedOf(body)).toEqual({
      color: 0xcc_99_00,
      author: {
        name: 'MaxMilyin finished 12 games',
        url: 'https://retroachievements.org/user/MaxMilyin',
        icon_url: 'https://media.example/UserPic/MaxMilyin.png',
      },
      description: Array.from(
        { length: 12 },
        (_, index) =>
          `🏆 [Game ${index + 1}](https://retroachievements.org/game/${index + 1}) · MD`,
      ).join('\n'),
      timestamp: new Date(AT + 11_000).toISOString(),
    });
    expect(problemsOf(body)).toEqual([]);
  });

  it('can be about one game', () => {
    const one = collected([{ player: player(), game: game({ tags: ['Hack'], system: null }) }]);
    expect(embedOf(one.body).author?.name).toBe('MaxMilyin finished 1 game');
    expect(linesOf(one.body)).toEqual([
      '🏆 [Sonic the Hedgehog](https://retroachievements.org/game/1) `Hack`',
    ]);
  });
});

describe('a collected post about several players', () => {
  const lines = [1, 2, 1].map((n) => ({
    player: playerNumber(n, { memberId: String(n) }),
    game: game({ kind: 'beaten-hardcore' }),
  }));

  it('says how many there are, and names one on each line', () => {
    const { body } = collected(lines);
    expect(embedOf(body).title).toBe('2 players finished 3 games');
    expect(embedOf(body)).not.toHaveProperty('author');
    expect(linesOf(body)).toEqual(
      [1, 2, 1].map(
        (n) => `⭐ **Player${n}** [Sonic the Hedgehog](https://retroachievements.org/game/1) · MD`,
      ),
    );
  });

  it('pings each member once', () => {
    const { body, mentions } = collected(lines, '7');
    expect(body.content).toBe('<@&7> <@1> <@2>');
    expect(mentions).toEqual({ roles: ['7'], users: ['1', '2'] });
  });
});

const anyLines = fc.array(
  fc.record({ game: anyGame, n: fc.nat(20), name: fc.string({ minLength: 1, maxLength: 40 }) }),
  { minLength: COLLECTED_LINES_LIMIT, maxLength: COLLECTED_LINES_LIMIT },
);

describe('the most games in a collected post', () => {
  it('would be rejected here if they didn’t fit', () => {
    expect(problemsOf({ embeds: [{ title: 'x'.repeat(257) }] })).not.toEqual([]);
  });

  it('fit with complete links, whatever they are called', () => {
    fc.assert(
      fc.property(anyLines, fc.boolean(), (all, isOnePlayer) => {
        const { body } = collected(
          all.map(({ game: one, n, name }) => ({
            player: isOnePlayer ? player({ name }) : playerNumber(n, { name }),
            game: one,
          })),
        );
        expect(problemsOf(body)).toEqual([]);
        expect(embedOf(body).description?.isWellFormed()).toBe(true);
        const ids = linesOf(body).map((line) => Number(/\/game\/(\d+)\)/.exec(line)?.[1]));
        expect(ids).toEqual(all.map(({ game: one }) => one.gameId));
      }),
      { numRuns: 300 },
    );
  });

  it('have their full names and tags for every real title', () => {
    for (let at = 0; at < REAL_GAMES.length; at += COLLECTED_LINES_LIMIT) {
      const all = REAL_GAMES.slice(at, at + COLLECTED_LINES_LIMIT);
      const { body } = collected(all.map((one) => ({ player: player(), game: one })));
      const read = linesOf(body).map((line) => {
        const { name = '', id, tags = '', system } = LINE.exec(line)?.groups ?? {};
        return [asSeen(name), Number(id), tags, system];
      });
      expect(read).toEqual(
        all.map(({ name, gameId, tags, system }) => [
          name,
          gameId,
          tags.map((tag) => ` \`${tag}\``).join(''),
          system,
        ]),
      );
    }
  });

  it('has room for the longest of everything', () => {
    const long = game({
      gameId: Number.MAX_SAFE_INTEGER,
      name: '*'.repeat(500),
      tags: ['T'.repeat(90), 'U'.repeat(90)],
      system: '_'.repeat(90),
    });
    const lines = Array.from({ length: COLLECTED_LINES_LIMIT }, (_, n) => ({
      player: playerNumber(n, {
        name: '~'.repeat(300),
        memberId: String(2n ** 64n - 1n - BigInt(n)),
      }),
      game: long,
    }));
    const { body } = collected(lines, String(2n ** 64n - 1n));
    expect(problemsOf(body)).toEqual([]);
    expect(linesOf(body)).toHaveLength(COLLECTED_LINES_LIMIT);
  });
});
