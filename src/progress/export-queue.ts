import { setImmediate as immediately } from 'node:timers/promises';

import type { Clock } from '#src/platform/clock.ts';
import { createSemaphore } from '#src/platform/semaphore.ts';

import type { LibraryEntry } from './library.ts';
import type { ExportFormat } from './write-export.ts';

/** Writes a few games at a time. */
export type WriteExport = (
  entries: readonly LibraryEntry[],
  format: ExportFormat,
) => Iterable<string>;

/** Loaded on demand: it takes a while, and few people export. */
async function loadWriter(): Promise<WriteExport> {
  return (await import('./write-export.ts')).writeExport;
}

/** Each holds its file in memory, and is work for the event loop. */
const UPLOADS_AT_ONCE = 2;
/** An upload that waits for a rate limit holds nobody up. */
const LONGEST_UPLOAD_MS = 10_000;

export type ExportQueue = ReturnType<typeof createExportQueue>;

/**
 * Writes libraries into files: each once for everyone who asks at the same time, one after the other, and with room for
 * other work after every few games, so that nobody's answer waits for a file.
 */
export function createExportQueue({
  clock,
  nextTurn = immediately,
  load = loadWriter,
}: {
  readonly clock: Clock;
  /** Resolves when other work has had its turn. */
  readonly nextTurn?: () => Promise<unknown>;
  readonly load?: () => Promise<WriteExport>;
}) {
  const uploads = createSemaphore({ places: UPLOADS_AT_ONCE, longestMs: LONGEST_UPLOAD_MS, clock });
  const writing = new WeakMap<readonly LibraryEntry[], Map<ExportFormat, Promise<Uint8Array>>>();
  let last: Promise<unknown> = Promise.resolve();

  async function write(
    entries: readonly LibraryEntry[],
    format: ExportFormat,
  ): Promise<Uint8Array> {
    const writeExport = await load();
    const parts: Uint8Array[] = [];
    for (const part of writeExport(entries, format)) {
      parts.push(Buffer.from(part));
      await nextTurn();
    }
    return Buffer.concat(parts);
  }

  return {
    /** Resolves when a file may be sent. */
    turnToSend: () => uploads.take(),
    /** The file's content. @param entries the same list for the same file */
    file(entries: readonly LibraryEntry[], format: ExportFormat): Promise<Uint8Array> {
      const formats = writing.get(entries) ?? new Map<ExportFormat, Promise<Uint8Array>>();
      const running = formats.get(format);
      if (running) return running;
      const file = last.then(() => write(entries, format)).finally(() => formats.delete(format));
      last = file.catch(() => undefined);
      writing.set(entries, formats.set(format, file));
      return file;
    },
  };
}
