/**
 * Preloaded into the bot (`--import`), as if somebody changed the machine's clock: FAULTS_CLOCK is a file with how far it
 * is ahead, ms, and gets one beside it once the process has read that.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const LOOK_MS = 20;
const file = process.env['FAULTS_CLOCK'] ?? '';
const RealDate = Date;
let ahead = '0';

function look(): void {
  const before = ahead;
  ahead = readFileSync(file, 'utf8');
  if (ahead !== before && isMainThread) writeFileSync(`${file}-seen`, ahead);
}

look();
setInterval(look, LOOK_MS).unref();

const now = () => RealDate.now() + Number(ahead);

globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
  get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
});
