import { describe, expect, it } from 'vitest';

import { plainPostMessage } from '#src/announcements/messages/plain-post.ts';
import type { Post } from '#src/announcements/post.ts';
import { t } from '#test/progress/messages/pages.ts';
import { fc } from '#test/support/fast-check.ts';

import { anyGame, digest, game, games, player, playerNumber, problemsOf } from './posts.ts';

const single: Post = {
  kind: 'single',
  post: {
    player: player({ memberId: '5' }),
    game: game({ tags: ['Hack'] }),
    details: null,
    roleId: '7',
  },
};

describe('the plain form of a post', () => {
  it('says who earned what, without a link, a picture, an embed, or a ping', () => {
    expect(plainPostMessage(single, t)).toEqual({
      content: '🏆 MaxMilyin · Mastered · Sonic the Hedgehog · MD',
    });
  });

  it('lists games, one per line', () => {
    const lines = games(2, { kind: 'beaten-softcore', system: null }).map((one, n) => ({
      player: playerNumber(n),
      game: one,
    }));
    const { content } = plainPostMessage({ kind: 'collected', post: { lines, roleId: '7' } }, t);
    expect(content?.split('\n').map((line) => line.slice(line.indexOf(' ') + 1))).toEqual([
      'Player0 · Beaten (casual) · Game 1',
      'Player1 · Beaten (casual) · Game 2',
    ]);
  });

  it('has all of a digest’s games if they fit', () => {
    const post = digest([{ player: player(), games: games(2) }]);
    expect(plainPostMessage({ kind: 'digest', post }, t).content?.split('\n')).toEqual([
      '**Weekly digest: 1 player finished 2 games**',
      '🏆 MaxMilyin · Mastered · Game 1 · MD',
      '🏆 MaxMilyin · Mastered · Game 2 · MD',
    ]);
  });

  it.each([1, 40])(
    'names all players (%i) of a large digest, then as many games as fit',
    (count) => {
      const players = Array.from({ length: count }, (_, n) => ({
        player: playerNumber(n),
        games: games(200 / count),
      }));
      const post = digest(players);
      const { content = '' } = plainPostMessage({ kind: 'digest', post }, t);
      const [title, names, blank, ...lines] = content.split('\n');
      expect(title).toMatch(/^\*\*Weekly digest: \d+ players? finished 200 games\*\*$/);
      expect(names).toBe(players.map((_, n) => `**Player${n}**\u00A0(${200 / count})`).join(', '));
      expect(blank).toBe('');
      expect(lines.length).toBeGreaterThan(10);
      expect(lines.at(-1)).toBe(`-# …and ${200 - (lines.length - 1)} more`);
      expect(content.length).toBeLessThan(1_700);
    },
  );

  it('is accepted by Discord, whatever titles say', () => {
    const won = fc.array(anyGame, { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(won, (all) => {
        const lines = all.map((one) => ({ player: player(), game: one }));
        const body = plainPostMessage({ kind: 'collected', post: { lines, roleId: null } }, t);
        expect(problemsOf(body)).toEqual([]);
        expect(body.content).not.toMatch(/(?<!\\)\]\(/);
        expect(body.content?.length).toBeLessThanOrEqual(1_600);
      }),
    );
  });

  it('is accepted by Discord for a digest, whatever players and games are called', () => {
    const anyPlayer = fc.record({
      name: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
      won: fc.array(anyGame, { minLength: 1, maxLength: 20 }),
    });
    fc.assert(
      fc.property(fc.array(anyPlayer, { minLength: 1, maxLength: 60 }), (some) => {
        const players = some.map(({ name, won }, n) => ({
          player: playerNumber(n, { name }),
          games: won,
        }));
        const body = plainPostMessage({ kind: 'digest', post: digest(players) }, t);
        expect(problemsOf(body)).toEqual([]);
        expect(body.content).not.toMatch(/(?<!\\)\]\(/);
        expect(body.content?.length).toBeLessThanOrEqual(1_600);
      }),
    );
  });
});
