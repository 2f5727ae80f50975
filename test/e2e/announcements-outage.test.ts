import { expect, test } from 'vitest';

import { seededRandom, shuffled } from '#loopback/retroachievements/random.ts';
import type { SitePlayer } from '#loopback/retroachievements/site-player.ts';
import type { WireAwardKind } from '#loopback/retroachievements/wire.ts';
import type { AwardFilter } from '#src/announcements/feed.ts';
import { openAnnouncementStore } from '#test/support/announcement-store.ts';

import { writeFeeds } from './feeds.ts';
import type { TestFeed } from './feeds.ts';
import { Ledger } from './ledger.ts';
import { pollsAnswered } from './moments.ts';
import { Stage } from './stage.ts';
import { toldIn } from './told.ts';

const AWARDS = 5_000;
const REQUESTS_PER_MINUTE = 120;
const HOUR_MS = 60 * 60_000;
const SEED = 5;
/** A game that nobody else has. */
const FIRST_GAME = 700_000;

/** Who wins how many games of which kind while the bot is off. */
const WINS = [
  { name: 'Heap', count: 1, games: 300, kind: 'mastered' },
  { name: 'Six', count: 1, games: 6, kind: 'beaten-hardcore' },
  { name: 'Five', count: 1, games: 5, kind: 'mastered' },
  { name: 'Crowd', count: 26, games: 1, kind: 'beaten-softcore' },
  { name: 'Few', count: 4, games: 2, kind: 'beaten-hardcore' },
  { name: 'Idle', count: 1, games: 0, kind: 'mastered' },
] as const satisfies readonly {
  readonly name: string;
  readonly count: number;
  readonly games: number;
  readonly kind: WireAwardKind;
}[];

/** Who is tracked where, and how many games each message tells of. Twenty fit a list. */
const CHANNELS: readonly {
  readonly kinds: AwardFilter;
  readonly tracked: readonly (typeof WINS)[number]['name'][];
  readonly messages: readonly number[];
}[] = [
  {
    kinds: 'all',
    tracked: ['Heap', 'Six', 'Five', 'Idle'],
    messages: [...Array.from({ length: 15 }, () => 20), 6, 1, 1, 1, 1, 1],
  },
  { kinds: 'mastered', tracked: ['Heap', 'Six'], messages: Array.from({ length: 15 }, () => 20) },
  { kinds: 'beaten', tracked: ['Crowd', 'Idle'], messages: [20, 6] },
  { kinds: 'hardcore', tracked: ['Few', 'Crowd'], messages: Array.from({ length: 8 }, () => 1) },
  { kinds: 'all', tracked: ['Idle'], messages: [] },
];

/** The bot has been off since then, ms since 1970; what it had seen before that, it had posted. */
async function stopBefore(stage: Stage, feeds: readonly TestFeed[], at: number): Promise<void> {
  await writeFeeds(stage, feeds, at - HOUR_MS);
  await using store = await openAnnouncementStore(stage.databaseUrl);
  await store.awardFeed.save({ newestAt: at, recent: [], polledAt: at });
}

/** Everybody's games and strangers', at random times until now. */
function winMeanwhile(
  { site }: Stage,
  ledger: Ledger,
  players: ReadonlyMap<string, readonly SitePlayer[]>,
  since: number,
): void {
  const random = seededRandom(SEED);
  const anyTime = () => since + 60_000 + Math.floor(random() * (Date.now() - since - 60_000));
  const won = WINS.flatMap(({ name, games, kind }) =>
    (players.get(name) ?? []).flatMap((player) =>
      Array.from({ length: games }, (_, n) => ({ player, gameId: FIRST_GAME + n, kind })),
    ),
  );
  for (const { player, gameId, kind } of shuffled(won, random)) {
    ledger.win(player, gameId, kind, anyTime());
  }
  const { name } = site.addPlayer({ name: 'Stranger', games: [] });
  for (let n = ledger.count; n < AWARDS; n += 1) {
    site.award(name, FIRST_GAME + n, 'beaten-hardcore', anyTime());
  }
}

test(`after three hours off, the due ones of ${AWARDS} awards are posted once, without flooding a channel`, async () => {
  await using stage = await Stage.open({
    start: false,
    env: { POLL_SECONDS: '60', RA_REQUESTS_PER_MINUTE: String(REQUESTS_PER_MINUTE) },
    discord: { patienceMs: 30_000 },
  });
  const { discord, site } = stage;
  const stoppedAt = Date.now() - 3 * HOUR_MS;
  const players = new Map(
    WINS.map(({ name, count }) => [
      name,
      Array.from({ length: count }, (_, n) => site.addPlayer({ name: `${name}${n}`, games: [] })),
    ]),
  );
  const feeds = CHANNELS.map(({ kinds, tracked }, n) => ({
    channel: discord.channel(`feed-${n}`),
    kinds,
    players: tracked.flatMap((name) => players.get(name) ?? []),
  }));
  await stopBefore(stage, feeds, stoppedAt);
  const ledger = new Ledger(stage, feeds);
  // Before they were tracked.
  site.award('Idle0', FIRST_GAME, 'mastered', stoppedAt - 2 * HOUR_MS);
  winMeanwhile(stage, ledger, players, stoppedAt);

  await stage.startBot();
  await ledger.settled();
  const requests = site.count();
  const pages = site.requests.filter(({ query }) => Number(query['o']) > 0);
  await stage.bot.stop();
  const again = pollsAnswered(stage, 2);
  await stage.startBot();
  await again;
  await stage.bot.stop();

  expect(ledger.mistakes()).toEqual([]);
  const shapes = feeds.map(({ channel }) =>
    ascending(discord.messagesIn(channel).map((message) => toldIn(message).length)),
  );
  expect(shapes).toEqual(CHANNELS.map(({ messages }) => ascending(messages)));
  // Pages of a hundred overlap by ten; what is around them is little.
  expect(pages.length).toBe(Math.ceil((AWARDS - 100) / 90));
  expect(requests).toBeLessThan(REQUESTS_PER_MINUTE);
}, 60_000);

function ascending(counts: readonly number[]): readonly number[] {
  return counts.toSorted((a, b) => a - b);
}
