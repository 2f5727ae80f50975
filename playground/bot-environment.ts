import { dirname, join } from 'node:path';

const CLOCK_AHEAD = new URL('clock-ahead.ts', import.meta.url).href;

/** Sets every variable, so that nothing from a developer's `.env` gets in. */
export function botEnvironment(data: string, url: string): Record<string, string> {
  return {
    RA_MEDIA_URL: `${url}/media`,
    RA_USERNAME: '',
    DATABASE_URL: `sqlite:${join(data, 'completionist.db')}`,
    CACHE_URL: '',
    // Short, so that the panel's effects show soon.
    POLL_SECONDS: '2',
    CACHE_TTL_SECONDS: '20',
    RA_REQUESTS_PER_MINUTE: '600',
    SHARD_COUNT: '',
    SHARD_IDS: '',
    LOG_LEVEL: 'debug',
    PORT: '',
  };
}

/** Puts the bot's clock forward. npm then needs the playground's own Node, because it loads the TypeScript, too. */
export function withClock(env: Record<string, string>, aheadMs: number): Record<string, string> {
  if (aheadMs === 0) return env;
  const { NODE_OPTIONS = '', ...others } = env;
  return {
    ...others,
    PATH: `${dirname(process.execPath)}:${process.env['PATH']}`,
    NODE_OPTIONS: `${NODE_OPTIONS} --import ${CLOCK_AHEAD}`,
    PLAYGROUND_AHEAD_MS: String(aheadMs),
  };
}
