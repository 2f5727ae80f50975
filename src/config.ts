import { z } from 'zod';

import {
  checked,
  httpUrl,
  isLoopback,
  listenAddress,
  number,
  pageUrl,
  secret,
  secretHttpUrl,
  shardIds,
  SHARDS_MAX,
  wholeNumber,
} from './config-values.ts';
import { EnvironmentFileError, readEnvironmentFile } from './environment-file.ts';
import { redisUrlProblem } from './platform/redis-url.ts';
import { databaseUrlProblem } from './store/database-url.ts';

/** Everything the operator can set, checked. The only place that reads the environment. */
export type Config = z.output<typeof environment>;

/** What a refused start tells the operator: one line that names the variable. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Where operators put their variables, in the working directory. */
const FILE = '.env';

/** One request a minute is plenty; a poll faster than this would only burden the site. */
const PUBLIC_POLL_SECONDS_MIN = 30;
const PUBLIC_REQUESTS_PER_MINUTE_MAX = 120;
const DAY_SECONDS = 86_400;

const environment = z.object({
  DISCORD_TOKEN: secret(
    "copy the bot's token from https://discord.com/developers/applications (your application, Bot, Reset Token)",
  ),
  RA_API_KEY: secret(
    'copy your web API key from https://retroachievements.org/settings (section Keys)',
  ),
  RA_USERNAME: z
    .string()
    .regex(
      /^[A-Za-z0-9]{2,20}$/,
      'is not a RetroAchievements username (2 to 20 letters and numbers)',
    )
    .optional(),
  DATABASE_URL: checked(databaseUrlProblem).default('sqlite:data/completionist.db'),
  CACHE_URL: checked(redisUrlProblem).optional(),
  // discord.js adds the version itself, but people paste the address with it.
  DISCORD_API_URL: secretHttpUrl('https://discord.com/api').transform((url) =>
    url.replace(/\/v\d+$/, ''),
  ),
  RA_URL: secretHttpUrl('https://retroachievements.org'),
  RA_MEDIA_URL: httpUrl('https://media.retroachievements.org'),
  POLICY_URL: pageUrl.optional(),
  POLL_SECONDS: number(60, 0.2, DAY_SECONDS, 'must be a number of seconds, like 60'),
  RA_REQUESTS_PER_MINUTE: number(
    60,
    Number.MIN_VALUE,
    Infinity,
    'must be a positive number of requests, like 60',
  ),
  CACHE_TTL_SECONDS: number(300, 0, DAY_SECONDS, 'must be a number of seconds, like 300'),
  SHARD_COUNT: wholeNumber(
    1,
    SHARDS_MAX,
    `must be a number of shards from 1 to ${SHARDS_MAX}`,
  ).optional(),
  SHARD_IDS: shardIds.optional(),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be one of fatal, error, warn, info, debug, trace, silent',
    })
    .default('info'),
  PORT: listenAddress.optional(),
});

/** What is wrong with values that are fine on their own; null for nothing. */
function conflictOf(values: Config): string | null {
  if (!isLoopback(values.RA_URL)) {
    if (values.POLL_SECONDS < PUBLIC_POLL_SECONDS_MIN) {
      return `POLL_SECONDS is under ${PUBLIC_POLL_SECONDS_MIN}, which is too often for the public site: set ${PUBLIC_POLL_SECONDS_MIN} or more`;
    }
    if (values.RA_REQUESTS_PER_MINUTE > PUBLIC_REQUESTS_PER_MINUTE_MAX) {
      return `RA_REQUESTS_PER_MINUTE is over ${PUBLIC_REQUESTS_PER_MINUTE_MAX}, which is too many for the public site: set ${PUBLIC_REQUESTS_PER_MINUTE_MAX} or less`;
    }
  }
  const count = values.SHARD_COUNT;
  return count !== undefined && values.SHARD_IDS?.some((id) => id >= count)
    ? `SHARD_IDS has a shard that is too high for SHARD_COUNT=${count} (shards count from 0)`
    : null;
}

const NAMES = Object.keys(environment.shape);

/** Sets what a file `.env` in the working directory has and the environment doesn't. @throws ConfigError */
function loadEnvironment(): Variables {
  try {
    for (const [name, value] of Object.entries(readEnvironmentFile(FILE, NAMES) ?? {})) {
      // In the process's own, because the clients of databases read some, too.
      if (isEmpty(process.env[name])) process.env[name] = value;
    }
  } catch (error) {
    throw error instanceof EnvironmentFileError ? new ConfigError(error.message) : error;
  }
  return process.env;
}

const isEmpty = (value: string | undefined) => value === undefined || value.trim() === '';

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Reads the configuration. An empty variable counts as unset.
 * @throws ConfigError one line: the first variable that is wrong, what is wrong and where to get it.
 */
export function readConfig(env: Variables = loadEnvironment()): Config {
  const config = parse(environment, valuesOf(env, NAMES));
  const conflict = conflictOf(config);
  if (conflict !== null) throw new ConfigError(conflict);
  return config;
}

/** Reads DATABASE_URL alone, for commands that need nothing else. @throws ConfigError */
export function readDatabaseUrl(env: Variables = loadEnvironment()): string {
  return parse(environment.pick({ DATABASE_URL: true }), valuesOf(env, ['DATABASE_URL']))
    .DATABASE_URL;
}

function valuesOf(env: Variables, names: readonly string[]): Readonly<Record<string, string>> {
  const set: Record<string, string> = {};
  for (const name of names) {
    const value = env[name];
    if (value === undefined || isEmpty(value)) continue;
    set[name] = value.trim();
    // It gets pasted along and nobody sees it. A line break would also split the sentence into two lines.
    if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(set[name])) {
      throw new ConfigError(
        `${name} contains a line break or an invisible character: type it anew`,
      );
    }
  }
  return set;
}

/** @throws ConfigError */
function parse<T>(schema: z.ZodType<T>, values: Readonly<Record<string, string>>): T {
  const result = schema.safeParse(values);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new ConfigError(
    issue ? `${issue.path.join('.')} ${issue.message}` : 'The environment is wrong',
  );
}
