import type { APIEmbed } from 'discord-api-types/v10';

import type { AwardPost, PostedGame } from '#src/announcements/post.ts';
import { awardColour, awardMark } from '#src/messages/awards.ts';
import type { Translate } from '#src/messages/languages/translate.ts';
import { escapedLength, escapeMarkdown, tagLabels, truncate } from '#src/messages/markdown.ts';
import { gameUrl } from '#src/retroachievements/site-pages.ts';

import { awardPoints } from './award-points.ts';
import { systemLabel } from './game-line.ts';
import { playerAuthor } from './player-author.ts';
import { withPings } from './post-body.ts';
import type { PostBody, ShownPlayer } from './post-body.ts';

export type ShownAward = Omit<AwardPost, 'player'> & { readonly player: ShownPlayer };

export type AwardPostOptions = {
  readonly t: Translate;
  readonly mediaUrl: string;
  /** Stands under it. */
  readonly note?: string;
};

/** More than two lines on a phone help nobody. */
const TITLE_LIMIT = 120;

/** One award of one player. It looks finished also where the library could not be had. */
export function awardPostMessage(post: ShownAward, options: AwardPostOptions): PostBody {
  return withPings({ embeds: [awardEmbed(post, options)] }, post.roleId, [post.player]);
}

function awardEmbed(post: ShownAward, { t, mediaUrl, note }: AwardPostOptions): APIEmbed {
  const { player, game, details } = post;
  const lines = [headline(game, t), ...(details ? awardPoints(game, details, t) : [])];
  return {
    color: awardColour(game.kind),
    author: playerAuthor(player, mediaUrl),
    // Discord reads Markdown in titles, too.
    title: escapeMarkdown(truncate(game.name, TITLE_LIMIT, escapedLength)),
    url: gameUrl(game.gameId),
    description: lines.join('\n'),
    ...(details ? { thumbnail: { url: mediaUrl + details.iconPath } } : {}),
    ...(note === undefined ? {} : { footer: { text: note } }),
    timestamp: new Date(game.awardedAt).toISOString(),
  };
}

/** `🏆 **Mastered** · SNES`, and the tags. */
function headline(game: PostedGame, t: Translate): string {
  const system = systemLabel(game);
  const kind = `${awardMark(game.kind)} **${kindInWords(game, t)}**`;
  return kind + (system === '' ? '' : ` · ${system}`) + tagLabels(game.tags);
}

function kindInWords({ kind, alsoWon }: PostedGame, t: Translate): string {
  const hardcore = alsoWon.includes('beaten-hardcore');
  const softcore = alsoWon.includes('beaten-softcore');
  switch (kind) {
    case 'mastered':
      return hardcore || softcore ? t('post.beatenAndMastered') : t('award.mastered');
    case 'completed':
      if (hardcore) return t('post.beatenThenCompleted');
      return softcore ? t('post.beatenAndCompleted') : t('award.completed');
    case 'beaten-hardcore':
    case 'beaten-softcore':
      return t(`award.${kind}`);
  }
}
