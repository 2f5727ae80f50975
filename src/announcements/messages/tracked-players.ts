import type { TrackedPlayer } from '#src/announcements/management.ts';
import type { MessageBody } from '#src/discord/message.ts';
import { GOLD } from '#src/messages/awards.ts';
import type { Translate } from '#src/messages/languages/translate.ts';
import { link, shortDate } from '#src/messages/markdown.ts';
import { channelMention } from '#src/messages/mentions.ts';
import type { Page, PagingAction } from '#src/messages/paging.ts';
import { pageFooter, pagingRow } from '#src/messages/paging.ts';
import { playerUrl } from '#src/retroachievements/site-pages.ts';

export type TrackedPlayersList = {
  readonly channelId: string;
  /** All of them. */
  readonly players: readonly TrackedPlayer[];
  readonly playersLimit: number;
  readonly page: Page;
};

/** Whose games a feed announces, page by page. */
export function trackedPlayersMessage(
  { channelId, players, playersLimit, page }: TrackedPlayersList,
  customId: (action: PagingAction, page: number) => string,
  t: Translate,
): MessageBody {
  const head = t('feed.listHead', {
    channel: channelMention(channelId),
    count: players.length,
    limit: playersLimit,
  });
  return {
    embeds: [
      {
        color: GOLD,
        title: t('feed.listTitle'),
        description: [head, '', ...page.slice(players).map((one) => line(one, t))].join('\n'),
        ...(page.count > 1 ? { footer: { text: pageFooter(page, t, 'feed.listFooter') } } : {}),
      },
    ],
    components: page.count > 1 ? [pagingRow(page, customId)] : [],
  };
}

function line({ name, trackedAt }: TrackedPlayer, t: Translate): string {
  return t('feed.listed', { player: link(name, playerUrl(name)), when: shortDate(trackedAt) });
}
