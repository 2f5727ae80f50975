import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { EnvironmentFileError, readEnvironmentFile } from '#src/environment-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'completionist-env-'));
const file = join(folder, '.env');
const NAMES = ['RA_API_KEY', 'DATABASE_URL'];
const EXPECTED = { RA_API_KEY: 'key', DATABASE_URL: 'sqlite:data/spiel.db' };
const TEXT = 'RA_API_KEY=key\nDATABASE_URL=sqlite:data/spiel.db\n';

afterAll(() => rmSync(folder, { recursive: true }));

function read(content: string | Uint8Array) {
  writeFileSync(file, content);
  return readEnvironmentFile(file, NAMES);
}

const utf16le = (text: string) => Buffer.from(text, 'utf16le');
const utf16be = (text: string) => utf16le(text).swap16();

describe('a file of variables is read', () => {
  it.each([
    ['as editors save it', TEXT],
    ['with a byte order mark', `\uFEFF${TEXT}`],
    ['in UTF-16, as PowerShell writes it', utf16le(`\uFEFF${TEXT}`)],
    ['in UTF-16 of the other order', utf16be(`\uFEFF${TEXT}`)],
    ['in UTF-16 without a mark', utf16le(TEXT)],
    ['in UTF-16 of the other order without a mark', utf16be(TEXT)],
    ['with the line ends of Windows', TEXT.replaceAll('\n', '\r\n')],
    ['with the line ends of old Macs', TEXT.replaceAll('\n', '\r')],
    ['with quotes', `RA_API_KEY="key"\nDATABASE_URL='sqlite:data/spiel.db'`],
    ['with export', `export RA_API_KEY=key\n export DATABASE_URL=sqlite:data/spiel.db`],
    ['with comments', `# über\nRA_API_KEY=key # mine\n\nDATABASE_URL = sqlite:data/spiel.db`],
    ['with a comment of an old editor', Buffer.from(`# \u00fcber\n${TEXT}`, 'latin1')],
  ])('%s', (_, content) => {
    expect(read(content)).toEqual(EXPECTED);
  });

  it('with a number sign in quotes', () => {
    expect(read('DATABASE_URL="postgres://u:a#b@h/d"')).toEqual({
      DATABASE_URL: 'postgres://u:a#b@h/d',
    });
  });

  it('in the encoding of an old editor', () => {
    expect(read(Buffer.from('DATABASE_URL=sqlite:für.db', 'latin1'))).toEqual({
      DATABASE_URL: 'sqlite:für.db',
    });
  });
});

it('a missing file is ignored', () => {
  expect(readEnvironmentFile(join(folder, 'none'), NAMES)).toBeNull();
});

function refusal(content: string): string {
  try {
    read(content);
  } catch (error) {
    if (error instanceof EnvironmentFileError) return error.message;
    throw error;
  }
  throw new Error('It was accepted');
}

describe('a file of variables is rejected in one line', () => {
  it.each([
    [
      'RA_API_KEY: hunter2',
      /^RA_API_KEY stands on a line that can't be read: write RA_API_KEY=value/,
    ],
    ['set RA_API_KEY=hunter2', /^RA_API_KEY stands on a line/],
    ['$env:RA_API_KEY = "hunter2"', /^RA_API_KEY stands on a line/],
    ['RA_API_KEY hunter2', /^RA_API_KEY stands on a line/],
    [
      'A=1\nDATABASE_URL=postgres://u:hunter2#x@h/d',
      /^DATABASE_URL is cut off at its #: put double quotes/,
    ],
  ])('%s', (content, sentence) => {
    expect(refusal(content)).toMatch(sentence);
    expect(refusal(content)).not.toMatch(/hunter2|\n/);
  });

  it('that is a folder', () => {
    const path = join(folder, 'folder');
    mkdirSync(path);
    expect(() => readEnvironmentFile(path, NAMES)).toThrow(/^The file .* is a folder: remove it, /);
  });

  it('but not because of lines that aren’t our variables', () => {
    expect(read(`${TEXT}OTHER: x\nRA_API_KEYS: x\n# RA_API_KEY: x\nX=a#b`)).toMatchObject(EXPECTED);
  });
});
