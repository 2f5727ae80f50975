import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';

import { parseSync, Visitor } from 'vite';
import { describe, expect, test } from 'vitest';

import { readConfig } from '#src/config.ts';

const REQUIRED = { DISCORD_TOKEN: 'token', RA_API_KEY: 'key' };

function read(path: string): string {
  return readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
}

/** The blocks of `.env.example`: what is said about a variable, and its line. */
function blocks() {
  return read('.env.example')
    .split('\n\n')
    .flatMap((block) => {
      const lines = block.split('\n').filter((line) => /^#?[A-Z_]+=/.test(line));
      const about = block.split('\n').filter((line) => line.startsWith('# '));
      return lines.map((line) => ({ about: about.join(' '), line }));
    });
}

const isForCompose = ({ about }: { readonly about: string }) => about.includes('Only for Compose');

/** The blocks of the bot's own variables. */
function example() {
  return blocks().filter((block) => !isForCompose(block));
}

/** The file as it is with every line in force. */
function allSet() {
  return parseEnv(
    example()
      .map(({ line }) => line.replace(/^#/, ''))
      .join('\n'),
  );
}

/** The names that src/config.ts itself knows, optional ones without a default among them. */
function knownNames(): string[] {
  const names = new Set<string>();
  const { program } = parseSync('config.ts', read('src/config.ts'));
  new Visitor({
    Property({ key }) {
      if (key.type === 'Identifier' && /^[A-Z][A-Z_]+$/.test(key.name)) names.add(key.name);
    },
  }).visit(program);
  return [...names];
}

/** What holds for each variable that is not set. */
function defaults(): Record<string, string> {
  const config: Record<string, unknown> = readConfig(REQUIRED);
  const known = knownNames().map((name) => {
    if (name in REQUIRED) return [name, 'required'];
    return [name, name in config ? String(config[name]) : 'unset'];
  });
  return Object.fromEntries(known);
}

/** Name and default of each row of the table in docs/hosting.md. */
function tableInDocs() {
  const rows = read('docs/hosting.md').matchAll(
    /^\| `(?<name>[A-Z_]+)` +\| (?<value>[^|]*?) +\|/gm,
  );
  return Object.fromEntries(
    [...rows].map(({ groups }) => [groups?.['name'], groups?.['value']?.replaceAll('`', '')]),
  );
}

describe('.env.example', () => {
  test('has every variable that the configuration knows, and no other', () => {
    expect(Object.keys(allSet()).toSorted()).toEqual(knownNames().toSorted());
  });

  test('has what only Compose reads, too', () => {
    const asked = [...read('compose.yaml').matchAll(/\$\{(?<name>[A-Z_]+)/g)];
    const names = new Set(asked.map(({ groups }) => groups?.['name'] ?? ''));
    expect(names.size).toBeGreaterThan(0);
    const shown = blocks().filter(isForCompose);
    expect(shown.map(({ line }) => line)).toEqual([...names].map((name) => `#${name}=`));
  });

  test('sets only what is required, without changes', () => {
    expect(parseEnv(read('.env.example'))).toEqual({ DISCORD_TOKEN: '', RA_API_KEY: '' });
    expect(() => readConfig(parseEnv(read('.env.example')))).toThrow(/^DISCORD_TOKEN is missing/);
  });

  test('is accepted with every line enabled', () => {
    const config = readConfig({ ...allSet(), ...REQUIRED });
    expect(Object.keys(config).toSorted()).toEqual(knownNames().toSorted());
  });

  test('shows each default, and says where there is none', () => {
    const shown = example().map(({ about, line }) => {
      const [, name = '', value = ''] = /^#?([A-Z_]+)=(.*)$/.exec(line) ?? [];
      if (/Required\..*https:\/\//.test(about)) return [name, 'required'];
      return [name, about.includes('Unset by default') ? 'unset' : value];
    });
    expect(Object.fromEntries(shown)).toEqual(defaults());
  });
});

describe('the table in docs/hosting.md', () => {
  test('has the same variables with the same defaults', () => {
    expect(tableInDocs()).toEqual(defaults());
  });
});
