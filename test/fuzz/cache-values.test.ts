import assert from 'node:assert/strict';

import { createClient } from '@keyv/redis';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { Permission } from '#loopback/discord/permissions.ts';
import type { SitePlayer } from '#loopback/retroachievements/site-player.ts';
import { createCatalogue, toEntry } from '#src/progress/catalogue.ts';
import { decodeLibrary, encodeLibrary } from '#src/progress/library-record.ts';
import { decodeCompletionProgress } from '#src/retroachievements/api/completion-progress.ts';
import { decodeUserProfile } from '#src/retroachievements/api/user-profile.ts';
import { RetroAchievementsError } from '#src/retroachievements/retroachievements-error.ts';
import { Stage } from '#test/e2e/stage.ts';
import {
  cannotStartRedis,
  NEEDS_REDIS_SERVER,
  startRedisServer,
} from '#test/support/redis-server.ts';

import { copyFor, garbage, oddCopy, unchanged } from './odd-cache.ts';
import type { Change, Put } from './odd-cache.ts';
import { asItIs, oddLibrary, oddProfile, WIRE_GAME } from './odd-site.ts';
import { FUZZ_TIMEOUT, runs } from './runs.ts';
import { Witness } from './witness.ts';

/** Whatever is in Redis under the bot's keys, people get a page or a sentence. */

const TEMPLATE = 'Template';
const USES: readonly (readonly [string, (user: string) => Record<string, string>])[] = [
  ['progress', (user) => ({ user })],
  ['progress', (user) => ({ user, sort: 'closest' })],
  ['progress', (user) => ({ user, sort: 'title', status: 'awarded' })],
  ['random', (user) => ({ user })],
  ['stats', (user) => ({ user })],
  ['compare', (other) => ({ user: TEMPLATE, other })],
  ['link', (user) => ({ user })],
  ['announcements track', (user) => ({ user })],
];
type Use = (typeof USES)[number];
const PROGRESS: Use = ['progress', (user) => ({ user })];

/** The one odd title that looks like a template of ours. */
const TITLE_SAYS = '{0}';
/** Without a profile, nobody looks for the library. */
const copies = fc.oneof(
  fc.tuple(oddCopy, oddCopy, oddCopy),
  fc.tuple(fc.constant(unchanged), fc.constant(unchanged), oddCopy),
  fc.tuple(oddCopy, oddCopy, fc.constant(unchanged)),
);

/** A busy machine is no trouble of the bot's. */
const BUSY = /No answer within \d+ ms|the cache is responding again/;

/** One player's profile, by name and by ULID, and library. */
function keysOf({ name, ulid }: SitePlayer): readonly string[] {
  const keys = [`player:v2:${name.toLowerCase()}`, `player:v2:${ulid}`, `library:v2:${ulid}`];
  return keys.map((key) => `completionist::${key}`);
}

async function openScene() {
  await using opening = new AsyncDisposableStack();
  const redis = opening.use(await startRedisServer());
  const url = `redis://127.0.0.1:${redis.port}`;
  const stage = opening.use(await Stage.open({ isDirect: true, env: { CACHE_URL: url } }));
  const client = opening.adopt(createClient({ url }), (one) => one.destroy());
  await client.connect();
  await expect.poll(() => stage.bot.output, { timeout: 20_000 }).toContain('the cache is ready');
  const { discord } = stage;
  const owner = discord.person('owner', { permissions: Permission.ManageGuild });
  await owner.command('announcements setup', { channel: discord.generalChannel });
  const template = stage.addPlayer(TEMPLATE, 12);
  await (await owner.command('progress', { user: TEMPLATE })).answer();
  // It's kept after it was shown.
  const inRedis = () => Promise.all(keysOf(template).map((key) => client.get(key)));
  await expect.poll(inRedis, { timeout: 20_000 }).not.toContain(null);
  const good = (await inRedis()).map(String);
  const witness = new Witness(stage);
  const resources = opening.move();
  let players = 0;

  async function put(key: string, { kind, text }: Put): Promise<unknown> {
    if (kind === 'text') return client.set(key, text);
    if (kind === 'list') return client.rPush(key, text);
    if (kind === 'set') return client.sAdd(key, text);
    return kind === 'hash' ? client.hSet(key, 'value', text) : undefined;
  }

  /** Asks for a player whom the bot doesn't know, but Redis. @returns how often the site was asked for their library */
  async function ask([command, options]: Use, changes: readonly Change[]): Promise<number> {
    players += 1;
    const player = stage.addPlayer(`Odd${players}`, 12, 5);
    const { name, ulid } = player;
    for (const [n, key] of keysOf(player).entries()) {
      const copy = copyFor(good[n] ?? '', (record) =>
        record.replaceAll(TEMPLATE, name).replaceAll(template.ulid, ulid),
      );
      await put(key, (changes[n] ?? unchanged)(copy));
    }
    const shown = await owner.command(command, options(players % 2 === 0 ? name : ulid));
    await witness.judge(shown, TITLE_SAYS);
    return stage.libraryRequests(player);
  }

  return { ask, witness, [Symbol.asyncDispose]: () => resources.disposeAsync() };
}

describe.skipIf(cannotStartRedis)(`a bot with a Redis ${NEEDS_REDIS_SERVER}`, () => {
  test('makes a page or a sentence of any copy', { timeout: FUZZ_TIMEOUT }, async () => {
    await using scene = await openScene();
    const { ask, witness } = scene;
    await expect.poll(() => ask(PROGRESS, []), { timeout: 20_000 }).toBe(0);
    expect(await ask(PROGRESS, [unchanged, unchanged, garbage])).toBe(1);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...USES), copies, async (use, changes) => {
        await ask(use, changes);
      }),
      runs(40),
    );
    assert.deepEqual(
      witness.troubles.filter((line) => !BUSY.test(line)),
      [],
    );
  });
});

const PAGE = { Total: 3, Results: [1, 2, 3].map((GameID) => ({ ...WIRE_GAME, GameID })) };
const PROFILE = { User: 'Max', ULID: '01HZZZZZZZZZZZZZZZZZZZZZZZ', UserPic: '/UserPic/Max.png' };

/** Null for what is refused. */
function decoded<T>(decode: () => T): T | null {
  try {
    return decode();
  } catch (error) {
    if (!(error instanceof RetroAchievementsError)) throw error;
    return null;
  }
}

test(
  'whatever was read from the site comes back from the cache',
  { timeout: FUZZ_TIMEOUT },
  async () => {
    const catalogue = createCatalogue();
    let kept = 0;
    await fc.assert(
      fc.asyncProperty(oddLibrary, oddProfile, async (library, profile) => {
        const page = decoded(() => decodeCompletionProgress(library(PAGE), () => undefined));
        const player = decoded(() => decodeUserProfile(profile(PROFILE), 'Max'));
        if (!page || !player) return;
        const games = new Map(page.games.map((game) => [game.gameId, game]));
        const entries = [...games.values()].map((game) => toEntry(catalogue, game));
        const whole = { player, entries, total: entries.length, fetchedAt: 1 };
        assert.deepEqual(await decodeLibrary(await encodeLibrary(whole), catalogue), whole);
        kept += 1;
      }),
      { ...runs(500), examples: [[asItIs, asItIs]] },
    );
    expect(kept).toBeGreaterThan(0);
  },
);
