import { z } from 'zod';

import { isPlayerName, type Player } from '../player.ts';
import { cleanText, MOTTO_LIMIT, PLAYER_NAME_LIMIT } from './foreign-text.ts';
import { imagePath, MEDIA } from './image-path.ts';
import { looseFlag, looseText, readUlid, unreadable } from './wire.ts';

/** `API_GetUserProfile`. */
const wireProfile = z.object({
  User: looseText,
  ULID: looseText,
  UserPic: looseText,
  Motto: looseText,
  Untracked: looseFlag,
});

/**
 * Decodes a profile. What Discord would refuse is mended or left out.
 * @param asked the name or ULID that was asked for: used as the name if the site's couldn't be asked for again.
 * @param mediaUrl the host whose pictures can be shown.
 * @throws RetroAchievementsError `unreadable` without a name.
 */
export function decodeUserProfile(
  json: unknown,
  asked: string | null = null,
  mediaUrl: string = MEDIA,
): Player {
  const profile = wireProfile.safeParse(json);
  if (!profile.success) throw unreadable('a profile of an unknown shape', profile.error);
  const { User, ULID, UserPic, Motto, Untracked } = profile.data;
  const ulid = readUlid(ULID);
  const shown = User === null ? null : cleanText(User, PLAYER_NAME_LIMIT);
  // Without a ULID, buttons ask for the player by this name.
  const isKnown = shown !== null && (ulid !== null || isPlayerName(shown));
  const name = User === null || isKnown ? shown : (asked ?? shown);
  if (name === null) throw unreadable('a profile of an unknown shape at User');
  return {
    name,
    ulid,
    avatarPath: UserPic === null ? null : imagePath(UserPic, mediaUrl),
    motto: Motto === null ? '' : (cleanText(Motto, MOTTO_LIMIT) ?? ''),
    isUnranked: Untracked,
  };
}
