/**
 * What `npm ci` runs at its end: compiles what the bot loads, so that even its very first start finds the cache filled.
 * It needs the flags of `npm start`: V8 takes nothing that was compiled with others.
 */
import { keepCompiled } from './compile-cache.js';

keepCompiled();

await import('./main.ts');
const { LANGUAGES } = await import('./messages/languages/languages.ts');
// What is loaded later.
await Promise.all([
  import('undici'),
  import('./migrations.ts'),
  import('./store/store.ts'),
  import('./store/postgres/postgres.ts'),
  import('./announcements/announcements.ts'),
  import('./people/people.ts'),
  import('./people/first-loads.ts'),
  import('./observability/monitor.ts'),
  import('./platform/redis-cache.ts'),
  import('./progress/write-export.ts'),
  ...Object.values(LANGUAGES).map((language) => language.load()),
]);
