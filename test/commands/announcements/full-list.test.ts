import { describe, expect, it } from 'vitest';

import { encodeDigestCustomId } from '#src/announcements/messages/custom-ids.ts';
import { digest, games, player } from '#test/announcements/messages/posts.ts';
import { clickOf } from '#test/discord/interactions/interactions.ts';

import { GUILD, IN_DIRECT_MESSAGES, startManagement } from './stage.ts';

/** As under digests that were posted before ids were bound to servers. */
const PUBLISHED = 'd1:0::0batch:1';

function start() {
  const started = startManagement();
  const asked: unknown[] = [];
  started.memory.digest = async (batchId, guildId) => {
    asked.push([batchId, guildId]);
    return guildId === GUILD ? digest([{ player: player(), games: games(3) }]) : 'elsewhere';
  };
  return { ...started, asked };
}

describe('the full list of a digest', () => {
  it('opens in its own server, even from an old post', async () => {
    const { ask, asked } = start();
    const { text, isPrivate } = await ask(clickOf(PUBLISHED));
    expect(text).toContain('MaxMilyin');
    expect(isPrivate).toBe(true);
    expect(asked).toEqual([['0batch', GUILD]]);
    expect(
      encodeDigestCustomId({ action: 'open', ownerId: null, batchId: '0batch', page: 1 }),
    ).toBe(PUBLISHED);
  });

  it.each([
    ['another server', { guild_id: '8' }],
    ['a direct message', IN_DIRECT_MESSAGES],
  ])('doesn’t open in %s', async (_, said) => {
    const { ask } = start();
    for (const id of [PUBLISHED, 'd1:4:1:0batch:2']) {
      const { text, isPrivate, type } = await ask(clickOf(id, { said }));
      expect(text).toBe('You can only open this list in the server it was posted in.');
      expect([isPrivate, type]).toEqual([true, 4]);
    }
  });
});

describe('other buttons of announcements', () => {
  it.each([
    ['a list of players', 'l1:3:1:2j:2'],
    ['the question before a removal', 'r1:0:1:2j:jn3w9l1k'],
  ])('don’t work in another server (%s)', async (_, id) => {
    const { ask, has, memory } = startManagement();
    await has({ id: '91' }, ['MaxMilyin']);
    const { text } = await ask(clickOf(id, { said: managerOf('8') }));
    expect(text).toContain('This server doesn’t have announcements yet');
    expect(memory.feeds.size).toBe(1);
    const direct = await ask(clickOf(id, { said: IN_DIRECT_MESSAGES }));
    expect(direct.text).toContain('only work in servers');
    expect(memory.feeds.size).toBe(1);
  });
});

const managerOf = (guildId: string) => ({
  guild_id: guildId,
  member: { user: { id: '1' }, permissions: '32', roles: [] },
});
