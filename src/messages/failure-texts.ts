import { randomBytes } from 'node:crypto';

import type { RouterTexts } from '#src/discord/interactions/router.ts';
import { toMessage } from '#src/discord/message.ts';
import type { Clock } from '#src/platform/clock.ts';
import { UnknownPlayer } from '#src/progress/unknown-player.ts';
import { playerRefText } from '#src/retroachievements/player.ts';
import { RetroAchievementsError } from '#src/retroachievements/retroachievements-error.ts';
import { StoreError } from '#src/store/store-error.ts';

import { failureSentence, refusalSentence } from './failure.ts';
import type { Translate } from './languages/translate.ts';
import { escapeMarkdown } from './markdown.ts';
import { Refusal } from './refusal.ts';

/** The sentences for everything that can go wrong. Only texts written for people are shown to people. */
export function createFailureTexts(options: {
  readonly clock: Clock;
  readonly translate: (locale: string) => Translate;
  readonly mention: (commandName: string) => string;
}): RouterTexts {
  const { clock, translate, mention } = options;

  function explain(error: unknown, t: Translate): string | null {
    if (error instanceof Refusal) return refusalSentence(error.reason, mention, t);
    if (error instanceof UnknownPlayer) {
      return t('failure.unknownPlayer', { player: escapeMarkdown(playerRefText(error.player)) });
    }
    if (error instanceof RetroAchievementsError) {
      return failureSentence(error.failure, clock.now(), t);
    }
    if (error instanceof StoreError) return t('failure.store');
    return null;
  }

  return {
    failure(error, { locale }) {
      const t = translate(locale);
      const explained = explain(error, t);
      const reference = randomBytes(4).toString('hex').toUpperCase();
      const content = explained ?? t('failure.unexpected', { reference });
      // Whoever asked knows enough; the operator has to know, too, that the database fails.
      const isExpected = explained !== null && !(error instanceof StoreError);
      return { message: toMessage({ content }), isExpected, reference };
    },
    outdated: ({ locale }) => toMessage({ content: translate(locale)('failure.outdated') }),
  };
}
