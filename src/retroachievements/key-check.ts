import type { ClientLog, RetroAchievements } from './client.ts';
import { RetroAchievementsError } from './retroachievements-error.ts';

/**
 * Rejects if RetroAchievements refuses the key, so that a wrong one is noticed at startup. Never resolves, and only
 * logs an outage, which says nothing about the key.
 */
export async function rejectIfKeyRefused(
  site: Pick<RetroAchievements, 'recentGameAwards'>,
  log: ClientLog,
): Promise<never> {
  try {
    const least = { kinds: ['mastered'], offset: 0, count: 1 } as const;
    await site.recentGameAwards(least, { priority: 'command' });
  } catch (error) {
    const isRefused =
      error instanceof RetroAchievementsError && error.failure.kind === 'key-refused';
    if (isRefused) throw error;
    log.warn({ error }, 'RetroAchievements is not responding yet');
  }
  return new Promise<never>(() => undefined);
}
