import { PLAYERS_LIMIT } from '#src/announcements/feed.ts';
import type { Feed } from '#src/announcements/feed.ts';
import type { TrackedPlayer } from '#src/announcements/feed.ts';
import type { MessageBody } from '#src/discord/message.ts';
import { GOLD } from '#src/messages/awards.ts';
import type { Translate } from '#src/messages/languages/translate.ts';
import { escapeMarkdown, link, longTime, shortDate } from '#src/messages/markdown.ts';
import { channelMention } from '#src/messages/mentions.ts';
import type { Mention } from '#src/messages/mentions.ts';
import type { Page, PagingAction } from '#src/messages/paging.ts';
import { pageFooter, pagingRow } from '#src/messages/paging.ts';
import { playerUrl } from '#src/retroachievements/site-pages.ts';

export type TrackedPlayersList = {
  readonly channelId: string;
  /** All of them. */
  readonly players: readonly TrackedPlayer[];
  readonly page: Page;
  /** Whether the channel was deleted. */
  readonly isGone: boolean;
};

/** The list of a feed's players. */
export function trackedPlayersMessage(
  { channelId, players, page, isGone }: TrackedPlayersList,
  customId: (action: PagingAction, page: number) => string,
  mention: Mention,
  t: Translate,
): MessageBody {
  const head = t('list.head', {
    channel: channelMention(channelId),
    count: players.length,
    limit: PLAYERS_LIMIT,
  });
  const remove = mention('announcements remove');
  const help = isGone ? [t('takeAlong.help', { remove })] : [];
  return {
    embeds: [
      {
        color: GOLD,
        title: t('list.title'),
        description: [head, ...help, '', ...page.slice(players).map((one) => line(one, t))].join(
          '\n',
        ),
        ...(page.count > 1 ? { footer: { text: pageFooter(page, t, 'list.footer') } } : {}),
      },
    ],
    components: page.count > 1 ? [pagingRow(page, customId)] : [],
  };
}

function line({ name, trackedAt, addedBy }: TrackedPlayer, t: Translate): string {
  const player = link(name, playerUrl(name));
  const when = shortDate(trackedAt);
  return addedBy
    ? t('list.byThemselves', { player, when, member: `<@${addedBy}>` })
    : t('list.player', { player, when });
}

export type Tracked = {
  readonly feed: Feed;
  readonly player: string;
  /** How many the feed has now. */
  readonly playerCount: number;
};

/** Confirms that a player is tracked, and says when posts come. */
export function trackedMessage(
  { feed, player, playerCount }: Tracked,
  mention: Mention,
  t: Translate,
): MessageBody {
  const tracked = t('track.tracked', {
    player: escapeMarkdown(player),
    channel: channelMention(feed.channelId),
    count: playerCount,
    limit: PLAYERS_LIMIT,
  });
  return { content: t.sentences([tracked, whenPosted(feed, mention, t)]) };
}

/** When a feed posts the awards of a newly tracked player. */
export function whenPosted({ pause, nextDigestAt }: Feed, mention: Mention, t: Translate): string {
  if (pause) return t('track.paused', { resume: mention('announcements resume') });
  if (nextDigestAt === null) return t('track.live');
  return t('track.digest', { when: longTime(nextDigestAt) });
}
