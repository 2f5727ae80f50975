import { existsSync, globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const pages = globSync(['*.md', 'docs/**/*.md'], { cwd: ROOT });

/** The files and folders of ours that a page names, in a link or as code; each from the root of the repository. */
function named(page: string, text: string): string[] {
  const links = [...text.matchAll(/\]\((?!https?:|#)(?<path>[^)#]+)/g)].map(({ groups }) =>
    posix.join(posix.dirname(page), groups?.['path'] ?? ''),
  );
  const code = [
    ...text.matchAll(/`(?<path>(?:src|commands|loopback|test|docs|deploy)\/[\w./-]*)`/g),
  ].map(({ groups }) => groups?.['path'] ?? '');
  return [...links, ...code];
}

function read(page: string): string {
  return readFileSync(posix.join(ROOT, page), 'utf8');
}

describe('the documentation', () => {
  test('is found', () => {
    expect(pages).toContain('README.md');
    expect(pages).toContain('docs/architecture.md');
    expect(named('docs/a.md', '[b](decisions/b.md) `src/c.ts` [d](https://d.example)')).toEqual([
      'docs/decisions/b.md',
      'src/c.ts',
    ]);
  });

  test('names much', () => {
    expect(pages.flatMap((page) => named(page, read(page))).length).toBeGreaterThan(50);
  });

  test.each(pages)('names only what there is: %s', (page) => {
    const missing = named(page, read(page)).filter((path) => !existsSync(posix.join(ROOT, path)));
    expect(missing).toEqual([]);
  });

  test('shows every command that the README runs as a script of package.json', () => {
    const { scripts } = JSON.parse(read('package.json'));
    const used = [...read('README.md').matchAll(/npm (?:run )?(?<name>[a-z]+)/g)]
      .map(({ groups }) => groups?.['name'] ?? '')
      .filter((name) => name !== 'ci');
    expect(used.length).toBeGreaterThan(5);
    expect(used.filter((name) => !(name in scripts))).toEqual([]);
  });
});
