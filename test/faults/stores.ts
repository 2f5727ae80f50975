import { DatabaseSync } from 'node:sqlite';

import { sqliteFileOf } from '#src/store/database-url.ts';
import { setReadOnly } from '#test/support/read-only.ts';

import { onNetwork } from './fault.ts';
import type { Fault } from './fault.ts';
import type { Scene } from './scene.ts';

const MEETS = { pollFailed: /announcements wait; trying again/ };
const ON_POSTGRES = { store: 'postgres', ...MEETS } as const;
const ON_REDIS = { hasRedis: true };

const both = ({ database, oldDatabase }: Scene) => [database, oldDatabase];

/** What Postgres, or the network to it, can do. */
export const POSTGRES = {
  'refuses connections': onNetwork('database', { kind: 'refuse' }, ON_POSTGRES),
  hangs: onNetwork('database', { kind: 'hang' }, ON_POSTGRES),
  'is slow': onNetwork('database', { kind: 'slow', ms: 20 }, ON_POSTGRES),
  'cuts responses short': onNetwork('database', { kind: 'truncate' }, ON_POSTGRES),
  'sends garbage': onNetwork('database', { kind: 'garbage' }, ON_POSTGRES),
  'ends all sessions': {
    ...ON_POSTGRES,
    begin: async (scene) => {
      for (const { query } of both(scene)) {
        await query(
          `select pg_terminate_backend(pid) from pg_stat_activity
           where datname = current_database() and pid <> pg_backend_pid()`,
        );
      }
    },
    end: () => undefined,
  },
  'only takes reads': {
    ...ON_POSTGRES,
    begin: async (scene) => {
      for (const database of both(scene)) await setReadOnly(database, true);
    },
    end: async (scene) => {
      for (const database of both(scene)) await setReadOnly(database, false);
    },
  },
} as const satisfies Record<string, Fault>;

const locks = new WeakMap<Scene, readonly DatabaseSync[]>();

/** What SQLite, or the disk that it's on, can do. */
export const SQLITE = {
  'has no space left': {
    store: 'small disk',
    ...MEETS,
    begin: ({ disk }) => disk?.fill(),
    end: ({ disk }) => disk?.empty(),
  },
  'is locked by another process': {
    ...MEETS,
    begin: (scene) => {
      const held = both(scene).map(({ url }) => {
        const database = new DatabaseSync(sqliteFileOf(url) ?? '', { timeout: 5_000 });
        database.exec('begin immediate');
        return database;
      });
      locks.set(scene, held);
    },
    end: (scene) => {
      for (const database of locks.get(scene) ?? []) database.close();
      locks.delete(scene);
    },
  },
} as const satisfies Record<string, Fault>;

/** What Redis, or the network to it, can do. */
export const REDIS = {
  'refuses connections': onNetwork('cache', { kind: 'refuse' }, ON_REDIS),
  hangs: onNetwork('cache', { kind: 'hang' }, ON_REDIS),
  'is slow': onNetwork('cache', { kind: 'slow', ms: 500 }, ON_REDIS),
  'cuts responses short': onNetwork('cache', { kind: 'truncate' }, ON_REDIS),
  'sends garbage': onNetwork('cache', { kind: 'garbage' }, ON_REDIS),
} as const satisfies Record<string, Fault>;
