import type { APIActionRowComponent, APIButtonComponentWithCustomId } from 'discord-api-types/v10';
import { ButtonStyle, ComponentType } from 'discord-api-types/v10';

import { customId, oneOf, snowflake, wholeNumber } from '#src/discord/interactions/custom-id.ts';
import type { MessageBody } from '#src/discord/message.ts';
import { GOLD } from '#src/messages/awards.ts';
import type { Translate } from '#src/messages/languages/translate.ts';
import { link, shortDate } from '#src/messages/markdown.ts';
import type { Mention } from '#src/messages/mentions.ts';
import { pageFooter, pagingRow } from '#src/messages/paging.ts';
import type { Page } from '#src/messages/paging.ts';
import { shownName } from '#src/messages/player-name.ts';
import { PERIODS, RANKED_KINDS, startOf } from '#src/people/leaderboard.ts';
import type { LeaderboardQuery, Place } from '#src/people/leaderboard.ts';
import { playerUrl } from '#src/retroachievements/site-pages.ts';

/** What pressing does. Only ever append. */
const LEADERBOARD_ACTIONS = ['first', 'previous', 'jump', 'next', 'last', 'join', 'leave'] as const;

const codec = customId('b1', {
  action: oneOf(LEADERBOARD_ACTIONS),
  /** The Discord user whose message it is. */
  ownerId: snowflake,
  /** The server whose leaderboard it is. */
  guildId: snowflake,
  period: oneOf(PERIODS),
  kinds: oneOf(RANKED_KINDS),
  awards: oneOf(['hardcore', 'casual']),
  /** 1-based; where the action leads to. */
  page: wholeNumber(1, 6),
});

export const LEADERBOARD_PREFIX = codec.prefix;

/** Reads a button under a leaderboard: at most 45 characters. */
export const parseLeaderboardCustomId = codec.parse;

export const PLACES_PER_PAGE = 20;

/** The reader's place, or why they have none. */
export type OwnStanding =
  | { readonly kind: 'ranked'; readonly place: Place }
  /** On the leaderboard, but without games in the period. */
  | { readonly kind: 'noGames' }
  /** The site leaves them out of its rankings. */
  | { readonly kind: 'unranked' }
  /** They don't want to be shown anywhere. */
  | { readonly kind: 'denied' }
  /** Not on it; Join would change that. */
  | { readonly kind: 'notHere' }
  /** Their account isn't verified. */
  | { readonly kind: 'unverified' }
  | { readonly kind: 'unlinked' };

export type LeaderboardView = {
  readonly query: LeaderboardQuery;
  readonly places: readonly Place[];
  readonly page: Page;
  readonly own: OwnStanding;
  /** How many players are on it whose games were never loaded. */
  readonly loading: number;
  /** How many players are on it in total. */
  readonly playerCount: number;
};

type Options = {
  readonly t: Translate;
  readonly mention: Mention;
  readonly ownerId: string;
  readonly guildId: string;
  /** ms since 1970 */
  readonly now: number;
};

/** One page of a server's leaderboard. @param notice what came of pressing a button, shown above it. */
export function leaderboardMessage(
  view: LeaderboardView,
  options: Options,
  notice: string | null = null,
): MessageBody {
  const { t, ownerId, guildId } = options;
  const { query, places, page, loading } = view;
  const lines = page.slice(places).map((place) => placeLine(place, t));
  const idFor = (action: (typeof LEADERBOARD_ACTIONS)[number], target: number) =>
    codec.encode({
      action,
      ownerId,
      guildId,
      period: query.period,
      kinds: query.kinds,
      awards: query.casual ? 'casual' : 'hardcore',
      page: target,
    });
  const small = [
    ...(isSaidAlready(view) ? [] : [ownLine(view, options)]),
    ...(loading > 0 ? [t('leaderboard.loading', { count: loading })] : []),
  ];
  return {
    content: notice ?? '',
    embeds: [
      {
        color: GOLD,
        title: t('leaderboard.title'),
        description: [
          `-# ${counted(query, options)}`,
          '',
          ...(lines.length > 0 ? lines : [emptyLine(view, options)]),
          '',
          ...small,
        ].join('\n'),
        ...(page.count > 1 ? { footer: { text: pageFooter(page, t, 'list.footer') } } : {}),
      },
    ],
    components: [
      ...(page.count > 1 ? [pagingRow(page, idFor)] : []),
      membershipRow((action) => idFor(action, page.number), t),
    ],
  };
}

/** They act for whoever presses them. */
function membershipRow(
  idFor: (action: 'join' | 'leave') => string,
  t: Translate,
): APIActionRowComponent<APIButtonComponentWithCustomId> {
  const button = (action: 'join' | 'leave', style: APIButtonComponentWithCustomId['style']) =>
    ({
      type: ComponentType.Button,
      style,
      custom_id: idFor(action),
      label: t(action === 'join' ? 'leaderboard.join' : 'leaderboard.leave'),
    }) as const;
  return {
    type: ComponentType.ActionRow,
    components: [button('join', ButtonStyle.Primary), button('leave', ButtonStyle.Secondary)],
  };
}

/** `This month, since 6/1/2025 · Mastered · Hardcore and casual` */
function counted({ period, kinds, casual }: LeaderboardQuery, { t, now }: Options): string {
  const since = startOf(period, now);
  const when =
    since === null
      ? t('leaderboard.all')
      : t('leaderboard.since', { period: t(`leaderboard.${period}`), when: shortDate(since) });
  const awards = t(casual ? 'leaderboard.casual' : 'leaderboard.hardcore');
  return [when, t(`leaderboard.${kinds}`), awards].join(' · ');
}

/** A number and a dot alone would be a list, which Discord numbers itself. */
function placeLine({ place, name, count }: Place, t: Translate): string {
  const player = link(shownName(name), playerUrl(name));
  return t('leaderboard.place', { place, player, count });
}

function emptyLine({ playerCount, query }: LeaderboardView, { t, mention }: Options): string {
  if (playerCount > 0) {
    return t(query.period === 'all' ? 'leaderboard.noGames' : 'leaderboard.noGamesThen');
  }
  return t('leaderboard.nobody', {
    link: mention('link'),
    track: mention('announcements track'),
  });
}

/** Whether an empty leaderboard says all that the reader's own line would. */
function isSaidAlready({ own, places, playerCount }: LeaderboardView): boolean {
  if (places.length > 0) return false;
  return own.kind === 'noGames' || (own.kind === 'unlinked' && playerCount === 0);
}

function ownLine({ own, query }: LeaderboardView, { t, mention }: Options): string {
  switch (own.kind) {
    case 'ranked':
      return t('leaderboard.own', { place: own.place.place, count: own.place.count });
    case 'noGames':
      return t(query.period === 'all' ? 'leaderboard.ownNoGames' : 'leaderboard.ownNoGamesThen');
    case 'unranked':
      return t('leaderboard.ownUntracked');
    case 'denied':
      return t('leaderboard.denied', { privacy: mention('privacy') });
    case 'notHere':
      return t('leaderboard.ownNotHere');
    case 'unverified':
      return t('leaderboard.ownUnverified', { link: mention('link') });
    case 'unlinked':
      return t('leaderboard.ownUnlinked', { link: mention('link') });
  }
}
