import type { DigestPost, PostedGame } from '#src/announcements/post.ts';
import { highestFirst } from '#src/announcements/ranking.ts';
import type { Translate } from '#src/messages/languages/translate.ts';

import { gameLine, playerLabel } from './game-line.ts';
import { fitting } from './share-out.ts';

/** Two lines at a phone's width, with the player's name. */
const ROOM = { name: 40, tags: 24 };
const BETWEEN_SECTIONS = '\n\n';

type WriteGame = (playerName: string, game: PostedGame) => string;

/**
 * A digest with too many players for a heading and a game each: all players with their counts as running text, then as
 * many games as fit, taking turns between players.
 * @param options.budget UTF-16 units
 * @param options.write a game's line
 */
export function crowdedDigest(
  players: DigestPost['players'],
  options: { readonly budget: number; readonly t: Translate; readonly write?: WriteGame },
): string {
  const { budget, t, write = linkedGame } = options;
  const names = fitting(
    players.map((one) => playerEntry(one, t)),
    { budget, between: ', ', more: (count) => `-# ${t('post.morePlayers', { count })}` },
  );
  const lines = players.map(({ player, games: own }) =>
    highestFirst(own).map((game) => write(player.name, game)),
  );
  const games = fitting(inTurn(lines), {
    budget: budget - names.length - BETWEEN_SECTIONS.length,
    between: '\n',
    more: (count) => `-# ${t('post.moreGames', { count })}`,
  });
  return games === '' ? names : names + BETWEEN_SECTIONS + games;
}

/** `**MaxMilyin** (12)`, which a line break can't split. */
function playerEntry({ player, games }: DigestPost['players'][number], t: Translate): string {
  const entry = t('post.playerWithGames', {
    player: playerLabel(player.name),
    games: games.length,
  });
  return entry.replaceAll(' ', '\u00A0');
}

function linkedGame(playerName: string, game: PostedGame): string {
  return gameLine(game, ROOM, `**${playerLabel(playerName)}** `);
}

/** The first of each list, then the second of each, and so on. */
function inTurn<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, index) =>
    lists.flatMap((list) => list.slice(index, index + 1)),
  ).flat();
}
