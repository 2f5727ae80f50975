import type { AwardDetails, Nth, PostedGame } from '#src/announcements/post.ts';
import type { TextKey, Translate } from '#src/messages/languages/translate.ts';
import type { AwardKind } from '#src/retroachievements/award-kind.ts';

import { systemLabel } from './game-line.ts';

/** A beaten game counts among all that are, in hardcore or not. */
const NTH = {
  mastered: 'post.nthMastered',
  completed: 'post.nthCompleted',
  'beaten-hardcore': 'post.nthBeaten',
  'beaten-softcore': 'post.nthBeaten',
} as const satisfies Record<AwardKind, TextKey>;

const NTH_ON_SYSTEM = {
  mastered: 'post.onSystemMastered',
  completed: 'post.onSystemCompleted',
  'beaten-hardcore': 'post.onSystemBeaten',
  'beaten-softcore': 'post.onSystemBeaten',
} as const satisfies Record<AwardKind, TextKey>;

/** What makes an award one to talk about, a line each: how much of the game it is, and which of how many. */
export function awardPoints(game: PostedGame, details: AwardDetails, t: Translate): string[] {
  const { nth, nthOnSystem } = details;
  const system = systemLabel(game);
  return [
    ...(details.possible > 0 ? [achievements(details, t)] : []),
    ...(nth ? [`${nth.isMilestone ? '🎉 ' : '-# '}${t(NTH[game.kind], { nth: nth.count })}`] : []),
    ...(nthOnSystem && system !== '' ? [onSystem(game.kind, nthOnSystem, system, t)] : []),
  ];
}

/** Hardcore apart where it differs; where nothing was won in it, the award's name says so. */
function achievements(details: AwardDetails, t: Translate): string {
  const { possible, awarded, awardedHardcore } = details;
  // The site can count more of them than the set has.
  const won = Math.min(awarded, possible);
  const hardcore = Math.min(awardedHardcore, won);
  return [
    t('post.achievements', { won, count: possible }),
    ...(hardcore > 0 && hardcore < won ? [t('post.partlyHardcore', { hardcore })] : []),
  ].join(' · ');
}

function onSystem(kind: AwardKind, nth: Nth, system: string, t: Translate): string {
  const text = t(NTH_ON_SYSTEM[kind], { nth: nth.count, system });
  return nth.isMilestone ? text : `-# ${text}`;
}
