import { EVERYWHERE, defineCommand } from '#src/discord/interactions/command.ts';
import type { Command, Use } from '#src/discord/interactions/command.ts';
import { toMessage } from '#src/discord/message.ts';
import type { MessageBody } from '#src/discord/message.ts';
import type { Translate } from '#src/messages/languages/translate.ts';
import { escapeMarkdown } from '#src/messages/markdown.ts';
import { command, Refusal } from '#src/messages/refusal.ts';
import { deletionMessage, staysInChannels } from '#src/people/messages/delete-data.ts';
import {
  parsePrivacyCustomId,
  PRIVACY_PREFIX,
  privacyMessage,
} from '#src/people/messages/privacy.ts';
import type { PrivacyAction, StoredData } from '#src/people/messages/privacy.ts';
import type { Link } from '#src/people/tables/links.ts';

import type { PrivacyServices } from './services.ts';

type PrivacyUse = Use<PrivacyServices>;

/** `/privacy`: what is stored about the caller, and what they decide about it. */
export const privacy: Command<PrivacyServices> = {
  ...defineCommand({
    definition: {
      name: 'privacy',
      description: 'command.privacy',
      ...EVERYWHERE,
    },
    run: (use: PrivacyUse) => use.answer.showWhenReady(shown(use)),
    components: [
      {
        prefix: PRIVACY_PREFIX,
        parse({ customId }) {
          const id = parsePrivacyCustomId(customId);
          if (!id) return null;
          // Someone else who presses it sees their own data.
          const { ownerId, action } = id;
          return { ownerId, aside: action === 'download', run: (use) => act(use, ownerId, action) };
        },
      },
    ],
  }),
  isPrivate: true,
};

async function act(use: PrivacyUse, ownerId: string, action: PrivacyAction): Promise<void> {
  const { answer, caller } = use;
  if (caller.id !== ownerId) return answer.showWhenReady(shown(use));
  switch (action) {
    case 'download':
      return download(use);
    case 'delete':
      return answer.showWhenReady(askToDelete(use));
    case 'keep':
      return answer.showWhenReady(shown(use, textsOf(use)('privacy.kept')));
    case 'confirm':
    case 'deny':
    case 'allow':
      return answer.showWhenReady(CHANGES[action](use).then((notice) => shown(use, notice)));
  }
}

function textsOf({ caller, services }: PrivacyUse): Translate {
  return services.translate(caller.locale);
}

async function askToDelete(use: PrivacyUse): Promise<MessageBody> {
  return deletionMessage(await storedData(use), textsOf(use)) ?? shown(use);
}

/** What came of it, in a sentence. */
const CHANGES: Readonly<
  Record<'confirm' | 'deny' | 'allow', (use: PrivacyUse) => Promise<string>>
> = {
  /** All but the wish never to be announced, which doesn't say whose wish it was. */
  async confirm(use) {
    const { caller, services } = use;
    const data = await storedData(use);
    const feeds = await services.peopleInFeeds();
    const { link, isDenied, manages } = data;
    await (await services.people()).linking.unlink(caller.id);
    await feeds.forgetManager(caller.id);
    await feeds.forget(caller.id, link);
    services.recentPlayers.forget(caller.id);
    const t = textsOf(use);
    const { mention } = services;
    const player = escapeMarkdown(link?.name ?? '');
    return t.sentences([
      isDenied ? t('privacy.deletedDenied', { player }) : t('privacy.deleted'),
      ...(staysInChannels(data) > 0
        ? [t('privacy.deletedAnnounced', { player, privacy: mention('privacy') })]
        : []),
      ...(manages.length > 0
        ? [t('privacy.deletedManager', { setup: mention('announcements setup') })]
        : []),
    ]);
  },
  async deny(use) {
    const { ulid, name } = await verifiedLink(use);
    const count = await (await use.services.peopleInFeeds()).deny(ulid);
    const t = use.services.translate(use.caller.locale);
    return t.sentences([
      t('privacy.nowDenied', { player: escapeMarkdown(name) }),
      ...(count > 0 ? [t('privacy.removedFrom', { count })] : []),
    ]);
  },
  async allow(use) {
    const { ulid, name } = await verifiedLink(use);
    const { denials, knownPlayers, members } = await use.services.people();
    await denials.remove(ulid);
    await knownPlayers.add(ulid, name);
    const decisions = await members.of(use.caller.id);
    const count = decisions.filter(({ joinedAt }) => joinedAt !== null).length;
    const t = use.services.translate(use.caller.locale);
    return t.sentences([
      t('privacy.nowAllowed', { player: escapeMarkdown(name) }),
      ...(count > 0 ? [t('privacy.shownAgain', { count })] : []),
    ]);
  },
};

/** @throws Refusal if nothing proves that the account is the caller's */
async function verifiedLink({ caller, services }: PrivacyUse): Promise<Link> {
  const link = await (await services.people()).links.get(caller.id);
  if (!link || link.verifiedAt === null) {
    throw new Refusal('privacy.notVerified', { link: command('link') });
  }
  return link;
}

async function shown(use: PrivacyUse, notice: string | null = null): Promise<MessageBody> {
  const { caller, services } = use;
  const t = services.translate(caller.locale);
  return privacyMessage(
    await storedData(use),
    {
      t,
      guildId: caller.guildId,
      policyUrl: services.policyUrl,
      now: services.clock.now(),
    },
    notice,
  );
}

async function storedData({ caller, services }: PrivacyUse): Promise<StoredData> {
  const { denials, games, links, members } = await services.people();
  const feeds = await services.peopleInFeeds();
  const link = await links.get(caller.id);
  const isVerified = link !== null && link.verifiedAt !== null;
  return {
    userId: caller.id,
    link,
    isDenied: isVerified && (await denials.has(link.ulid)),
    // Whoever only claims an account learns nothing about it.
    announcedIn: isVerified ? await feeds.feedsWith(link.ulid) : [],
    manages: await feeds.feedsBy(caller.id),
    addedThemselvesIn: (await feeds.addedBy(caller.id)).map(({ channelId }) => channelId),
    leaderboards: await members.of(caller.id),
    gameCount: link ? await games.count(link.ulid) : 0,
    lookedUp: services.recentPlayers.lookedUpBy(caller.id),
  };
}

async function download(use: PrivacyUse): Promise<void> {
  const { answer, caller, services } = use;
  const [{ gameCount: _, ...data }, games] = await answer.whileWaiting(
    Promise.all([storedData(use), storedGames(use)]),
  );
  const file = {
    ...data,
    leaderboards: data.leaderboards.map(({ guildId, joinedAt }) => ({
      serverId: guildId,
      joinedAt,
    })),
    games,
    announcedIn: places(data.announcedIn),
    manages: places(data.manages),
  };
  const content = services.translate(caller.locale)('privacy.file');
  const json = Buffer.from(`${JSON.stringify(file, dated, 2)}\n`);
  await answer.show(toMessage({ content }, [{ name: 'my-data.json', data: json }]));
}

/** The linked account's games. */
async function storedGames({ caller, services }: PrivacyUse) {
  const { games, links } = await services.people();
  const link = await links.get(caller.id);
  const rows = link ? await games.of(link.ulid) : [];
  return rows.map((row) => ({
    gameId: row.game_id,
    title: row.title,
    system: row.system_name,
    award: row.award,
    awardedAt: row.awarded_at,
    awarded: row.awarded,
    awardedHardcore: row.awarded_hardcore,
    possible: row.possible,
    lastUnlockAt: row.last_unlock_at,
  }));
}

function places(channels: StoredData['manages']) {
  return channels.map(({ channelId, guildId }) => ({ channelId, serverId: guildId }));
}

/** Times as ISO 8601. */
function dated(key: string, value: unknown): unknown {
  return key.endsWith('At') && typeof value === 'number' ? new Date(value).toISOString() : value;
}
