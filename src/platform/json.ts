/** Reads JSON that may be damaged, or no JSON at all; undefined if it is. */
export function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
