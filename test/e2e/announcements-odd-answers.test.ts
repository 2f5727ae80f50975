import { beforeAll, describe, expect, test } from 'vitest';

import type { ActiveFault, Effect } from '#loopback/retroachievements/faults.ts';
import type { SitePlayer } from '#loopback/retroachievements/site-player.ts';

import { writeFeeds } from './feeds.ts';
import type { TestFeed } from './feeds.ts';
import { Ledger } from './ledger.ts';
import { Manager } from './manager.ts';
import { pollsAnswered } from './moments.ts';
import { useStage } from './stage.ts';

const MINUTE_MS = 60_000;
const AWARDS = 'API_GetRecentGameAwards';

const stage = useStage({ start: false, env: { POLL_SECONDS: '0.2' } });
/** Everyone has been tracked for ten minutes. */
const trackedAt = Date.now() - 10 * MINUTE_MS;
let feed: TestFeed;
let ledger: Ledger;
let lastGame = 600_000;

function nextGame(): number {
  lastGame += 1;
  return lastGame;
}

/** Someone no other test uses. */
function tracked(index: number): SitePlayer {
  const player = feed.players[index];
  if (!player) throw new RangeError(`nobody is tracked as number ${index}`);
  return player;
}

function strangersWin(count: number): void {
  const { site } = stage();
  for (let n = 0; n < count; n += 1) site.award('Stranger', nextGame(), 'beaten-hardcore');
}

/** From the next poll on. */
function spoil(effect: Effect): ActiveFault {
  return stage().site.faults.add({ endpoint: AWARDS, effect });
}

/** What is wrong once everything due is posted, and the site has been polled again. */
async function mistakes(): Promise<readonly string[]> {
  await ledger.settled();
  await pollsAnswered(stage(), 2);
  return ledger.mistakes();
}

beforeAll(async () => {
  const { site, discord } = stage();
  const players = Array.from({ length: 8 }, (_, n) =>
    site.addPlayer({ name: `Odd${n}`, games: [] }),
  );
  site.addPlayer({ name: 'Stranger', games: [] });
  feed = { channel: discord.channel('odd'), players, kinds: 'all' };
  await writeFeeds(stage(), [feed], trackedAt);
  ledger = new Ledger(stage(), [feed]);
  await stage().startBot();
});

describe('every award is posted once if the site’s response', () => {
  test.each<Effect>([
    { kind: 'results-as-object' },
    { kind: 'null-titles' },
    { kind: 'missing-ulid' },
  ])('is odd: $kind', async (effect) => {
    const fault = spoil(effect);
    strangersWin(3);
    ledger.win(tracked(0), nextGame(), 'mastered');
    strangersWin(1);
    ledger.win(tracked(1), nextGame(), 'completed');
    await ledger.settled();
    fault.release();
    expect(fault.hits).toBeGreaterThan(0);
    expect(await mistakes()).toEqual([]);
  });

  test('has no name for the player, who keeps the last one', async () => {
    const fault = spoil({ kind: 'wrong-type', field: 'User', value: null });
    ledger.win(tracked(6), nextGame(), 'mastered');
    await ledger.settled();
    fault.release();
    expect(fault.hits).toBeGreaterThan(0);
    expect(await mistakes()).toEqual([]);
    expect(await new Manager(stage(), 'Sam').use('list', feed.channel)).toContain('Odd6');
  });

  test('has an unknown kind of award', async () => {
    const fault = spoil({ kind: 'unknown-award-kind' });
    ledger.win(tracked(0), nextGame(), 'beaten-hardcore');
    // The first row is the one that can't be read.
    strangersWin(1);
    await ledger.settled();
    fault.release();
    expect(fault.hits).toBeGreaterThan(0);
    expect(await mistakes()).toEqual([]);
  });
});

test('a late award is posted once, and one from before tracking never', async () => {
  const { site } = stage();
  strangersWin(5);
  await pollsAnswered(stage(), 2);
  ledger.win(tracked(2), nextGame(), 'beaten-softcore', Date.now() - 3 * MINUTE_MS);
  ledger.win(tracked(2), nextGame(), 'beaten-hardcore', trackedAt + 5_000);
  site.award(tracked(2).name, nextGame(), 'beaten-hardcore', trackedAt - 5_000);
  site.award(tracked(2).name, nextGame(), 'mastered', trackedAt - 365 * 24 * 60 * MINUTE_MS);
  expect(await mistakes()).toEqual([]);
});

test('a renamed player is announced under the new name, and whoever takes the old one isn’t', async () => {
  const { site } = stage();
  const player = tracked(3);
  ledger.win(player, nextGame(), 'beaten-hardcore');
  await ledger.settled();
  site.rename(player.name, 'Renamed');
  site.addPlayer({ name: 'Odd3', ulid: '01AAAAAAAAAAAAAAAAAAAAAAAA', games: [] });
  site.award('Odd3', nextGame(), 'mastered');
  ledger.win(player, nextGame(), 'beaten-hardcore');
  expect(await mistakes()).toEqual([]);
  expect(await new Manager(stage(), 'Sam').use('list', feed.channel)).toContain('Renamed');
});

test('a removed account takes no other awards with it', async () => {
  const { site } = stage();
  ledger.win(tracked(4), nextGame(), 'beaten-hardcore');
  ledger.win(tracked(5), nextGame(), 'beaten-hardcore');
  await ledger.settled();
  site.award(tracked(4).name, nextGame(), 'beaten-hardcore');
  site.remove(tracked(4).name);
  ledger.win(tracked(5), nextGame(), 'mastered');
  expect(await mistakes()).toEqual([]);
});

// Last, because late awards are looked for among the newest hundred alone.
test('awards that shift from page to page, because others come in, are posted once', async () => {
  const fault = spoil({ kind: 'shift', awards: 25 });
  ledger.win(tracked(0), nextGame(), 'beaten-hardcore');
  strangersWin(150);
  ledger.win(tracked(1), nextGame(), 'beaten-hardcore');
  strangersWin(150);
  await ledger.settled();
  fault.release();
  expect(fault.hits).toBeGreaterThan(0);
  expect(await mistakes()).toEqual([]);
});
