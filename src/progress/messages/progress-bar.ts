/** A bar in text: `▰▰▰▰▱▱▱▱▱▱`. */
export function progressBar({ filled, width }: { filled: number; width: number }): string {
  return '▰'.repeat(filled) + '▱'.repeat(width - filled);
}
