import type { APIEmbedAuthor } from 'discord-api-types/v10';

import type { PostPlayer } from '#src/announcements/post.ts';
import type { MessageBody } from '#src/discord/message.ts';
import { truncate } from '#src/messages/markdown.ts';
import { playerUrl } from '#src/retroachievements/site-pages.ts';

/** A post, and the ids that it may ping. Names in it never ping. */
export type PostBody = {
  readonly body: MessageBody;
  readonly mentions: { readonly roles: readonly string[]; readonly users: readonly string[] };
};

/** What a post shows about a player. */
export type ShownPlayer = Omit<PostPlayer, 'ulid'>;

const AUTHOR_LIMIT = 256;
/** This many mentions of up to 20 digits, and the role's, fit the 2,000 characters of a message. */
const USERS_LIMIT = 80;

/** A post with its pings above it. */
export function withPings(
  body: MessageBody,
  roleId: string | null,
  players: readonly ShownPlayer[],
): PostBody {
  const roles = roleId === null ? [] : [roleId];
  const members = players.flatMap(({ memberId }) => memberId ?? []);
  const users = [...new Set(members)].slice(0, USERS_LIMIT);
  const content = [...roles.map((id) => `<@&${id}>`), ...users.map((id) => `<@${id}>`)].join(' ');
  return { body: content === '' ? body : { content, ...body }, mentions: { roles, users } };
}

/** The author line of an embed about one player. @param text plain: Discord reads no Markdown there. */
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
