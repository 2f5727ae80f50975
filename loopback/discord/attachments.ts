import type { Attachment, UploadedFile } from './entities.ts';
import type { Embed, MessageBody } from './wire.ts';
import type { World } from './world.ts';

const fieldIndex = ({ field }: UploadedFile): string => /\[(\d+)\]$/.exec(field)?.[1] ?? '';

/**
 * A message's attachments after a request. A list names those to keep and describes new ones (by index in `files[n]`);
 * without a list, all stay and the uploads are added.
 */
export function mergedAttachments(
  world: World,
  channelId: string,
  before: readonly Attachment[],
  body: MessageBody,
  files: readonly UploadedFile[],
): Attachment[] {
  const listed = body.attachments ?? undefined;
  const kept =
    listed === undefined && body.attachments !== null
      ? before
      : before.filter(({ id }) => listed?.some((entry) => entry.id === id));
  const added = files.map((file) => {
    const told = listed?.find(({ id }) => id === fieldIndex(file));
    const id = world.ids.next();
    const filename = (told?.filename ?? file.filename).replaceAll(' ', '_');
    const url = `${world.origin}/attachments/${channelId}/${id}/${encodeURIComponent(filename)}`;
    const attachment: Attachment = {
      id,
      filename,
      size: file.bytes.length,
      url,
      proxy_url: url,
      content_type: file.contentType,
      bytes: file.bytes,
      ...(told?.description ? { description: told.description } : {}),
    };
    return attachment;
  });
  return [...kept, ...added];
}

/** Replaces `attachment://name` in embeds with the upload's address, as Discord does. */
export function resolveAttachmentUrls(
  embeds: readonly Embed[],
  attachments: readonly Attachment[],
): Embed[] {
  const resolved = (url: string | undefined) => {
    if (url === undefined || !url.startsWith('attachment://')) return url;
    const name = url.slice('attachment://'.length);
    return attachments.findLast(({ filename }) => filename === name)?.url ?? url;
  };
  return embeds.map((embed) => ({
    ...embed,
    ...(embed.image ? { image: { ...embed.image, url: resolved(embed.image.url) } } : {}),
    ...(embed.thumbnail
      ? { thumbnail: { ...embed.thumbnail, url: resolved(embed.thumbnail.url) } }
      : {}),
    ...(embed.author?.icon_url
      ? { author: { ...embed.author, icon_url: resolved(embed.author.icon_url) } }
      : {}),
    ...(embed.footer?.icon_url
      ? { footer: { ...embed.footer, icon_url: resolved(embed.footer.icon_url) } }
      : {}),
  }));
}
