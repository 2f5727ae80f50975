import type { DigestPost } from '#src/announcements/post.ts';
import { highestFirst } from '#src/announcements/ranking.ts';
import type { Translate } from '#src/messages/languages/translate.ts';

import { gameLine, playerLabel } from './game-line.ts';
import { fitting } from './share-out.ts';

/** Two lines at a phone's width, with the player's name. */
const ROOM = { name: 40, tags: 24 };
const BETWEEN_SECTIONS = '\n\n';

/**
 * A digest of more players than could each have a heading and a game: all players with their counts as running text, then
 * games, of each player in turn, as far as there is room.
 * @param budget UTF-16 units
 */
export function crowdedDigest(
  players: DigestPost['players'],
  budget: number,
  t: Translate,
): string {
  const names = fitting(
    players.map((one) => playerEntry(one, t)),
    { budget, between: ', ', more: (count) => `-# ${t('post.morePlayers', { count })}` },
  );
  const games = fitting(inTurn(players.map(linesOf)), {
    budget: budget - names.length - BETWEEN_SECTIONS.length,
    between: '\n',
    more: (count) => `-# ${t('post.moreGames', { count })}`,
  });
  return games === '' ? names : names + BETWEEN_SECTIONS + games;
}

/** `**MaxMilyin** (12)`, which no line break parts. */
function playerEntry({ player, games }: DigestPost['players'][number], t: Translate): string {
  const entry = t('post.playerWithGames', {
    player: playerLabel(player.name),
    games: games.length,
  });
  return entry.replaceAll(' ', '\u00A0');
}

function linesOf({ player, games }: DigestPost['players'][number]): readonly string[] {
  const before = `**${playerLabel(player.name)}** `;
  return highestFirst(games).map((game) => gameLine(game, ROOM, before));
}

/** The first of each list, then the second of each, and so on. */
function inTurn<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, index) =>
    lists.flatMap((list) => list.slice(index, index + 1)),
  ).flat();
}
