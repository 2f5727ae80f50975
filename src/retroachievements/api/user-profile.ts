import { z } from 'zod';

import type { Player } from '../player.ts';
import { looseText, readUlid, unreadable } from './wire.ts';

/** `API_GetUserProfile`. */
const wireProfile = z.object({
  User: z.string().min(1),
  ULID: looseText,
  UserPic: looseText,
  Motto: looseText,
});

/**
 * Decodes a profile, of which only the name is required.
 * @throws RetroAchievementsError `unreadable`.
 */
export function decodeUserProfile(json: unknown): Player {
  const profile = wireProfile.safeParse(json);
  if (!profile.success) throw unreadable('a profile of an unknown shape', profile.error);
  const { User, ULID, UserPic, Motto } = profile.data;
  return { name: User, ulid: readUlid(ULID), avatarPath: UserPic, motto: Motto ?? '' };
}
