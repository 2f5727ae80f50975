import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

import { commands } from '#commands/index.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const run = (command: string, parameters: readonly string[]) =>
  spawnSync(command, parameters, { cwd: ROOT, encoding: 'utf8' });

const workflowSchema = z.object({
  permissions: z.unknown(),
  jobs: z.record(z.string(), z.looseObject({})),
});

const workflows = globSync('.github/workflows/*.yml', { cwd: ROOT });

describe.each(workflows)('the workflow %s', (path) => {
  const text = read(path);

  test('runs actions of others at one commit, with its version beside it', () => {
    const used = [...text.matchAll(/uses: (.*)/g)].map(([, action = '']) => action);
    const others = used.filter((action) => !action.startsWith('./'));
    expect(used.length).toBeGreaterThan(0);
    for (const action of others)
      expect(action).toMatch(/^[\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test('may do nothing but what each job asks for', () => {
    const { permissions, jobs } = workflowSchema.parse(parse(text));
    expect(permissions).toEqual({});
    expect(Object.keys(jobs).length).toBeGreaterThan(0);
    for (const [name, job] of Object.entries(jobs))
      expect({ name, ...job }).toHaveProperty('permissions', expect.any(Object));
  });

  test('leaves no token in the files that it checks out', () => {
    const checkouts = [...text.matchAll(/uses: actions\/checkout@/g)];
    expect([...text.matchAll(/persist-credentials: false/g)]).toHaveLength(checkouts.length);
  });
});

test('an action has the same commit in every workflow', () => {
  const used = workflows.flatMap((path) => [
    ...read(path).matchAll(/uses: ([\w-]+\/[\w-]+).*@(.*)/g),
  ]);
  const commits = new Map<string, Set<string>>();
  for (const [, action = '', commit = ''] of used)
    commits.set(action, (commits.get(action) ?? new Set()).add(commit));
  expect(commits.size).toBeGreaterThan(5);
  for (const [action, { size }] of commits) expect({ action, size }).toEqual({ action, size: 1 });
});

describe('the notes of a release', () => {
  test("are the changelog's section of the version", () => {
    const changelog = read('CHANGELOG.md');
    const [heading = '', version = ''] = /^## \[([^\]]+)\].*\n\n(?=###)/m.exec(changelog) ?? [];
    const { status, stdout } = run('.github/release-notes', [`v${version}`]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^### .+\n/);
    expect(stdout).not.toMatch(/^## /m);
    expect(changelog).toContain(heading + stdout);
  });

  test.each(['v98.7.6', 'v', 'vUnrelease'])('are refused without a section: %s', (version) => {
    const { status, stdout, stderr } = run('.github/release-notes', [version]);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('has no section');
  });
});

const hasSystemd = run('systemd-analyze', ['--version']).status === 0;
const isCi = process.env['CI'] !== undefined;

describe.skipIf(!hasSystemd && !isCi)('the systemd unit (needs systemd-analyze)', () => {
  const unit = 'deploy/completionist.service';

  test('has nothing that systemd does not know', () => {
    const folder = mkdtempSync(join(tmpdir(), 'unit-'));
    // Where Node is depends on the machine.
    const copy = join(folder, 'completionist.service');
    writeFileSync(copy, read(unit).replace('/usr/bin/node', process.execPath));
    const { status, stdout, stderr } = run('systemd-analyze', ['verify', copy]);
    rmSync(folder, { recursive: true });
    expect({ status, said: stdout + stderr }).toEqual({ status: 0, said: '' });
  });

  test('has an exposure of at most 2', () => {
    const { status, stdout } = run('systemd-analyze', [
      'security',
      '--offline=true',
      '--threshold=20',
      unit,
    ]);
    expect({ status, said: stdout.trim().split('\n').at(-1) }).toMatchObject({ status: 0 });
  });
});

const serviceSchema = z.object({
  depends_on: z
    .record(z.string(), z.object({ condition: z.literal('service_healthy') }))
    .optional(),
  networks: z.array(z.string()),
  volumes: z.array(z.string()).optional(),
  healthcheck: z.object({ test: z.array(z.string()).min(2) }).optional(),
});

test('compose.yaml names only services, networks, and volumes that it has', () => {
  const { services, networks, volumes } = z
    .object({
      services: z.record(z.string(), serviceSchema),
      networks: z.record(z.string(), z.unknown()),
      volumes: z.record(z.string(), z.unknown()),
    })
    .parse(parse(read('compose.yaml')));
  expect(Object.keys(services)).toContain('bot');
  for (const service of Object.values(services)) {
    expect(Object.keys(networks)).toEqual(expect.arrayContaining(service.networks));
    const mounted = (service.volumes ?? []).map((volume) => volume.split(':')[0]);
    expect(Object.keys(volumes)).toEqual(expect.arrayContaining(mounted));
    // Others wait until it's healthy, so it needs a check.
    for (const needed of Object.keys(service.depends_on ?? {}))
      expect(services[needed]).toHaveProperty('healthcheck');
  }
});

test('each rule of renovate.json says what it is for', () => {
  const { packageRules } = z
    .object({ packageRules: z.array(z.looseObject({})) })
    .parse(JSON.parse(read('renovate.json')));
  expect(packageRules.length).toBeGreaterThan(0);
  for (const rule of packageRules)
    expect(Object.keys(rule).filter((key) => key.startsWith('match')).length).toBeGreaterThan(0);
});

const partSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('markdown'), attributes: z.object({ value: z.string() }) }),
  z.object({
    type: z.enum(['checkboxes', 'dropdown', 'input', 'textarea']),
    id: z.string(),
    attributes: z.looseObject({ label: z.string(), placeholder: z.string().optional() }),
  }),
]);
const formSchema = z.strictObject({
  name: z.string(),
  description: z.string(),
  labels: z.array(z.string()),
  body: z.array(partSchema),
});

describe.each(globSync('.github/ISSUE_TEMPLATE/{bug,feature}*.yml', { cwd: ROOT }))(
  'the form %s',
  (path) => {
    test('is one that GitHub can show', () => {
      const { body } = formSchema.parse(parse(read(path)));
      const ids = body.flatMap((part) => ('id' in part ? [part.id] : []));
      expect(ids.length).toBeGreaterThan(0);
      expect(new Set(ids).size).toBe(ids.length);
    });

    test('shows only commands and options that there are', () => {
      for (const [, name = '', options = ''] of read(path).matchAll(/\/(\w+)((?: \w+:\w+)+)/g)) {
        const command = commands.find(({ definition }) => definition.name === name);
        const known = command?.definition.options?.map((option) => option.name) ?? [];
        const used = [...options.matchAll(/ (\w+):/g)].map(([, option]) => option);
        expect(known).toEqual(expect.arrayContaining(used));
      }
    });
  },
);
