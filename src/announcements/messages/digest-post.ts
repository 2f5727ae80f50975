import { ButtonStyle, ComponentType } from 'discord-api-types/v10';

import type { DigestPost, PostedGame } from '#src/announcements/post.ts';
import type { MessageBody } from '#src/discord/message.ts';
import { awardMark, GOLD } from '#src/messages/awards.ts';
import type { Translate } from '#src/messages/languages/translate.ts';
import { AWARD_KINDS } from '#src/retroachievements/award-kind.ts';

import { digestTitle } from './digest-title.ts';
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

const ROOM = { name: 80, tags: 48 };

/** What a period brought, by player, with a button to all of it where that is more than what is seen. */
export function digestPostMessage(post: DigestPost, options: DigestPostOptions): PostBody {
  const { t } = options;
  const { text } = shareOut(
    post.players.map((one) => partOf(one, t)),
    {
      budget: DESCRIPTION_LIMIT,
      moreLines: (count) => `-# ${t('post.moreGames', { count })}`,
      moreParts: (count) => `-# ${t('post.morePlayers', { count })}`,
    },
  );
  const timestamp = new Date(post.at).toISOString();
  const embed = { color: GOLD, title: digestTitle(post, t), description: text, timestamp };
  const components = listButton(post, options);
  const players = post.players.map(({ player }) => player);
  return withPings({ embeds: [embed], components }, post.roleId, players);
}

/** Highest awards first: where a player's games don't all fit, it is these that are seen. */
function partOf({ player, games }: DigestPost['players'][number], t: Translate): Part {
  const ranked = AWARD_KINDS.flatMap((award) => games.filter(({ kind }) => kind === award));
  return {
    head: `**${playerLink(player.name)}**`,
    counts: countsOf(games, t),
    lines: ranked.map((game) => gameLine(game, ROOM)),
  };
}

/** ` · 🏆 3 · ⭐ 9`. */
function countsOf(games: readonly PostedGame[], t: Translate): string {
  return AWARD_KINDS.map((award) => {
    const won = games.filter(({ kind }) => kind === award).length;
    return won === 0 ? '' : ` · ${t('post.countOfKind', { mark: awardMark(award), won })}`;
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
