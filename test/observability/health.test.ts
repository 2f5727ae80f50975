import { describe, expect, test } from 'vitest';

import type { BotStatus } from '#src/observability/health.ts';
import { healthOf } from '#src/observability/health.ts';

const START = Date.UTC(2025, 0, 1);
const status: BotStatus = {
  version: '1.2.3',
  startedAt: START,
  gatewayLatencyMs: 42,
  site: { lastAnswerAt: START + 60_000, failingSince: null },
};

describe('health', () => {
  test('tells version, uptime, connection and the last answer of RetroAchievements', () => {
    expect(healthOf(status, true, START + 90_999)).toEqual({
      status: 'ok',
      version: '1.2.3',
      uptimeSeconds: 90,
      discord: { connected: true, latencyMs: 42 },
      retroAchievements: { lastAnswerAt: '2025-01-01T00:01:00.000Z', failingSince: null },
    });
  });

  test('stays ok while RetroAchievements fails, and tells since when', () => {
    const site = { lastAnswerAt: null, failingSince: START + 1_500 };
    const health = healthOf({ ...status, site }, true, START + 2_000);
    expect(health.status).toBe('ok');
    expect(health.retroAchievements).toEqual({
      lastAnswerAt: null,
      failingSince: '2025-01-01T00:00:01.500Z',
    });
  });

  test('is not ok without a connection to Discord', () => {
    const health = healthOf({ ...status, gatewayLatencyMs: null }, false, START);
    expect(health.status).toBe('disconnected');
    expect(health.discord).toEqual({ connected: false, latencyMs: null });
  });
});
