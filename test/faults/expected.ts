import type { Sentence } from './outcomes.ts';
import type { Outcomes } from './run-fault.ts';
import type { SITE } from './site.ts';

const ALWAYS = {
  click: 'as always',
  load: 'as always',
  refresh: 'as always',
  picture: 'as always',
  leaderboard: 'as always',
  game: 'as always',
  link: 'as always',
  check: 'as always',
  poll: 'at once',
  delivery: 'at once',
  digest: 'at once',
  stop: 'in time',
  start: 'at once',
  migration: 'at once',
} as const satisfies Outcomes;

/** Whatever needs the site says why there's nothing new; the rest goes on. */
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

export const SITE_OUTCOMES: Readonly<Record<keyof typeof SITE, Outcomes>> = {
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
};
