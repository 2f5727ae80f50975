import { globSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { CADENCES, AWARD_FILTERS, WEEKDAYS } from '#src/announcements/feed.ts';
import { CHANNEL_PERMISSIONS } from '#src/discord/channels/permission-bits.ts';
import { en } from '#src/messages/languages/en.ts';
import { SORTS, STATUSES } from '#src/progress/query/query.ts';
import { AWARD_KINDS } from '#src/retroachievements/award-kind.ts';

const ROOT = `${import.meta.dirname}/../../..`;

const names = new Set(
  Object.entries(en).flatMap(([group, members]) =>
    Object.keys(members).map((name) => `${group}.${name}`),
  ),
);

/** The names that the code puts together, by their beginning. */
const PUT_TOGETHER: Readonly<Record<string, readonly string[]>> = {
  'award.': AWARD_KINDS,
  'status.': STATUSES,
  'sort.': SORTS,
  'random.': STATUSES,
  'help.': [
    'progress',
    'random',
    'stats',
    'compare',
    'game',
    'leaderboard',
    'link',
    'unlink',
    'privacy',
    'help',
    'about',
  ],
  'pauseNotice.': [
    'unknownChannel',
    'missingAccess',
    'missingPermissions',
    'threadLocked',
    'wrongChannelType',
    'notInServer',
  ],
  'feedKinds.': AWARD_FILTERS,
  'cadence.': CADENCES,
  'weekday.': WEEKDAYS,
  'permission.': CHANNEL_PERMISSIONS,
  'invite.': ['join', 'leave'],
  'privacy.': [
    'download',
    'delete',
    'deny',
    'allow',
    'confirm',
    'keep',
    'deletesLeaderboards',
    'deletesAnnouncements',
    'deletesManager',
  ],
  'leaderboard.': ['week', 'month', 'year', 'any', 'beaten', 'mastered', 'join', 'leave'],
  'optionName.': ['hour', 'weekday', 'timezone'],
  'failure.': ['network', 'timeout', 'unreadable', 'emptied'],
};

const code = globSync(['src/**/*.ts', 'commands/**/*.ts'], { cwd: ROOT })
  .filter((path) => !path.endsWith('languages/en.ts'))
  .map((path) => readFileSync(`${ROOT}/${path}`, 'utf8'))
  .join('\n');

describe('the texts', () => {
  it('are all used', () => {
    const unused = [...names].filter((name) => {
      // See commands.test.ts.
      if (/^(?:optionName|menuName)\./.test(name)) return false;
      const [, start = '', rest = ''] = /^(\w+\.)(.+)$/.exec(name) ?? [];
      const isPutTogether = PUT_TOGETHER[start]?.includes(rest) && code.includes(`\`${start}\${`);
      return isPutTogether !== true && !code.includes(`'${name}'`);
    });
    expect(unused).toEqual([]);
  });

  it('exist wherever the code puts their names together', () => {
    for (const [start, ends] of Object.entries(PUT_TOGETHER)) {
      for (const end of ends) expect(names).toContain(start + end);
    }
    const beginnings = [...code.matchAll(/\bt\(\s*`(\w+\.)\$\{/g)].map((match) => match[1] ?? '');
    expect([...new Set(beginnings)].toSorted()).toEqual(Object.keys(PUT_TOGETHER).toSorted());
  });
});
