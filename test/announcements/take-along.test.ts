import { describe, expect, it } from 'vitest';

import { PLAYERS_LIMIT } from '#src/announcements/feed.ts';
import { describeOnBoth, openTestStore } from '#test/support/store.ts';

import { MINUTE, openChannels, SECOND, TROUBLE, win } from './channel-stage.ts';
import { accessible, openEngineStage, POLL_MS } from './engine-stage.ts';
import type { EngineStage } from './engine-stage.ts';
import { feed, NOW, track, ulid } from './tables/rows.ts';

/** The channel 100 is deleted. */
function deleteChannel({ channels }: EngineStage): void {
  channels.outcome = (channelId) =>
    channelId === '100'
      ? { kind: 'refused', reason: 'unknownChannel', detail: '10003: Unknown Channel' }
      : null;
  channels.accessOf = (channelId) =>
    channelId === '100' ? { kind: 'unknown' } : accessible(channelId);
}

async function takeAlong({ engine, feedOf }: EngineStage) {
  return engine.management.takeAlong(await feedOf('100'), await feedOf('200'));
}

describe('a deleted channel’s players', () => {
  it('are moved with their waiting awards, and are announced in the other channel from then on', async () => {
    await using stage = await openChannels(1);
    const { clock, channels, store, feed: site } = stage;
    await win(stage, 1, 4);
    deleteChannel(stage);
    site.award(1, 5, 'beaten-softcore', clock.now());
    await win(stage, 1, 6);
    await clock.advance(TROUBLE);
    await win(stage, 1, 7);
    await stage.setUp('200', [2], { kinds: 'mastered' });
    expect(await takeAlong(stage)).toEqual({ playerCount: 1, awardCount: 2, leftCount: 0 });
    await clock.advance(SECOND);
    await win(stage, 1, 8);
    const told = channels.posted.map((post) => post.replace('single Player1 Title ', ''));
    expect(told).toEqual(['100 4 mastered', '200 6 mastered', '200 7 mastered', '200 8 mastered']);
    expect(await store.feeds.get('100')).toBeNull();
    expect(await takeAlongAgain(stage)).toBeNull();
  });

  it('who are already tracked in the other channel stay there as they are', async () => {
    await using stage = await openChannels(1);
    const { engine } = stage;
    await stage.setUp('200', [1, 2]);
    const before = await engine.management.playersOf(await stage.feedOf('200'));
    await stage.clock.advance(MINUTE);
    expect(await takeAlong(stage)).toEqual({ playerCount: 0, awardCount: 0, leftCount: 0 });
    expect(await engine.management.playersOf(await stage.feedOf('200'))).toEqual(before);
    await win(stage, 1, 5);
    expect(stage.channels.posted).toEqual(['200 single Player1 Title 5 mastered']);
  });

  it('aren’t announced for earlier awards, however late those show up', async () => {
    await using stage = await openEngineStage();
    const { clock, channels } = stage;
    await stage.setUp('100', [1], { kinds: 'mastered' });
    await stage.setUp('200', [2]);
    stage.engine.start();
    await clock.advance(SECOND);
    stage.feed.award(1, 5, 'beaten-softcore', clock.now());
    await clock.advance(POLL_MS);
    await takeAlong(stage);
    await clock.advance(3 * POLL_MS);
    expect(channels.posted).toEqual([]);
  });
});

async function takeAlongAgain({ engine, feedOf }: EngineStage) {
  const target = await feedOf('200');
  return engine.management.takeAlong({ ...target, channelId: '100' }, target);
}

describeOnBoth('moving players', (kind) => {
  it('stops at the limit, longest tracked first, and keeps the rest', async () => {
    await using store = await openTestStore(kind);
    for (const id of ['a', 'b']) await store.feeds.save(feed(id));
    for (const n of [1, 2, 3]) await track(store, 'a', n, { at: NOW + 3 - n });
    const values = Array.from(
      { length: PLAYERS_LIMIT - 2 },
      (_, n) => `('${ulid(100 + n)}', 'b', 1)`,
    );
    const players = Array.from(
      { length: PLAYERS_LIMIT - 2 },
      (_, n) => `('${ulid(100 + n)}', 'P${n}', 'p${n}', 1)`,
    );
    await store.database.query(
      `insert into players (ulid, name, name_key, next_sweep_at) values ${players.join()}`,
    );
    await store.database.query(
      `insert into tracked_players (ulid, channel_id, tracked_at) values ${values.join()}`,
    );
    const move = () =>
      store.transaction(({ trackedPlayers }) => trackedPlayers.move('a', 'b', NOW));
    expect(await move()).toEqual({ moved: [ulid(3), ulid(2)], left: 1 });
    expect(await store.trackedPlayers.count('b')).toBe(PLAYERS_LIMIT);
    expect(await store.trackedPlayers.of('a')).toMatchObject([{ name: 'Player1' }]);
    expect(await move()).toEqual({ moved: [], left: 1 });
  });
});
