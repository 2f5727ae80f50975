import { Worker } from 'node:worker_threads';

import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';

import { createPainter, PictureUnavailable } from '#src/statistics/picture/painter.ts';
import type { Painter } from '#src/statistics/picture/painter.ts';
import { createFakeClock } from '#test/support/fake-clock.ts';

import { contentOf } from './contents.ts';

const LONGEST_MS = 5_000;
const REPEAT = `const { parentPort } = require('node:worker_threads');
parentPort.on('message', () => parentPort.postMessage(new Uint8Array([1, 2, 3])));`;
const HANG = `require('node:worker_threads').parentPort.on('message', () => { for (;;); });`;
const END = `require('node:worker_threads').parentPort.on('message', () => process.exit(7));`;
const THROW = `throw new Error('There is no canvas for this platform');`;

let painter: Painter | undefined;
afterEach(() => painter?.[Symbol.asyncDispose]());

/** @param scripts of the threads that are started one after the other; the last one for all others */
function start(...scripts: readonly string[]) {
  const clock = createFakeClock();
  const threads: Worker[] = [];
  painter = createPainter({
    clock,
    log: pino({ level: 'silent' }),
    start() {
      const script = scripts[Math.min(threads.length, scripts.length - 1)] ?? '';
      const thread = new Worker(script, { eval: true });
      threads.push(thread);
      return thread;
    },
  });
  return { painter, clock, threads };
}

const content = await contentOf([]);

describe('a painter', () => {
  it('starts no thread before the first picture, and one for all', async () => {
    const bot = start(REPEAT);
    expect(bot.threads).toHaveLength(0);
    const [one, other] = await Promise.all([bot.painter.draw(content), bot.painter.draw(content)]);
    expect([one, other]).toEqual([new Uint8Array([1, 2, 3]), new Uint8Array([1, 2, 3])]);
    expect(bot.threads).toHaveLength(1);
  });

  it.each([
    ['dies', END],
    ['can’t even start', THROW],
  ])('replaces a thread that %s, and continues', async (_, script) => {
    const bot = start(script, REPEAT);
    const first = bot.painter.draw(content);
    const second = bot.painter.draw(content);
    await expect(first).rejects.toThrow(PictureUnavailable);
    await expect(second).resolves.toHaveLength(3);
    expect(bot.threads).toHaveLength(2);
  });

  it('replaces a thread that hangs', async () => {
    const bot = start(HANG, REPEAT);
    const stuck = bot.painter.draw(content).catch((error: unknown) => error);
    await bot.clock.asleep(LONGEST_MS);
    await bot.clock.advance(LONGEST_MS);
    expect(await stuck).toBeInstanceOf(PictureUnavailable);
    await expect(bot.painter.draw(content)).resolves.toHaveLength(3);
    expect(bot.threads).toHaveLength(2);
  });

  it('rejects what would wait too long', async () => {
    const bot = start(HANG);
    const waiting = Array.from({ length: 16 }, () => bot.painter.draw(content).catch(() => null));
    await expect(bot.painter.draw(content)).rejects.toThrow('busy');
    for (const _ of waiting) {
      await bot.clock.asleep(LONGEST_MS);
      await bot.clock.advance(LONGEST_MS);
    }
    expect(await Promise.all(waiting)).toEqual(waiting.map(() => null));
  });

  it('draws with the real thread', async () => {
    painter = createPainter({ clock: createFakeClock(), log: pino({ level: 'silent' }) });
    const png = Buffer.from(await painter.draw(content));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
  });
});
