import assert from 'node:assert/strict';

import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';

import { createGateway } from '#src/discord/connection/gateway.ts';
import { createRest } from '#src/discord/connection/rest.ts';
import { systemClock } from '#src/platform/clock.ts';
import { createLog } from '#src/platform/log.ts';
import { startScriptedGateway } from '#test/discord/connection/scripted-gateway.ts';

import { mostly, oddJson, oddText } from './odd-values.ts';
import { FUZZ_TIMEOUT, runs } from './runs.ts';

/** Whatever the gateway sends, the interaction after it arrives, on this connection or on another. */

const events = fc.constantFrom('READY', 'RESUMED', 'GUILD_CREATE', 'MESSAGE_CREATE', '__proto__');
/** Those that don't end a connection: a new one takes discord.js half a second. */
const lasting = fc.constantFrom(0, 0, 0, 1, 2, 3, 6, 8, 11, 99, -1, 1.5);
const ending = fc.constantFrom(7, 9, 10);
const rest = {
  t: fc.oneof(fc.constant(null), events, oddJson),
  s: fc.oneof(fc.constant(null), fc.nat(), oddJson),
  d: oddJson,
};
const frame: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 20, arbitrary: fc.record({ op: lasting, ...rest }, { requiredKeys: ['op'] }) },
  { weight: 1, arbitrary: fc.record({ op: ending, ...rest }, { requiredKeys: ['op'] }) },
  { weight: 2, arbitrary: fc.record({ op: oddJson, ...rest }, { requiredKeys: [] }) },
  { weight: 2, arbitrary: oddJson },
  { weight: 2, arbitrary: oddText },
  {
    weight: 1,
    arbitrary: fc.constantFrom('{', '[]', '', '\u0000', `{"op":0,"d":${'['.repeat(9_999)}`),
  },
);
/** The interaction itself may be anything, too. */
const arrival = mostly(fc.record({ id: fc.string() }), oddJson);

/** It asks for another connection. */
const RECONNECT: readonly [unknown[], unknown] = [[{ op: 7, d: null }], { id: '1' }];

test('after any message the gateway goes on', { timeout: FUZZ_TIMEOUT }, async () => {
  await using discord = await startScriptedGateway(() => ({}));
  const { apiUrl } = discord;
  const log = createLog('silent', []);
  const received = new Set<string>();
  await using gateway = createGateway({
    token: 'token',
    rest: createRest({ apiUrl, token: 'token', log }),
    shardCount: undefined,
    shardIds: undefined,
    clock: { ...systemClock, sleep: () => Promise.resolve() },
    log,
    onInteraction: (payload) => void received.add(JSON.stringify(payload)),
  });
  await gateway.connect();
  let sequence = 2;
  await fc.assert(
    fc.asyncProperty(
      fc.array(frame, { minLength: 1, maxLength: 5 }),
      arrival,
      async (sent, one) => {
        received.clear();
        for (const odd of sent) discord.send(odd);
        const last = { marker: sequence, one };
        await vi.waitFor(() => {
          sequence += 1;
          // A new connection may have got lost what was sent before.
          discord.send({ op: 0, t: 'INTERACTION_CREATE', s: sequence, d: last });
          assert.ok(received.has(JSON.stringify(last)));
        }, 10_000);
      },
    ),
    { ...runs(60), examples: [[...RECONNECT]] },
  );
  await vi.waitFor(() => expect(discord.connections()).toBeGreaterThan(1), 10_000);
});
