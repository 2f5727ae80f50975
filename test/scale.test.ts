import { readFileSync } from 'node:fs';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { describeOnPostgres } from '#test/support/store.ts';

import { chartsOf } from '../bench/scale/charts.ts';
import { markdownOf, measuredIn, withMeasured } from '../bench/scale/page.ts';
import type { Table } from '../bench/scale/page.ts';
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

/** The chart without how it looks, as its lines. */
function linesOf(chart: string | undefined): readonly string[] {
  const lines = (chart ?? '').split('\n').filter((line) => !line.startsWith('%%'));
  return lines.map((line) => line.trim());
}

describe('a chart', () => {
  const SERVERS = [
    ['servers', 'start to ready (CPU)', 'memory'],
    ['1', '400 ms (600 ms)', '158 MB'],
    ['10,000', '17.5 s (2.3 s)', '163 MB'],
  ];
  const PROCESSES = [
    ['processes', 'interactions a second, together', 'CPU per interaction'],
    ['1', '10,172', '0.09 ms'],
    ['2', '9,128', '0.10 ms'],
  ];

  test('has the figures of its column, from 0 to a round number', () => {
    expect(linesOf(chartsOf('servers', SERVERS)[1])).toEqual([
      '```mermaid',
      'xychart-beta',
      'title "Memory"',
      'x-axis "servers" ["1", "10,000"]',
      'y-axis "MB" 0 --> 200',
      'line [158, 163]',
      '```',
    ]);
    const [together, cpu] = chartsOf('processes', PROCESSES);
    expect(together).toContain('y-axis "interactions a second" 0 --> 12000\n    bar [10172, 9128]');
    expect(cpu).toContain('y-axis "ms" 0 --> 0.12\n    bar [0.09, 0.1]');
  });

  test.each([
    ['0.28 ms', '0.3'],
    ['38 ms', '40'],
    ['39 ms', '50'],
    ['100 ms', '120'],
    ['0.99 s', '1200'],
  ])('with at most %s ends at %s', (cell, end) => {
    const [head = []] = PROCESSES;
    const [, cpu] = chartsOf('processes', [head, ['1', '1', '0.01 ms'], ['2', '1', cell]]);
    expect(linesOf(cpu)).toContain(`y-axis "ms" 0 --> ${end}`);
  });

  test('has all figures in one unit, and those in brackets if it is about them', () => {
    const [start] = chartsOf('servers', SERVERS);
    expect(start).toContain('y-axis "ms" 0 --> 2500\n    line [600, 2300]');
  });

  test('has only the rows that differ in nothing else', () => {
    const head = ['tracked players', 'database', 'awards that are theirs'];
    const table = [
      [...head, 'CPU per poll, median', 'memory'],
      ['1', 'SQLite', '1 of 50', '20 ms', '150 MB'],
      ['100', 'SQLite', '1 of 50', '23 ms', '164 MB'],
      ['100', 'SQLite', '5 of 50', '64 ms', '184 MB'],
      ['100', 'Postgres', '1 of 50', '28 ms', '170 MB'],
    ];
    const [cpu, memory] = chartsOf('players', table).map(linesOf);
    expect(cpu).toContain('x-axis "tracked players" ["1", "100"]');
    expect(cpu).toContain('line [20, 23]');
    expect(memory).toContain('line [150, 164]');
    expect(() => chartsOf('players', [...table.slice(0, 1), ...table.slice(3)])).toThrow('No row');
  });

  test('can have bars and a line', () => {
    expect(linesOf(chartsOf('upkeep', upkeep())[0]).slice(3, -1)).toEqual([
      'x-axis "known players" ["1,000", "10,000", "21,600", "100,000", "1,000,000"]',
      'y-axis "days" 0 --> 50',
      'bar [1, 1, 1, 4.6, 46.3]',
      'line [1, 1, 1, 2.3, 23.1]',
    ]);
  });

  test.each(['–', '', 'NaN MB', '158 ms', '158', '1 MB (2 MB)'])('has no “%s”', (cell) => {
    const [head = []] = SERVERS;
    const table = [head, ['1', '400 ms (600 ms)', cell]];
    expect(() => chartsOf('servers', table)).toThrow(`“${cell}” isn’t in MB`);
  });

  test.each(['', '1,000–', '1 s'])('has no “%s” where figures have no unit', (cell) => {
    const [head = []] = PROCESSES;
    const table = [head, ['1', cell, '0.09 ms']];
    expect(() => chartsOf('processes', table)).toThrow(`“${cell}” isn’t in interactions a second`);
  });

  test('must have its column', () => {
    const table = SERVERS.map((row) => row.slice(0, 2));
    expect(() => chartsOf('servers', table)).toThrow('The table has no column “memory”');
  });
});

/** The first table of the text. */
function tableIn(text: string): Table {
  const [markdown = ''] = text.split('\n\n');
  const rows = markdown.split('\n').map((line) => line.split('|').slice(1, -1));
  return rows.map((row) => row.map((cell) => cell.trim())).filter((_, index) => index !== 1);
}

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
    const charts = chartsOf('upkeep', upkeep());
    expect(measuredIn(page, 'upkeep')).toBe([markdownOf(upkeep()), ...charts].join('\n\n'));
  });

  test.each(['players', 'servers', 'processes', 'upkeep'])(
    'has the figures of its table in each chart of %s',
    (name) => {
      const text = measuredIn(page, name);
      const charts = [...text.matchAll(/^```mermaid$[^`]+^```$/gm)].map(([chart]) => chart);
      expect(charts).not.toEqual([]);
      expect(charts).toEqual(chartsOf(name, tableIn(text)));
    },
  );
});

/** The column of that name, without its head. */
function column(table: Table, name: string): readonly string[] {
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
    expect(chartsOf('players', table)).toHaveLength(2);
  });

  test('sees all digests posted in all servers', async () => {
    const table = await servers(scene, true);
    const posted = column(table, 'digests posted, all due at once');
    expect(posted.map((cell) => cell.split(' ')[0])).toEqual(column(table, 'servers'));
    expect(chartsOf('servers', table)).toHaveLength(2);
  });

  describeOnPostgres('of processes', () => {
    test.skipIf(cannotStartRedis)('sends no more requests, and posts everything once', async () => {
      const table = await processes(scene, true);
      expect(column(table, 'requests per poll')).toEqual(['1.0']);
      expect(column(table, 'requests per post')).toEqual(['2.0']);
      const shares = column(table, 'by each process').flatMap((cell) => cell.split(', '));
      expect(shares.reduce((sum, share) => sum + Number(share), 0)).toBe(10);
      expect(chartsOf('processes', table)).toHaveLength(2);
    });
  });
});
