/**
 * How Node runs the product's processes. Nearly all that a page or a paper allocates is done with at once; with room
 * for it (megabytes, V8's own are 16) it is thrown away where it was made instead of being carried on: a quarter of a
 * paper's processor time (docs/benchmarks.md).
 */
export const nodeFlags = ['--max-semi-space-size=64', '--import', 'tsx'] as const
