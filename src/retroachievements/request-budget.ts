/**
 * Who goes first when requests have to wait for the budget: the first request for somebody's command,
 * then the rest of a large library that somebody looks at, then work that nobody waits for.
 */
export type Priority = 'command' | 'library' | 'background';
