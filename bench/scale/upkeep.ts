import { REQUESTS_A_LOAD } from '#src/people/first-loads.ts';
import { UPKEEP_SHARE } from '#src/retroachievements/http/budget-shares.ts';

import { count } from './figures.ts';
import type { Table } from './page.ts';

const MINUTES_A_DAY = 24 * 60;
const PLAYERS = [1_000, 10_000, 21_600, 100_000, 1_000_000];
/** The default, and the most that is allowed for the public site. */
const BUDGETS = [60, 120];

/** What follows from the request budget: how often each library is checked, and how long first loads take. */
export function upkeep(): Table {
  const perDay = BUDGETS.map((budget) => budget * UPKEEP_SHARE * MINUTES_A_DAY);
  const rows = PLAYERS.map((players) => [
    count(players),
    ...perDay.map((checks) => every(Math.max(1, players / checks))),
    ...perDay.map((requests) => days(players / (requests / REQUESTS_A_LOAD))),
  ]);
  return [
    [
      'known players',
      ...BUDGETS.map((budget) => `checked every, with ${budget} requests a minute`),
      ...BUDGETS.map((budget) => `all loaded for the first time after, with ${budget}`),
    ],
    ...rows,
  ];
}

function every(value: number): string {
  return value === 1 ? 'day' : `${value.toFixed(1)} days`;
}

function days(value: number): string {
  return value < 1 ? `${(value * 24).toFixed(1)} hours` : `${value.toFixed(1)} days`;
}
