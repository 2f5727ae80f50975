import { awardRank } from '#src/retroachievements/award-kind.ts';
import type { Ulid } from '#src/retroachievements/player.ts';
import { systemShortName } from '#src/retroachievements/system.ts';
import { parseTitle } from '#src/retroachievements/title.ts';

import type { Batch, DueAward } from '../batch.ts';
import type { Feed } from '../feed.ts';
import type { DigestPost, Post, PostedGame, PostPlayer } from '../post.ts';
import type { Details, PlayerDetails } from './details.ts';
import type { VerifiedMembers } from './verified-members.ts';

export type Compose = ReturnType<typeof createCompose>;

type PlayerGame = { readonly player: PostPlayer; readonly game: PostedGame };

/** Puts together what a batch says. It may wait a moment for RetroAchievements, but never fails because of it. */
export function createCompose(options: {
  readonly details: Details;
  readonly members: VerifiedMembers;
  /** A player's stored avatar, for when the library isn't available. */
  readonly avatarOf: (ulid: Ulid) => Promise<string | null>;
}) {
  const { details, members, avatarOf } = options;

  async function playersOf(
    { awards, kind }: Batch,
    feed: Feed,
    known: ReadonlyMap<Ulid, PlayerDetails>,
  ): Promise<ReadonlyMap<Ulid, PostPlayer>> {
    // The last award has the newest name.
    const names = new Map(awards.map(({ ulid, playerName }) => [ulid, playerName]));
    const players = [...names].map(async ([ulid, name]): Promise<[Ulid, PostPlayer]> => {
      const memberId = await members.memberFor(feed.guildId, ulid);
      // A digest shows no avatars.
      const kept = kind === 'digest' ? null : await avatarOf(ulid);
      const avatarPath = known.get(ulid)?.avatarPath ?? kept;
      return [ulid, { ulid, name, avatarPath, memberId }];
    });
    return new Map(await Promise.all(players));
  }

  return async (batch: Batch, feed: Feed): Promise<Post> => {
    const { awards, kind, createdAt } = batch;
    const roleId = batch.pings ? feed.roleId : null;
    const known = new Map<Ulid, PlayerDetails>();
    if (kind === 'single') {
      // Only single posts show details, so lists cost the site no requests.
      for (const [ulid, own] of Map.groupBy(awards, (award) => award.ulid)) {
        known.set(ulid, await details.of({ ulid, awards: own, seenAt: createdAt }));
      }
    }
    const players = await playersOf(batch, feed, known);
    const games = gamesOf(awards, players);
    switch (kind) {
      case 'single': {
        const [first] = games;
        if (!first) throw new RangeError(`The batch ${batch.id} is empty`);
        const own = known.get(first.player.ulid)?.games.get(first.game.gameId) ?? null;
        return { kind, post: { ...first, details: own, roleId } };
      }
      case 'collected':
        return { kind, post: { lines: games, roleId } };
      case 'digest':
        return { kind, post: digestOf(batch, feed, games, roleId) };
    }
  };
}

/** A digest's content for its full list, which may be opened long after it was posted. */
export function digestPostOf(batch: Batch, feed: Feed): DigestPost {
  const players = new Map(
    batch.awards.map(({ ulid, playerName }): [Ulid, PostPlayer] => [
      ulid,
      { ulid, name: playerName, avatarPath: null, memberId: null },
    ]),
  );
  return digestOf(batch, feed, gamesOf(batch.awards, players), null);
}

function digestOf(
  batch: Batch,
  { schedule }: Feed,
  games: readonly PlayerGame[],
  roleId: string | null,
): DigestPost {
  const byPlayer = Map.groupBy(games, ({ player }) => player);
  const players = [...byPlayer]
    .map(([player, own]) => ({ player, games: own.map(({ game }) => game) }))
    .toSorted((a, b) => b.games.length - a.games.length);
  return { batchId: batch.id, schedule, players, roleId, at: batch.createdAt };
}

/** Each game of each player once, by its first award. */
function gamesOf(
  awards: readonly DueAward[],
  players: ReadonlyMap<Ulid, PostPlayer>,
): readonly PlayerGame[] {
  const games = Map.groupBy(awards, ({ ulid, gameId }) => `${ulid} ${gameId}`);
  return [...games.values()].flatMap((own) => {
    const [highest, ...lower] = own.toSorted((a, b) => awardRank(b.kind) - awardRank(a.kind));
    const player = highest && players.get(highest.ulid);
    return player ? [{ player, game: toGame(highest, lower) }] : [];
  });
}

function toGame(award: DueAward, lower: readonly DueAward[]): PostedGame {
  const { gameId, gameTitle, systemId, systemName, kind, awardedAt } = award;
  const { name, tags } = parseTitle(gameTitle ?? `Game ${gameId}`);
  return {
    gameId,
    name,
    tags,
    system: (systemId !== null && systemShortName(systemId, systemName ?? '')) || systemName,
    kind,
    alsoEarned: lower.map((other) => other.kind),
    awardedAt,
  };
}
