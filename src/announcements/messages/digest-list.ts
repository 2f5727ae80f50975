import type { DigestPost, PostedGame } from '#src/announcements/post.ts';
import type { MessageBody } from '#src/discord/message.ts';
import { awardMark, GOLD } from '#src/messages/awards.ts';
import type { Translate } from '#src/messages/languages/translate.ts';
import { relativeTime, tagLabels } from '#src/messages/markdown.ts';
import type { Page, PagingAction } from '#src/messages/paging.ts';
import { pageFooter, pagingRow } from '#src/messages/paging.ts';

import { digestTitle } from './digest-post.ts';
import { gameLink, playerLabel, roomiest, systemLabel } from './game-line.ts';
import type { Room } from './game-line.ts';
import type { ShownPlayer } from './post-body.ts';

/** More would not fit a message with the longest titles. */
export const DIGEST_PAGE_SIZE = 20;

export type DigestListOptions = {
  readonly t: Translate;
  /** Of `digestGames`, by DIGEST_PAGE_SIZE. */
  readonly page: Page;
  /** Writes the custom_id of a button that leads to another page. */
  readonly customId: (action: PagingAction, page: number) => string;
};

type ListedGame = { readonly player: ShownPlayer; readonly game: PostedGame };

/** All of a digest's games, in the list's order. */
export function digestGames({ players }: DigestPost): readonly ListedGame[] {
  return players.flatMap(({ player, games }) => games.map((game) => ({ player, game })));
}

/** One page of a digest's full list. */
export function digestListMessage(
  post: DigestPost,
  { t, page, customId }: DigestListOptions,
): MessageBody {
  const listed = page.slice(digestGames(post));
  return {
    embeds: [
      {
        color: GOLD,
        title: digestTitle(post, t),
        description: roomiest((room) => listed.map((one) => listedGame(one, room)).join('\n')),
        footer: { text: pageFooter(page, t) },
      },
    ],
    components: page.count > 1 ? [pagingRow(page, customId)] : [],
  };
}

/** Two lines, as in libraries: mark, linked name and tags; then player, system and date. */
function listedGame({ player, game }: ListedGame, room: Room): string {
  const facts = [playerLabel(player.name), systemLabel(game), relativeTime(game.awardedAt)];
  const line = facts.filter((fact) => fact !== '').join(' · ');
  const named = `**${gameLink(game, room)}**${tagLabels(game.tags, room.tags)}`;
  return `${awardMark(game.kind)} ${named}\n-# ${line}`;
}
