import type { APIEmbed } from 'discord-api-types/v10';

import type { CollectedPost } from '#src/announcements/post.ts';
import { GOLD } from '#src/messages/awards.ts';
import type { Translate } from '#src/messages/languages/translate.ts';
import { isoTime } from '#src/platform/shown-time.ts';

import { gameLine, playerLabel, roomiest } from './game-line.ts';
import { playerAuthor, withPings } from './post-body.ts';
import type { PostBody } from './post-body.ts';

export type CollectedPostOptions = { readonly t: Translate; readonly mediaUrl: string };

/** Several games as a list, one linked game a line. */
export function collectedPostMessage(post: CollectedPost, options: CollectedPostOptions): PostBody {
  const players = post.lines.map(({ player }) => player);
  return withPings({ embeds: [collectedEmbed(post, options)] }, post.roleId, players);
}

function collectedEmbed({ lines }: CollectedPost, { t, mediaUrl }: CollectedPostOptions): APIEmbed {
  const [first] = lines;
  const awards = t('post.awards', { count: lines.length });
  const playerCount = new Set(lines.map(({ player }) => player.ulid)).size;
  const last = Math.max(...lines.map(({ game }) => game.awardedAt));
  const shared = {
    color: GOLD,
    description: roomiest((room) =>
      lines
        .map(({ player, game }) =>
          gameLine(game, room, playerCount > 1 ? `**${playerLabel(player.name)}** ` : ''),
        )
        .join('\n'),
    ),
    timestamp: isoTime(last),
  };
  if (!first || playerCount > 1) {
    const players = t('post.players', { count: playerCount });
    return { ...shared, title: t('post.finishedByPlayers', { awards, players }) };
  }
  const finished = t('post.finished', { player: first.player.name, awards });
  return { ...shared, author: playerAuthor(first.player, mediaUrl, finished) };
}
