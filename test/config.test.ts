import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';

import { describe, expect, it } from 'vitest';

import { ConfigError, readConfig } from '#src/config.ts';

const TOKEN = 'MTEwMDAwMDAwMDAwMDAwMDAwMQ.Loopbk.not-a-secret_0';
const KEY = 'abcdefghijklmnopqrstuvwxyz012345';
const SET = { DISCORD_TOKEN: TOKEN, RA_API_KEY: KEY };
const LOOPBACK = { RA_URL: 'http://127.0.0.1:8080' };

const read = (env: Readonly<Record<string, string | undefined>> = {}) =>
  readConfig({ ...SET, ...env });

function refusalOrNull(env: Readonly<Record<string, string | undefined>>): string | null {
  try {
    readConfig({ ...SET, ...env });
    return null;
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
}

function refusal(env: Readonly<Record<string, string | undefined>>): string {
  const message = refusalOrNull(env);
  if (message === null) throw new Error('The configuration was accepted');
  return message;
}

/** What people and machines leave in any variable. */
const ODD = [
  'https://',
  '::',
  '-1',
  'NaN',
  'Infinity',
  '1e3',
  '0x10',
  '１２',
  '9'.repeat(400),
  '🎮',
  '👩‍👩‍👧',
  'a%zz',
  '~',
  '~/x',
  '/',
  '.',
  'a b',
  'a\nb',
  'a\u0000b',
  'a\u200bb',
  'null',
  '"1"',
  'constructor',
  '__proto__',
];

describe('the configuration', () => {
  it('needs the two secrets, and has defaults for the rest', () => {
    expect(read()).toEqual({
      ...SET,
      DATABASE_URL: 'sqlite:data/completionist.db',
      DISCORD_API_URL: 'https://discord.com/api',
      RA_URL: 'https://retroachievements.org',
      RA_MEDIA_URL: 'https://media.retroachievements.org',
      POLL_SECONDS: 60,
      RA_REQUESTS_PER_MINUTE: 60,
      CACHE_TTL_SECONDS: 300,
      LOG_LEVEL: 'info',
    });
  });

  it('uses what is set', () => {
    const set = {
      RA_USERNAME: 'MaxMilyin',
      DATABASE_URL: 'postgres://bot:secret@db/completionist',
      CACHE_URL: 'rediss://:secret@cache:6380/2',
      RA_URL: 'http://localhost:8080',
      RA_MEDIA_URL: 'http://localhost:8081',
      DISCORD_API_URL: 'http://127.0.0.1:9000/api',
      POLL_SECONDS: '0.2',
      RA_REQUESTS_PER_MINUTE: '0.5',
      CACHE_TTL_SECONDS: '0',
      SHARD_COUNT: '4',
      SHARD_IDS: '1,3',
      LOG_LEVEL: 'debug',
      PORT: '8000',
    };
    expect(read(set)).toEqual({
      ...SET,
      ...set,
      POLL_SECONDS: 0.2,
      RA_REQUESTS_PER_MINUTE: 0.5,
      CACHE_TTL_SECONDS: 0,
      SHARD_COUNT: 4,
      SHARD_IDS: [1, 3],
      PORT: { host: null, port: 8000 },
    });
  });

  it('treats an empty or blank variable as unset', () => {
    expect(read({ PORT: '', RA_USERNAME: '  ', POLL_SECONDS: undefined })).toEqual(read());
    expect(refusal({ RA_API_KEY: ' ' })).toMatch(/^RA_API_KEY is missing/);
  });

  it('ignores white space around a value', () => {
    expect(read({ RA_API_KEY: ` ${KEY}\n` }).RA_API_KEY).toBe(KEY);
  });

  it('leaves the other variables of the environment alone', () => {
    expect(read({ PATH: '/usr/bin' })).not.toHaveProperty('PATH');
  });

  it.each(['DISCORD_TOKEN', 'RA_API_KEY'])('without %s says where to get it', (name) => {
    const message = refusal({ [name]: undefined });
    expect(message).toMatch(new RegExp(`^${name} is missing: copy .* https://`));
    expect(message).not.toContain('\n');
  });

  it.each([
    ['DISCORD_TOKEN', '"quoted"'],
    ['DISCORD_TOKEN', "'quoted'"],
    ['DISCORD_TOKEN', 'two words'],
    ['RA_API_KEY', '<your key here>'],
    ['RA_API_KEY', '“curly”'],
    ['RA_USERNAME', 'a'],
    ['RA_USERNAME', 'Max Milyin'],
    ['RA_USERNAME', 'x'.repeat(21)],
    ['DATABASE_URL', 'data/completionist.db'],
    ['DATABASE_URL', 'sqlite:'],
    ['DATABASE_URL', 'mysql://db/completionist'],
    ['CACHE_URL', '127.0.0.1:6379'],
    ['CACHE_URL', 'http://127.0.0.1:6379'],
    ['CACHE_URL', 'redis://127.0.0.1:notaport'],
    ['CACHE_URL', 'redis://127.0.0.1:99999'],
    ['CACHE_URL', 'redis://127.0.0.1/name'],
    ['DISCORD_API_URL', 'discord.com/api'],
    ['DISCORD_API_URL', 'ftp://discord.com'],
    ['RA_URL', 'retroachievements.org'],
    ['RA_MEDIA_URL', 'media'],
    ['POLICY_URL', 'example.com/privacy'],
    ['POLICY_URL', 'javascript:alert(1)'],
    ['POLL_SECONDS', 'often'],
    ['POLL_SECONDS', '-1'],
    ['POLL_SECONDS', 'Infinity'],
    ['RA_REQUESTS_PER_MINUTE', 'many'],
    ['RA_REQUESTS_PER_MINUTE', '0'],
    ['RA_REQUESTS_PER_MINUTE', '-5'],
    ['CACHE_TTL_SECONDS', '5min'],
    ['CACHE_TTL_SECONDS', '-1'],
    ['SHARD_COUNT', 'two'],
    ['SHARD_COUNT', '1.5'],
    ['SHARD_COUNT', '0'],
    ['SHARD_IDS', 'all'],
    ['SHARD_IDS', '3-0'],
    ['SHARD_IDS', '0-'],
    ['SHARD_IDS', '0-1,4'],
    ['SHARD_IDS', '0-999999999'],
    ['LOG_LEVEL', 'loud'],
    ['PORT', 'http'],
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '80.5'],
  ])('rejects %s=%s in one line that names it', (name, value) => {
    const message = refusal({ ...LOOPBACK, [name]: value });
    expect(message).toMatch(new RegExp(`^${name} \\S`));
    expect(message).not.toContain('\n');
    expect(message).not.toContain('Invalid');
  });

  it.each([
    ['DATABASE_URL', 'sqlite:file:/x.db?cache=shared'],
    ['DATABASE_URL', 'sqlite:x.db?mode=ro'],
    ['DATABASE_URL', 'sqlite://data/x.db'],
    ['DATABASE_URL', 'sqlite:///data/x.db'],
    ['DATABASE_URL', 'sqlite:~/x.db'],
    ['DATABASE_URL', 'sqlite:$HOME/x.db'],
    ['DATABASE_URL', 'sqlite:data/${NAME}.db'],
    ['DATABASE_URL', 'sqlite:%APPDATA%\\x.db'],
    ['DATABASE_URL', 'sqlite:/home/~/x.db'],
    ['DATABASE_URL', 'sqlite:"data/x.db"'],
    ['DATABASE_URL', 'sqlite::memory'],
    ['DATABASE_URL', 'sqlite:data/'],
    ['DATABASE_URL', 'sqlite:..'],
    ['DATABASE_URL', 'sqlite:  '],
    ['DATABASE_URL', 'postgres://'],
    ['DATABASE_URL', 'postgres://h/d?sslmode=maybe'],
    ['CACHE_URL', 'redis://'],
    ['CACHE_URL', 'redis://h?db=five'],
    ['CACHE_URL', 'redis://h/1?db=5'],
    ['CACHE_URL', 'redis://h?sslmode=no-verify'],
    ['CACHE_URL', 'rediss://h?sslmode=maybe'],
    ['CACHE_URL', 'redis://h?x=1'],
    ['RA_URL', 'https://retroachievements.org/?a=b'],
    ['RA_URL', 'https:retroachievements.org'],
    ['POLL_SECONDS', '1e9'],
    ['POLL_SECONDS', '99999999999'],
    ['CACHE_TTL_SECONDS', '99999999999'],
    ['SHARD_COUNT', '1000000000'],
    ['SHARD_IDS', 'abc'],
    ['SHARD_IDS', '0-99999'],
    ['SHARD_IDS', '16384'],
    ['PORT', ':9090'],
    ['PORT', '::1:9090'],
    ['PORT', '127.0.0.1'],
    ['PORT', '256.0.0.1:80'],
    ['PORT', 'example.org:80'],
    ['PORT', '127.0.0.1:0'],
  ])('rejects what can’t work (%s=%s) in one line that names it', (name, value) => {
    expect(refusal({ [name]: value })).toMatch(new RegExp(`^${name} \\S[^\\n]*$`));
  });

  const example = readFileSync('.env.example', 'utf8').replaceAll(/^#(?=\w)/gm, '');
  // The bot itself never reads Compose's password.
  const names = Object.keys(parseEnv(example)).filter((name) => name !== 'POSTGRES_PASSWORD');
  it.each(names)('prints one line for each odd value of %s, or accepts it', (name) => {
    const values = ODD.flatMap((odd) => [odd, `sqlite:${odd}`, `redis://${odd}`]);
    const refused = values.flatMap((value) =>
      [{}, LOOPBACK, { ...LOOPBACK, SHARD_COUNT: '2' }].flatMap((more) => {
        const message = refusalOrNull({ ...more, [name]: value });
        return message === null ? [] : [message];
      }),
    );
    expect(refused.length).toBeGreaterThan(3);
    expect(refused.filter((message) => !/^[A-Z_]+ \S.*$/.test(message))).toEqual([]);
    expect(refused.join('\n')).not.toMatch(/Invalid|undefined/);
  });

  it.each(['"quoted"', 'two words', '<your key here>'])(
    'doesn’t repeat an invalid secret (%s)',
    (value) => {
      expect(refusal({ RA_API_KEY: value })).not.toContain(value);
      expect(refusal({ DISCORD_TOKEN: value })).not.toContain(value);
    },
  );

  it.each([
    ['POLL_SECONDS', '0.2'],
    ['POLL_SECONDS', '29.9'],
    ['RA_REQUESTS_PER_MINUTE', '120.5'],
    ['RA_REQUESTS_PER_MINUTE', '100000'],
  ])('rejects %s=%s for the public site, and allows it on loopback', (name, value) => {
    expect(refusal({ [name]: value })).toMatch(new RegExp(`^${name} is .* the public site: set `));
    expect(refusal({ [name]: value, RA_URL: 'https://ra.example' })).toMatch(name);
    expect(refusal({ [name]: value, RA_URL: 'https://127.0.0.1.example' })).toMatch(name);
    for (const host of ['127.0.0.1', '127.8.9.10', 'localhost', 'LOCALHOST', '[::1]']) {
      expect(read({ [name]: value, RA_URL: `http://${host}:1` })).toMatchObject({
        [name]: Number(value),
      });
    }
  });

  it.each([
    ['POLL_SECONDS', '30'],
    ['RA_REQUESTS_PER_MINUTE', '120'],
  ])('allows %s=%s, the limit itself', (name, value) => {
    expect(read({ [name]: value })).toMatchObject({ [name]: Number(value) });
  });

  it.each([
    ['https://discord.com/api', 'https://discord.com/api'],
    ['https://discord.com/api/', 'https://discord.com/api'],
    ['https://discord.com/api/v10', 'https://discord.com/api'],
    ['https://discord.com/api/v10/', 'https://discord.com/api'],
    ['http://127.0.0.1:9000', 'http://127.0.0.1:9000'],
    ['http://127.0.0.1:9000/api/v9//', 'http://127.0.0.1:9000/api'],
  ])('reads DISCORD_API_URL=%s as %s', (given, taken) => {
    expect(read({ DISCORD_API_URL: given }).DISCORD_API_URL).toBe(taken);
  });

  it.each([
    ['RA_URL', 'http://retroachievements.org'],
    ['RA_URL', 'http://127.0.0.1.example'],
    ['RA_URL', 'HTTP://10.0.0.1'],
    ['DISCORD_API_URL', 'http://discord.com/api'],
  ])('refuses to send secrets without encryption to another machine (%s=%s)', (name, value) => {
    expect(refusal({ [name]: value })).toMatch(new RegExp(`^${name} must begin with https://, `));
  });

  it.each([
    ['8000', { host: null, port: 8000 }],
    ['127.0.0.1:9090', { host: '127.0.0.1', port: 9090 }],
    ['[::1]:9090', { host: '::1', port: 9090 }],
    ['localhost:9090', { host: 'localhost', port: 9090 }],
    ['0.0.0.0:80', { host: '0.0.0.0', port: 80 }],
  ])('reads PORT=%s', (text, address) => {
    expect(read({ PORT: text }).PORT).toEqual(address);
  });

  it.each([
    'sqlite:data/x.db',
    'sqlite:/data/x.db',
    'sqlite::memory:',
    'sqlite:C:\\data\\x.db',
    'postgres://u:p%40ss@host:5432/d?sslmode=require',
    'postgresql:///d',
  ])('accepts DATABASE_URL=%s', (url) => {
    expect(read({ DATABASE_URL: url }).DATABASE_URL).toBe(url);
  });

  it.each([
    'redis://cache',
    'redis://:secret@cache:6379/2',
    'redis://cache?db=5',
    'rediss://cache?sslmode=no-verify',
    'rediss://cache/1?sslrootcert=/etc/ca.pem',
  ])('accepts CACHE_URL=%s', (url) => {
    expect(read({ CACHE_URL: url }).CACHE_URL).toBe(url);
  });

  it.each([
    ['DATABASE_URL', 'postgres://u:hunter2#x@host/d'],
    ['DATABASE_URL', 'postgres://u:hunter2/x@host/d'],
    ['DATABASE_URL', 'postgres://u:1234/hunter2@host/d'],
    ['DATABASE_URL', 'postgres://u:1234?hunter2@host/d'],
    ['DATABASE_URL', 'postgres://u:hunter2@host:port/d'],
    ['DATABASE_URL', 'postgres://u:hunter2%zz@host/d'],
    ['DATABASE_URL', 'mysql://u:hunter2@host/d'],
    ['CACHE_URL', 'redis://:hunter2%zz@h'],
    ['CACHE_URL', 'redis://:hunter2@h:port'],
    ['CACHE_URL', 'redis://:1234/hunter2@h'],
    ['CACHE_URL', 'redis://h?password=hunter2'],
    ['RA_URL', 'https://u:hunter2@retroachievements.org'],
  ])('rejects an address without quoting it (%s=%s)', (name, value) => {
    const message = refusal({ [name]: value });
    expect(message).toMatch(new RegExp(`^${name} [^\\n]+$`));
    expect(message).not.toMatch(/hunter2|1234/);
  });

  it.each(['RA_URL', 'RA_MEDIA_URL'])('removes slashes at the end of %s', (name) => {
    expect(read({ [name]: 'http://127.0.0.1:8080/ra//' })).toMatchObject({
      [name]: 'http://127.0.0.1:8080/ra',
    });
  });

  it.each([
    ['0', [0]],
    ['0-3', [0, 1, 2, 3]],
    ['2-2', [2]],
    ['0, 2', [0, 2]],
    ['0 - 2', [0, 1, 2]],
    ['1,1,0', [1, 0]],
    ['0,2,5', [0, 2, 5]],
  ])('reads SHARD_IDS=%s', (text, ids) => {
    expect(read({ SHARD_IDS: text }).SHARD_IDS).toEqual(ids);
  });

  it('rejects a shard that is too high for the number of shards', () => {
    expect(refusal({ SHARD_COUNT: '4', SHARD_IDS: '2-4' })).toMatch(/^SHARD_IDS .*SHARD_COUNT=4/);
    expect(read({ SHARD_COUNT: '4', SHARD_IDS: '2-3' }).SHARD_IDS).toEqual([2, 3]);
  });
});
