import { z } from 'zod';

/** Everything that the operator can set, checked; the one place that reads the environment. */
export type Config = z.output<typeof environment>;

/** What a refused start tells the operator: one line that names the variable. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i;

/** One request a minute is plenty; a poll faster than this would only burden the site. */
const PUBLIC_POLL_SECONDS_MIN = 30;
const PUBLIC_REQUESTS_PER_MINUTE_MAX = 120;

const secret = (help: string) =>
  z
    .string({ error: `is missing: ${help}` })
    .regex(/^[\x21-\x7e]+$/, `contains spaces or invalid characters: ${help}`)
    .refine((value) => !/^["'<]|["'>]$/.test(value), `has quotes or brackets around it: ${help}`);

const httpUrl = (fallback: string) =>
  z
    .url({
      protocol: /^https?$/,
      error: `must be an http(s) address like ${fallback}`,
      // What comes after reads the address.
      abort: true,
    })
    .transform((url) => url.replace(/\/+$/, ''))
    .default(fallback);

const number = (fallback: number, min: number, error: string) =>
  z.coerce.number({ error }).min(min, error).default(fallback);

const shardIds = z
  .string()
  .regex(/^\d{1,5}(?:-\d{1,5}|(?:,\d{1,5})*)$/, 'must be a range like 0-3 or a list like 0,2,5')
  .transform((text) => {
    const [first = 0, last = first] = text.split('-').map(Number);
    return text.includes('-')
      ? Array.from({ length: last - first + 1 }, (_, index) => first + index)
      : text.split(',').map(Number);
  })
  .refine((ids) => ids.length > 0, 'is an empty range: put the lower number first, as in 0-3');

const NO_REDIS_URL = 'must be an address like redis://127.0.0.1:6379';

const environment = z
  .object({
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
    DATABASE_URL: z
      .string()
      .regex(
        /^(?:sqlite:.+|postgres(?:ql)?:\/\/.+)$/,
        'must be sqlite:<file> or postgres://<user>@<host>/<database>',
      )
      .default('sqlite:data/completionist.db'),
    CACHE_URL: z
      .url({ protocol: /^rediss?$/, error: NO_REDIS_URL, abort: true })
      // The path is the number of a database; the Redis client throws on any other.
      .refine((url) => /^\/?\d*$/.test(new URL(url).pathname), NO_REDIS_URL)
      .optional(),
    // discord.js adds the version itself; people paste the address with it.
    DISCORD_API_URL: httpUrl('https://discord.com/api').transform((url) =>
      url.replace(/\/v\d+$/, ''),
    ),
    RA_URL: httpUrl('https://retroachievements.org'),
    RA_MEDIA_URL: httpUrl('https://media.retroachievements.org'),
    POLL_SECONDS: number(60, 0.2, 'must be a number of seconds, like 60'),
    RA_REQUESTS_PER_MINUTE: number(
      60,
      Number.MIN_VALUE,
      'must be a positive number of requests, like 60',
    ),
    CACHE_TTL_SECONDS: number(300, 0, 'must be a number of seconds, like 300'),
    SHARD_COUNT: z.coerce
      .number({ error: 'must be a number of shards' })
      .int('must be a whole number of shards')
      .min(1, 'must be a positive number of shards')
      .optional(),
    SHARD_IDS: shardIds.optional(),
    LOG_LEVEL: z
      .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
        error: 'must be one of fatal, error, warn, info, debug, trace, silent',
      })
      .default('info'),
    PORT: z.coerce
      .number({ error: 'must be a port number' })
      .int('must be a port number')
      .min(1, 'must be a port number from 1 to 65535')
      .max(65_535, 'must be a port number from 1 to 65535')
      .optional(),
  })
  .superRefine((values, context) => {
    const refuse = (path: keyof typeof values, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (!LOOPBACK.test(new URL(values.RA_URL).hostname)) {
      if (values.POLL_SECONDS < PUBLIC_POLL_SECONDS_MIN) {
        refuse(
          'POLL_SECONDS',
          `is under ${PUBLIC_POLL_SECONDS_MIN}, which is too often for the public site: set ${PUBLIC_POLL_SECONDS_MIN} or more`,
        );
      }
      if (values.RA_REQUESTS_PER_MINUTE > PUBLIC_REQUESTS_PER_MINUTE_MAX) {
        refuse(
          'RA_REQUESTS_PER_MINUTE',
          `is over ${PUBLIC_REQUESTS_PER_MINUTE_MAX}, which is too many for the public site: set ${PUBLIC_REQUESTS_PER_MINUTE_MAX} or less`,
        );
      }
    }
    if (
      values.SHARD_COUNT !== undefined &&
      values.SHARD_IDS?.some((id) => id >= (values.SHARD_COUNT ?? 0))
    ) {
      refuse(
        'SHARD_IDS',
        `has a shard that is too high for SHARD_COUNT=${values.SHARD_COUNT} (shards count from 0)`,
      );
    }
  });

/** The environment, and what a file `.env` in the working directory adds to it. A variable that is set wins. */
function loadEnvironment(): Readonly<Record<string, string | undefined>> {
  try {
    process.loadEnvFile();
  } catch {
    // Most run without one.
  }
  return process.env;
}

/**
 * Reads the configuration. An empty variable counts as unset.
 * @throws ConfigError one line: the first variable that is wrong, what is wrong and where to get it.
 */
export function readConfig(
  env: Readonly<Record<string, string | undefined>> = loadEnvironment(),
): Config {
  const set = Object.entries(env).flatMap(([name, value]) =>
    value === undefined || value.trim() === '' ? [] : [[name, value.trim()]],
  );
  const result = environment.safeParse(Object.fromEntries(set));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new ConfigError(
    `${issue?.path.join('.') ?? 'environment'} ${issue?.message ?? 'is wrong'}`,
  );
}
