import assert from 'node:assert/strict';

import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import type { Person } from '#loopback/discord/people/person.ts';
import type { Shown } from '#loopback/discord/people/shown.ts';
import { isWhole, openLibrary } from '#test/e2e/library-page.ts';
import { useStage } from '#test/e2e/stage.ts';

import { EndlessSockets, oddSteps } from './odd-connections.ts';
import { FUZZ_TIMEOUT, runs } from './runs.ts';
import { ScriptedInteractions } from './scripted-interactions.ts';
import { Witness } from './witness.ts';

/** Whatever Discord answers while someone uses the bot, the bot lives on, and the next one is served as always. */

/** After so many, a new bot: Discord mustn't refuse one more than 1,000 requests in ten minutes. */
const RUNS_OF_A_BOT = 100;
/** In a quarter of an hour of rate limits, which are a minute apart in the end. */
const REQUESTS_LIMIT = 40;
/** What a response may have, and what is on its way meanwhile. */
const TAKEN_LIMIT = 24 * 2 ** 20;

/** A game's, that looks like a word of programmers. */
const A_TITLE = 'Minus Infinity';

type Use = {
  /** What happens before Discord turns odd. */
  readonly prepare: (person: Person) => Promise<() => Promise<Shown>>;
  /** Whether all is shown. */
  readonly isDone: (shown: Shown) => boolean;
};

const hasPage = ({ message }: Shown) => (message?.embeds.length ?? 0) > 0;
const hasFile = ({ message }: Shown) => (message?.attachments.length ?? 0) > 0;
const command =
  (name: string, user?: string): Use['prepare'] =>
  (person) =>
    Promise.resolve(() => person.command(name, user === undefined ? {} : { user }));
const click =
  (user: string, button: string): Use['prepare'] =>
  async (person) => {
    const message = await openLibrary(person, { user });
    return () => person.click(message, button);
  };

const USES: Readonly<Record<string, Use>> = {
  'a command': { prepare: command('about'), isDone: hasPage },
  'a page': { prepare: command('progress', 'Small'), isDone: hasPage },
  edits: {
    prepare: command('progress', 'Large'),
    isDone: ({ message }) => message !== undefined && isWhole(message),
  },
  'a picture': { prepare: command('stats', 'Small'), isDone: hasFile },
  'a file': { prepare: click('Small', 'Export CSV'), isDone: hasFile },
  'a click': { prepare: click('Large', '▶️'), isDone: hasPage },
  'a refusal': {
    prepare: command('progress', 'Nobody'),
    isDone: ({ message }) => message !== undefined,
  },
  // The site takes so long that the answer is deferred, taken back, and told to the caller alone.
  'a late refusal': {
    prepare: (person) =>
      Promise.resolve(() => person.command('progress', { user: `Late${person.user.username}` })),
    isDone: ({ followups }) => followups.length > 0,
  },
};
const uses = Object.keys(USES);
const use = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...uses.filter((name) => name !== 'a late refusal')) },
  { weight: 1, arbitrary: fc.constant('a late refusal') },
);

const stage = useStage({ isDirect: true, env: { POLL_SECONDS: '60', CACHE_TTL_SECONDS: '0' } });
const sockets = new EndlessSockets();
const step = oddSteps(sockets);
const script = fc.record({
  steps: fc.array(fc.option(step, { freq: 4 }), { minLength: 1, maxLength: 3 }),
  isForEver: fc.boolean(),
});
type Script = typeof script extends fc.Arbitrary<infer S> ? S : never;

/** Whether people see all that they would see without: few failures in a row that the bot knows to get over. */
function isPassing({ steps, isForEver }: Script): boolean {
  const odd = steps.filter((one) => one !== null);
  return !isForEver && odd.length <= 2 && odd.every((one) => one.isPassing);
}

/** What the bot says about Discord's answers. Anything else at this level would be a failure of its own. */
const SAID = new Set([
  'an interaction failed',
  'an interaction could not be answered',
  'an interaction may have got no reply',
  'Discord asks for a longer wait than it can mean; I wait less',
]);
/** Headers in other letters are too much for discord.js. Discord's have none. */
const HEADERS = /to a ByteString/;
const OWN_ERRORS = new Set([
  'TypeError',
  'RangeError',
  'ReferenceError',
  'SyntaxError',
  'ZodError',
]);
const WARNING = 40;

function isStrange(line: string): boolean {
  if (line === '') return false;
  if (!line.startsWith('{')) return true;
  const { level, msg, error }: { level: number; msg: string; error?: { type: string } } =
    JSON.parse(line);
  if (level < WARNING || HEADERS.test(line)) return false;
  return !SAID.has(msg) || OWN_ERRORS.has(error?.type ?? '');
}

test('whatever Discord answers, the next one is served', { timeout: FUZZ_TIMEOUT }, async () => {
  const { discord, site } = stage();
  const scripted = new ScriptedInteractions(discord);
  stage().addPlayer('Small', 45);
  stage().addPlayer('Large', 620);
  site.faults.add({
    times: Infinity,
    when: (query) => query.get('u')?.startsWith('Late') === true,
    effect: { kind: 'delay', ms: 1_100 },
  });
  const witness = new Witness(stage());
  let people = 0;
  let passed = 0;

  async function served(name: string, next: Script): Promise<void> {
    const { prepare, isDone } = USES[name] ?? {};
    assert(prepare && isDone);
    const start = await prepare(stage().person(`odd${people}`));
    const effects = next.steps.map((one) => one?.effect ?? null);
    const counted = scripted.expect({ effects, isForEver: next.isForEver });
    const using = start();
    if (isPassing(next)) {
      const shown = await using;
      await discord.waitFor(() => isDone(shown), `It is never shown: ${shown.describe()}`);
      passed += 1;
    } else {
      using.catch(() => undefined);
      await discord.waitFor(() => counted.requests > 0, 'Nothing was answered');
    }
  }

  const judgeLog = () => assert.deepEqual(stage().bot.output.split('\n').filter(isStrange), []);

  await fc.assert(
    fc.asyncProperty(use, script, async (name, next) => {
      people += 1;
      if (people % RUNS_OF_A_BOT === 0) {
        judgeLog();
        await stage().bot.kill();
        await stage().startBot();
      }
      await served(name, next);
      const shown = await stage().person(`next${people}`).command('progress', { user: 'Large' });
      await shown.until(isWhole);
      await witness.judge(shown, A_TITLE);
    }),
    { ...runs(20), examples: [['edits', { steps: [null], isForEver: false }]] },
  );
  judgeLog();
  expect(passed).toBeGreaterThan(0);
  for (const { requests } of scripted.all) expect(requests).toBeLessThanOrEqual(REQUESTS_LIMIT);
  await expect.poll(() => sockets.open, { timeout: 20_000 }).toBe(0);
  for (const bytes of sockets.taken) expect(bytes).toBeLessThanOrEqual(TAKEN_LIMIT);
});
