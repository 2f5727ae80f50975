import { describe, expect, test } from 'vitest';

import type { Effect as DiscordEffect } from '#loopback/discord/faults.ts';
import type { Effect as SiteEffect } from '#loopback/retroachievements/faults.ts';
import { seededRandom } from '#loopback/retroachievements/random.ts';

import { threeInEach, writeFeeds } from './feeds.ts';
import { Ledger } from './ledger.ts';
import { pollsAnswered } from './moments.ts';
import { Stage } from './stage.ts';
import { Winners } from './winners.ts';

const FEEDS = 20;
const AWARDS = 250;
const WAVES = 5;
const POSTS = /^\/channels\/\d+\/messages$/;

/** A server error before or after the post is there, or no answer at all. */
const DISCORD_EFFECTS: readonly DiscordEffect[] = [
  { status: 500 },
  { statusAfter: 500 },
  { cut: 'before' },
  { cut: 'after' },
];

const SITE_EFFECTS: readonly SiteEffect[] = [
  { kind: 'status', status: 500 },
  { kind: 'cut', where: 'before' },
  { kind: 'html' },
  { kind: 'cut', where: 'mid-body' },
  { kind: 'status', status: 429, retryAfter: { seconds: 1 } },
];

/** The bot announces, wave after wave of awards, while `fail` has its way. */
async function announceDespite(seed: number, fail: (stage: Stage) => void): Promise<Ledger> {
  await using stage = await Stage.open({
    start: false,
    env: { POLL_SECONDS: '0.2' },
    discord: { patienceMs: 60_000 },
  });
  const { feeds, players } = threeInEach(stage, FEEDS);
  await writeFeeds(stage, feeds);
  const ledger = new Ledger(stage, feeds);
  const winners = new Winners(stage, ledger, players, seed);
  fail(stage);
  await stage.startBot();
  for (let wave = 0; wave < WAVES; wave += 1) {
    winners.win(AWARDS / WAVES);
    await pollsAnswered(stage, 2);
  }
  await ledger.settled();
  await pollsAnswered(stage, 3);
  await stage.bot.stop();
  return ledger;
}

describe.concurrent('every post arrives once', () => {
  test('if Discord randomly fails for a third of the posts, before or after it has them', async () => {
    const seed = 11;
    const random = seededRandom(seed);
    const tries = new Map<string, number>();
    /** Which effect strikes, if any. The bot waits longer each time, so that a third try may pass. */
    const draw = (body: unknown): number => {
      const text = JSON.stringify(body);
      const nth = (tries.get(text) ?? 0) + 1;
      tries.set(text, nth);
      const drawn = Math.floor(random() * DISCORD_EFFECTS.length * 3);
      return nth > 2 ? Infinity : drawn;
    };
    const ledger = await announceDespite(seed, ({ discord: { faults } }) => {
      let drawn = 0;
      for (const [turn, effect] of DISCORD_EFFECTS.entries()) {
        const when = (body: unknown) => {
          if (turn === 0) drawn = draw(body);
          return drawn === turn;
        };
        faults.add({ method: 'POST', path: POSTS, times: Infinity, when, effect });
      }
    });
    expect(ledger.mistakes()).toEqual([]);
    const again = [...tries.values()].filter((count) => count > 1);
    expect(again.length).toBeGreaterThan(tries.size / 5);
  });

  test('if the site fails every third request with a 500, a cut, a page, or a rate limit', async () => {
    let requests = 0;
    const ledger = await announceDespite(12, ({ site: { faults } }) => {
      for (const [turn, effect] of SITE_EFFECTS.entries()) {
        const when = () => {
          if (turn === 0) requests += 1;
          return requests % 3 === 0 && (requests / 3) % SITE_EFFECTS.length === turn;
        };
        faults.add({ when, effect });
      }
    });
    expect(ledger.mistakes()).toEqual([]);
    expect(requests).toBeGreaterThan(3 * SITE_EFFECTS.length);
  });
}, 90_000);
