import { accessSync, closeSync, constants, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const OWNER_ONLY = { folder: 0o700, file: 0o600 };

/**
 * Creates an empty file, and its folder, only for the user who runs the bot. What already exists stays as it is.
 * @throws Error of node:fs, also for anything that isn't a file or can't be written
 */
export function makePrivateFile(path: string): void {
  makeFolder(dirname(path));
  try {
    // Never opened again: closing a file frees all locks that this process has on it.
    closeSync(openSync(path, 'wx', OWNER_ONLY.file));
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
    if (!statSync(path).isFile()) throw new NotAFile(path);
    accessSync(path, constants.W_OK);
  }
}

/** Step by step: with `recursive`, Node tries forever where no folders can be created, as in `/proc`. */
function makeFolder(path: string): void {
  try {
    mkdirSync(path, OWNER_ONLY.folder);
  } catch (error) {
    if (isCode(error, 'EEXIST') && statSync(path).isDirectory()) return;
    if (!isCode(error, 'ENOENT') || dirname(path) === path) throw error;
    makeFolder(dirname(path));
    mkdirSync(path, OWNER_ONLY.folder);
  }
}

class NotAFile extends Error {
  readonly code = 'EISDIR';

  constructor(path: string) {
    super(`${path} is not a regular file`);
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
