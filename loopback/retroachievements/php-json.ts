/** JSON as the site's PHP writes it: escaped slashes, and `\uXXXX` outside ASCII. */
export function phpJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(/[/\u0080-\uFFFF]/g, (unit) =>
    unit === '/' ? '\\/' : `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
