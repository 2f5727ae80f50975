import { gzipSync } from 'node:zlib';

import type { Answer } from './endpoints.ts';
import { phpJson } from './php-json.ts';
import type { Payload } from './reply.ts';

/** Pages kept. The oldest goes first. */
const LIMIT = 1000;
/** Shorter bodies aren't compressed, as on most servers. */
const SMALLEST_GZIP = 256;

type Kept = { readonly revision: string; readonly plain: Buffer; packed: Buffer | null };

/** Serializes responses, and keeps each until it changes. */
export class AnswerCache {
  readonly #kept = new Map<string, Kept>();

  payload(key: string, answer: Answer, gzip: boolean): Payload {
    const kept = this.#keep(key, answer);
    const headers = { 'content-type': 'application/json', vary: 'Accept-Encoding' };
    if (!gzip || kept.plain.length < SMALLEST_GZIP)
      return { status: answer.status, headers, bytes: kept.plain };
    kept.packed ??= gzipSync(kept.plain);
    return {
      status: answer.status,
      headers: { ...headers, 'content-encoding': 'gzip' },
      bytes: kept.packed,
    };
  }

  #keep(key: string, { revision, body }: Answer): Kept {
    const held = this.#kept.get(key);
    if (held && held.revision === revision) return held;
    const made = { revision: revision ?? '', plain: Buffer.from(phpJson(body())), packed: null };
    if (revision === null) return made;
    this.#kept.delete(key);
    this.#kept.set(key, made);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > LIMIT && oldest !== undefined) this.#kept.delete(oldest);
    return made;
  }
}
