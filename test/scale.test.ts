import { readFileSync } from 'node:fs';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { describeOnPostgres } from '#test/support/store.ts';

import { markdownOf, measuredIn, withMeasured } from '../bench/scale/page.ts';
import { players } from '../bench/scale/players.ts';
import { processes } from '../bench/scale/processes.ts';
import { Scene } from '../bench/scale/scene.ts';
import { servers } from '../bench/scale/servers.ts';
import { upkeep } from '../bench/scale/upkeep.ts';
import { addPlayer } from '../bench/site-player.ts';
import { PLAYER } from '../bench/stage.ts';
import { cannotStartRedis } from './support/redis-server.ts';

const PAGE = `# Title

<!-- measured: one -->

old

<!-- end -->

between

<!-- measured: two -->

<!-- end -->
`;

describe('the page', () => {
  test('has the measurements between the markers, and the rest unchanged', () => {
    const page = withMeasured(PAGE, 'one', 'new');
    expect(page).toBe(PAGE.replace('old', 'new'));
    expect(measuredIn(page, 'one')).toBe('new');
    expect(withMeasured(page, 'two', 'more')).toBe(
      page.replace('two -->\n\n', 'two -->\n\nmore\n\n'),
    );
  });

  test.each([
    ['the table', PAGE, 'three', 'The page has no <!-- measured: three -->'],
    ['its end', PAGE.slice(0, -15), 'two', 'The page has no <!-- end --> after'],
    ['its own end', PAGE.replace('<!-- end -->', ''), 'one', 'The page has no <!-- end --> after'],
  ])('must have %s', (_, page, name, message) => {
    expect(() => withMeasured(page, name, 'new')).toThrow(message);
  });

  test('lays tables out', () => {
    const table = [
      ['players', 'ms'],
      ['1', '1,000'],
    ];
    expect(markdownOf(table)).toBe(
      ['| players | ms    |', '| ------- | ----- |', '| 1       | 1,000 |'].join('\n'),
    );
  });
});

describe('docs/scaling.md', () => {
  const page = readFileSync(new URL('../docs/scaling.md', import.meta.url), 'utf8');

  test.each([
    ['players', 11],
    ['servers', 5],
    ['processes', 4],
  ])('has a complete table of %s, and says when and where it was measured', (name, rows) => {
    const [head = '', rule = '', ...lines] = measuredIn(page, name).split('\n');
    const cells = lines.slice(0, rows).map((line) => line.split('|').length);
    expect(rule).toMatch(/^[|\s-]+$/);
    expect(cells).toEqual(Array(rows).fill(head.split('|').length));
    expect(lines.slice(0, rows).join('\n')).not.toMatch(/NaN|Infinity|\| +\|/);
    expect(lines.slice(rows).join('\n')).toMatch(/^\nMeasured on \d+ \w+ \d{4}: Node [\d.]+, \d/);
  });

  test('says what follows from the request budget as it is', () => {
    expect(measuredIn(page, 'upkeep')).toBe(markdownOf(upkeep()));
  });
});

/** The column of that name, without its head. */
function column(table: readonly (readonly string[])[], name: string): readonly string[] {
  const index = table[0]?.indexOf(name) ?? -1;
  expect(index).not.toBe(-1);
  return table.slice(1).map((row) => row[index] ?? '');
}

describe('a quick measurement', { timeout: 120_000 }, () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.open(40);
    addPlayer(scene.site, PLAYER, 30);
  });
  afterAll(async () => scene[Symbol.asyncDispose]());

  test('counts one request per poll and up to two per post, however many are tracked', async () => {
    const table = await players(scene, true);
    expect(column(table, 'requests per poll')).toEqual(['1.0', '1.0']);
    // The profile of one who earns something again and again is known.
    expect(column(table, 'requests per post')).toEqual(['1.0', '2.0']);
  });

  test('sees all digests posted in all servers', async () => {
    const table = await servers(scene, true);
    const posted = column(table, 'digests posted, all due at once');
    expect(posted.map((cell) => cell.split(' ')[0])).toEqual(column(table, 'servers'));
  });

  describeOnPostgres('of processes', () => {
    test.skipIf(cannotStartRedis)('sends no more requests, and posts everything once', async () => {
      const table = await processes(scene, true);
      expect(column(table, 'requests per poll')).toEqual(['1.0']);
      expect(column(table, 'requests per post')).toEqual(['2.0']);
      const shares = column(table, 'by each process').flatMap((cell) => cell.split(', '));
      expect(shares.reduce((sum, share) => sum + Number(share), 0)).toBe(10);
    });
  });
});
