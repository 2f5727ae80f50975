import type { Problem } from '../api-error.ts';

/** Discord takes no more characters in a custom_id. */
export const CUSTOM_ID_LIMIT = 100;

/** Reports a text that is empty or has too many UTF-16 code units. */
export function lengthProblems(
  path: string,
  text: string | null | undefined,
  [min, max]: readonly [number, number],
): Problem[] {
  if (text === undefined || text === null) return [];
  if (text.length >= min && text.length <= max) return [];
  const message = `Must be between ${min} and ${max} in length, but has ${text.length} UTF-16 units.`;
  return [{ kind: 'length', path, message }];
}

export const problem = (kind: string, path: string, message: string): Problem => ({
  kind,
  path,
  message,
});

export function repeated<T>(values: readonly T[]): T[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
