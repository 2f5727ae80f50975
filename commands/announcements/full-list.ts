import type { AnnouncementServices } from '#commands/services.ts';
import {
  DIGEST_PREFIX,
  encodeDigestCustomId,
  parseDigestCustomId,
} from '#src/announcements/messages/custom-ids.ts';
import {
  DIGEST_PAGE_SIZE,
  digestGames,
  digestListMessage,
} from '#src/announcements/messages/digest-list.ts';
import type { ComponentHandler, Use } from '#src/discord/interactions/command.ts';
import type { MessageBody } from '#src/discord/message.ts';
import { Page, turnPage } from '#src/messages/paging.ts';
import { Refusal } from '#src/messages/refusal.ts';

/** The *Full list* button under a digest, for anyone in the channel, and the pages behind it. */
export const fullListComponent: ComponentHandler<AnnouncementServices> = {
  prefix: DIGEST_PREFIX,
  parse(input) {
    const id = parseDigestCustomId(input.customId);
    if (!id) return null;
    const show = (use: Use<AnnouncementServices>, page: number) =>
      use.answer.showWhenReady(listPage(use, id.batchId, page));
    return { ownerId: id.ownerId ?? '', ...turnPage(id, input, show) };
  },
};

async function listPage(
  { caller, services }: Use<AnnouncementServices>,
  batchId: string,
  number: number,
): Promise<MessageBody> {
  const t = services.translate(caller.locale);
  const post = await services.management.digest(batchId, caller.guildId);
  if (!post) return { content: t('post.listGone'), embeds: [], components: [] };
  if (post === 'elsewhere') throw new Refusal('feedRefusal.digestElsewhere');
  const page = Page.of({ number, itemCount: digestGames(post).length, size: DIGEST_PAGE_SIZE });
  return digestListMessage(post, {
    t,
    page,
    customId: (action, target) =>
      encodeDigestCustomId({ action, ownerId: caller.id, batchId, page: target }),
  });
}
