/**
 * What `npm start` runs: main.ts, with the stripped and compiled sources cached on disk, so that later starts are
 * faster. Has to run before anything else is imported. Plain JavaScript, because stripping types from even one file
 * takes 30 ms and 10 MB.
 */
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// Not in the shared temporary directory: this code is run. Without permission to write, nothing is cached.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/completionist', import.meta.url)));
await import('./main.ts');
