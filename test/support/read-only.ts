import type { TestDatabase } from './store.ts';

/** From now on a Postgres only takes reads, or takes writes again. Ends all sessions: they would not know. */
export async function setReadOnly(
  database: Pick<TestDatabase, 'url' | 'query'>,
  is: boolean,
): Promise<void> {
  const name = new URL(database.url).pathname.slice(1);
  await database.query(
    `set transaction read write; alter database ${name} set default_transaction_read_only = ${is}`,
  );
  await database.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid()`,
  );
}
