import type { PostPlayer } from '#src/announcements/post.ts';
import type { MessageBody } from '#src/discord/message.ts';

/** A post, and whom it may ping: ids. Names in it never ping. */
export type PostBody = {
  readonly body: MessageBody;
  readonly mentions: { readonly roles: readonly string[]; readonly users: readonly string[] };
};

/** Of what a post shows of a player, all but the identity. */
export type ShownPlayer = Omit<PostPlayer, 'ulid'>;

/** With the role, so many mentions of up to 20 digits fit the 2,000 characters of a content. */
const USERS_LIMIT = 80;

/** A post with its pings, if any, above it. */
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
