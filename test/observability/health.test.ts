import { describe, expect, test } from 'vitest';

import type { BotStatus, Working } from '#src/observability/health.ts';
import { healthOf } from '#src/observability/health.ts';

const START = Date.UTC(2025, 0, 1);
const POLL_MS = 60_000;
const status: BotStatus = {
  version: '1.2.3',
  startedAt: START,
  gatewayLatencyMs: 42,
  site: { lastAnswerAt: START + 60_000, failingSince: null },
};
const going = {
  isAnnouncing: true,
  readsFailSince: null,
  writesFailSince: null,
  pollsStuckSince: null,
};
const well: Working = {
  isConnected: true,
  answers: { lastAnswerAt: START + 1_000, unansweredSince: null, unansweredCount: 0 },
  announcements: going,
  pollMs: POLL_MS,
};
const report = {
  trackedPlayers: 3,
  lastPollAt: START + 2_000,
  lastPostAt: START + 3_000,
  awardsWaiting: { post: 1, digest: 0, paused: 0 },
  oldestPostAt: START + 4_000,
};

/** What `/healthz` calls it. */
const wordFor = (changes: Partial<Working>, now = START + POLL_MS) =>
  healthOf(status, { ...well, ...changes }, null, now).status;

describe('health', () => {
  test('tells version, uptime, and when each side last worked', () => {
    expect(healthOf(status, well, report, START + 90_999)).toEqual({
      status: 'ok',
      version: '1.2.3',
      uptimeSeconds: 90,
      discord: { connected: true, latencyMs: 42 },
      interactions: { lastAnswerAt: '2025-01-01T00:00:01.000Z', unansweredSince: null },
      retroAchievements: { lastAnswerAt: '2025-01-01T00:01:00.000Z', failingSince: null },
      database: { readsFailSince: null, writesFailSince: null },
      announcements: {
        here: true,
        pollsStuckSince: null,
        lastPollAt: '2025-01-01T00:00:02.000Z',
        lastPostAt: '2025-01-01T00:00:03.000Z',
        oldestWaitingAt: '2025-01-01T00:00:04.000Z',
      },
    });
  });

  test('stays ok while RetroAchievements fails, and says since when', () => {
    const site = { lastAnswerAt: null, failingSince: START + 1_500 };
    const health = healthOf({ ...status, site }, well, null, START + 2_000);
    expect(health.status).toBe('ok');
    expect(health.retroAchievements).toEqual({
      lastAnswerAt: null,
      failingSince: '2025-01-01T00:00:01.500Z',
    });
  });

  test('isn’t ok without a connection to Discord', () => {
    const working = { ...well, isConnected: false };
    const health = healthOf({ ...status, gatewayLatencyMs: null }, working, null, START);
    expect(health.status).toBe('disconnected');
    expect(health.discord).toEqual({ connected: false, latencyMs: null });
  });

  test.each(['readsFailSince', 'writesFailSince'])(
    'isn’t ok once the database has failed from one poll to the next (%s)',
    (what) => {
      const announcements = { ...going, [what]: START };
      expect(wordFor({ announcements }, START + POLL_MS - 1)).toBe('ok');
      expect(wordFor({ announcements }, START + POLL_MS)).toBe('databaseFailing');
    },
  );

  test('isn’t ok while this process announces but saves no polls', () => {
    const announcements = { ...going, pollsStuckSince: START };
    expect(wordFor({ announcements })).toBe('pollsStuck');
  });

  test('isn’t ok before the database is open, connected or not', () => {
    expect(wordFor({ announcements: null })).toBe('starting');
    expect(wordFor({ announcements: null, isConnected: false })).toBe('starting');
  });

  test('is ok if another process announces', () => {
    expect(wordFor({ announcements: { ...going, isAnnouncing: false } })).toBe('ok');
  });

  test('isn’t ok once three interactions in a row went unanswered, but is if nobody uses the bot', () => {
    const unanswered = (count: number) => ({
      answers: { lastAnswerAt: START, unansweredSince: START, unansweredCount: count },
    });
    expect([2, 3].map((count) => wordFor(unanswered(count)))).toEqual(['ok', 'notAnswering']);
    const night = { lastAnswerAt: START, unansweredSince: null, unansweredCount: 0 };
    expect(wordFor({ answers: night }, START + 1_000 * POLL_MS)).toBe('ok');
  });
});
