import { vi } from 'vitest';

import type { ChannelPosts, FindOutcome, PostOutcome } from '#src/announcements/channel-posts.ts';
import { createCompose } from '#src/announcements/compose.ts';
import type { Post } from '#src/announcements/compose.ts';
import type { PlayerDetails } from '#src/announcements/details.ts';
import { createAnnouncementEngine } from '#src/announcements/engine.ts';
import type { FeedSettings } from '#src/announcements/management.ts';
import type { PostedGame } from '#src/announcements/post.ts';
import { createLog } from '#src/log.ts';
import type { AwardKind } from '#src/retroachievements/award-kind.ts';
import type { RetroAchievements } from '#src/retroachievements/client.ts';
import type { GameAward } from '#src/retroachievements/game-award.ts';
import type { CompletionProgressPage } from '#src/retroachievements/game-progress.ts';
import { isUlid } from '#src/retroachievements/player.ts';
import type { Ulid } from '#src/retroachievements/player.ts';
import { openStore } from '#src/store/store.ts';
import type { Store } from '#src/store/store.ts';
import { createFakeClock, type FakeClock } from '#test/support/fake-clock.ts';

export const GUILD = '900';
export const POLL_MS = 60_000;
const NO_LIBRARY: CompletionProgressPage = { total: 0, rowCount: 0, games: [] };

/** The n-th player: the same ULID and name each time. */
export function playerNumber(n: number): { readonly name: string; readonly ulid: Ulid } {
  const ulid = `01${String(n).padStart(24, '0')}`;
  if (!isUlid(ulid)) throw new Error(`${ulid} is no ULID`);
  return { name: `Player${n}`, ulid };
}

/** The site-wide award feed in the same process: newest first, by date. */
export class ScriptedFeed {
  readonly awards: GameAward[] = [];
  /** `kinds offset`, one a request. */
  readonly requests: string[] = [];
  /** Called before each answer; may throw, wait, or add awards. */
  before: (offset: number) => Promise<void> | void = () => undefined;
  /** Accounts that the site removed: they leave holes in pages. */
  readonly removed = new Set<string>();
  /** What the site claims to have, where that is not the truth. */
  claimedTotal: number | null = null;
  /** By ULID, for the sweep. */
  readonly libraries = new Map<string, CompletionProgressPage>();
  readonly site: Pick<RetroAchievements, 'recentGameAwards' | 'completionProgress'> = {
    recentGameAwards: async ({ kinds, offset, count }) => {
      this.requests.push(`${kinds.join(',')} ${offset}`);
      await this.before(offset);
      const wanted = this.awards
        .filter(({ kind }) => kinds.includes(kind))
        .toReversed()
        .toSorted((a, b) => b.awardedAt - a.awardedAt);
      const page = wanted
        .slice(offset, offset + count)
        .filter(({ playerName }) => !this.removed.has(playerName));
      const total = this.claimedTotal ?? wanted.length;
      return { total, rowCount: page.length, awards: page };
    },
    completionProgress: async (ref) =>
      (ref.kind === 'ulid' && this.libraries.get(ref.ulid)) || NO_LIBRARY,
  };

  /** @param at ms since 1970 */
  award(player: number, gameId: number, kind: AwardKind, at: number): void {
    const { name: playerName, ulid } = playerNumber(player);
    const game = { gameId, gameTitle: `Title ${gameId}`, systemId: 3, systemName: 'SNES' };
    const awardedAt = Math.floor(at / 1000) * 1000;
    this.awards.push({ playerName, ulid, kind, awardedAt, ...game });
  }
}

/** Channels that take what they are sent, unless the test says otherwise. */
export class RecordingChannels implements ChannelPosts {
  /** What was posted, in short: `channel text`. */
  readonly posted: string[] = [];
  readonly told: string[] = [];
  readonly crossposted: string[] = [];
  readonly #byNonce = new Map<string, string>();
  /** Decides what becomes of a post; null for what usually does. */
  outcome: (channelId: string, json: string, nonce: string) => PostOutcome | null = () => null;
  found: (nonce: string) => FindOutcome = (nonce) => {
    const messageId = this.#byNonce.get(nonce);
    return messageId === undefined ? { kind: 'absent' } : { kind: 'found', messageId };
  };

  async post(channelId: string, json: string, nonce: string): Promise<PostOutcome> {
    const decided = this.outcome(channelId, json, nonce);
    return decided ?? this.take(channelId, json, nonce);
  }

  /** As Discord does: the same nonce makes one message. */
  take(channelId: string, json: string, nonce: string): PostOutcome {
    const before = this.#byNonce.get(nonce);
    const messageId = before ?? `m${this.posted.length + 1}`;
    if (before === undefined) this.posted.push(`${channelId} ${json}`);
    this.#byNonce.set(nonce, messageId);
    return { kind: 'posted', messageId };
  }

  async find(_channel: string, _guild: string, _json: string, _since: number, nonce: string) {
    return this.found(nonce);
  }

  async crosspost(channelId: string, messageId: string) {
    this.crossposted.push(`${channelId} ${messageId}`);
    return 'done' as const;
  }

  async tell(userId: string, json: string) {
    this.told.push(`${userId} ${json}`);
    return 'told' as const;
  }
}

function gameInShort({ name, kind, alsoWon }: PostedGame): string {
  return `${name} ${[kind, ...alsoWon].join('+')}`;
}

/** What a post says, in short: `single Player1 Title 5 mastered+beaten-hardcore`. */
export function inShort({ kind, post }: Post): string {
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

export type EngineStage = {
  readonly clock: FakeClock;
  readonly store: Store;
  readonly feed: ScriptedFeed;
  readonly channels: RecordingChannels;
  readonly engine: ReturnType<typeof createAnnouncementEngine>;
  readonly warnings: string[];
  /** Makes a feed and tracks players by number. */
  setUp(channelId: string, players: readonly number[], settings?: FeedSettings): Promise<void>;
  /** What a player's library told last; nothing by default. */
  readonly details: Map<string, PlayerDetails>;
  /** Another process on the same store and clock. */
  restart(): ReturnType<typeof createAnnouncementEngine>;
} & AsyncDisposable;

/** The whole engine on a real SQLite, between a scripted award feed and channels that record, in time that stands still. */
export async function openEngineStage(
  options: { readonly start?: number; readonly store?: Store } = {},
): Promise<EngineStage> {
  const clock = createFakeClock(options.start);
  const store = options.store ?? (await openStore('sqlite::memory:'));
  const feed = new ScriptedFeed();
  const channels = new RecordingChannels();
  const warnings: string[] = [];
  const details = new Map<string, PlayerDetails>();
  const log = createLog('silent', []);
  const note = (_details: unknown, message?: string) => void warnings.push(message ?? '');
  vi.spyOn(log, 'warn').mockImplementation(note);
  vi.spyOn(log, 'error').mockImplementation(note);
  const compose = createCompose({
    details: {
      of: async ({ ulid }) => details.get(ulid) ?? { avatarPath: null, games: new Map() },
    },
    members: { memberFor: () => Promise.resolve(null) },
  });
  const create = () =>
    createAnnouncementEngine({
      store,
      site: feed.site,
      posts: channels,
      compose,
      messages: { post: inShort, pauseNotice: (one) => `${one.channelId} ${one.pause?.reason}` },
      pollMs: POLL_MS,
      requestsPerMinute: 60,
      clock,
      random: () => 0.5,
      log,
    });
  const engine = create();
  return {
    clock,
    store,
    feed,
    channels,
    engine,
    warnings,
    details,
    async setUp(channelId, players, settings = {}) {
      const { announcements } = engine;
      const { feed: made } = await announcements.setUp({
        channelId,
        guildId: GUILD,
        managerId: '1',
        crossposts: false,
        settings,
      });
      for (const n of players) {
        const player = { ...playerNumber(n), avatarPath: null, motto: '' };
        await announcements.track(made, player);
      }
    },
    restart: create,
    async [Symbol.asyncDispose]() {
      await engine[Symbol.asyncDispose]();
      await store[Symbol.asyncDispose]();
    },
  };
}
