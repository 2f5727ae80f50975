/** 1,000,000 */
export function count(value: number): string {
  return value.toLocaleString('en');
}

/** 0.45 ms, 45 ms, 4.5 s */
export function duration(ms: number): string {
  if (ms >= 1_000) return `${(ms / 1_000).toFixed(1)} s`;
  return `${ms.toFixed(ms < 1 ? 2 : ms < 10 ? 1 : 0)} ms`;
}

/** 85 MB */
export function megabytes(mb: number): string {
  return `${mb.toFixed(0)} MB`;
}
