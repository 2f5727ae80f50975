import { join } from 'node:path';

/** Explicit to the last variable: whatever `.env` a developer has, nothing of it gets here. */
export function botEnvironment(data: string, url: string): Record<string, string> {
  return {
    RA_MEDIA_URL: `${url}/media`,
    RA_USERNAME: '',
    DATABASE_URL: `sqlite:${join(data, 'completionist.db')}`,
    CACHE_URL: '',
    // Short, so that what happens in the panel is soon to be seen.
    POLL_SECONDS: '5',
    CACHE_TTL_SECONDS: '20',
    RA_REQUESTS_PER_MINUTE: '600',
    SHARD_COUNT: '',
    SHARD_IDS: '',
    LOG_LEVEL: 'debug',
    PORT: '',
  };
}
