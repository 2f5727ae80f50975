import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** Files and packages that are loaded by `import('…')`. */
function loadedLater(path: string): string[] {
  return [...read(path).matchAll(/\bimport\('(?<target>[^']+)'\)/g)].map(({ groups }) =>
    basename(groups?.['target'] ?? ''),
  );
}

/** What starts or compiles the bot. */
const STARTERS = ['package.json', 'Containerfile', 'deploy/completionist.service'];

/** The flags of each `node … src/….js` in a file. */
function flagsIn(path: string): string[] {
  const text = read(path).replaceAll(/["', ]+/g, ' ');
  return [...text.matchAll(/node +(?<flags>(?:--\S+ +)*)(?:\S*\/)?src\/\w+\.js/g)].map(
    ({ groups }) => groups?.['flags']?.trim() ?? '',
  );
}

test('everything the bot loads later is compiled, too', () => {
  // A command of its own, which is no part of the bot, and languages, which are compiled by their list.
  const exclude = ['src/move-database.ts', 'src/messages/languages/languages.ts'];
  expect(read('src/compile.js')).toMatch(/values\(LANGUAGES\)/);
  const files = globSync(['src/**/*.ts', 'commands/**/*.ts'], { cwd: ROOT, exclude });
  const later = files.flatMap(loadedLater);
  expect(later.length).toBeGreaterThan(4);
  expect(loadedLater('src/compile.js')).toEqual(expect.arrayContaining(later));
});

test('everything is compiled with the flags of the start', () => {
  const flags = STARTERS.flatMap(flagsIn);
  expect(flags).toHaveLength(6);
  expect(new Set(flags)).toEqual(new Set(['--max-semi-space-size=4']));
});

test('every start keeps one heap', () => {
  expect(STARTERS.filter((path) => !read(path).includes('MALLOC_ARENA_MAX=1'))).toEqual([]);
});

test('compiling needs no settings, prints nothing, and starts nothing', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/compile.js'], {
    cwd: ROOT,
    env: {},
    encoding: 'utf8',
  });
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
});
