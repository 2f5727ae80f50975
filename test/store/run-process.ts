import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('../support/store-process.ts', import.meta.url));

type Task = 'open' | 'die-migrating' | 'die-written' | 'hold-all' | 'count';

/** A process with a store. */
export type StoreProcess = {
  /** Its first word; rejects when it ends without one. */
  readonly word: Promise<unknown>;
  readonly ended: Promise<{ readonly code: number | null; readonly signal: string | null }>;
  kill(): Promise<void>;
  /** Stops it in its tracks; its connections stay open. */
  freeze(): void;
};

/** @param before a command that runs it, for example in a world of its own */
export function runProcess(
  task: Task,
  url: string,
  options: { readonly number?: number; readonly before?: readonly string[] } = {},
): StoreProcess {
  const { number, before = [] } = options;
  const args = [SCRIPT, task, url, ...(number === undefined ? [] : [`${number}`])];
  const [command = process.execPath, ...rest] = [...before, process.execPath, ...args];
  const child = spawn(command, rest, { stdio: ['ignore', 'pipe', 'pipe'] });
  const endWithUs = () => child.kill('SIGKILL');
  process.once('exit', endWithUs);
  const ended = endOf(child).finally(() => process.off('exit', endWithUs));
  const word = firstWord(child, ended);
  word.catch(() => undefined);
  return {
    word,
    ended,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    freeze: () => void child.kill('SIGSTOP'),
  };
}

async function endOf(child: ChildProcess): StoreProcess['ended'] {
  await once(child, 'close');
  return { code: child.exitCode, signal: child.signalCode };
}

async function firstWord(child: ChildProcess, ended: Promise<unknown>): Promise<unknown> {
  if (!child.stdout || !child.stderr) throw new Error('The process has no output');
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
  const lines = createInterface({ input: child.stdout });
  const line = new Promise<string>((resolve) => {
    lines.once('line', resolve);
  });
  const silence = ended.then(() => {
    throw new Error(`The process said nothing: ${complaints}`);
  });
  const word: unknown = JSON.parse(await Promise.race([line, silence]));
  return word;
}
