import { once } from 'node:events';
import { connect } from 'node:net';

import { startRedisServer } from '#test/support/redis-server.ts';

/** A Redis that can be killed and started again, empty, at the same address. */
export class SoakRedis implements AsyncDisposable {
  #server: Awaited<ReturnType<typeof startRedisServer>>;

  private constructor(server: Awaited<ReturnType<typeof startRedisServer>>) {
    this.#server = server;
  }

  static async start(): Promise<SoakRedis> {
    return new SoakRedis(await startRedisServer());
  }

  get url(): string {
    return `redis://127.0.0.1:${this.#server.port}`;
  }

  async restart(): Promise<void> {
    const { port } = this.#server;
    await this.#server[Symbol.asyncDispose]();
    this.#server = await startRedisServer([], port);
  }

  async flush(): Promise<void> {
    const socket = connect(this.#server.port, '127.0.0.1');
    socket.write('FLUSHALL\r\n');
    await once(socket, 'data');
    socket.destroy();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#server[Symbol.asyncDispose]();
  }
}
