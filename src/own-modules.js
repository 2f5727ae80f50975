import { registerHooks } from 'node:module';

const ROOT = new URL('../', import.meta.url).href;

/**
 * Finds the bot's own modules by their names alone. Node would look each of them up on disk, which takes a fifteenth of
 * the start.
 */
export function findOwnModules() {
  registerHooks({
    resolve(specifier, context, next) {
      if (!specifier.endsWith('.ts')) return next(specifier, context);
      const url = specifier.startsWith('#')
        ? ROOT + specifier.slice(1)
        : new URL(specifier, context.parentURL).href;
      return { url, format: 'module-typescript', shortCircuit: true };
    },
  });
}
