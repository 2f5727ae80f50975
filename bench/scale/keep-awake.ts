import { spawn } from 'node:child_process';
import { availableParallelism, constants } from 'node:os';

const SPIN = `require('node:os').setPriority(${constants.priority.PRIORITY_LOW}); const parent = process.ppid; while (process.ppid === parent);`;

/**
 * Keeps the CPU busy at the lowest priority: on a virtual machine that idles between polls, the same poll takes up to
 * four times as long.
 */
export function keepAwake(): AsyncDisposable {
  const children = Array.from({ length: availableParallelism() }, () =>
    spawn(process.execPath, ['-e', SPIN], { stdio: 'ignore' }),
  );
  const end = () => children.forEach((child) => child.kill('SIGKILL'));
  process.once('exit', end);
  return {
    [Symbol.asyncDispose]() {
      process.off('exit', end);
      end();
      return Promise.resolve();
    },
  };
}
