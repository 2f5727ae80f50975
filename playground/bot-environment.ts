import { dirname, join } from 'node:path';

const CLOCK_AHEAD = new URL('clock-ahead.ts', import.meta.url).href;

/** Explicit to the last variable: whatever `.env` a developer has, nothing of it gets here. */
export function botEnvironment(data: string, url: string): Record<string, string> {
  return {
    RA_MEDIA_URL: `${url}/media`,
    RA_USERNAME: '',
    DATABASE_URL: `sqlite:${join(data, 'completionist.db')}`,
    CACHE_URL: '',
    // Short, so that what happens in the panel is soon to be seen.
    POLL_SECONDS: '2',
    CACHE_TTL_SECONDS: '20',
    RA_REQUESTS_PER_MINUTE: '600',
    SHARD_COUNT: '',
    SHARD_IDS: '',
    LOG_LEVEL: 'debug',
    PORT: '',
  };
}

/** The same with the clock put forward, if it was. npm has to run with the playground's own Node then, because it loads TypeScript, too. */
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
