import { expect, test } from 'vitest';

import { Permission } from '#loopback/discord/permissions.ts';
import type { RequestLogEntry } from '#loopback/discord/world.ts';
import { seededRandom, shuffled } from '#loopback/retroachievements/random.ts';

import { threeInEach, writeFeeds } from './feeds.ts';
import { Ledger } from './ledger.ts';
import * as moments from './moments.ts';
import { Stage } from './stage.ts';
import { Winners } from './winners.ts';

const AWARDS = 1_000;
const FEEDS = 20;
const KILLS = 50;
const SEED = 4;

const { anyRequest, paged, paging, pollAnswered, pollAsked, posted, sent, written } = moments;
/** Kinds of moments, each as often as the others. */
const ARRANGED = [anyRequest, pollAsked, pollAnswered, paging, paged, posted, sent, written];

test(`${AWARDS} awards over ${FEEDS} feeds, killed at ${KILLS} moments: each post once`, async () => {
  await using stage = await Stage.open({
    start: false,
    isDirect: true,
    env: { POLL_SECONDS: '0.2' },
    discord: { patienceMs: 120_000 },
  });
  const { discord } = stage;
  const random = seededRandom(SEED);
  const { feeds, players } = threeInEach(stage, FEEDS);
  stage.addPlayer('Stranger', 0);
  await writeFeeds(stage, feeds);
  const ledger = new Ledger(stage, feeds);
  const winners = new Winners(stage, ledger, players, SEED);

  let lastMoment: moments.Moment | undefined;
  async function liveUntil(arrange: moments.Arrange): Promise<void> {
    winners.win(AWARDS / KILLS - 5);
    const moment = arrange(stage, random, Math.min(30, ledger.openCount / 4));
    const bot = stage.launchBot();
    await moment.reached;
    // What the last one had sent comes now.
    lastMoment?.release();
    winners.win(5);
    await bot.kill();
    discord.faults.clear();
    stage.site.faults.clear();
    lastMoment = moment;
  }
  const half = Array.from({ length: KILLS / 2 }, (_, n) => ARRANGED[n % ARRANGED.length] ?? posted);

  // While Discord remembers the nonces, they save what the bot can't look for.
  const blind = feeds.slice(0, FEEDS / 2).map(({ channel }) => channel);
  for (const channel of blind) {
    const deny = String(Permission.ReadMessageHistory);
    channel.permission_overwrites = [{ id: discord.guild.id, type: 0, allow: '0', deny }];
  }
  for (const arrange of shuffled(half, random)) await liveUntil(arrange);
  lastMoment?.release();
  // Where Discord has forgotten them, the look into the channels does.
  for (const channel of blind) channel.permission_overwrites = [];
  for (const arrange of shuffled(half, random)) {
    await liveUntil(arrange === sent ? posted : arrange);
    lastMoment?.release();
    discord.forgetNonces();
  }

  const bot = await stage.startBot();
  await ledger.settled();
  await moments.pollsAnswered(stage, 3);
  await bot.stop();
  expect(ledger.count).toBeGreaterThanOrEqual(AWARDS);
  expect(ledger.mistakes()).toEqual([]);
  // It was in doubt often enough to prove something: it looked, and it sent again what Discord had.
  const looks = discord.requests.filter((one) => one.method === 'GET' && isMessages(one));
  const sentPosts = discord.requests.filter((one) => one.method === 'POST' && isMessages(one));
  expect(looks.length).toBeGreaterThan(20);
  expect(sentPosts.length).toBeGreaterThan(new Set(sentPosts.map(nonceOf)).size);
}, 300_000);

function isMessages({ path }: RequestLogEntry): boolean {
  return /^\/channels\/\d+\/messages$/.test(path);
}

function nonceOf({ body }: RequestLogEntry): unknown {
  return typeof body === 'object' && body && 'nonce' in body ? body.nonce : undefined;
}
