import type { AnnouncementServices } from '#commands/services.ts';
import { PLAYERS_LIMIT } from '#src/announcements/feed.ts';
import {
  encodePlayersCustomId,
  parsePlayersCustomId,
  PLAYERS_PREFIX,
} from '#src/announcements/messages/feed-custom-id.ts';
import type { PlayersCustomId } from '#src/announcements/messages/feed-custom-id.ts';
import { trackedPlayersMessage } from '#src/announcements/messages/tracked-players.ts';
import { defineSubcommand } from '#src/discord/interactions/command-group.ts';
import type { Use } from '#src/discord/interactions/command.ts';
import type {
  ComponentHandler,
  ComponentInput,
  ComponentUse,
} from '#src/discord/interactions/component.ts';
import { toMessage } from '#src/discord/message.ts';
import type { MessageBody } from '#src/discord/message.ts';
import { channelMention } from '#src/messages/channel-mention.ts';
import { jumpModal, PAGE_FIELD } from '#src/messages/jump-modal.ts';
import { Page } from '#src/messages/page.ts';

import { channelOption } from './channel-option.ts';
import { managedFeed } from './managed-feed.ts';
import { reply } from './reply.ts';

const PAGE_SIZE = 25;

/** `/announcements list`: whose games are announced. */
export const list = defineSubcommand({
  definition: {
    name: 'list',
    description: 'Whose games are announced',
    options: [channelOption],
  },

  run: (use: Use<AnnouncementServices>, options) =>
    reply(use.answer, playersPage(use, options.channel, 1)),
});

/** Its buttons. Who may not manage the server any more does not get on. */
export const listComponent: ComponentHandler<AnnouncementServices> = {
  prefix: PLAYERS_PREFIX,
  parse(input) {
    const id = parsePlayersCustomId(input.customId);
    return id && { ownerId: id.ownerId, ...useOf(id, input) };
  },
};

function useOf(
  id: PlayersCustomId,
  { customId, fields }: ComponentInput,
): Pick<ComponentUse<AnnouncementServices>, 'aside' | 'run'> {
  const typed = fields.get(PAGE_FIELD);
  if (id.action !== 'jump') return { aside: false, run: (use) => showPage(use, id, id.page) };
  if (typed !== undefined) return { aside: false, run: (use) => jump(use, id, typed) };
  return {
    aside: true,
    run({ answer, caller, services }) {
      const at = { customId, page: id.page, pages: null };
      return answer.modal(JSON.stringify(jumpModal(at, services.translate(caller.locale))));
    },
  };
}

function jump(use: Use<AnnouncementServices>, id: PlayersCustomId, typed: string): Promise<void> {
  if (/^\s*\d{1,9}\s*$/.test(typed)) return showPage(use, id, Number(typed));
  const content = use.services.translate(use.caller.locale)('library.jumpInvalid');
  return use.answer.notice(toMessage({ content }));
}

function showPage(
  use: Use<AnnouncementServices>,
  { channelId }: PlayersCustomId,
  page: number,
): Promise<void> {
  return reply(use.answer, playersPage(use, { id: channelId }, page));
}

async function playersPage(
  use: Use<AnnouncementServices>,
  channel: { readonly id: string } | undefined,
  number: number,
): Promise<MessageBody> {
  const { caller, services } = use;
  const { announcements, mention } = services;
  const t = services.translate(caller.locale);
  const feed = await managedFeed(use, channel);
  const { channelId } = feed;
  const players = await announcements.playersOf(feed);
  if (players.length === 0) {
    const track = mention('announcements track');
    const content = t('feed.listEmpty', { channel: channelMention(channelId), track });
    return { content, embeds: [], components: [] };
  }
  const page = Page.of({ number, itemCount: players.length, size: PAGE_SIZE });
  return trackedPlayersMessage(
    { channelId, players, playersLimit: PLAYERS_LIMIT, page },
    (action, target) =>
      encodePlayersCustomId({ action, ownerId: caller.id, channelId, page: target }),
    t,
  );
}
