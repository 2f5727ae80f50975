import { Socket } from 'node:net';

import { types } from 'pg';
import type { Client, ClientConfig } from 'pg';

const CONNECT_TIMEOUT_MS = 10_000;
const KEEP_ALIVE_AFTER_MS = 30_000;

/** How every connection is made, unless its URL says otherwise. */
export const SESSION: ClientConfig = {
  application_name: 'completionist',
  connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  keepAlive: true,
  keepAliveInitialDelayMillis: KEEP_ALIVE_AFTER_MS,
  types: { getTypeParser },
};

/**
 * Makes the server notice within 15 s that this machine is gone, and free what it had locked. The default is two
 * hours. A process that hangs still has a machine that answers: its transactions end when it has said nothing for 30 s,
 * and so do sessions with `idle_session_timeout`, which servers before 14 don't know.
 */
export const NOTICE_LOSS_SOON = `
  set tcp_keepalives_idle = 5;
  set tcp_keepalives_interval = 5;
  set tcp_keepalives_count = 2;
  set tcp_user_timeout = 15000;
  set idle_in_transaction_session_timeout = 30000`;
export const NOTICE_HANG_SOON = `
  select set_config('idle_session_timeout', '30000', false)
  where current_setting('server_version_num')::int >= 140000`;
/** How often a session that must stay open sends something, ms. */
export const BEAT_MS = 5_000;

/**
 * Ends a connection when the server has not answered a query for `ms`: the server may be gone, and the system would
 * wait a quarter of an hour. Idle connections stay.
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

/** pg returns `int8` as text because some don't fit a number; our times and counts always do. */
function getTypeParser(...[oid, format]: Parameters<typeof types.getTypeParser>) {
  return oid === types.builtins.INT8 ? Number : types.getTypeParser(oid, format);
}
