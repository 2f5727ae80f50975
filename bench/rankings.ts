import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { sql } from 'kysely';

import { MIGRATIONS } from '#src/migrations.ts';
import { createPeople } from '#src/people/people.ts';
import type { People } from '#src/people/people.ts';
import type { KnownGame } from '#src/people/tables/known-games.ts';
import { systemClock } from '#src/platform/clock.ts';
import { createLog } from '#src/platform/log.ts';
import { openStore } from '#src/store/store.ts';
import type { Store } from '#src/store/store.ts';

import { median } from './measure.ts';
import type { Line } from './table.ts';
import { trackedOf } from './tracked.ts';

const SERVER = 'server';
const PLAYERS_HERE = 500;
const GAMES_EACH = 300;
/** Nearly all of the site's games with achievements. */
const GAMES_ON_SITE = 10_000;
const GOAL_MS = 20;
/** Discord waits for 3 s. */
const SUGGESTION_GOAL_MS = 500;
const ROUNDS = 21;
const DAY_MS = 24 * 60 * 60_000;
/** The store gives up on statements that take many seconds. */
const CHUNK_PLAYERS = 200;

/** Who else is known, and where. */
export type Crowd = {
  /** As DATABASE_URL; a file of its own where left out. */
  readonly url?: string;
  readonly others: number;
  readonly gamesOfOthers: number;
};

/** `/game` and `/leaderboard` in a server of 500 players with 300 games each, in the database, as the bot does it. */
export async function rankings(crowd: Crowd): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'completionist-rankings-'));
  try {
    const url = crowd.url ?? `sqlite:${join(folder, 'bot.db')}`;
    const log = createLog('silent', []);
    const waiting = { clock: systemClock, log };
    await using store = await openStore(url, { migrations: MIGRATIONS, ...waiting });
    return await measured(store, crowd);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const nobody = () => Promise.reject(new Error('Nobody is looked up here'));

async function measured(store: Store, crowd: Crowd): Promise<Line[]> {
  const people = createPeople({
    store,
    players: { atHand: nobody, find: nobody },
    clock: systemClock,
  });
  // A database that was filled before, to measure it again.
  const isFilled = (await people.serverPlayers.in(SERVER)).length > 0;
  const first = isFilled ? null : await fillServer(store, people);
  if (!isFilled) await fillOthers(store, crowd);
  const again = await msOf((round) => keepOne(people, round, true));
  const players = await people.serverPlayers.in(SERVER);
  if (players.length !== PLAYERS_HERE) throw new Error('The server’s players are missing');
  const all = { period: 'all', kinds: 'any', casual: false } as const;
  const rank = (query: Parameters<People['leaderboard']['rank']>[1]) =>
    msOf(async () => {
      const there = await people.serverPlayers.in(SERVER);
      await people.leaderboard.rank(there, query, systemClock.now());
    });
  const where = `${PLAYERS_HERE} players × ${GAMES_EACH} games, with ${crowd.others.toLocaleString('en')} known players elsewhere`;
  return [
    line(`/leaderboard of all time over ${where}`, await rank(all)),
    line('the same for this year', await rank({ ...all, period: 'year' })),
    line('the same for this month', await rank({ ...all, period: 'month' })),
    line(
      '/game there',
      await msOf(async (round) => {
        const there = await people.serverPlayers.in(SERVER);
        await people.serverGames.find(1 + round);
        await people.serverGames.holders(1 + round, there);
      }),
    ),
    line(
      'the first suggestion for /game there in a minute, in slices',
      await msOf(
        async (round) => void (await people.serverGames.search(`${round}`, players, 'game 12')),
      ),
      SUGGESTION_GOAL_MS,
    ),
    ...(first === null ? [] : [line('keeping a new library of 300 games', first)]),
    line('keeping it again with one game changed', again),
  ];
}

/** How long something took, ms: in total, and in CPU time of this process. */
type Took = { readonly ms: number; readonly cpuMs: number };

function line(what: string, { ms, cpuMs }: Took, goalMs = GOAL_MS): Line {
  return {
    what,
    goal: `< ${goalMs} ms`,
    measured: `${ms.toFixed(1)} ms (${cpuMs.toFixed(1)} ms of CPU)`,
    isReached: ms < goalMs,
  };
}

async function took(work: () => Promise<unknown>): Promise<Took> {
  const before = { at: performance.now(), cpu: process.cpuUsage() };
  await work();
  const { user, system } = process.cpuUsage(before.cpu);
  return { ms: performance.now() - before.at, cpuMs: (user + system) / 1000 };
}

function medianOf(times: readonly Took[]): Took {
  return {
    ms: median(times.map(({ ms }) => ms)),
    cpuMs: median(times.map(({ cpuMs }) => cpuMs)),
  };
}

/** The median, once the code is compiled. */
async function msOf(work: (round: number) => Promise<void>): Promise<Took> {
  const times: Took[] = [];
  for (let round = 0; round < ROUNDS; round += 1) times.push(await took(() => work(round)));
  return medianOf(times.slice(ROUNDS / 3));
}

/** @returns what keeping a library took, as the median */
async function fillServer(store: Store, people: People): Promise<Took> {
  await sql`insert into feeds (channel_id, guild_id, kinds, cadence, hour, weekday, timezone, manager_id,
    crossposts, created_at, wanted_since) values ('channel', ${SERVER}, 'all', 'live', 18, 'monday', 'UTC', '', 0, 0, 0)`.execute(
    store.db,
  );
  const times: Took[] = [];
  for (let number = 0; number < PLAYERS_HERE; number += 1) {
    const { ulid, name } = trackedOf(number);
    await sql`insert into players (ulid, name, name_key, next_sweep_at) values (${ulid}, ${name}, ${name}, 0)`.execute(
      store.db,
    );
    await sql`insert into tracked_players (channel_id, ulid, tracked_at) values ('channel', ${ulid}, 0)`.execute(
      store.db,
    );
    await people.knownPlayers.add(ulid, name);
    times.push(await took(() => keepOne(people, number, false)));
  }
  return medianOf(times);
}

async function keepOne(people: People, number: number, isChanged: boolean): Promise<void> {
  const { ulid, name } = trackedOf(number);
  const games = Array.from({ length: GAMES_EACH }, (_, nth) =>
    gameOf(number, nth, isChanged && nth === 0),
  );
  const at = isChanged ? systemClock.now() : 1;
  await people.games.keep({ ulid, name, isUnranked: false, games, isWhole: true, at });
}

/** Two thirds have an award, over the last three years. */
function gameOf(player: number, nth: number, isChanged: boolean): KnownGame {
  const gameId = 1 + ((player * 31 + nth * 17) % GAMES_ON_SITE);
  const isAwarded = nth % 3 > 0;
  const at = systemClock.now() - ((player + nth * 7) % 1_000) * DAY_MS;
  return {
    gameId,
    title: `Game ${gameId}`,
    systemId: 1,
    systemName: 'Genesis/Mega Drive',
    possible: 50,
    awarded: isAwarded ? 50 : isChanged ? 4 : 3,
    awardedHardcore: 3,
    lastUnlockAt: isChanged ? at + 1 : at,
    award: isAwarded ? 'mastered' : null,
    awardedAt: isAwarded ? at : null,
  };
}

/** Known players of no server. A hundred thousand libraries, one by one, would take all day. */
async function fillOthers(store: Store, { others, gamesOfOthers }: Crowd): Promise<void> {
  const numbers = (first: number, count: number) =>
    sql`with recursive numbers (n) as (select ${sql.lit(first)} union all
      select n + 1 from numbers where n < ${sql.lit(first + count - 1)}),
    games (g) as (select 0 union all select g + 1 from games where g < ${sql.lit(gamesOfOthers - 1)})`;
  const ulid = store.sharesWork ? sql`'02' || lpad(n::text, 24, '0')` : sql`printf('02%024d', n)`;
  for (let first = 0; first < others; first += CHUNK_PLAYERS) {
    const these = numbers(first, Math.min(CHUNK_PLAYERS, others - first));
    await sql`insert into known_players (ulid, name, loaded_at)
      ${these} select ${ulid}, 'Other' || n, 1 from numbers`.execute(store.db);
    await sql`insert into player_games ${these}
      select ${ulid}, 1 + (n * 31 + g * 17) % ${sql.lit(GAMES_ON_SITE)},
        case when g % 3 > 0 then 'mastered' end,
        case when g % 3 > 0 then 1700000000000 + cast((n + g * 7) % 1000 as bigint) * 86400000 end, 3, 3, 50, 5
      from numbers, games`.execute(store.db);
    // About what the games above add up to.
    const aYear = sql.lit(Math.round((gamesOfOthers * 2) / 3 / 3));
    await sql`insert into award_counts ${these},
      years (y) as (select 2023 union all select y + 1 from years where y < 2025)
      select ${ulid}, 'mastered', y, ${aYear} from numbers, years`.execute(store.db);
  }
  // As Postgres does by itself after a while.
  await (store.sharesWork ? sql`vacuum analyze` : sql`analyze`).execute(store.db);
}
