import { setImmediate as nextTurn } from 'node:timers/promises';

import { afterAll, beforeAll, describe, vi } from 'vitest';

import { createAnnouncementEngine } from '#src/announcements/engine.ts';
import type { AnnouncementEngine } from '#src/announcements/engine.ts';
import type { Feed } from '#src/announcements/feed.ts';
import type { FeedSettings } from '#src/announcements/feed.ts';
import type { Post, PostedGame } from '#src/announcements/post.ts';
import { createCompose } from '#src/announcements/posting/compose.ts';
import type { Compose } from '#src/announcements/posting/compose.ts';
import type { PlayerDetails } from '#src/announcements/posting/details.ts';
import type { AnnouncementStore } from '#src/announcements/tables/announcement-store.ts';
import type {
  AccessRequest,
  ChannelAccess,
  ChannelPermissions,
} from '#src/discord/channels/channel-permissions.ts';
import type { FindOutcome } from '#src/discord/channels/find-post.ts';
import type { ChannelPosts, PostOutcome } from '#src/discord/channels/posts.ts';
import type { Seen } from '#src/people/tables/known-games.ts';
import type { Clock } from '#src/platform/clock.ts';
import { createLog } from '#src/platform/log.ts';
import type { CompletionProgressPage } from '#src/retroachievements/api/completion-progress.ts';
import type { GameAward } from '#src/retroachievements/api/recent-game-awards.ts';
import type { AwardKind } from '#src/retroachievements/award-kind.ts';
import type { RetroAchievements } from '#src/retroachievements/client.ts';
import { isUlid } from '#src/retroachievements/player.ts';
import type { Ulid } from '#src/retroachievements/player.ts';
import { openAnnouncementStore } from '#test/support/announcement-store.ts';
import { createFakeClock, type FakeClock } from '#test/support/fake-clock.ts';
import { postgresTurn } from '#test/support/postgres-turns.ts';
import { describeOnBoth, openTestStore } from '#test/support/store.ts';
import type { StoreKind } from '#test/support/store.ts';

export const GUILD = '900';
export const POLL_MS = 60_000;
const TURNS = 8;
const DAY_MS = 24 * 60 * 60_000;
const NO_LIBRARY: CompletionProgressPage = { total: 0, rowCount: 0, games: [] };

/** The announcer gives others a turn after each digest: what is due at the same time takes several. */
async function severalTurns(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn += 1) await nextTurn();
}

/** The n-th player: the same ULID and name each time. */
export function playerNumber(n: number): { readonly name: string; readonly ulid: Ulid } {
  const ulid = `01${String(n).padStart(24, '0')}`;
  if (!isUlid(ulid)) throw new Error(`${ulid} is no ULID`);
  return { name: `Player${n}`, ulid };
}

/** The site-wide award feed in the same process: newest first, by date. */
export class ScriptedFeed {
  readonly awards: GameAward[] = [];
  /** `kinds offset`, and the last day if one is asked for, one a request. */
  readonly requests: string[] = [];
  /** Called before each answer; may throw, wait, or add awards. */
  before: (offset: number, signal: AbortSignal | undefined) => Promise<void> | void = () =>
    undefined;
  /** Accounts that the site removed: they leave holes in pages. */
  readonly removed = new Set<string>();
  /** What the site claims to have, where that is not the truth. */
  claimedTotal: number | null = null;
  /** Called before a library is told. */
  beforeLibrary: (ulid: string, signal: AbortSignal | undefined) => Promise<void> | void = () =>
    undefined;
  /** By ULID, for the sweep. */
  readonly libraries = new Map<string, CompletionProgressPage>();
  readonly site: Pick<RetroAchievements, 'recentGameAwards' | 'completionProgress'> = {
    recentGameAwards: async ({ kinds, offset, count, until }, { signal }) => {
      this.requests.push([kinds.join(','), offset, ...(until ? [until] : [])].join(' '));
      const end = until === undefined ? Infinity : Date.parse(until) + DAY_MS;
      await this.before(offset, signal);
      const wanted = this.awards
        .filter(({ kind, awardedAt }) => kinds.includes(kind) && awardedAt < end)
        .toReversed()
        .toSorted((a, b) => b.awardedAt - a.awardedAt);
      const page = wanted
        .slice(offset, offset + count)
        .filter(({ playerName }) => playerName === null || !this.removed.has(playerName));
      const total = this.claimedTotal ?? wanted.length;
      return { total, rowCount: page.length, awards: page };
    },
    completionProgress: async (ref, _page, { signal }) => {
      const ulid = ref.kind === 'ulid' ? ref.ulid : '';
      await this.beforeLibrary(ulid, signal);
      return this.libraries.get(ulid) ?? NO_LIBRARY;
    },
  };

  /** @param at ms since 1970 */
  award(player: number, gameId: number, kind: AwardKind, at: number): void {
    const { name: playerName, ulid } = playerNumber(player);
    const game = { gameId, gameTitle: `Title ${gameId}`, systemId: 3, systemName: 'SNES' };
    const awardedAt = Math.floor(at / 1000) * 1000;
    this.awards.push({ playerName, ulid, kind, awardedAt, ...game });
  }
}

/** A channel in which the bot may do everything. */
export function accessible(id: string): Extract<ChannelAccess, { kind: 'ok' }> {
  const channel = { id, type: 0, name: 'x', parentId: null };
  return { kind: 'ok', channel, missing: [], advised: [], isRoleGone: false };
}

type Message = { readonly id: string; readonly nonce: string; readonly at: number };

/** Discord remembers a nonce for minutes. */
const NONCE_MEMORY_MS = 3 * 60_000;

/** Channels that take what they are sent, unless the test says otherwise. */
export class RecordingChannels
  implements ChannelPosts, Pick<ChannelPermissions, 'access' | 'glance'>
{
  /** What was posted, in short: `channel text`. */
  readonly posted: string[] = [];
  readonly told: string[] = [];
  readonly crossposted: string[] = [];
  /** Whether Discord says nothing of what channels are like. */
  isSilent = false;
  /** What was asked, `post nonce` or `find nonce`. */
  readonly requests: string[] = [];
  readonly #clock: Clock;
  readonly #messages: Message[] = [];
  /** Decides what becomes of a post; null for what usually does. */
  outcome: (
    channelId: string,
    json: string,
    nonce: string,
    signal: AbortSignal,
  ) => PostOutcome | null | Promise<PostOutcome | null> = () => null;
  found: (nonce: string) => FindOutcome = (nonce) => {
    const message = this.#messages.find((one) => one.nonce === nonce);
    return message ? { kind: 'found', messageId: message.id } : { kind: 'absent' };
  };
  crosspostOutcome: (channelId: string) => 'done' | 'later' | 'unfollowable' = () => 'done';
  tellOutcome: (userId: string) => 'told' | 'impossible' | 'later' = () => 'told';

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** What a look at a channel shows: all is well, unless the test says otherwise. */
  accessOf: (channelId: string) => ChannelAccess = (channelId) => accessible(channelId);
  /** Channels that others follow, and roles that were deleted. */
  readonly news = new Set<string>();
  readonly deletedRoles = new Set<string>();
  /** Which channels were looked at after a refusal or in a pause. */
  readonly looks: string[] = [];

  async access({ channelId }: AccessRequest): Promise<ChannelAccess> {
    this.looks.push(channelId);
    return this.accessOf(channelId);
  }

  async glance({ channelId, roleId }: AccessRequest) {
    if (this.isSilent) return { type: null, isRoleGone: false };
    const type = this.news.has(channelId) ? 5 : 0;
    return { type, isRoleGone: roleId !== null && this.deletedRoles.has(roleId) };
  }

  async post(channelId: string, json: string, nonce: string, signal: AbortSignal) {
    this.requests.push(`post ${nonce}`);
    const decided = await this.outcome(channelId, json, nonce, signal);
    return decided ?? this.take(channelId, json, nonce);
  }

  /** As Discord does: for some minutes the same nonce makes one message. */
  take(channelId: string, json: string, nonce: string): PostOutcome {
    const at = this.#clock.now();
    const before = this.#messages.find(
      (message) => message.nonce === nonce && at - message.at < NONCE_MEMORY_MS,
    );
    if (before) return { kind: 'posted', messageId: before.id };
    this.posted.push(`${channelId} ${json}`);
    const id = `m${this.posted.length}`;
    this.#messages.push({ id, nonce, at });
    return { kind: 'posted', messageId: id };
  }

  async find(_channel: string, _guild: string, _json: string, _since: number, nonce: string) {
    this.requests.push(`find ${nonce}`);
    return this.found(nonce);
  }

  async crosspost(channelId: string, messageId: string) {
    const outcome = this.crosspostOutcome(channelId);
    if (outcome === 'done') this.crossposted.push(`${channelId} ${messageId}`);
    return outcome;
  }

  async tell(userId: string, json: string, nonce: string) {
    const outcome = this.tellOutcome(userId);
    const isNew = !this.#messages.some((message) => message.nonce === nonce);
    if (outcome === 'told' && isNew) {
      this.told.push(`${userId} ${json}`);
      this.#messages.push({ id: `t${this.told.length}`, nonce, at: this.#clock.now() });
    }
    return outcome;
  }
}

function gameInShort({ name, kind, alsoEarned }: PostedGame): string {
  return `${name} ${[kind, ...alsoEarned].join('+')}`;
}

/** What a post says, in short: `single Player1 Title 5 mastered+beaten-hardcore`. */
function inShort({ kind, post }: Post): string {
  const ping = post.roleId === null ? '' : ' ping';
  switch (kind) {
    case 'single':
      return `single ${post.player.name} ${gameInShort(post.game)}${ping}`;
    case 'collected':
      return `collected ${post.lines.map((line) => `${line.player.name} ${gameInShort(line.game)}`).join(', ')}${ping}`;
    case 'digest':
      return `digest ${post.players.map(({ player, games }) => `${player.name}: ${games.map(gameInShort).join(', ')}`).join('; ')}${ping}`;
  }
}

/** `100 missingAccess, 200 unknownChannel`. */
function noticeInShort(feeds: readonly Feed[]): string {
  return feeds.map(({ channelId, pause }) => `${channelId} ${pause?.reason}`).join(', ');
}

export type EngineStage = {
  readonly clock: FakeClock;
  readonly store: AnnouncementStore;
  readonly feed: ScriptedFeed;
  readonly channels: RecordingChannels;
  readonly engine: AnnouncementEngine;
  readonly warnings: string[];
  /** What sweeps have seen. */
  readonly seen: Seen[];
  /** Makes a feed and tracks players by number. */
  setUp(
    channelId: string,
    players: readonly number[],
    settings?: FeedSettings & { readonly crossposts?: boolean },
  ): Promise<void>;
  /** @throws where there is none */
  feedOf(channelId: string): Promise<Feed>;
  /** What a player's library told last; nothing by default. */
  readonly details: Map<string, PlayerDetails>;
  /** Another process on the same database and clock, or one whose way to them is not what it should be. */
  createEngine(ways?: Partial<Ways>): AnnouncementEngine;
} & AsyncDisposable;

/** What an engine reaches the world by. */
export type Ways = {
  readonly store: AnnouncementStore;
  readonly posts: ChannelPosts;
  readonly compose: Compose;
  readonly pollMs: number;
  readonly clock: Clock;
};

/** A minute of the clock takes dozens of statements. */
const ON_SERVER_MS = 120_000;
let storeKind: StoreKind = 'sqlite';

/** The same tests of the engine on both databases. */
export function describeEngine(title: string, tests: () => void): void {
  describeOnBoth(title, (kind) => {
    describe('the engine', { timeout: ON_SERVER_MS }, () => {
      beforeAll(() => {
        storeKind = kind;
      });
      afterAll(() => {
        storeKind = 'sqlite';
      });
      tests();
    });
  });
}

/** The whole engine on a real database, SQLite unless `describeEngine` says otherwise, between a scripted award feed and channels that record, in time that stands still. */
export async function openEngineStage(
  options: { readonly start?: number; readonly pollMs?: number } = {},
): Promise<EngineStage> {
  const isServer = storeKind === 'postgres';
  const clock = createFakeClock(options.start, isServer ? postgresTurn : severalTurns);
  const store = isServer
    ? await openTestStore('postgres')
    : await openAnnouncementStore('sqlite::memory:');
  const feed = new ScriptedFeed();
  const channels = new RecordingChannels(clock);
  const warnings: string[] = [];
  const seen: Seen[] = [];
  const details = new Map<string, PlayerDetails>();
  const log = createLog('silent', []);
  const note = (said: unknown, message = String(said)) => void warnings.push(message);
  vi.spyOn(log, 'warn').mockImplementation(note);
  vi.spyOn(log, 'error').mockImplementation(note);
  const compose = createCompose({
    details: {
      of: async ({ ulid }) => details.get(ulid) ?? { avatarPath: null, games: new Map() },
    },
    members: { memberFor: () => Promise.resolve(null) },
    avatarOf: store.trackedPlayers.avatarOf,
  });
  const engines: AnnouncementEngine[] = [];
  const createEngine = (ways: Partial<Ways> = {}) => {
    const engine = createAnnouncementEngine({
      store,
      site: feed.site,
      posts: channels,
      channels,
      compose,
      messages: {
        post: (post, isPlain) => `${isPlain ? 'plain ' : ''}${inShort(post)}`,
        pauseNotice: noticeInShort,
      },
      pollMs: options.pollMs ?? POLL_MS,
      requestsPerMinute: 60,
      onSeen: (one) => seen.push(one),
      clock,
      random: () => 0.5,
      log,
      ...ways,
    });
    engines.push(engine);
    return engine;
  };
  const engine = createEngine();
  const { management } = engine;
  return {
    clock,
    store,
    feed,
    channels,
    engine,
    warnings,
    seen,
    details,
    async setUp(channelId, players, { crossposts = false, ...settings } = {}) {
      const serverLanguage = 'en';
      const request = {
        channelId,
        guildId: GUILD,
        managerId: '1',
        crossposts,
        serverLanguage,
        settings,
      };
      if (crossposts) channels.news.add(channelId);
      const { feed: made } = await management.setUp(request);
      for (const n of players) {
        await management.track(made, { ...playerNumber(n), avatarPath: null, motto: '' });
      }
    },
    async feedOf(channelId) {
      const found = await store.feeds.get(channelId);
      if (!found) throw new Error(`There is no feed ${channelId}`);
      return found;
    },
    createEngine,
    async [Symbol.asyncDispose]() {
      for (const one of engines) await one[Symbol.asyncDispose]();
      await store[Symbol.asyncDispose]();
    },
  };
}
