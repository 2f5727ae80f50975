import { randomBytes } from 'node:crypto';

import {
  StrangeOptions,
  UnknownChoice,
  UnknownCommand,
} from '#src/discord/interactions/command.ts';
import type { Explanation, RouterTexts } from '#src/discord/interactions/router.ts';
import { toMessage } from '#src/discord/message.ts';
import type { Clock } from '#src/platform/clock.ts';
import { RetroAchievementsError } from '#src/retroachievements/retroachievements-error.ts';
import type { Failure } from '#src/retroachievements/retroachievements-error.ts';
import { StoreError } from '#src/store/store-error.ts';

import type { TextKey, Translate } from './languages/translate.ts';
import { relativeTime } from './markdown.ts';
import type { Mention } from './mentions.ts';
import { Refusal } from './refusal.ts';

const UNKNOWN_CHOICES = {
  channel: 'failure.unknownChannel',
  role: 'failure.unknownRole',
} as const satisfies Record<UnknownChoice['of'], TextKey>;

/** The sentences for everything that can go wrong. People only see text written for them. */
export function createFailureTexts(options: {
  readonly clock: Clock;
  readonly translate: (locale: string) => Translate;
  readonly mention: Mention;
}): RouterTexts {
  const { clock, translate, mention } = options;

  function sentence(
    error: unknown,
    reference: string,
    t: Translate,
  ): [Explanation['outcome'], string] {
    if (error instanceof Refusal) return ['refused', error.sentence(t, mention)];
    if (error instanceof UnknownCommand) return ['refused', t('failure.unknownCommand')];
    if (error instanceof StrangeOptions) return ['refused', t('failure.strangeOptions')];
    if (error instanceof UnknownChoice) return ['refused', t(UNKNOWN_CHOICES[error.of])];
    if (error instanceof RetroAchievementsError) {
      return ['site', failureSentence(error.failure, clock.now(), t)];
    }
    if (error instanceof StoreError) return ['store', storeSentence(error, t)];
    return ['failed', t('failure.unexpected', { reference })];
  }

  return {
    explain(error, { locale }) {
      const reference = randomBytes(4).toString('hex').toUpperCase();
      const [outcome, content] = sentence(error, reference, translate(locale));
      return { message: toMessage({ content }), outcome, reference };
    },
    outdated: ({ locale }) => toMessage({ content: translate(locale)('failure.outdated') }),
  };
}

function storeSentence({ since }: StoreError, t: Translate): string {
  return since === null
    ? t('failure.store')
    : t('failure.storeSince', { since: relativeTime(since) });
}

/** Why RetroAchievements could not be asked, and what to do about it. @param now ms since 1970. */
export function failureSentence(failure: Failure, now: number, t: Translate): string {
  switch (failure.kind) {
    case 'network':
    case 'timeout':
    case 'unreadable':
    case 'emptied':
      return t(`failure.${failure.kind}`);
    case 'status':
      return t(statusText(failure.status), { status: failure.status });
    case 'key-refused':
      return t('failure.keyRefused');
    case 'own-share':
      return t('failure.ownShare', { when: relativeTime(now + failure.retryAfterMs) });
    case 'rate-limited': {
      const { retryAfterMs } = failure;
      // A moment that is over when it's read would be “a second ago”.
      const isKnown = retryAfterMs !== null && retryAfterMs >= MOMENT_MS;
      const when = isKnown ? relativeTime(now + retryAfterMs) : t('failure.soon');
      return t('failure.rateLimited', { when });
    }
  }
}

const MOMENT_MS = 1_000;

function statusText(status: number): 'failure.redirect' | 'failure.down' | 'failure.status' {
  if (status >= 300 && status < 400) return 'failure.redirect';
  // Cloudflare's own, for a site that it can't reach.
  return status >= 520 && status <= 530 ? 'failure.down' : 'failure.status';
}
