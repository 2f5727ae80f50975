import { describe, expect, it } from 'vitest';

import { encodeDigestCustomId } from '#src/announcements/messages/custom-ids.ts';
import {
  DIGEST_PAGE_SIZE,
  digestGames,
  digestListMessage,
} from '#src/announcements/messages/digest-list.ts';
import type { DigestPost } from '#src/announcements/post.ts';
import { Page } from '#src/messages/paging.ts';
import { OWNER, t } from '#test/progress/messages/pages.ts';
import { componentsOf } from '#test/progress/messages/read-page.ts';
import { fc } from '#test/support/fast-check.ts';

import {
  anyGame,
  AT,
  digest,
  embedOf,
  game,
  games,
  linesOf,
  player,
  playerNumber,
  problemsOf,
} from './posts.ts';

const listed = (post: DigestPost, number: number) =>
  digestListMessage(post, {
    t,
    page: Page.of({ number, itemCount: digestGames(post).length, size: DIGEST_PAGE_SIZE }),
    customId: (action, page) =>
      encodeDigestCustomId({ action, ownerId: OWNER, batchId: post.batchId, page }),
  });

const large = digest([
  { player: player(), games: games(100) },
  { player: playerNumber(2), games: games(37, { kind: 'beaten-softcore' }) },
]);

describe('a page of a digest’s full list', () => {
  it('shows each game with its award, its player, and the date', () => {
    const post = digest([
      { player: player(), games: [game({ tags: ['Hack'] })] },
      { player: playerNumber(2), games: [game({ kind: 'beaten-softcore', system: null })] },
    ]);
    expect(listed(post, 1)).toEqual({
      embeds: [
        {
          color: 0xcc_99_00,
          title: 'Weekly digest: 2 players finished 2 games',
          description: [
            '🏆 **[Sonic the Hedgehog](https://retroachievements.org/game/1)** `Hack`',
            `-# MaxMilyin · MD · <t:${AT / 1_000}:R>`,
            '🔷 **[Sonic the Hedgehog](https://retroachievements.org/game/1)**',
            `-# Player2 · <t:${AT / 1_000}:R>`,
          ].join('\n'),
          footer: { text: 'Games 1–2 of 2 · Page 1 of 1' },
        },
      ],
      components: [],
    });
  });

  it('has twenty games, and says which ones', () => {
    const body = listed(large, 6);
    expect(embedOf(body).footer?.text).toBe('Games 101–120 of 137 · Page 6 of 7');
    expect(linesOf(body)).toHaveLength(2 * 20);
    expect(linesOf(body)[0]).toContain('[Game 1]');
    expect(linesOf(body)[1]).toContain('Player2');
    expect(linesOf(listed(large, 7))).toHaveLength(2 * 17);
  });

  it('shows, together with the others, each game once', () => {
    const seen = Array.from({ length: 7 }, (_, index) => linesOf(listed(large, index + 1))).flat();
    expect(seen.filter((line) => line.includes('/game/'))).toHaveLength(137);
    expect(new Set(seen.filter((line) => line.startsWith('🏆'))).size).toBe(100);
  });

  it('has the same buttons as a library', () => {
    const idsOf = (number: number) =>
      componentsOf(listed(large, number)).map(({ custom_id, disabled }) => [custom_id, disabled]);
    expect(idsOf(2)).toEqual([
      ['d1:1:lz63ag7l4ao:0batch:1', false],
      ['d1:2:lz63ag7l4ao:0batch:1', false],
      ['d1:3:lz63ag7l4ao:0batch:2', false],
      ['d1:4:lz63ag7l4ao:0batch:3', false],
      ['d1:5:lz63ag7l4ao:0batch:7', false],
    ]);
    expect(idsOf(1).map(([, disabled]) => disabled)).toEqual([true, true, false, false, false]);
    expect(idsOf(7).map(([, disabled]) => disabled)).toEqual([false, false, false, true, true]);
    expect(componentsOf(listed(large, 2))[2]).toMatchObject({ label: '2/7' });
  });

  it('is accepted by Discord, whatever the games are called', () => {
    const anyPart = fc.record({
      name: fc.string({ minLength: 1, maxLength: 40 }),
      won: fc.array(anyGame, { minLength: 1, maxLength: 25 }),
    });
    fc.assert(
      fc.property(fc.array(anyPart, { minLength: 1, maxLength: 4 }), (parts) => {
        const post = digest(
          parts.map(({ name, won }, n) => ({ player: playerNumber(n, { name }), games: won })),
        );
        const count = Math.ceil(digestGames(post).length / DIGEST_PAGE_SIZE);
        for (let number = 1; number <= count; number += 1) {
          expect(problemsOf(listed(post, number))).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('has room for the longest of everything', () => {
    const long = game({
      gameId: Number.MAX_SAFE_INTEGER,
      name: '*'.repeat(500),
      tags: ['T'.repeat(90)],
      system: '_'.repeat(90),
      awardedAt: 8_640_000_000_000_000,
    });
    const name = '~'.repeat(300);
    const post = digest([
      { player: player({ name }), games: Array.from({ length: 21 }, () => long) },
    ]);
    expect(problemsOf(listed(post, 1))).toEqual([]);
    expect(linesOf(listed(post, 1))).toHaveLength(40);
  });
});
