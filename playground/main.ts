import { spawn } from 'node:child_process';

import { startPlayground } from './playground.ts';

const PORT = 8321;
const OPENERS: ReadonlyMap<string, string> = new Map([
  ['darwin', 'open'],
  ['linux', 'xdg-open'],
  ['win32', 'explorer'],
]);

const wanted = Number(process.env['PLAYGROUND_PORT'] ?? PORT);
if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65_535) {
  console.error('PLAYGROUND_PORT is not a port number.');
  process.exit(1);
}
const stop = Promise.withResolvers<void>();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => stop.resolve());

await using playground = await startPlayground({ port: wanted });
if (wanted !== 0 && playground.port !== wanted) {
  console.log(`Port ${wanted} is in use, so the page uses the next free one.`);
}
console.log(`The playground is at ${playground.url} (press Ctrl-C to stop)`);
openBrowser(playground.url);
await stop.promise;
console.log('Stopping…');

/** Opens the page, if there's a screen and somebody at the terminal. */
function openBrowser(url: string): void {
  const { platform, env, stdout } = process;
  const opener = OPENERS.get(platform);
  const hasDisplay = platform !== 'linux' || env['DISPLAY'] || env['WAYLAND_DISPLAY'];
  if (opener === undefined || !hasDisplay || env['CI'] || !stdout.isTTY) return;
  const child = spawn(opener, [url], { stdio: 'ignore', detached: true });
  child.once('error', () => undefined);
  child.unref();
}
