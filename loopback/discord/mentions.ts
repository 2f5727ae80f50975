import type { User } from './entities.ts';
import type { AllowedMentions } from './wire.ts';
import type { World } from './world.ts';

type Mentions = { mentions: User[]; mention_roles: string[]; mention_everyone: boolean };

const idsIn = (content: string, pattern: RegExp): string[] => [
  ...new Set([...content.matchAll(pattern)].flatMap(([, id]) => (id === undefined ? [] : [id]))),
];

/** Whom a message pings: everyone it names, within `allowed_mentions` if given. */
export function mentionsOf(
  world: World,
  content: string,
  allowed: AllowedMentions | undefined,
): Mentions {
  const may = (kind: string, listed: readonly string[] | null | undefined, id: string) =>
    allowed === undefined ||
    allowed.parse?.includes(kind) === true ||
    listed?.includes(id) === true;
  const users = idsIn(content, /<@!?(\d+)>/g).filter((id) => may('users', allowed?.users, id));
  const roles = idsIn(content, /<@&(\d+)>/g).filter((id) => may('roles', allowed?.roles, id));
  return {
    mentions: users.flatMap((id) => world.users.get(id) ?? []),
    mention_roles: roles,
    mention_everyone:
      /@(everyone|here)/.test(content) &&
      (allowed === undefined || allowed.parse?.includes('everyone') === true),
  };
}
