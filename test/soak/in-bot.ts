/**
 * Loaded into each bot before it starts. Its clock is the soak's, and whoever sleeps past a step of that clock wakes, as
 * when a machine was suspended. Node's own timers, such as those of sockets, stay as they are.
 */
import { appendFileSync, openSync, readdirSync, readSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import timers from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const LOOK_MS = 10;
const NS_PER_MS = 1_000_000;

const clockFile = openSync(process.env['SOAK_CLOCK'] ?? '', 'r');
const vitalsFile = process.env['SOAK_VITALS'];
const words = new Float64Array(2);
const bytes = new Uint8Array(words.buffer);
const RealDate = Date;
const realNow = RealDate.now.bind(RealDate);

function readClock(): { readonly offsetMs: number; readonly samples: number } {
  readSync(clockFile, bytes, 0, bytes.length, 0);
  return { offsetMs: words[0] ?? 0, samples: words[1] ?? 0 };
}

const now = () => Math.floor(realNow() + readClock().offsetMs);

RealDate.now = now;
globalThis.Date = new Proxy(RealDate, {
  construct: (target, given, newTarget) =>
    Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget),
});

type Sleeper = { readonly until: number; readonly wake: () => void };
const sleepers = new Set<Sleeper>();

const aborted = () => new DOMException('The sleep was ended', 'AbortError');

function sleep<T>(
  ms = 1,
  value?: T,
  { signal, ref = true }: { readonly signal?: AbortSignal; readonly ref?: boolean } = {},
): Promise<T | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<T | undefined>();
  if (signal?.aborted) {
    reject(aborted());
    return promise;
  }
  const end = (settle: () => void) => {
    clearTimeout(timer);
    sleepers.delete(sleeper);
    signal?.removeEventListener('abort', abort);
    settle();
  };
  const sleeper = { until: now() + ms, wake: () => end(() => resolve(value)) };
  const abort = () => end(() => reject(aborted()));
  const timer = setTimeout(sleeper.wake, ms);
  if (!ref) timer.unref();
  sleepers.add(sleeper);
  signal?.addEventListener('abort', abort);
  return promise;
}

Object.assign(timers, { setTimeout: sleep });
syncBuiltinESMExports();

setFlagsFromString('--expose-gc');
const collectGarbage: unknown = runInNewContext('gc');
const delays = vitalsFile === undefined ? null : monitorEventLoopDelay({ resolution: LOOK_MS });
delays?.enable();

/** One line of JSON: bytes after garbage was collected, counts, and ms. */
function noteVitals(file: string): void {
  const delayMs = (delays?.percentile(99) ?? 0) / NS_PER_MS;
  if (typeof collectGarbage === 'function') collectGarbage();
  const { rss, heapUsed, external } = process.memoryUsage();
  const handles = process.getActiveResourcesInfo().length;
  const files = readdirSync('/proc/self/fd').length;
  const vitals = { at: now(), rss, heapUsed, external, handles, files, delayMs };
  appendFileSync(file, `${JSON.stringify(vitals)}\n`);
  delays?.reset();
}

let last = readClock();
setInterval(() => {
  const seen = readClock();
  if (seen.offsetMs !== last.offsetMs) {
    const time = now();
    for (const { until, wake } of sleepers) if (until <= time) wake();
  }
  if (seen.samples !== last.samples && vitalsFile !== undefined) noteVitals(vitalsFile);
  last = seen;
}, LOOK_MS).unref();
