import type { APIEmbed } from 'discord-api-types/v10';

import type { AwardDetails, AwardPost, Nth, PostedGame } from '#src/announcements/post.ts';
import { awardColor, awardMark } from '#src/messages/awards.ts';
import type { TextKey, Translate } from '#src/messages/languages/translate.ts';
import { escapedLength, escapeMarkdown, tagLabels, truncate } from '#src/messages/markdown.ts';
import { isoTime } from '#src/platform/shown-time.ts';
import type { AwardKind } from '#src/retroachievements/award-kind.ts';
import { gameUrl } from '#src/retroachievements/site-pages.ts';

import { systemLabel } from './game-line.ts';
import { playerAuthor, withPings } from './post-body.ts';
import type { PostBody, ShownPlayer } from './post-body.ts';

export type ShownAward = Omit<AwardPost, 'player'> & { readonly player: ShownPlayer };

export type AwardPostOptions = {
  readonly t: Translate;
  readonly mediaUrl: string;
  /** In the footer. */
  readonly note?: string;
};

/** Hardcore and casual together. */
const NTH = {
  mastered: 'post.nthMastered',
  completed: 'post.nthCompleted',
  'beaten-hardcore': 'post.nthBeaten',
  'beaten-softcore': 'post.nthBeaten',
} as const satisfies Record<AwardKind, TextKey>;

const NTH_ON_SYSTEM = {
  mastered: 'post.onSystemMastered',
  completed: 'post.onSystemCompleted',
  'beaten-hardcore': 'post.onSystemBeaten',
  'beaten-softcore': 'post.onSystemBeaten',
} as const satisfies Record<AwardKind, TextKey>;

/** Two lines on a phone. */
const TITLE_LIMIT = 120;

/** One award of one player. It looks complete even without details. */
export function awardPostMessage(post: ShownAward, options: AwardPostOptions): PostBody {
  return withPings({ embeds: [awardEmbed(post, options)] }, post.roleId, [post.player]);
}

function awardEmbed(post: ShownAward, { t, mediaUrl, note }: AwardPostOptions): APIEmbed {
  const { player, game, details } = post;
  const lines = [headline(game, t), ...(details ? awardPoints(game, details, t) : [])];
  return {
    color: awardColor(game.kind),
    author: playerAuthor(player, mediaUrl),
    // Titles are Markdown, too.
    title: escapeMarkdown(truncate(game.name, TITLE_LIMIT, escapedLength)),
    url: gameUrl(game.gameId),
    description: lines.join('\n'),
    ...(details ? { thumbnail: { url: mediaUrl + details.iconPath } } : {}),
    ...(note === undefined ? {} : { footer: { text: note } }),
    timestamp: isoTime(game.awardedAt),
  };
}

/** `🏆 **Mastered** · SNES`, and the tags. */
function headline(game: PostedGame, t: Translate): string {
  const system = systemLabel(game);
  const kind = `${awardMark(game.kind)} **${kindInWords(game, t)}**`;
  return kind + (system === '' ? '' : ` · ${system}`) + tagLabels(game.tags);
}

function kindInWords({ kind, alsoEarned }: PostedGame, t: Translate): string {
  const hardcore = alsoEarned.includes('beaten-hardcore');
  const casual = alsoEarned.includes('beaten-softcore');
  switch (kind) {
    case 'mastered':
      return hardcore || casual ? t('post.beatenAndMastered') : t('award.mastered');
    case 'completed':
      if (hardcore) return t('post.beatenThenCompleted');
      return casual ? t('post.beatenAndCompleted') : t('award.completed');
    case 'beaten-hardcore':
    case 'beaten-softcore':
      return t(`award.${kind}`);
  }
}

/** Achievements, and the award's number among the player's games, a line each. */
function awardPoints(game: PostedGame, details: AwardDetails, t: Translate): string[] {
  const { nth, nthOnSystem } = details;
  const system = systemLabel(game);
  return [
    ...(details.possible > 0 ? [achievements(details, t)] : []),
    ...(nth ? [`${nth.isMilestone ? '🎉 ' : '-# '}${t(NTH[game.kind], { nth: nth.count })}`] : []),
    ...(nthOnSystem && system !== '' ? [onSystem(game.kind, nthOnSystem, system, t)] : []),
  ];
}

/**
 * Only says hardcore if some achievements were unlocked in it and some weren't. Otherwise, the award's name says it.
 */
function achievements(details: AwardDetails, t: Translate): string {
  const { possible, awarded, awardedHardcore } = details;
  // The site's count can exceed the number of achievements in the set.
  const unlocked = Math.min(awarded, possible);
  const hardcore = Math.min(awardedHardcore, unlocked);
  return [
    t('post.achievements', { unlocked, count: possible }),
    ...(hardcore > 0 && hardcore < unlocked ? [t('post.partlyHardcore', { hardcore })] : []),
  ].join(' · ');
}

function onSystem(kind: AwardKind, nth: Nth, system: string, t: Translate): string {
  const text = t(NTH_ON_SYSTEM[kind], { nth: nth.count, system });
  return nth.isMilestone ? text : `-# ${text}`;
}
