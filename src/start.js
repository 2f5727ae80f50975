/** What `npm start` runs. Plain JavaScript, because stripping types from even one file takes 30 ms and 10 MB. */
import { keepCompiled } from './compile-cache.js';
import { findOwnModules } from './own-modules.js';

keepCompiled();
findOwnModules();

const { run } = await import('./main.ts');
await run();
