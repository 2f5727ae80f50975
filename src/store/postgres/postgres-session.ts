import { Socket } from 'node:net';

import { types } from 'pg';
import type { Client, ClientConfig } from 'pg';

const CONNECT_TIMEOUT_MS = 10_000;
const KEEP_ALIVE_AFTER_MS = 30_000;

/** How every connection is made, besides what its URL says, which wins. */
export const SESSION: ClientConfig = {
  application_name: 'completionist',
  connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  keepAlive: true,
  keepAliveInitialDelayMillis: KEEP_ALIVE_AFTER_MS,
  types: { getTypeParser },
};

/**
 * The server notices within 15 s that the machine at the other end is gone, and frees what it had locked: by itself
 * it would take two hours.
 */
export const NOTICE_LOSS_SOON = `
  set tcp_keepalives_idle = 5;
  set tcp_keepalives_interval = 5;
  set tcp_keepalives_count = 2;
  set tcp_user_timeout = 15000`;

/**
 * Ends a connection whose server owes an answer and has been silent for `ms`: the machine at the other end may be
 * gone, and the system would wait for a quarter of an hour. A connection that nothing is asked of may be silent.
 */
export function endWhenSilent({ connection }: Client, ms: number): void {
  const { stream } = connection;
  if (!(stream instanceof Socket)) return;
  let answered = stream.bytesWritten;
  connection.on('readyForQuery', () => {
    answered = stream.bytesWritten;
  });
  stream.setTimeout(ms, () => {
    if (stream.bytesWritten > answered) stream.destroy(new Error('Connection terminated: silent'));
  });
}

/** Times and counts are `int8`, which pg gives as text because there are larger ones than any of ours. */
function getTypeParser(...[oid, format]: Parameters<typeof types.getTypeParser>) {
  return oid === types.builtins.INT8 ? Number : types.getTypeParser(oid, format);
}
