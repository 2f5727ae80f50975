import { once } from 'node:events';
import { STATUS_CODES, type ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';

import type { Effect } from './faults.ts';
import { phpJson } from './php-json.ts';

/** A response, ready to send. */
export type Payload = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Buffer;
};

const MIB = 2 ** 20;
const WHITE_SPACE = Buffer.alloc(MIB, ' ');

export function send(response: ServerResponse, { status, headers, bytes }: Payload): void {
  response.writeHead(status, { ...headers, 'content-length': bytes.length }).end(bytes);
}

/** Sends the headers and half of the body. Returns the other half. */
export async function sendHalf(response: ServerResponse, payload: Payload): Promise<Buffer> {
  const { status, headers, bytes } = payload;
  const half = Math.floor(bytes.length / 2);
  response.writeHead(status, { ...headers, 'content-length': bytes.length });
  await new Promise<void>((resolve) => {
    response.write(bytes.subarray(0, half), () => resolve());
  });
  return bytes.subarray(half);
}

/** Sends white space before the body, as fast as the client reads. */
export async function sendBehindSpace(
  response: ServerResponse,
  { status, headers, bytes }: Payload,
  space: number,
): Promise<void> {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  response.writeHead(status, headers);
  for (let left = space; left > 0 && !response.destroyed; left -= MIB) {
    const room = response.write(WHITE_SPACE.subarray(0, Math.min(left, MIB)));
    if (!room) await once(response, 'drain', { signal: gone.signal }).catch(() => undefined);
  }
  response.end(bytes);
}

/** The body after white space in gzip: a 1 MiB member repeated, about 1/1000 on the wire. */
export function bomb({ status, headers, bytes }: Payload, space: number): Payload {
  const member = gzipSync(WHITE_SPACE);
  const members = Array.from({ length: Math.ceil(space / MIB) }, () => member);
  return {
    status,
    headers: { ...headers, 'content-encoding': 'gzip' },
    bytes: Buffer.concat([...members, gzipSync(bytes)]),
  };
}

/** An HTML page, as proxies send. */
export function page(status: number, headline: string): Payload {
  const html = `<!DOCTYPE html>
<html lang="en"><head><title>${headline}</title></head>
<body><h1>${headline}</h1><p>Ray ID: 8f00ba7</p></body></html>
`;
  return {
    status,
    headers: { 'content-type': 'text/html; charset=UTF-8' },
    bytes: Buffer.from(html),
  };
}

/** An error as JSON from the site or as HTML from a proxy. */
export function errorReply({
  status,
  body = 'json',
  retryAfter,
}: Extract<Effect, { kind: 'status' }>): Payload {
  const reason = status === 429 ? 'Too Many Attempts.' : (STATUS_CODES[status] ?? 'Error');
  const json = {
    status,
    headers: { 'content-type': 'application/json' },
    bytes: Buffer.from(
      phpJson({ message: reason, errors: [{ status, code: String(status), title: reason }] }),
    ),
  };
  const reply = body === 'html' ? page(status, `${status} ${reason}`) : json;
  if (!retryAfter) return reply;
  const value =
    'seconds' in retryAfter ? String(retryAfter.seconds) : new Date(retryAfter.date).toUTCString();
  return { ...reply, headers: { ...reply.headers, 'retry-after': value } };
}
