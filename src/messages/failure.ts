import { feedRefusalSentence } from '#src/announcements/messages/feed-refusal.ts';
import type { Failure } from '#src/retroachievements/retroachievements-error.ts';

import type { Translate } from './languages/translate.ts';
import { escapeMarkdown, relativeTime, truncate } from './markdown.ts';
import type { RefusalReason } from './refusal.ts';

const TYPED_LIMIT = 100;

/** Why RetroAchievements could not be asked, and what to do about it. @param now ms since 1970. */
export function failureSentence(failure: Failure, now: number, t: Translate): string {
  switch (failure.kind) {
    case 'network':
    case 'timeout':
    case 'unreadable':
      return t(`failure.${failure.kind}`);
    case 'status':
      return t('failure.status', { status: failure.status });
    case 'key-refused':
      return t('failure.keyRefused');
    case 'rate-limited': {
      const { retryAfterMs } = failure;
      const when = retryAfterMs === null ? t('failure.soon') : relativeTime(now + retryAfterMs);
      return t('failure.rateLimited', { when });
    }
  }
}

/** What can't be done as asked, and how to ask. @param mention writes a command to tap on. */
export function refusalSentence(
  reason: RefusalReason,
  mention: (commandName: string) => string,
  t: Translate,
): string {
  switch (reason.kind) {
    case 'unknownCommand':
      return t('failure.unknownCommand');
    case 'noLinkedAccount':
      return t('failure.noLinkedAccount', { command: mention('progress') });
    case 'invalidPlayer':
    case 'unknownSystem':
      return t(`failure.${reason.kind}`, {
        typed: escapeMarkdown(truncate(reason.typed, TYPED_LIMIT)),
      });
    default:
      return feedRefusalSentence(reason, mention, t);
  }
}
