import { customId, oneOf, snowflake, wholeNumber } from '#src/discord/interactions/custom-id.ts';
import type { MessageBody } from '#src/discord/message.ts';
import { awardMark, GOLD } from '#src/messages/awards.ts';
import type { Translate } from '#src/messages/languages/translate.ts';
import {
  escapedLength,
  escapeMarkdown,
  link,
  relativeTime,
  tagLabels,
  truncate,
} from '#src/messages/markdown.ts';
import type { Mention } from '#src/messages/mentions.ts';
import { pageFooter, pagingRow } from '#src/messages/paging.ts';
import type { Page } from '#src/messages/paging.ts';
import { shownName } from '#src/messages/player-name.ts';
import type { ServerGame } from '#src/people/find-games.ts';
import type { Holder } from '#src/people/server-games.ts';
import { BAR_CELLS, filledCells, percent } from '#src/progress/library-view.ts';
import { awardName, wholeProgress, SYSTEM_LIMIT } from '#src/progress/messages/game-facts.ts';
import { gameUrl, playerUrl } from '#src/retroachievements/site-pages.ts';
import { systemShortName } from '#src/retroachievements/system.ts';
import { parseTitle } from '#src/retroachievements/title.ts';

/** What pressing does. Only ever append. */
const GAME_ACTIONS = ['first', 'previous', 'jump', 'next', 'last'] as const;

const codec = customId('g1', {
  action: oneOf(GAME_ACTIONS),
  /** The Discord user whose message it is. */
  ownerId: snowflake,
  /** The server that it is about. */
  guildId: snowflake,
  gameId: wholeNumber(1, 6),
  /** 1-based; where the action leads to. */
  page: wholeNumber(1, 6),
});

export const GAME_PREFIX = codec.prefix;

/** Reads a button under a game's players: at most 46 characters. */
export const parseGameCustomId = codec.parse;

export const HOLDERS_PER_PAGE = 10;
const TITLE_LIMIT = 120;
/** Discord takes no longer choices. */
const CHOICE_LIMIT = 100;

/** What the reader's account is in the server. */
export type OwnAccount =
  | { readonly kind: 'shown'; readonly ulid: string; readonly isLoaded: boolean }
  /** They left, or never joined. */
  | { readonly kind: 'hidden' }
  /** They don't want to be shown anywhere. */
  | { readonly kind: 'denied' }
  | { readonly kind: 'unverified' }
  | { readonly kind: 'unlinked' };

export type GameView = {
  readonly game: Omit<ServerGame, 'playerCount'>;
  readonly holders: readonly Holder[];
  readonly page: Page;
  readonly own: OwnAccount;
  /** How many of the server's players were never loaded. */
  readonly loading: number;
};

type Options = {
  readonly t: Translate;
  readonly mention: Mention;
  readonly ownerId: string;
  readonly guildId: string;
};

/** One page of the players of a server who have a game. */
export function gameMessage(view: GameView, options: Options): MessageBody {
  const { t, ownerId, guildId } = options;
  const { game, holders, page, own, loading } = view;
  const ownUlid = own.kind === 'shown' ? own.ulid : null;
  const { name, tags } = parseTitle(game.title);
  const title = `**${link(truncate(name, TITLE_LIMIT, escapedLength), gameUrl(game.id))}**${tagLabels(tags)}`;
  const lines = page.slice(holders).map((holder) => holderLines(holder, ownUlid, t));
  const small = [
    ...ownPlace(view, options),
    ...(loading > 0 ? [t('leaderboard.loading', { count: loading })] : []),
  ];
  return {
    embeds: [
      {
        color: GOLD,
        description: [
          title,
          `-# ${systemLabel(game)} · ${t('game.players', { count: holders.length })}`,
          '',
          ...lines,
          ...(small.length > 0 ? ['', ...small] : []),
        ].join('\n'),
        ...(page.count > 1 ? { footer: { text: pageFooter(page, t, 'list.footer') } } : {}),
      },
    ],
    components:
      page.count > 1
        ? [
            pagingRow(page, (action, target) =>
              codec.encode({ action, ownerId, guildId, gameId: game.id, page: target }),
            ),
          ]
        : [],
  };
}

/** `Sonic the Hedgehog (MD)`, as a choice: no Markdown. */
export function gameChoice(game: Omit<ServerGame, 'playerCount'>): string {
  const system = ` (${truncate(systemShortName(game.systemId, game.systemName), SYSTEM_LIMIT)})`;
  return truncate(game.title, CHOICE_LIMIT - system.length) + system;
}

function systemLabel({ systemId, systemName }: Pick<ServerGame, 'systemId' | 'systemName'>) {
  return escapeMarkdown(truncate(systemShortName(systemId, systemName), SYSTEM_LIMIT));
}

/** Mark and player; below, in subtext and short enough for a phone, progress and when. The mark says which award. */
function holderLines(holder: Holder, ownUlid: string | null, t: Translate): string {
  const { name, award, awardedAt, lastUnlockAt } = holder;
  const player = `**${link(shownName(name), playerUrl(name))}**`;
  const own = holder.ulid === ownUlid ? ` ${t('game.you')}` : '';
  const when = awardedAt ?? lastUnlockAt;
  const facts = [...progress(holder, t), ...(when === null ? [] : [relativeTime(when)])];
  return `${awardMark(award)} ${player}${own}\n-# ${facts.join(' · ')}`;
}

function progress(holder: Holder, t: Translate): readonly string[] {
  const { award } = holder;
  const share = percent(holder);
  const row = { ...holder, percent: share, barCells: filledCells(holder, BAR_CELLS) };
  // What a mark can't say: the word of an award that this version doesn't know.
  const isMarked = share !== null && (award === null || typeof award === 'string');
  return [
    ...(share === null ? [] : [wholeProgress(row, t)]),
    ...(award === null || isMarked ? [] : [awardName(award, t)]),
  ];
}

function ownPlace({ holders, page, own }: GameView, { t, mention }: Options): readonly string[] {
  switch (own.kind) {
    case 'unlinked':
      return [];
    case 'unverified':
      return [t('game.unverified', { link: mention('link') })];
    case 'hidden':
      return [t('game.hidden', { leaderboard: mention('leaderboard') })];
    case 'denied':
      return [t('leaderboard.denied', { privacy: mention('privacy') })];
    case 'shown': {
      const index = holders.findIndex(({ ulid }) => ulid === own.ulid);
      if (index === -1) return own.isLoaded ? [t('game.notYours')] : [];
      const isOnPage = index + 1 >= page.first && index + 1 <= page.last;
      return isOnPage ? [] : [t('game.elsewhere', { place: index + 1 })];
    }
  }
}
