import { ButtonStyle, ComponentType } from 'discord-api-types/v10';

import { customId, matching, oneOf, snowflake } from '#src/discord/interactions/custom-id.ts';
import type { MessageBody } from '#src/discord/message.ts';
import type { Translate } from '#src/messages/languages/translate.ts';
import { code, escapeMarkdown, relativeTime, truncate } from '#src/messages/markdown.ts';
import type { Mention } from '#src/messages/mentions.ts';
import { SHOWN_NAME_LIMIT } from '#src/messages/player-name.ts';
import type { CheckResult, OtherAccount } from '#src/people/linking.ts';
import type { Link } from '#src/people/tables/links.ts';
import { isUlid } from '#src/retroachievements/player.ts';
import type { Ulid } from '#src/retroachievements/player.ts';
import { playerUrl, SETTINGS } from '#src/retroachievements/site-pages.ts';

/** What pressing does. Only ever append. */
const LINK_ACTIONS = ['check', 'replace', 'keep'] as const;

const codec = customId('k1', {
  action: oneOf(LINK_ACTIONS),
  /** The Discord user who links the account. */
  ownerId: snowflake,
  /** The account to check, or to link in place of the verified one. */
  ulid: {
    ...matching('[0-9A-Z]{26}'),
    read: (written: string): Ulid | undefined => (isUlid(written) ? written : undefined),
  },
});

export const LINK_PREFIX = codec.prefix;

/** Reads the buttons of `/link`: at most 46 characters. */
export const parseLinkCustomId = codec.parse;
export type LinkCustomId = NonNullable<ReturnType<typeof parseLinkCustomId>>;

/** The site's mottos have 50 at most. */
const MOTTO_LIMIT = 100;

type Options = {
  readonly t: Translate;
  readonly mention: Mention;
  /** Whether the server where it is shown has the member on its leaderboard. */
  readonly isOnLeaderboard: boolean;
  /** Whether the account is never announced. */
  readonly isDenied?: boolean;
  /** What the user called the account, if it has another name by now. */
  readonly formerName?: string | null;
  /** The custom_id of *Check*; its own if left out. */
  readonly checkId?: string;
};

/** What was linked, and how to prove it. */
export function linkMessage(
  link: Link,
  options: Options,
  notice: string | null = null,
): MessageBody {
  const { t, mention, isOnLeaderboard } = options;
  const player = escapeMarkdown(link.name);
  const { formerName = null } = options;
  const renamed =
    formerName === null ? [] : [t('link.renamed', { former: escapeMarkdown(formerName), player })];
  if (link.verifiedAt !== null || link.code === null) {
    const board = isOnLeaderboard
      ? [t('link.onLeaderboard', { leaderboard: mention('leaderboard') })]
      : [];
    const denied = options.isDenied
      ? [t('link.denied', { player, privacy: mention('privacy') })]
      : [];
    const verified = t('link.verified', { player, unlink: mention('unlink') });
    const lines = [...renamed, verified, ...denied, ...board];
    return { content: lines.join('\n'), components: [] };
  }
  const { text, expiresAt } = link.code;
  const lines = [
    ...renamed,
    notice ?? t('link.linked', { player, progress: mention('progress') }),
    ...(isOnLeaderboard ? [t('link.onLeaderboardSoon')] : []),
    '',
    t('link.prove', { settings: SETTINGS }),
    `## ${code(text)}`,
    `-# ${t('link.expires', { when: relativeTime(expiresAt) })}`,
  ];
  return {
    content: lines.join('\n'),
    components: [
      {
        type: ComponentType.ActionRow,
        components: [
          {
            type: ComponentType.Button,
            style: ButtonStyle.Primary,
            custom_id:
              options.checkId ??
              codec.encode({ action: 'check', ownerId: link.userId, ulid: link.ulid }),
            label: t('link.check'),
          },
          {
            type: ComponentType.Button,
            style: ButtonStyle.Link,
            label: t('link.profile'),
            url: playerUrl(link.name),
          },
        ],
      },
    ],
  };
}

/** Asks somebody with a verified account whether they want another one instead. */
export function replaceMessage(link: Link, other: OtherAccount, t: Translate): MessageBody {
  const names = { player: escapeMarkdown(link.name), other: escapeMarkdown(other.name) };
  const idFor = (action: 'replace' | 'keep') =>
    codec.encode({ action, ownerId: link.userId, ulid: other.ulid });
  return {
    content: t('link.replace', names),
    components: [
      {
        type: ComponentType.ActionRow,
        components: [
          // Labels aren't Markdown, so nothing in them is escaped. Discord takes 80 characters.
          {
            type: ComponentType.Button,
            style: ButtonStyle.Secondary,
            custom_id: idFor('replace'),
            label: t('link.replaceYes', { other: truncate(other.name, SHOWN_NAME_LIMIT) }),
          },
          {
            type: ComponentType.Button,
            style: ButtonStyle.Secondary,
            custom_id: idFor('keep'),
            label: t('link.replaceNo', { player: truncate(link.name, SHOWN_NAME_LIMIT) }),
          },
        ],
      },
    ],
  };
}

/** What checking the motto found; `linked` before the first check. */
export function checkMessage(
  result: CheckResult | { readonly kind: 'linked'; readonly link: Link },
  options: Options,
): MessageBody {
  const { t } = options;
  const { link } = result;
  switch (result.kind) {
    case 'linked':
    case 'verified':
      return linkMessage(link, options);
    case 'expired':
      return linkMessage(link, options, t('link.expired'));
    case 'missing': {
      const player = escapeMarkdown(link.name);
      const motto = escapeMarkdown(truncate(result.motto, MOTTO_LIMIT));
      const notice =
        result.motto === ''
          ? t('link.noMotto', { player })
          : t('link.otherMotto', { player, motto });
      return linkMessage(link, options, notice);
    }
  }
}
