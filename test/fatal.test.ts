import { describe, expect, it } from 'vitest';

import { ConfigError } from '#src/config.ts';
import { ShardsRefused, TokenRefused } from '#src/discord/connection/outage.ts';
import { fatalSentence } from '#src/fatal.ts';
import { PortUnavailable } from '#src/observability/port-unavailable.ts';
import { CacheRefused } from '#src/platform/cache-refused.ts';
import { RetroAchievementsError } from '#src/retroachievements/retroachievements-error.ts';
import { StoreError } from '#src/store/store-error.ts';

describe('what ends the start with a sentence', () => {
  it('is a variable that is wrong, in its own words', () => {
    expect(fatalSentence(new ConfigError('PORT is not a port number'))).toBe(
      'PORT is not a port number',
    );
  });

  it('is a cache that won’t serve', () => {
    expect(fatalSentence(new CacheRefused('database', 'cache:6379/99'))).toMatch(
      /^CACHE_URL leads to cache:6379\/99, which has no database with this number: /,
    );
  });

  it('is a token that Discord refused', () => {
    expect(fatalSentence(new TokenRefused())).toMatch(/^DISCORD_TOKEN .* https:\/\/discord\.com/);
  });

  it('is a key that RetroAchievements refused', () => {
    expect(fatalSentence(new RetroAchievementsError({ kind: 'key-refused' }))).toMatch(
      /^RA_API_KEY .* https:\/\/retroachievements\.org\/settings/,
    );
  });

  it('is a number of shards that Discord refused', () => {
    expect(fatalSentence(new ShardsRefused())).toMatch(/^SHARD_IDS or SHARD_COUNT /);
  });

  it('is a port that another program has', () => {
    const inUse = new PortUnavailable({ host: null, port: 8000 }, 'EADDRINUSE');
    expect(fatalSentence(inUse)).toMatch(/^PORT 8000 .*EADDRINUSE.*: choose a free port, /);
    const elsewhere = new PortUnavailable({ host: '::2', port: 80 }, 'EADDRNOTAVAIL');
    expect(fatalSentence(elsewhere)).toMatch(/^PORT \[::2\]:80 .*: use an address that /);
  });

  it('is a database that can’t be used', () => {
    expect(fatalSentence(new StoreError('locked', 'data/bot.db'))).toMatch(
      /^DATABASE_URL leads to data\/bot\.db, which is locked by another process: stop /,
    );
  });

  it.each([
    new RetroAchievementsError({ kind: 'network' }),
    new RetroAchievementsError({ kind: 'rate-limited', retryAfterMs: null }),
    new Error('something else'),
    'no error at all',
    undefined,
  ])('isn’t a passing problem or a bug (%s)', (error) => {
    expect(fatalSentence(error)).toBeNull();
  });
});
