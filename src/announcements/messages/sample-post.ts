import type { Translate } from '#src/messages/languages/translate.ts';

import { awardPostMessage } from './award-post.ts';
import type { ShownAward } from './award-post.ts';
import type { PostBody } from './post-body.ts';

export type SamplePostOptions = {
  readonly t: Translate;
  readonly mediaUrl: string;
  /** When it was earned, ms since 1970. */
  readonly at: number;
};

/** A sample of a post, marked as one. It pings nobody. */
export function samplePostMessage({ t, mediaUrl, at }: SamplePostOptions): PostBody {
  return awardPostMessage(samplePost(at), { t, mediaUrl, note: t('post.sample') });
}

/** The site's first game, which everyone knows. */
function samplePost(at: number): ShownAward {
  return {
    player: { name: 'MaxMilyin', avatarPath: '/UserPic/MaxMilyin.png', memberId: null },
    game: {
      gameId: 1,
      name: 'Sonic the Hedgehog',
      tags: [],
      system: 'MD',
      kind: 'mastered',
      alsoEarned: ['beaten-hardcore'],
      awardedAt: at,
    },
    details: {
      iconPath: '/Images/067895.png',
      possible: 36,
      awarded: 36,
      awardedHardcore: 36,
      nth: { count: 100, isMilestone: true },
      nthOnSystem: { count: 12, isMilestone: false },
    },
    roleId: null,
  };
}
