import { type DiscordMessage, type Guild, MessageFlag } from '#loopback/discord/entities.ts';

import type { MessageView } from './page/wire.ts';

/**
 * A message for the page. Attachment addresses under `origin` are rewritten, so that the browser
 * only talks to the page's own server.
 */
export function messageView(
  message: DiscordMessage,
  visibleTo: string | undefined,
  { origin, guild }: { readonly origin: string; readonly guild: Guild },
): MessageView {
  const { interaction_metadata: use, author } = message;
  const local = (url: string | undefined) =>
    url?.replace(`${origin}/attachments/`, '/attachments/');
  const picture = <P extends { url?: string | undefined }>(part: P | undefined) =>
    part && { ...part, url: local(part.url) };
  return {
    id: message.id,
    channelId: message.channel_id,
    author: {
      id: author.id,
      name: author.global_name ?? author.username,
      bot: author.bot ?? false,
    },
    timestamp: message.timestamp,
    edited: message.edited_timestamp !== null,
    thinking: (message.flags & MessageFlag.Loading) !== 0,
    visibleTo: visibleTo ?? null,
    content: message.content,
    embeds: message.embeds.map((embed) => ({
      ...embed,
      image: described(picture(embed.image), message, embed.image?.url),
      thumbnail: picture(embed.thumbnail),
    })),
    components: message.components,
    attachments: message.attachments
      .filter(
        ({ url }) =>
          !message.embeds.some(({ image, thumbnail }) =>
            [image?.url, thumbnail?.url].includes(url),
          ),
      )
      .map((attachment) => ({
        id: attachment.id,
        filename: attachment.filename,
        size: attachment.size,
        contentType: attachment.content_type ?? 'application/octet-stream',
        description: attachment.description ?? '',
        url: local(attachment.url) ?? '',
      })),
    pings: pinged(message, guild),
    published: (message.flags & MessageFlag.Crossposted) !== 0,
    usedBy:
      use?.type === 2 && use.name !== undefined
        ? { name: use.user.global_name ?? use.user.username, command: use.name }
        : null,
  };
}

/** With what the upload says about it, for people who can't see it. */
function described<I>(image: I | undefined, { attachments }: DiscordMessage, url?: string) {
  const file = attachments.find((attachment) => attachment.url === url);
  return image && { ...image, description: file?.description ?? '' };
}

function pinged({ mentions, mention_roles }: DiscordMessage, { members }: Guild): string[] {
  const byRole = [...members.values()].filter(({ roles }) =>
    roles.some((id) => mention_roles.includes(id)),
  );
  return [...mentions, ...byRole.map(({ user }) => user)].map(({ id }) => id);
}
