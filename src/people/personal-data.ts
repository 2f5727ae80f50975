import { command, Refusal } from '#src/messages/refusal.ts';
import type { RecentPlayers } from '#src/progress/recent-players.ts';
import type { Ulid } from '#src/retroachievements/player.ts';

import type { People } from './people.ts';
import type { Link } from './tables/links.ts';

type Channel = { readonly channelId: string; readonly guildId: string };

/** Everything that's stored about a Discord user. */
export type StoredData = {
  readonly userId: string;
  readonly link: Link | null;
  /** Whether the linked account is never announced. */
  readonly isDenied: boolean;
  /** Where the verified account's games are announced. */
  readonly announcedIn: readonly Channel[];
  /** Channels where the user added themselves to the announcements. */
  readonly addedThemselvesIn: readonly string[];
  /** Where the user was the last to set up announcements. */
  readonly manages: readonly Channel[];
  /** Where the user joined or left a leaderboard. */
  readonly leaderboards: readonly {
    readonly guildId: string;
    /** ms since 1970; null for where they left. */
    readonly joinedAt: number | null;
  }[];
  /** How many games of the linked account are stored. */
  readonly gameCount: number;
  /** Players that the user looked up, in memory alone. */
  readonly lookedUp: readonly string[];
};

/** A decision about a verified account. */
export type Decision = {
  /** The account's name. */
  readonly name: string;
  /** How many feeds or leaderboards it changed. */
  readonly count: number;
};

/** What announcements know about a person, which this layer doesn't see. */
type InFeeds = {
  feedsWith(ulid: Ulid): Promise<readonly Channel[]>;
  feedsBy(managerId: string): Promise<readonly Channel[]>;
  addedBy(userId: string): Promise<readonly Pick<Channel, 'channelId'>[]>;
  deny(ulid: Ulid): Promise<number>;
  forget(userId: string, link: Link | null): Promise<void>;
  forgetManager(managerId: string): Promise<void>;
};

export type PersonalData = ReturnType<typeof createPersonalData>;

/** What is stored about Discord users, and what they decide about it. Every method throws StoreError. */
export function createPersonalData(options: {
  readonly people: Pick<
    People,
    'denials' | 'games' | 'knownPlayers' | 'linking' | 'links' | 'members'
  >;
  readonly feeds: InFeeds;
  readonly recentPlayers: Pick<RecentPlayers, 'forget' | 'lookedUpBy'>;
}) {
  const { people, feeds, recentPlayers } = options;
  const { denials, games, knownPlayers, linking, links, members } = people;

  async function of(userId: string): Promise<StoredData> {
    const link = await links.get(userId);
    const isVerified = link !== null && link.verifiedAt !== null;
    return {
      userId,
      link,
      isDenied: isVerified && (await denials.has(link.ulid)),
      // Whoever only claims an account learns nothing about it.
      announcedIn: isVerified ? await feeds.feedsWith(link.ulid) : [],
      manages: await feeds.feedsBy(userId),
      addedThemselvesIn: (await feeds.addedBy(userId)).map(({ channelId }) => channelId),
      leaderboards: await members.of(userId),
      gameCount: link ? await games.count(link.ulid) : 0,
      lookedUp: recentPlayers.lookedUpBy(userId),
    };
  }

  /** @throws Refusal if nothing proves that the account is theirs */
  async function verifiedLink(userId: string): Promise<Link> {
    const link = await links.get(userId);
    if (!link || link.verifiedAt === null) {
      throw new Refusal('privacy.notVerified', { link: command('link') });
    }
    return link;
  }

  return {
    of,
    /** The linked account's games. */
    async gamesOf(userId: string) {
      const link = await links.get(userId);
      return link ? games.of(link.ulid) : [];
    },
    /**
     * Deletes all but the wish never to be announced, which doesn't say whose wish it was.
     * @returns what was stored before
     */
    async delete(userId: string): Promise<StoredData> {
      const before = await of(userId);
      await linking.unlink(userId);
      await feeds.forgetManager(userId);
      await feeds.forget(userId, before.link);
      recentPlayers.forget(userId);
      return before;
    },
    /** Never announces the user's account again. @throws Refusal if it isn't verified */
    async deny(userId: string): Promise<Decision> {
      const { ulid, name } = await verifiedLink(userId);
      return { name, count: await feeds.deny(ulid) };
    },
    /** Lets the user's account be announced again. @throws Refusal if it isn't verified */
    async allow(userId: string): Promise<Decision> {
      const { ulid, name } = await verifiedLink(userId);
      await denials.remove(ulid);
      await knownPlayers.add(ulid, name);
      const joined = (await members.of(userId)).filter(({ joinedAt }) => joinedAt !== null);
      return { name, count: joined.length };
    },
  };
}
