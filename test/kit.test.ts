import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const run = (command: string, parameters: readonly string[]) =>
  spawnSync(command, parameters, { cwd: ROOT, encoding: 'utf8' });

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
    expect(text).toContain('\npermissions: {}\n');
    const jobs = [...text.slice(text.indexOf('\njobs:\n')).matchAll(/^ {2}(\w+):$/gm)];
    expect(jobs.length).toBeGreaterThan(0);
    expect([...text.matchAll(/^ {4}permissions:$/gm)]).toHaveLength(jobs.length);
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

describe.skipIf(!hasSystemd)('the systemd unit (needs systemd-analyze)', () => {
  test('has an exposure of at most 2', () => {
    const unit = 'deploy/completionist.service';
    const { status, stdout } = run('systemd-analyze', [
      'security',
      '--offline=true',
      '--threshold=20',
      unit,
    ]);
    expect({ status, said: stdout.trim().split('\n').at(-1) }).toMatchObject({ status: 0 });
  });
});
