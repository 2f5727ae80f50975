import type { APIEmbedAuthor } from 'discord-api-types/v10';

import { truncate } from '#src/messages/markdown.ts';
import { playerUrl } from '#src/retroachievements/site-pages.ts';

import type { ShownPlayer } from './post-body.ts';

const AUTHOR_LIMIT = 256;

/** The line above an embed that is about one player. @param text its words, which Discord shows as they are. */
export function playerAuthor(
  { name, avatarPath }: ShownPlayer,
  mediaUrl: string,
  text = name,
): APIEmbedAuthor {
  return {
    name: truncate(text, AUTHOR_LIMIT),
    url: playerUrl(name),
    ...(avatarPath === null ? {} : { icon_url: mediaUrl + avatarPath }),
  };
}
