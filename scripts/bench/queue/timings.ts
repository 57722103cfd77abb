export type Percentiles = { p50: number; p95: number; p99: number }

/** How long something takes, in milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

/** The middle of many timings and their slow end. */
export function percentilesOf(timings: number[]): Percentiles {
  const sorted = timings.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}

/** As a cell of docs/benchmarks.md: p50/p95/p99 in milliseconds. */
export function inMilliseconds({ p50, p95, p99 }: Percentiles): string {
  return [p50, p95, p99].map(value => value.toFixed(1)).join(' / ')
}
