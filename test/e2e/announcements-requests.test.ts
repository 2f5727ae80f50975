import { DatabaseSync } from 'node:sqlite';

import { expect, test } from 'vitest';

import type { LoggedRequest } from '#loopback/retroachievements/request-handler.ts';
import type { SitePlayer } from '#loopback/retroachievements/site-player.ts';

import { writeFeeds } from './feeds.ts';
import type { TestFeed } from './feeds.ts';
import { Ledger } from './ledger.ts';
import { Stage } from './stage.ts';

const POLLS = 10;
const PLAYERS_IN_A_FEED = 500;
const DAY_MS = 24 * 60 * 60_000;
const AWARDS = 'API_GetRecentGameAwards';

/** Tracks this many players who never earn anything. */
async function trackOthers(stage: Stage, count: number): Promise<void> {
  const feeds = Array.from({ length: Math.ceil(count / PLAYERS_IN_A_FEED) }, (_, n): TestFeed => {
    return { channel: stage.discord.channel(`others-${n}`), players: [], kinds: 'all' };
  });
  await writeFeeds(stage, feeds);
  // A hundred thousand through the store, one by one, would take longer than all the rest.
  using database = new DatabaseSync(stage.databaseUrl.replace('sqlite:', ''));
  const numbers = `with recursive numbers (n) as (values (:first) union all
    select n + 1 from numbers where n < :last)`;
  const players = database.prepare(`insert into players (ulid, name, name_key, next_sweep_at)
    ${numbers} select printf('01%024d', n), 'Other' || n, 'other' || n, :at from numbers`);
  const tracked = database.prepare(`insert into tracked_players (channel_id, ulid, tracked_at)
    ${numbers} select :channel, printf('01%024d', n), :at from numbers`);
  database.exec('begin');
  for (const [nth, { channel }] of feeds.entries()) {
    const first = nth * PLAYERS_IN_A_FEED;
    const last = Math.min(first + PLAYERS_IN_A_FEED, count) - 1;
    players.run({ first, last, at: Date.now() + DAY_MS });
    tracked.run({ first, last, at: Date.now(), channel: channel.id });
  }
  database.exec('commit');
}

/** As after the first load of each player, which happens once. */
function knowGames(stage: Stage): void {
  using database = new DatabaseSync(stage.databaseUrl.replace('sqlite:', ''));
  database.exec(`insert into known_players (ulid, name) select ulid, name from players where true
    on conflict do nothing; update known_players set loaded_at = 1`);
}

function isPoll({ endpoint, query }: Pick<LoggedRequest, 'endpoint' | 'query'>): boolean {
  // The start asks for a single award, to see whether the key is good.
  return endpoint === AWARDS && query['o'] === '0' && query['c'] === '100';
}

/** What is earned when the site's awards are requested for the n-th time. */
function winAt(poll: number, { site }: Stage, ledger: Ledger, winner: SitePlayer): void {
  const strangers = { 4: 250, 6: 20, 7: 1 }[poll] ?? 0;
  for (let n = 0; n < strangers; n += 1) {
    site.award('Stranger', poll * 1_000 + n, 'beaten-hardcore');
  }
  if ([2, 4, 6].includes(poll)) ledger.win(winner, poll, 'mastered');
}

/** All that the site is asked in ten polls. */
async function requestsWith(trackedPlayers: number): Promise<readonly string[]> {
  await using stage = await Stage.open({ start: false, env: { POLL_SECONDS: '0.2' } });
  const { discord, site } = stage;
  const winner = stage.addPlayer('Winner', 30);
  stage.addPlayer('Stranger', 0);
  const feeds: TestFeed[] = [{ channel: discord.channel('feed'), players: [winner], kinds: 'all' }];
  await writeFeeds(stage, feeds);
  await trackOthers(stage, trackedPlayers - 1);
  knowGames(stage);
  const ledger = new Ledger(stage, feeds);
  let polls = 0;
  site.faults.add({
    // After the last one comes no more, however long its posts take.
    effect: { kind: 'hang' },
    endpoint: AWARDS,
    when: (query) => {
      if (!isPoll({ endpoint: AWARDS, query: Object.fromEntries(query) })) return false;
      polls += 1;
      winAt(polls, stage, ledger, winner);
      return polls === POLLS;
    },
  });
  await stage.startBot();
  await discord.waitFor(() => site.requests.filter(isPoll).length === POLLS);
  await ledger.settled();
  return site.requests.map(({ endpoint, query }) => `${endpoint} ${JSON.stringify(query)}`);
}

test('the site gets the same requests with 1, 1,000, and 100,000 tracked players', async () => {
  const [one, many, most] = await Promise.all(
    [1, 1_000, 100_000].map(async (count) => (await requestsWith(count)).toSorted()),
  );
  const asked = Map.groupBy(one ?? [], (request) => request.split(' ')[0]);
  // Two hundred and fifty awards are two pages more.
  expect(asked.get(AWARDS)).toHaveLength(1 + POLLS + 2);
  expect(asked.get('API_GetUserCompletionProgress')).toHaveLength(3);
  expect(many).toEqual(one);
  expect(most).toEqual(one);
});
