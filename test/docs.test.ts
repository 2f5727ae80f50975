import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, test } from 'vitest';

import { commands } from '#commands/index.ts';
import { LANGUAGES } from '#src/messages/languages/languages.ts';

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

  test('names many files', () => {
    expect(pages.flatMap((page) => named(page, read(page))).length).toBeGreaterThan(50);
  });

  test.each(pages)('names only files that exist: %s', (page) => {
    const missing = named(page, read(page)).filter((path) => !existsSync(posix.join(ROOT, path)));
    expect(missing).toEqual([]);
  });

  test('the README only runs scripts that package.json has', () => {
    const { scripts } = JSON.parse(read('package.json'));
    const used = [...read('README.md').matchAll(/npm (?:run )?(?<name>[a-z]+)/g)]
      .map(({ groups }) => groups?.['name'] ?? '')
      .filter((name) => name !== 'ci');
    expect(used.length).toBeGreaterThan(5);
    expect(used.filter((name) => !(name in scripts))).toEqual([]);
  });

  test('the README names every language and every command', () => {
    const names = new Intl.DisplayNames('en', { type: 'language' });
    const spoken = Object.keys(LANGUAGES).map((language) => String(names.of(language)));
    const list = new Intl.ListFormat('en', { type: 'disjunction' }).format(spoken);
    const [, languages = ''] =
      /Discord language, if that's ([^.]+)\./.exec(read('README.md')) ?? [];
    expect(languages.replaceAll('\n', ' ')).toBe(list);
    const table = read('README.md')
      .match(/^\| `\/.*$/gm)
      ?.join('\n');
    for (const { definition } of commands) expect(table).toContain(`\`/${definition.name}\``);
  });
});

/** A number in the first match, without the commas. */
function numberIn(text: string, pattern: RegExp): number {
  return Number(pattern.exec(text)?.[1]?.replaceAll(',', '') ?? Number.NaN);
}

/** The cells of each row that begins with this one. */
function rows(page: string, first: string): readonly (readonly string[])[] {
  const lines = read(page)
    .split('\n')
    .map((line) => line.split('|').slice(1, -1));
  return lines.map((line) => line.map((cell) => cell.trim())).filter(([cell]) => cell === first);
}

describe('the figures of the long runs in the README', () => {
  const readme = read('README.md');

  test('are those of docs/faults.md', () => {
    const ways = rows('docs/faults.md', 'Turn a page').flatMap(([, ...cells]) => cells);
    expect(ways.length).toBeGreaterThan(0);
    expect(numberIn(readme, /relies on in (\d+) ways/)).toBe(ways.length);
  });

  test('are those of docs/soak.md', () => {
    const [due] = rows('docs/soak.md', 'awards due to a channel');
    expect(numberIn(readme, /([\d,]+) awards were due/)).toBe(numberIn(due?.[1] ?? '', /(.+)/));
    const [, failures = ''] = read('docs/soak.md').split('| failure ');
    const [table = ''] = failures.split('\n\n');
    const times = [...table.matchAll(/^\| [A-Za-z].*\| (\d+) +\|$/gm)].map(([, n]) => Number(n));
    expect(times.length).toBeGreaterThan(10);
    expect(numberIn(readme, /(\d+) random failures/)).toBe(times.reduce((sum, n) => sum + n));
    const [memory] = rows('docs/soak.md', 'memory (RSS), MB');
    const [, , before = '', after = ''] = memory ?? [];
    expect(numberIn(readme, /memory grew by (\d+)%/)).toBe(
      Math.round((Number(after) / Number(before) - 1) * 100),
    );
  });

  test('are those of docs/scaling.md', () => {
    const head = rows('docs/scaling.md', 'tracked players')[0] ?? [];
    const column = head.indexOf('CPU per poll, median');
    const cells = rows('docs/scaling.md', '1,000,000').flatMap((row) => row[column] ?? []);
    const most = Math.max(...cells.map((cell) => numberIn(cell, /^(\d+) ms$/)).filter(Boolean));
    expect(numberIn(readme, /(\d+) ms of CPU per poll among a million players/)).toBe(most);
  });
});

/** Heroku's process types, and the one that its Node buildpack adds where an app has none of that name. */
function processTypes(): Readonly<Record<string, string>> {
  const lines = read('Procfile').trim().split('\n');
  const own = Object.fromEntries(lines.map((line) => line.split(/: (.*)/, 2)));
  return { web: 'npm start', ...own };
}

const isBot = (command: string) => /npm (?:run )?start|src\/(?:start|main)/.test(command);

describe('on Heroku', () => {
  test('only one type of process is the bot', () => {
    const { release, ...running } = processTypes();
    expect(release).toBe('npm run deploy');
    const bots = Object.entries(running).filter(([, command]) => isBot(command));
    expect(bots).toEqual([['worker', 'npm start']]);
  });

  test('one process runs if the documentation is followed', () => {
    const told = pages.flatMap((page) => [
      ...read(page).matchAll(/heroku ps:scale (?<scales>(?:\w+=\d+ ?)+)/g),
    ]);
    expect(told.length).toBeGreaterThan(0);
    for (const { groups } of told) {
      // A new app starts one web process.
      const scales = new Map([['web', '1']]);
      for (const scale of (groups?.['scales'] ?? '').trim().split(' ')) {
        const [type = '', count = ''] = scale.split('=');
        scales.set(type, count);
      }
      expect(Object.fromEntries(scales)).toEqual({ web: '0', worker: '1' });
    }
  });

  test('a web process ends, and says what to run instead', () => {
    const { web = '' } = processTypes();
    const { status, stderr } = spawnSync('sh', ['-c', web], { encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stderr).toContain('heroku ps:scale web=0 worker=1');
  });
});
