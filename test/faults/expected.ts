import type { FAULTS } from './faults.ts';
import type { Sentence } from './outcomes.ts';
import { WORKS } from './run-fault.ts';
import type { Outcomes } from './run-fault.ts';

/** Nobody notices. */
const ALWAYS: Outcomes = { ...WORKS, stop: 'in time', start: 'at once', migration: 'at once' };

/** Whatever needs the site says why there's nothing new, and the rest works. */
const withoutSite = (sentence: Sentence): Outcomes => ({
  ...ALWAYS,
  click: `copy ${sentence}`,
  load: `says ${sentence}`,
  refresh: `copy ${sentence}`,
  picture: `copy ${sentence}`,
  link: `says ${sentence}`,
  check: `says ${sentence}`,
  poll: 'later',
  // It waits up to two minutes for the poll after its hour.
  digest: 'later',
});

const KEY_REFUSED =
  'refused: RA_API_KEY was refused by RetroAchievements: copy your web API key again from https://retroachievements.org/settings (section Keys)';

/** Nobody gets anything through Discord. */
const UNANSWERED: Outcomes = {
  ...ALWAYS,
  click: 'no answer',
  load: 'no answer',
  refresh: 'no answer',
  picture: 'no answer',
  leaderboard: 'no answer',
  game: 'no answer',
  link: 'no answer',
  check: 'no answer',
};

const WITHOUT_DISCORD: Outcomes = {
  ...UNANSWERED,
  poll: 'later',
  delivery: 'later',
  digest: 'later',
  start: 'later',
  migration: 'later',
};

/** Posts still go out. */
const WITHOUT_GATEWAY: Outcomes = { ...UNANSWERED, start: 'later', migration: 'later' };

/** Discord does what it's asked to, but the bot never hears of it. */
const UNHEARD: Outcomes = { ...ALWAYS, start: 'later', migration: 'later' };

const NOT_REACHED =
  "DATABASE_URL leads to it, which can't be reached: check that it runs, and its host and port";

const withoutWrites = (start: string): Outcomes => ({
  ...ALWAYS,
  link: 'says store',
  check: 'says store',
  poll: 'later',
  delivery: 'later',
  digest: 'later',
  start: `refused: ${start}`,
  migration: `refused: ${start}`,
});

const withoutDatabase = (start: string): Outcomes => ({
  ...withoutWrites(start),
  leaderboard: 'says store',
  game: 'says store',
});

/** What must come of each activity. `docs/faults.md` says the same in words. */
export const EXPECTED: {
  readonly [Part in keyof typeof FAULTS]: Readonly<Record<keyof (typeof FAULTS)[Part], Outcomes>>;
} = {
  RetroAchievements: {
    'refuses connections': withoutSite('network'),
    hangs: withoutSite('timeout'),
    'is slow': ALWAYS,
    'cuts responses short': withoutSite('network'),
    'sends garbage': withoutSite('network'),
    'sends a web page': withoutSite('unreadable'),
    'answers 401': { ...withoutSite('keyRefused'), start: KEY_REFUSED, migration: KEY_REFUSED },
    'answers 404': withoutSite('status'),
    'answers 429': withoutSite('rateLimited'),
    'answers 500': withoutSite('status'),
  },
  'Discord’s API': {
    'refuses connections': WITHOUT_DISCORD,
    hangs: WITHOUT_DISCORD,
    'is slow': ALWAYS,
    'cuts responses short': UNHEARD,
    'sends garbage': UNHEARD,
    'answers 403': WITHOUT_DISCORD,
    'answers 429': WITHOUT_DISCORD,
    'answers 500': WITHOUT_DISCORD,
  },
  'Discord’s gateway': {
    'refuses connections': WITHOUT_GATEWAY,
    hangs: WITHOUT_GATEWAY,
    'is slow': ALWAYS,
    'cuts frames short': WITHOUT_GATEWAY,
    'sends garbage': WITHOUT_GATEWAY,
    'closes the connection': ALWAYS,
  },
  Postgres: {
    'refuses connections': withoutDatabase(NOT_REACHED),
    hangs: withoutDatabase(NOT_REACHED),
    'is slow': ALWAYS,
    'cuts responses short': withoutDatabase(NOT_REACHED),
    'sends garbage': withoutDatabase(NOT_REACHED),
    'ends all sessions': ALWAYS,
    'only takes reads': withoutWrites(
      'DATABASE_URL leads to it, which only takes reads: use the address of the primary server, and check that default_transaction_read_only is off',
    ),
  },
  SQLite: {
    'has no space left': withoutWrites(
      'DATABASE_URL leads to it, which has no space left: free some space on its disk',
    ),
    'is locked by another process': withoutWrites(
      'DATABASE_URL leads to it, which is locked by another process: stop that process, or give each bot its own database',
    ),
  },
  Redis: {
    'refuses connections': ALWAYS,
    hangs: ALWAYS,
    'is slow': ALWAYS,
    'cuts responses short': ALWAYS,
    'sends garbage': ALWAYS,
  },
  'The bot’s process': {
    'is killed': { ...WITHOUT_DISCORD, stop: 'killed' },
    'is frozen': { ...WITHOUT_DISCORD, stop: 'killed' },
    'has its clock set back an hour': { ...ALWAYS, digest: 'later' },
    'has its clock set forward an hour': ALWAYS,
  },
};
