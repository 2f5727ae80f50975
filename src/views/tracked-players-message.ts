import type { TrackedPlayer } from '#src/announcements/management.ts';
import type { MessageBody } from '#src/discord/message.ts';
import type { Translate } from '#src/i18n/translate.ts';
import type { Page } from '#src/progress/page.ts';

import { channelMention } from './channel-mention.ts';
import { GOLD } from './gold.ts';
import { link, shortDate } from './markdown.ts';
import { pagingRow } from './paging-row.ts';
import type { PagingAction } from './paging-row.ts';
import { playerUrl } from './site.ts';

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
        ...(page.count > 1 ? { footer: { text: footer(page, t) } } : {}),
      },
    ],
    components: page.count > 1 ? [pagingRow(page, customId)] : [],
  };
}

function line({ name, trackedAt }: TrackedPlayer, t: Translate): string {
  return t('feed.listed', { player: link(name, playerUrl(name)), when: shortDate(trackedAt) });
}

function footer(page: Page, t: Translate): string {
  return t('feed.listFooter', {
    first: page.first,
    last: page.last,
    count: page.itemCount,
    page: page.number,
    pages: page.count,
  });
}
