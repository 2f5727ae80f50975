import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// Not in the shared temporary directory: this code is run.
const FOLDER = fileURLToPath(new URL('../node_modules/.cache/completionist', import.meta.url));

/**
 * Keeps on disk what is stripped and compiled from here on, so that starts are faster. Without permission to write,
 * nothing is kept.
 */
export function keepCompiled() {
  enableCompileCache(FOLDER);
}
