import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { plainPostMessage } from '#src/announcements/messages/plain-post.ts';
import type { Post } from '#src/announcements/post.ts';
import { t } from '#test/progress/messages/pages.ts';

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
  it('says who won what, without a link, a picture, an embed, or a ping', () => {
    expect(plainPostMessage(single, t)).toEqual({
      content: '🏆 MaxMilyin · Mastered · Sonic the Hedgehog · MD',
    });
  });

  it('lists games, a line each', () => {
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

  it('has as many of a digest’s games as fit, and counts the rest', () => {
    const post = digest([{ player: player(), games: games(200) }]);
    const { content = '' } = plainPostMessage({ kind: 'digest', post }, t);
    const lines = content.split('\n');
    expect(lines[0]).toBe('**Weekly digest: 1 player finished 200 games**');
    expect(content.length).toBeLessThan(1_700);
    expect(lines.at(-1)).toBe(`…and ${200 - (lines.length - 2)} more`);
    expect(lines.length).toBeGreaterThan(20);
  });

  it('is one that Discord takes, whatever titles say', () => {
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
});
