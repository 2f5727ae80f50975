import assert from 'node:assert/strict';

import { DiscordAPIError } from '@discordjs/rest';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { startDiscord } from '#loopback/discord/loopback-discord.ts';
import { createGateway } from '#src/discord/connection/gateway.ts';
import { waitOutOutage } from '#src/discord/connection/outage.ts';
import { createPublishedCommands } from '#src/discord/connection/published-commands.ts';
import { createRest } from '#src/discord/connection/rest.ts';
import { fatalSentence } from '#src/fatal.ts';
import { systemClock } from '#src/platform/clock.ts';
import { createLog } from '#src/platform/log.ts';

import { EndlessSockets, oddSteps } from './odd-connections.ts';
import type { Step } from './odd-connections.ts';
import { FUZZ_TIMEOUT, runs } from './runs.ts';

/** Whatever Discord answers a bot that starts: it connects in the end, or ends with a sentence for its operator. */

/** Instead of 15 s. */
const REQUEST_MS = 300;

/** Without limits that last: discord.js waits them out, an hour at most. */
function withoutLimits(step: Step): Step {
  const { effect } = step;
  if (!('exactly' in effect)) return step;
  const { status, headers, text } = effect.exactly;
  const type = { 'content-type': headers['content-type'] ?? '' };
  if (status !== 429) return { ...step, effect: { exactly: { status, headers: type, text } } };
  const limit = { ...type, 'retry-after': '0.001' };
  return { ...step, effect: { exactly: { status, headers: limit, text: '{}' } } };
}

const sockets = new EndlessSockets();
const step = oddSteps(sockets)
  .filter(({ name }) => !name.includes('after 429'))
  .map(withoutLimits);
const steps = fc.array(fc.option(step, { freq: 4 }), { minLength: 1, maxLength: 5 });
const hurriedClock = { ...systemClock, sleep: () => Promise.resolve() };
const DEFINITIONS = [
  { name: 'about', description: 'About', contexts: [0], integration_types: [0] },
];

type Tools = Parameters<typeof waitOutOutage>[1];

async function isRegistered(publish: () => Promise<boolean>, tools: Tools): Promise<boolean> {
  try {
    await waitOutOutage(publish, tools);
    return true;
  } catch (error) {
    if (fatalSentence(error) !== null) throw error;
    assert(error instanceof DiscordAPIError);
    return false;
  }
}

test('a start comes to an end, whatever Discord answers', { timeout: FUZZ_TIMEOUT }, async () => {
  let connected = 0;
  await fc.assert(
    fc.asyncProperty(steps, async (script) => {
      await using discord = await startDiscord();
      const { apiUrl, token } = discord;
      let asked = 0;
      discord.faults.add({
        path: /^\/(?:gateway|applications)/,
        times: Infinity,
        when: () => (asked += 1) > 0,
        get effect() {
          return script[asked - 1]?.effect ?? { delayMs: 0 };
        },
      });
      const lines: string[] = [];
      const log = createLog('debug', [token], { write: (line) => void lines.push(line) });
      const tools = { clock: hurriedClock, log };
      const rest = createRest({ apiUrl, token, log });
      rest.options.timeout = REQUEST_MS;
      await using gateway = createGateway({
        ...tools,
        token,
        rest,
        shardCount: undefined,
        shardIds: undefined,
        onInteraction: () => undefined,
      });
      const published = createPublishedCommands(rest, () => DEFINITIONS);
      try {
        const id = await gateway.connect();
        // Refused, the old commands stay, and the bot goes on.
        if (await isRegistered(() => published.publish(id), tools)) {
          assert.deepEqual(
            discord.commands.map(({ name }) => name),
            ['about'],
          );
        }
        connected += 1;
      } catch (error) {
        assert.ok(fatalSentence(error) !== null, String(error));
      }
      assert.ok(!lines.join('').includes(token));
    }),
    { ...runs(40), examples: [[[null]]] },
  );
  expect(connected).toBeGreaterThan(0);
  await expect.poll(() => sockets.open).toBe(0);
});
