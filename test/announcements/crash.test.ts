import { expect, it } from 'vitest';

import { fc } from '#test/support/fast-check.ts';

import { TROUBLE } from './channel-stage.ts';
import { accessible, openEngineStage, POLL_MS } from './engine-stage.ts';
import type { EngineStage } from './engine-stage.ts';
import { watchPosts, watchStore } from './watched.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
/** The hour comes within the first two minutes. */
const START = Date.UTC(2025, 0, 1, 10, 58, 30);

const EXPECTED = {
  posted: {
    '100': [
      'single Player1 Title 5 mastered+beaten-hardcore',
      'single Player2 Title 6 completed',
      'single Player1 Title 7 beaten-softcore',
    ],
    '200': ['digest Player1: Title 5 mastered+beaten-hardcore, Title 7 beaten-softcore'],
    '300': ['single Player2 Title 6 completed'],
    '500': ['plain single Player2 Title 6 completed'],
  },
  told: ['1 400 missingAccess'],
  crossposted: [expect.stringMatching(/^300 m/)],
};

async function openScene(): Promise<EngineStage> {
  const stage = await openEngineStage({ start: START });
  await stage.setUp('100', [1, 2]);
  await stage.setUp('200', [1], { schedule: { cadence: 'hourly' } });
  await stage.setUp('300', [2], { crossposts: true });
  await stage.setUp('400', [1]);
  // The next refusal pauses it.
  await stage.store.feedTroubles.setRefusingSince('400', START - TROUBLE);
  await stage.setUp('500', [2]);
  stage.channels.outcome = (channelId, json) => {
    if (channelId === '400') {
      return { kind: 'refused', reason: 'missingAccess', detail: '50001: Missing Access' };
    }
    const isRejected = channelId === '500' && !json.startsWith('plain');
    return isRejected ? { kind: 'rejected', detail: '200000: Blocked' } : null;
  };
  stage.channels.accessOf = (channelId) =>
    channelId === '400' ? { kind: 'noAccess' } : accessible(channelId);
  await stage.clock.advance(SECOND);
  const { clock, feed } = stage;
  feed.award(1, 5, 'beaten-hardcore', clock.now() - SECOND);
  feed.award(1, 5, 'mastered', clock.now());
  feed.award(2, 6, 'completed', clock.now());
  return stage;
}

/** What comes while the bot runs, or does not. */
function secondWave({ clock, feed }: EngineStage): void {
  feed.award(1, 7, 'beaten-softcore', clock.now());
}

/** A death between two of these is a death at one of them: what else is called changes nothing. */
const TELLING =
  /^(?:(?:before|after) (?:commit|posts\.)|after (?!deliver|sweeps\.next|\w+\.(?:with|get|of|known|due|to[A-Z]|next|wanted|earliest|candidates)))/;

/** A process that dies at its n-th telling call to the database or to Discord: from then on nothing of it works. */
function mortal({ store, channels, createEngine }: EngineStage, dieAt: number) {
  let diedAt: string | null = null;
  let calls = 0;
  const hook = (call: string) => {
    if (TELLING.test(call)) calls += 1;
    if (calls < dieAt) return;
    diedAt ??= `${dieAt}: ${call}`;
    throw new Error('The process is dead');
  };
  const engine = createEngine({
    store: watchStore(store, hook),
    posts: watchPosts(channels, hook),
  });
  return { engine, diedAt: () => diedAt };
}

function outcomeOf({ channels }: EngineStage) {
  const byChannel = Map.groupBy(channels.posted, (post) => post.slice(0, 3));
  const posted = [...byChannel].map(([id, posts]) => [id, posts.map((post) => post.slice(4))]);
  return {
    posted: Object.fromEntries(posted),
    told: channels.told,
    // Twice is no harm: Discord refuses the second one.
    crossposted: [...new Set(channels.crossposted)],
  };
}

/** What became of everything, and where the processes died, if they did. */
async function liveAndDie(deaths: readonly number[], offMs: number) {
  await using stage = await openScene();
  const { clock, createEngine } = stage;
  const diedAt: (string | null)[] = [];
  for (const [index, dieAt] of deaths.entries()) {
    const process = mortal(stage, dieAt);
    process.engine.start();
    await clock.advance(40 * SECOND);
    if (index === 0) secondWave(stage);
    await clock.advance(2.5 * MINUTE);
    await process.engine[Symbol.asyncDispose]();
    await clock.advance(offMs);
    diedAt.push(process.diedAt());
  }
  createEngine().start();
  await clock.advance(4 * POLL_MS);
  return { diedAt, ...outcomeOf(stage) };
}

it.for([
  { says: 'starts again at once', offMs: 0 },
  { says: 'is off for ten minutes', offMs: 10 * MINUTE },
])(
  'posts everything once when it dies at any call to the database or to Discord and $says',
  { timeout: 90_000 },
  async ({ offMs }) => {
    let deaths = 0;
    for (; ; deaths += 1) {
      const { diedAt, ...outcome } = await liveAndDie([deaths + 1], offMs);
      expect({ diedAt, ...outcome }).toEqual({ diedAt, ...EXPECTED });
      if (diedAt[0] === null) break;
    }
    // If no call had a name that TELLING knows, nothing would ever die.
    expect(deaths).toBeGreaterThan(50);
  },
);

it('posts everything once, even if it keeps dying', async () => {
  const deaths = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 2, maxLength: 6 });
  let died = 0;
  await fc.assert(
    fc.asyncProperty(deaths, fc.constantFrom(0, 5 * SECOND, 5 * MINUTE), async (dieAt, offMs) => {
      const { diedAt, ...outcome } = await liveAndDie(dieAt, offMs);
      expect(outcome).toEqual(EXPECTED);
      died += diedAt.filter((at) => at !== null).length;
    }),
    { numRuns: 40 },
  );
  expect(died).toBeGreaterThan(40);
});
