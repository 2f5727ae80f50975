import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';

/** A file of variables can't be used. The message is one line for the operator, without the file's values. */
export class EnvironmentFileError extends Error {
  override readonly name = 'EnvironmentFileError';
}

/**
 * Reads a file of variables as people save it: UTF-8 or UTF-16, with or without a byte order mark, or in the encoding
 * of old Windows editors, with any line endings.
 * @param names the variables whose lines have to be understood.
 * @returns null if there is no such file.
 * @throws EnvironmentFileError
 */
export function readEnvironmentFile(
  path: string,
  names: readonly string[],
): Readonly<Record<string, string | undefined>> | null {
  const text = readText(path);
  if (text === null) return null;
  const values = parseEnv(text);
  for (const name of names) {
    const problem = problemOf(name, text, values[name]);
    if (problem !== null) throw new EnvironmentFileError(`${name} ${problem} (in ${path})`);
  }
  return values;
}

function readText(path: string): string | null {
  try {
    return decode(readFileSync(path)).replaceAll(/\r\n?/g, '\n');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return null;
    const advice =
      code === 'EISDIR'
        ? 'is a folder: remove it, or put a file in its place'
        : `can't be read (${String(code)}): give the user who runs the bot read access, or remove it`;
    throw new EnvironmentFileError(`The file ${path} ${advice}`);
  }
}

function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  // A letter and its zero: UTF-16, whether or not it says so.
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) {
    return new TextDecoder('utf-16le').decode(bytes);
  }
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) {
    return new TextDecoder('utf-16be').decode(bytes);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Why Node's parser couldn't read a variable's line, or read something else. */
function problemOf(name: string, text: string, value: string | undefined): string | null {
  const line = (rest: string) => new RegExp(`^[^\\S\\n]*(?:export\\s+)?${rest}`, 'm').test(text);
  if (value === undefined) {
    return line(`(?:set\\s+|\\$env:)?${name}\\b`)
      ? `stands on a line that can't be read: write ${name}=value, without anything before it`
      : null;
  }
  return line(`${name}[^\\S\\n]*=[^\\S\\n]*[^\\s"'\`#][^\\s#]*#`)
    ? 'is cut off at its #: put double quotes around the value'
    : null;
}
