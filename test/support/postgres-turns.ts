import { setImmediate as nextTurn } from 'node:timers/promises';

import { Client, Pool } from 'pg';

/** Between a response and the next query of the same work. */
const QUIET_TURNS = 5;

let pending = 0;
let isWatched = false;

/** Resolves when nobody waits for Postgres anymore. */
export async function postgresTurn(): Promise<void> {
  if (!isWatched) watch();
  for (let quiet = 0; quiet < QUIET_TURNS; quiet += 1) {
    await nextTurn();
    if (pending > 0) quiet = -1;
  }
}

function watch(): void {
  isWatched = true;
  count(Client.prototype, 'query');
  count(Client.prototype, 'connect');
  count(Pool.prototype, 'connect');
}

function count(prototype: object, name: string): void {
  const method: unknown = Reflect.get(prototype, name);
  if (typeof method !== 'function') throw new TypeError(`pg has no ${name}`);
  Reflect.set(prototype, name, function counted(this: unknown, ...given: unknown[]): unknown {
    const result: unknown = Reflect.apply(method, this, given);
    if (!(result instanceof Promise)) return result;
    pending += 1;
    const end = () => void (pending -= 1);
    result.then(end, end);
    return result;
  });
}
