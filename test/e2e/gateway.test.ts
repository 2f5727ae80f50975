import { beforeAll, expect, test } from 'vitest';

import type { DiscordMessage } from '#loopback/discord/entities.ts';
import type { Person } from '#loopback/discord/people/person.ts';
import type { SitePlayer } from '#loopback/retroachievements/site-player.ts';

import { openLibrary, pageFor, readPage, turnTo } from './library-page.ts';
import { useStage } from './stage.ts';

const stage = useStage();
let player: SitePlayer;
let alice: Person;
let message: DiscordMessage;

beforeAll(async () => {
  player = stage().addPlayer('MaxMilyin', 420);
  alice = stage().person('alice');
  message = await openLibrary(alice, { user: 'MaxMilyin' });
});

/** Listens before it happens; resolves when a shard has done so. */
function next(kind: 'resumed' | 'identified' | 'disconnected'): Promise<void> {
  const { events } = stage().discord;
  const { promise, resolve } = Promise.withResolvers<void>();
  const listen = (event: { readonly kind: string }) => {
    if (event.kind !== kind) return;
    events.off('gateway', listen);
    resolve();
  };
  events.on('gateway', listen);
  return promise;
}

test.each([
  ['without a goodbye', undefined, 2],
  ['with 4000 (unknown error)', 4000, 3],
  ['with 1012 (service restart)', 1012, 4],
])(
  'a connection that ends %s is resumed, and presses in between are answered',
  async (_, code, page) => {
    const resumed = next('resumed');
    const disconnected = next('disconnected');
    stage().discord.gateway.drop(code);
    await disconnected;
    await turnTo(alice, message, '▶️', page);
    await resumed;
    expect(readPage(message)).toEqual(pageFor(player, page));
  },
);

test('when Discord asks for it (op 7), the bot reconnects and resumes', async () => {
  const resumed = next('resumed');
  stage().discord.gateway.requestReconnect();
  await resumed;
  await turnTo(alice, message, '⏭️', 42);
  expect(readPage(message)).toEqual(pageFor(player, 42));
});

test('an invalid session that can be resumed (op 9) is resumed', async () => {
  const resumed = next('resumed');
  stage().discord.gateway.invalidate(true);
  await resumed;
  await turnTo(alice, message, '⏮️', 1);
  expect(readPage(message)).toEqual(pageFor(player, 1));
});

test('an invalid session (op 9) is replaced, and old buttons keep working', async () => {
  const identified = next('identified');
  stage().discord.gateway.invalidate();
  await identified;
  await turnTo(alice, message, '⏭️', 42);
  expect(readPage(message)).toEqual(pageFor(player, 42));
});

test('the bot returns to a gateway that was away for a while', async () => {
  const { discord } = stage();
  const tries = () => stage().bot.output.split('"code":1006').length;
  const before = tries();
  discord.gateway.refuseConnections(true);
  discord.gateway.drop();
  await expect.poll(tries, { timeout: 10_000 }).toBeGreaterThan(before + 1);
  discord.gateway.refuseConnections(false);
  await discord.waitFor(() => discord.gateway.connected().length > 0);
  await turnTo(alice, message, '⏮️', 1);
  expect(readPage(message)).toEqual(pageFor(player, 1));
});

test.each<[string, unknown]>([
  ['nothing', null],
  ['an interaction without an address', { type: 3, locale: 5 }],
  [
    'a custom_id that is a number',
    { type: 3, data: { custom_id: 5 }, member: { user: { id: '1' } } },
  ],
  ['a list', []],
])('an interaction that is %s ends nothing', async (_, payload) => {
  const { gateway } = stage().discord;
  const before = gateway.identifies;
  gateway.dispatch('INTERACTION_CREATE', payload, undefined);
  await turnTo(alice, message, '▶️', 2);
  await turnTo(alice, message, '⏮️', 1);
  // A process that had ended would have started over.
  expect(gateway.identifies).toBe(before);
});

test('no command was registered again', () => {
  expect(stage().discord.commandWrites).toBe(1);
});
