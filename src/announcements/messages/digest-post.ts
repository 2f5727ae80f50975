import { ButtonStyle, ComponentType } from 'discord-api-types/v10';

import type { Cadence } from '#src/announcements/feed.ts';
import type { DigestPost, PostedGame } from '#src/announcements/post.ts';
import { highestFirst } from '#src/announcements/ranking.ts';
import type { MessageBody } from '#src/discord/message.ts';
import { awardMark, GOLD } from '#src/messages/awards.ts';
import type { TextKey, Translate } from '#src/messages/languages/translate.ts';
import { isoTime } from '#src/platform/shown-time.ts';
import { AWARD_KINDS } from '#src/retroachievements/award-kind.ts';

import { crowdedDigest } from './crowded-digest.ts';
import { digestRanking } from './digest-ranking.ts';
import { DESCRIPTION_LIMIT, gameLine, playerLink } from './game-line.ts';
import { withPings } from './post-body.ts';
import type { PostBody } from './post-body.ts';
import { shareOut } from './share-out.ts';
import type { Part } from './share-out.ts';

export type DigestPostOptions = {
  readonly t: Translate;
  /** Writes the custom_id of the button that opens the full list. */
  readonly customId: (batchId: string) => string;
};

const PERIODS = {
  live: 'post.digest',
  hourly: 'post.digestHourly',
  daily: 'post.digestDaily',
  weekly: 'post.digestWeekly',
  monthly: 'post.digestMonthly',
} as const satisfies Record<Cadence, TextKey>;

const ROOM = { name: 80, tags: 48 };

/** What a period brought, by player, with a button to the full list. */
export function digestPostMessage(post: DigestPost, options: DigestPostOptions): PostBody {
  const { t } = options;
  const timestamp = isoTime(post.at);
  const description = digestText(post, t);
  const embed = { color: GOLD, title: digestTitle(post, t), description, timestamp };
  const components = listButton(post, options);
  const players = post.players.map(({ player }) => player);
  return withPings({ embeds: [embed], components }, post.roleId, players);
}

/**
 * The ranking, then each player's games under their name; with very many players, their names and counts come first.
 */
function digestText(post: DigestPost, t: Translate): string {
  const ranking = digestRanking(post, t);
  const opening = ranking === '' ? '' : `${ranking}\n\n`;
  const budget = DESCRIPTION_LIMIT - opening.length;
  const { text, isForAll } = shareOut(
    post.players.map((one) => partOf(one, t)),
    {
      budget,
      moreLines: (count) => `-# ${t('post.moreGames', { count })}`,
      moreParts: (count) => `-# ${t('post.morePlayers', { count })}`,
    },
  );
  return opening + (isForAll ? text : crowdedDigest(post.players, { budget, t }));
}

/** `Weekly digest: 12 players finished 37 games`. */
export function digestTitle({ schedule, players }: DigestPost, t: Translate): string {
  return t(PERIODS[schedule.cadence], {
    games: t('post.games', { count: players.reduce((sum, { games }) => sum + games.length, 0) }),
    players: t('post.players', { count: players.length }),
  });
}

function partOf({ player, games }: DigestPost['players'][number], t: Translate): Part {
  return {
    head: `**${playerLink(player.name)}**`,
    counts: countsOf(games, t),
    lines: highestFirst(games).map((game) => gameLine(game, ROOM)),
  };
}

/** ` · 🏆 3 · ⭐ 9`. */
function countsOf(games: readonly PostedGame[], t: Translate): string {
  return AWARD_KINDS.map((award) => {
    const earned = games.filter(({ kind }) => kind === award).length;
    return earned === 0 ? '' : ` · ${t('post.countOfKind', { mark: awardMark(award), earned })}`;
  }).join('');
}

function listButton(
  { batchId }: DigestPost,
  { t, customId }: DigestPostOptions,
): NonNullable<MessageBody['components']> {
  return [
    {
      type: ComponentType.ActionRow,
      components: [
        {
          type: ComponentType.Button,
          style: ButtonStyle.Secondary,
          custom_id: customId(batchId),
          label: t('post.fullList'),
          emoji: { name: '📜' },
        },
      ],
    },
  ];
}
