/** A bar of `width` cells in text, `filled` of them full: `▰▰▰▰▱▱▱▱▱▱`. */
export function progressBar(filled: number, width: number): string {
  return '▰'.repeat(filled) + '▱'.repeat(width - filled);
}
