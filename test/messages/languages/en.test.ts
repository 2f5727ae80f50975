import { globSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { en } from '#src/messages/languages/en.ts';

import { PUT_TOGETHER } from './put-together.ts';

const ROOT = `${import.meta.dirname}/../../..`;

const names = new Set(
  Object.entries(en).flatMap(([group, members]) =>
    Object.keys(members).map((name) => `${group}.${name}`),
  ),
);

const code = globSync(['src/**/*.ts', 'commands/**/*.ts'], { cwd: ROOT })
  .filter((path) => !path.endsWith('languages/en.ts'))
  .map((path) => readFileSync(`${ROOT}/${path}`, 'utf8'))
  .join('\n');

describe('the texts', () => {
  it('are all used', () => {
    const unused = [...names].filter((name) => {
      // See commands.test.ts.
      if (/^(?:optionName|menuName)\./.test(name)) return false;
      const [, start = '', rest = ''] = /^(\w+\.)(.+)$/.exec(name) ?? [];
      const isPutTogether = PUT_TOGETHER[start]?.includes(rest) && code.includes(`\`${start}\${`);
      return isPutTogether !== true && !code.includes(`'${name}'`);
    });
    expect(unused).toEqual([]);
  });

  it('exist wherever the code puts their names together', () => {
    for (const [start, ends] of Object.entries(PUT_TOGETHER)) {
      for (const end of ends) expect(names).toContain(start + end);
    }
    const beginnings = [...code.matchAll(/\bt\(\s*`(\w+\.)\$\{/g)].map((match) => match[1] ?? '');
    expect([...new Set(beginnings)].toSorted()).toEqual(Object.keys(PUT_TOGETHER).toSorted());
  });
});
