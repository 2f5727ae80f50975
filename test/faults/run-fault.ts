import assert from 'node:assert/strict';

import { vi } from 'vitest';

import type { Fault } from './fault.ts';
import type { Answer, Odd, Posting, Starting, Stopping } from './outcomes.ts';
import { forgotten, preparePeople } from './people.ts';
import type { PeopleActivity } from './people.ts';
import { Awards } from './posts.ts';
import type { PostActivity } from './posts.ts';
import { PATIENCE_MS, Scene } from './scene.ts';
import { isMigrated, makeOld, startOf, stopBot } from './starts.ts';
import type { ProcessActivity } from './starts.ts';

/** What comes of each activity while one thing fails. */
export type Outcomes = Readonly<
  Record<PeopleActivity, Answer> &
    Record<PostActivity, Posting> &
    Record<Exclude<ProcessActivity, 'stop'>, Starting> & { stop: Stopping }
>;

/** What came of them, which may be anything. */
export type Observed = Readonly<Record<keyof Outcomes, Outcomes[keyof Outcomes] | Odd>>;

/** Enough to see what somebody read. */
const WORDS = 300;

type Used = Omit<Outcomes, ProcessActivity>;

/** When everything works. */
export const WORKS: Used = {
  click: 'as usual',
  load: 'as usual',
  refresh: 'as usual',
  picture: 'as usual',
  leaderboard: 'as usual',
  game: 'as usual',
  link: 'as usual',
  check: 'as usual',
  poll: 'at once',
  delivery: 'at once',
  digest: 'at once',
};

/**
 * Lets everybody do everything while something fails, again when it works, and restarts the bot while it fails once
 * more.
 * @param expected tells what is worth waiting for
 * @throws AssertionError when something doesn't work afterwards, is lost, or is there twice
 */
export async function runFault(
  fault: Fault,
  expected: Outcomes,
): Promise<{ readonly observed: Observed; readonly words: string }> {
  await using scene = await Scene.open(fault);
  const awards = new Awards(scene);
  const during = await useAll({ scene, awards, round: 1, fault, expected });
  await awards.posted();
  const after = await useAll({ scene, awards, round: 2, expected: WORKS });
  assert.deepEqual(after.observed, WORKS, `When it works again: ${after.words}`);

  await makeOld(scene.oldDatabase);
  await fault.begin(scene);
  const stop = await stopBot(scene);
  await fault.end(scene);
  await ready(scene);
  await scene.bot.stop();
  if (fault.strikesBot !== true) await fault.begin(scene);
  const migration = await start(scene, fault, expected.migration, scene.oldDatabase);
  assert.ok(await isMigrated(scene.oldDatabase), 'The old database was not migrated');
  await scene.bot.stop();
  if (fault.strikesBot !== true) await fault.begin(scene);
  const started = await start(scene, fault, expected.start);
  await awards.settled();
  const { link, check } = during.observed;
  const linked = [
    ...(link === 'as usual' ? [{ activity: 'link', round: 1 } as const] : []),
    ...(check === 'as usual' ? [{ activity: 'check', round: 1 } as const] : []),
    { activity: 'link', round: 2 } as const,
    { activity: 'check', round: 2 } as const,
  ];
  assert.deepEqual(await forgotten(scene, linked), []);
  await scene.bot.stop();
  assert.deepEqual(awards.mistakes(), []);
  return {
    observed: { ...during.observed, stop, migration, start: started },
    words: during.words,
  };
}

/** Lets everyone do everything at the same time, and waits for what is expected, or long enough. */
async function useAll(options: {
  readonly scene: Scene;
  readonly awards: Awards;
  readonly round: number;
  readonly fault?: Fault;
  readonly expected: Used;
}) {
  const { scene, round, fault, expected } = options;
  const [people, posts] = await Promise.all([
    preparePeople(scene, round),
    options.awards.prepare(),
  ]);
  await posts.digestSoon();
  const said = scene.bot.output.length;
  await fault?.begin(scene);
  const uses = people();
  const posted = posts.begin();
  const observe = () => ({
    click: uses.click.outcome(),
    load: uses.load.outcome(),
    refresh: uses.refresh.outcome(),
    picture: uses.picture.outcome(),
    leaderboard: uses.leaderboard.outcome(),
    game: uses.game.outcome(),
    link: uses.link.outcome(),
    check: uses.check.outcome(),
    poll: posted.poll(),
    delivery: posted.delivery(),
    digest: posted.digest(),
  });
  const isMet = () =>
    expected.poll === 'at once' ||
    fault?.pollFailed === undefined ||
    fault.pollFailed.test(scene.bot.output.slice(said));
  const isAll = () =>
    Object.entries(observe()).every(([activity, outcome]) =>
      Object.entries(expected).some(([key, value]) => key === activity && value === outcome),
    );
  await vi
    .waitUntil(() => isAll() && isMet(), { timeout: PATIENCE_MS, interval: 50 })
    .catch(() => undefined);
  const observed = observe();
  const words = Object.entries(uses).map(
    ([activity, use]) => `${activity}: ${use.words().slice(0, WORDS)}`,
  );
  await fault?.end(scene);
  await ready(scene);
  return { observed, words: words.join('\n') };
}

/** Starts the bot while something fails, and waits for what is expected, or long enough; then lets it work. */
async function start(
  scene: Scene,
  fault: Fault,
  expected: Starting,
  database = scene.database,
): Promise<Starting | Odd> {
  const bot = scene.launchBot(database);
  if (fault.strikesBot === true) await fault.begin(scene);
  await vi
    .waitUntil(() => startOf(bot) === expected, { timeout: PATIENCE_MS, interval: 50 })
    .catch(() => undefined);
  const outcome = startOf(bot);
  await fault.end(scene);
  await ready(scene, database);
  return outcome;
}

/** Resolves when the bot is there; starts it again where it ended. */
async function ready(scene: Scene, database = scene.database): Promise<void> {
  if (startOf(scene.bot).startsWith('refused')) await scene.bot.exited;
  if (scene.hasEnded) scene.launchBot(database);
  const { bot, stage } = scene;
  await vi.waitUntil(() => startOf(bot) === 'at once', { timeout: PATIENCE_MS, interval: 50 });
  await stage.discord.waitFor(() => stage.discord.gateway.connected().length > 0);
}
