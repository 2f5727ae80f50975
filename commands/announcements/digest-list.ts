import type { AnnouncementServices } from '#commands/services.ts';
import {
  DIGEST_PREFIX,
  encodeDigestCustomId,
  parseDigestCustomId,
} from '#src/announcements/messages/digest-custom-id.ts';
import type { DigestCustomId } from '#src/announcements/messages/digest-custom-id.ts';
import {
  DIGEST_PAGE_SIZE,
  digestGames,
  digestListMessage,
} from '#src/announcements/messages/digest-list.ts';
import type { Use } from '#src/discord/interactions/command.ts';
import type {
  ComponentHandler,
  ComponentInput,
  ComponentUse,
} from '#src/discord/interactions/component.ts';
import { toMessage } from '#src/discord/message.ts';
import type { MessageBody } from '#src/discord/message.ts';
import { jumpModal, PAGE_FIELD } from '#src/messages/jump-modal.ts';
import { Page } from '#src/messages/page.ts';

import { reply } from './reply.ts';

/** The button under a digest and the pages behind it: everybody in the channel may look. */
export const digestListComponent: ComponentHandler<AnnouncementServices> = {
  prefix: DIGEST_PREFIX,
  parse(input) {
    const id = parseDigestCustomId(input.customId);
    return id && { ownerId: id.ownerId ?? '', ...useOf(id, input) };
  },
};

function useOf(
  id: DigestCustomId,
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

function jump(use: Use<AnnouncementServices>, id: DigestCustomId, typed: string): Promise<void> {
  if (/^\s*\d{1,9}\s*$/.test(typed)) return showPage(use, id, Number(typed));
  const content = use.services.translate(use.caller.locale)('library.jumpInvalid');
  return use.answer.notice(toMessage({ content }));
}

function showPage(
  use: Use<AnnouncementServices>,
  { batchId }: DigestCustomId,
  page: number,
): Promise<void> {
  return reply(use.answer, listPage(use, batchId, page));
}

async function listPage(
  { caller, services }: Use<AnnouncementServices>,
  batchId: string,
  number: number,
): Promise<MessageBody> {
  const t = services.translate(caller.locale);
  const post = await services.announcements.digest(batchId);
  if (!post) return { content: t('feed.digestGone'), embeds: [], components: [] };
  const page = Page.of({ number, itemCount: digestGames(post).length, size: DIGEST_PAGE_SIZE });
  return digestListMessage(post, {
    t,
    page,
    customId: (action, target) =>
      encodeDigestCustomId({ action, ownerId: caller.id, batchId, page: target }),
  });
}
