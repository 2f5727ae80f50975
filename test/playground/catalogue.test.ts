import { expect, test } from 'vitest';

import { systemName } from '#src/retroachievements/system.ts';

import { CATALOGUE } from '../../playground/catalogue.ts';

test('the catalogue has more than 300 games of more than 15 systems, each once', () => {
  expect(CATALOGUE.length).toBeGreaterThan(300);
  expect(new Set(CATALOGUE.map(({ systemId }) => systemId)).size).toBeGreaterThan(15);
  expect(new Set(CATALOGUE.map(({ gameId }) => gameId)).size).toBe(CATALOGUE.length);
  const named = CATALOGUE.map(({ systemId, title }) => `${systemId} ${title}`);
  expect(new Set(named).size).toBe(CATALOGUE.length);
  expect(CATALOGUE.filter(({ systemId }) => systemName(systemId) === undefined)).toEqual([]);
});
