import type { Socket } from 'node:net';

import * as fc from 'fast-check';

import type { Effect } from '#loopback/discord/faults.ts';

import { oddAnswer } from './odd-discord.ts';

/** What becomes of one request. */
export type OddEffect = Extract<Effect, { exactly: unknown } | { onSocket: unknown }>;
export type Step = {
  /** For people who read what failed. */
  readonly name: string;
  readonly effect: OddEffect;
  /** Whether it is usual for a network, so that the bot has to get by. */
  readonly isPassing: boolean;
};

/** Answers without an end, for who wants to know that the bot left them. */
export class EndlessSockets {
  readonly #open = new Set<Socket>();
  readonly #taken: number[] = [];

  add(socket: Socket): void {
    this.#open.add(socket);
    socket.once('close', () => {
      this.#open.delete(socket);
      this.#taken.push(socket.bytesWritten);
    });
  }

  get open(): number {
    return this.#open.size;
  }

  /** Bytes that were sent on each. */
  get taken(): readonly number[] {
    return this.#taken;
  }
}

// Otherwise, the next request may be sent on a connection that is closing.
const OK = 'HTTP/1.1 200 OK\r\nconnection: close\r\n';
const JSON_TYPE = 'content-type: application/json\r\n';
const finished = (bytes: string) => (socket: Socket) => void socket.end(bytes, 'latin1');

/** Those that a network brings about. */
const BROKEN = {
  reset: (socket: Socket) => void socket.resetAndDestroy(),
  nothing: finished(''),
  'half a status line': finished('HTTP/1.1 20'),
  'half its headers': finished(`${OK}x-ratelimit-`),
  garbage: finished('\u0000\u0001 \r\n\r\n'),
};
/** Those that lie: a success that is none, or has no end. */
const STRANGE = {
  'half a body': finished(`${OK}${JSON_TYPE}content-length: 99\r\n\r\n{"id":`),
  'half a chunk': finished(`${OK}${JSON_TYPE}transfer-encoding: chunked\r\n\r\n50\r\n{"id":`),
  'a wrong length': finished(`${OK}${JSON_TYPE}content-length: -1\r\n\r\n{}`),
  'a header of other letters': finished(`${OK}x-ratelimit-bucket: \u00e6\u00bc\u00a2\r\n\r\n`),
  'two answers': finished(`${OK}content-length: 2\r\n\r\n{}${OK}content-length: 2\r\n\r\n{}`),
  'an interim response': finished('HTTP/1.1 103 Early Hints\r\n\r\n'),
  upgrade: finished(
    'HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n',
  ),
  packed: finished(`${OK}${JSON_TYPE}content-encoding: gzip\r\ncontent-length: 2\r\n\r\n{}`),
};
const DRIP_MS = 5;
const BLOCK = Buffer.alloc(2 ** 16, ' ');

function drip(begin: string, again: string) {
  return (socket: Socket) => {
    socket.write(begin);
    const timer = setInterval(() => socket.write(again), DRIP_MS);
    socket.once('close', () => clearInterval(timer));
  };
}

function flood(begin: string) {
  return (socket: Socket) => {
    socket.write(begin);
    const more = () => {
      while (!socket.destroyed && socket.write(BLOCK));
    };
    socket.on('drain', more);
    more();
  };
}

const heads = ['200 OK', '400 Bad', '429 Slow', '502 Bad'].map(
  (status) => `HTTP/1.1 ${status}\r\n${JSON_TYPE}\r\n`,
);
const ENDLESS = {
  ...Object.fromEntries(
    heads.flatMap((head) => [
      [`a flood after ${head.slice(9, 12)}`, flood(head)],
      [`drops after ${head.slice(9, 12)}`, drip(head, ' ')],
    ]),
  ),
  'a header': drip(`${OK}x: `, 'x'),
  'interim responses': drip('', 'HTTP/1.1 103 Early Hints\r\n\r\n'),
};

/** Anything that can come of a request to Discord. @param sockets gets those that never end */
export function oddSteps(sockets: EndlessSockets): fc.Arbitrary<Step> {
  const of = (effects: Record<string, (socket: Socket) => void>, isPassing: boolean) =>
    fc.record({ name: fc.constantFrom(...Object.keys(effects)), isDone: fc.boolean() }).map(
      ({ name, isDone }): Step => ({
        name: isDone ? `${name}, done` : name,
        effect: { onSocket: (socket) => effects[name]?.(socket), isDone },
        isPassing,
      }),
    );
  const noted = Object.fromEntries(
    Object.entries(ENDLESS).map(([name, write]) => [
      name,
      (socket: Socket) => {
        sockets.add(socket);
        write(socket);
      },
    ]),
  );
  const failed = fc
    .record({ status: fc.constantFrom(500, 502, 503), text: fc.constantFrom('', '<html>', '{}') })
    .map(({ status, text }): Step => {
      const headers = { 'content-type': 'text/html' };
      return {
        name: String(status),
        effect: { exactly: { status, headers, text } },
        isPassing: true,
      };
    });
  return fc.oneof(
    { weight: 4, arbitrary: fc.record({ odd: oddAnswer, isDone: fc.boolean() }).map(answered) },
    { weight: 2, arbitrary: of(BROKEN, true) },
    { weight: 2, arbitrary: failed },
    { weight: 2, arbitrary: of(STRANGE, false) },
    { weight: 1, arbitrary: of(noted, false) },
  );
}

type Odd = typeof oddAnswer extends fc.Arbitrary<infer A> ? A : never;

function answered({ odd, isDone }: { odd: Odd; isDone: boolean }): Step {
  const { status, body: text, type } = odd;
  const headers: Record<string, string> = { ...odd.headers, 'content-type': type };
  // For a quarter of an hour, it would keep everyone waiting.
  delete headers['x-ratelimit-global'];
  const name = JSON.stringify([status, headers, text.slice(0, 200), isDone]);
  return { name, effect: { exactly: { status, headers, text }, isDone }, isPassing: false };
}
