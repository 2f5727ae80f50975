import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, test } from 'vitest';
import { z } from 'zod';

import { metricNames } from './metric-names.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFile(join(ROOT, path), 'utf8');
const alerts = await read('deploy/alerts.yml');
const guide = await read('docs/operating.md');

const panelSchema = z.object({
  id: z.number(),
  title: z.string().min(1),
  targets: z.array(z.object({ expr: z.string() })).optional(),
});
const dashboard = z
  .object({ panels: z.array(panelSchema) })
  .parse(JSON.parse(await read('deploy/dashboard.json')));
const queries = dashboard.panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr));

function promtool(...parameters: readonly string[]) {
  return spawnSync('promtool', parameters, { encoding: 'utf8' });
}

const hasPromtool = promtool('--version').status === 0;
const isCi = process.env['CI'] !== undefined;

/** Without what histograms and their queries add. */
const metricOf = (name: string) => name.replace(/_(?:bucket|sum|count)$/, '');

const namedIn = (text: string) =>
  [...text.matchAll(/\b(?:completionist|process|nodejs)_\w+/g)].map(([name]) => metricOf(name));

test('the alerts ask only for metrics that exist', async () => {
  const named = namedIn(alerts);
  expect(named.length).toBeGreaterThan(8);
  expect(await metricNames()).toEqual(expect.arrayContaining(named));
});

test('the dashboard asks only for metrics that exist, and for each of our own', async () => {
  const names = await metricNames();
  const named = new Set(queries.flatMap(namedIn));
  expect(names).toEqual(expect.arrayContaining([...named]));
  const own = names.filter((name) => name.startsWith('completionist_'));
  // When somebody last got an answer depends on people more than on the bot.
  const left = own.filter((name) => !named.has(name));
  expect(left).toEqual(['completionist_last_answer_timestamp_seconds']);
});

test('each panel of the dashboard has an id of its own', () => {
  const ids = dashboard.panels.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('the guide for operators has each alert, and no other', () => {
  const inFile = [...alerts.matchAll(/- alert: (\w+)/g)].map(([, name = '']) => name);
  const inGuide = [...guide.matchAll(/^\| `(Completionist\w+)`/gm)].map(([, name = '']) => name);
  expect(inFile.length).toBeGreaterThan(0);
  expect(inGuide.toSorted()).toEqual(inFile.toSorted());
});

describe.skipIf(!hasPromtool && !isCi)('with promtool', () => {
  test('each alert fires when it should, and only then', () => {
    const { status, stdout, stderr } = promtool(
      'test',
      'rules',
      join(ROOT, 'test/observability/alerts.yml'),
    );
    expect({ status, said: stdout + stderr }).toMatchObject({ status: 0 });
  });

  test('Prometheus understands each query of the dashboard', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dashboard-'));
    const rules = queries.map((expr, index) => ({
      record: `query:${index}`,
      expr: expr.replaceAll('$__rate_interval', '5m'),
    }));
    // JSON is YAML, too.
    const file = join(folder, 'rules.json');
    await writeFile(file, JSON.stringify({ groups: [{ name: 'dashboard', rules }] }));
    const { status, stdout, stderr } = promtool('check', 'rules', file);
    await rm(folder, { recursive: true });
    expect({ status, said: stdout + stderr }).toMatchObject({ status: 0 });
  });
});
