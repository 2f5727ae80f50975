/**
 * Loaded into both bots before they start: on SIGUSR2 they collect what they no longer use. Needs --expose-gc. Not
 * TypeScript, for which the bot would have to load what strips types.
 */
process.on('SIGUSR2', () => globalThis.gc?.());
