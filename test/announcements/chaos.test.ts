import { expect, it } from 'vitest';

import { fc } from '#test/support/fast-check.ts';

import { MINUTE, REFUSED, SECOND, UNSENT, UNSURE } from './channel-stage.ts';
import { openEngineStage } from './engine-stage.ts';
import type { EngineStage } from './engine-stage.ts';

const HOUR = 60 * MINUTE;
const LIVE = ['100', '200'];
const HOURLY = '300';

type Step = {
  /** Games that each player wins. */
  readonly wins: number;
  /** How late the site shows them. */
  readonly lateMs: number;
  readonly isSiteDown: boolean;
  readonly discord: 'well' | 'limits' | 'unsent' | 'takes' | 'cuts' | 'refuses';
  readonly end: 'none' | 'restart' | 'off';
  readonly pause: 'none' | 'pause' | 'resume';
  readonly lastsMs: number;
};

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    wins: fc.constantFrom(0, 1, 2, 7),
    lateMs: fc.constantFrom(0, 0, 3 * MINUTE),
    isSiteDown: fc.boolean(),
    discord: fc.constantFrom('well', 'limits', 'unsent', 'takes', 'cuts', 'refuses'),
    end: fc.constantFrom('none', 'none', 'restart', 'off'),
    pause: fc.constantFrom('none', 'none', 'pause', 'resume'),
    lastsMs: fc.constantFrom(5 * SECOND, 70 * SECOND, 4 * MINUTE),
  }),
  { minLength: 3, maxLength: 10 },
);

/** What each channel was told of, one line a game: `Player1 Title 5 mastered`. */
function told({ channels }: EngineStage, channelId: string): readonly string[] {
  return channels.posted
    .filter((post) => post.startsWith(channelId))
    .flatMap((post) => post.match(/Player\d+ Title \d+ mastered/g) ?? digestLines(post));
}

/** `digest Player1: Title 5 mastered, Title 6 mastered; Player2: …` */
function digestLines(post: string): readonly string[] {
  return post
    .slice('300 digest '.length)
    .split('; ')
    .flatMap((part) => {
      const [player, games = ''] = part.split(': ');
      return games.split(', ').map((game) => `${player} ${game}`);
    });
}

/** Returns how many awards there were. */
async function live(script: readonly Step[]): Promise<number> {
  await using stage = await openEngineStage();
  const { clock, feed, channels } = stage;
  for (const id of LIVE) await stage.setUp(id, [1, 2]);
  await stage.setUp(HOURLY, [1, 2], { schedule: { cadence: 'hourly' } });
  const { management } = stage.engine;
  await clock.advance(10 * MINUTE);
  let isSiteDown = false;
  feed.before = () => {
    if (isSiteDown) throw new Error('The site is down');
  };
  const won: string[] = [];
  let engine = stage.createEngine();
  engine.start();
  for (const step of script) {
    ({ isSiteDown } = step);
    channels.outcome = (channelId, json, nonce) => {
      if (step.discord === 'takes') channels.take(channelId, json, nonce);
      if (step.discord === 'limits') return { kind: 'limited', waitMs: 20 * SECOND };
      if (step.discord === 'unsent') return UNSENT;
      if (step.discord === 'refuses') return REFUSED;
      return step.discord === 'well' ? null : UNSURE;
    };
    for (const player of [1, 2]) {
      for (let n = 0; n < step.wins; n += 1) {
        won.push(`Player${player} Title ${won.length} mastered`);
        feed.award(player, won.length - 1, 'mastered', clock.now() - step.lateMs);
      }
    }
    const first = await stage.feedOf('100');
    if (step.pause === 'pause') await management.pause(first, 'manager');
    if (step.pause === 'resume') await management.resume(first);
    await clock.advance(step.lastsMs);
    if (step.end !== 'none') {
      const stopped = engine[Symbol.asyncDispose]();
      await clock.advance(5 * SECOND);
      await stopped;
      if (step.end === 'off') clock.set(clock.now() + 20 * MINUTE);
      engine = stage.createEngine();
      engine.start();
    }
  }
  isSiteDown = false;
  channels.outcome = () => null;
  await management.resume(await stage.feedOf('100'));
  await clock.advance(8 * MINUTE);
  clock.set(clock.now() + HOUR);
  await clock.advance(3 * MINUTE);
  for (const id of [...LIVE, HOURLY]) expect(told(stage, id).toSorted()).toEqual(won.toSorted());
  return won.length;
}

it(
  'posts each award once in each channel, whatever fails and whoever stops it',
  { timeout: 90_000 },
  async () => {
    let awards = 0;
    const property = fc.asyncProperty(steps, async (script) => {
      awards += await live(script);
    });
    await fc.assert(property, { numRuns: 25 });
    expect(awards).toBeGreaterThan(100);
  },
);
