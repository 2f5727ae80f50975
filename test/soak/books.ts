import type { DiscordMessage } from '#loopback/discord/entities.ts';
import type { SitePlayer } from '#loopback/retroachievements/site-player.ts';
import { awardOrder, WIRE_AWARD_KINDS } from '#loopback/retroachievements/wire.ts';
import type { WireAwardKind } from '#loopback/retroachievements/wire.ts';

import { nextDigest } from './calendar.ts';
import { keyOf, wereSeenTogether } from './entry.ts';
import type { Entry } from './entry.ts';
import { readPost } from './read-post.ts';
import type { Told } from './read-post.ts';
import type { SoakFeed } from './town.ts';
import { wants } from './wants.ts';

/** What the books read of a message. */
export type PostedMessage = Pick<DiscordMessage, 'channel_id' | 'embeds' | 'nonce'>;

export type Grant = {
  readonly player: SitePlayer;
  readonly gameId: number;
  /** The highest first. */
  readonly kinds: readonly WireAwardKind[];
  /** How long the bots may take to find it, ms. */
  readonly hiddenMs?: number;
};

/** What is granted at once is seen at once. */
const SECOND_MS = 1_000;

/** What is due to the feeds, held against what comes to their channels. Knows the rules, and nothing of the bot. */
export class Books {
  readonly entries = new Map<string, Entry>();
  readonly mistakes: string[] = [];
  readonly open = new Set<Entry>();
  readonly feedOf: ReadonlyMap<string, SoakFeed>;
  readonly #feedsOf: ReadonlyMap<SitePlayer, readonly SoakFeed[]>;
  readonly #now: () => number;
  posts = 0;
  /** Sets when an entry is due, where a trouble changes that. */
  adjust: (entry: Entry) => void = () => undefined;
  /** Called for a list that has no room for all: the database knows the rest. */
  onMore: (message: PostedMessage, shown: ReadonlySet<string>) => void = () => undefined;

  constructor(feeds: readonly SoakFeed[], now: () => number) {
    this.#now = now;
    this.feedOf = new Map(feeds.map((feed) => [feed.channel.id, feed]));
    const pairs = feeds.flatMap((feed) => feed.players.map((player) => ({ feed, player })));
    const byPlayer = Map.groupBy(pairs, ({ player }) => player);
    this.#feedsOf = new Map(
      [...byPlayer].map(([player, own]) => [player, own.map(({ feed }) => feed)]),
    );
  }

  /** Notes what a player has just got on the site. */
  granted({ player, gameId, kinds, hiddenMs = 0 }: Grant): void {
    const at = this.#now();
    for (const feed of this.#feedsOf.get(player) ?? []) {
      for (const kind of kinds.filter((won) => wants(feed.kinds, won))) {
        const key = keyOf(feed.channel.id, player.name, gameId, kind);
        if (this.entries.has(key)) throw new Error(`${key} is granted twice`);
        const from = nextDigest(feed.schedule, at);
        const foundBy = at + hiddenMs;
        const by = nextDigest(feed.schedule, foundBy);
        const where = { key, feed, player: player.name, gameId, kind };
        const when = { grantedAt: at, from, by, foundBy, seenBy: at + SECOND_MS };
        const entry: Entry = { ...where, ...when, state: 'open' };
        this.adjust(entry);
        this.entries.set(key, entry);
        this.open.add(entry);
      }
    }
  }

  /** Reads a message that has come to a channel. */
  posted(message: PostedMessage): void {
    const feed = this.feedOf.get(message.channel_id);
    if (!feed) return;
    this.posts += 1;
    const { told, isList, hasMore } = readPost(message, feed.language);
    for (const one of told) this.tell(message.channel_id, one, isList);
    if (!hasMore) return;
    const keys = told.flatMap(({ player, gameId, kinds }) =>
      kinds.map((kind) => keyOf(message.channel_id, player, gameId, kind)),
    );
    this.onMore(message, new Set(keys));
  }

  /** Strikes out what a message tells. */
  tell(channelId: string, { player, gameId, kinds }: Told, isList: boolean): void {
    for (const kind of kinds) {
      const key = keyOf(channelId, player, gameId, kind);
      const entry = this.entries.get(key);
      if (!entry) this.mistakes.push(`${key} was not due`);
      else if (entry.state !== 'open') this.mistakes.push(`${key} was ${entry.state} before`);
      else if (this.#now() < entry.from) this.mistakes.push(`${key} came too early`);
      if (entry) this.#close(entry, 'told');
    }
    const [highest] = kinds;
    if (highest) this.#closeBeneath(channelId, player, gameId, highest, isList);
  }

  /**
   * Strikes out what the bot dropped because it saw a higher award of the same game first, which waits to be told.
   * @param kept keys of what waits
   * @param dropped keys of what is never to be told
   */
  passOver(kept: ReadonlySet<string>, dropped: ReadonlySet<string>): void {
    for (const lower of [...this.open].filter(({ key }) => dropped.has(key))) {
      const { feed, player, gameId, kind } = lower;
      const isPassed = WIRE_AWARD_KINDS.slice(0, awardOrder(kind)).some((higher) => {
        const top = this.entries.get(keyOf(feed.channel.id, player, gameId, higher));
        return top?.state === 'open' && kept.has(top.key) && wereSeenTogether(lower, top);
      });
      if (isPassed) this.#close(lower, 'passed');
    }
  }

  #closeBeneath(
    channelId: string,
    player: string,
    gameId: number,
    highest: WireAwardKind,
    isList: boolean,
  ): void {
    const top = this.entries.get(keyOf(channelId, player, gameId, highest));
    for (const kind of WIRE_AWARD_KINDS.slice(awardOrder(highest) + 1)) {
      const beneath = this.entries.get(keyOf(channelId, player, gameId, kind));
      if (beneath?.state !== 'open') continue;
      if (isList) this.#close(beneath, 'covered');
      else if (top && wereSeenTogether(beneath, top)) this.#close(beneath, 'passed');
    }
  }

  #close(entry: Entry, state: Entry['state']): void {
    entry.state = state;
    this.open.delete(entry);
  }

  /** What should have been told by now and was not. */
  late(): readonly Entry[] {
    const now = this.#now();
    return [...this.open].filter((entry) => entry.by <= now);
  }

  count(state: Entry['state']): number {
    return [...this.entries.values()].filter((entry) => entry.state === state).length;
  }
}
