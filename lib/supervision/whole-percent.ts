/** A part of a whole in whole percent, rounded down so that 100 % means all; null where there is no whole. */
export function wholePercent({ part, whole }: { part: number; whole: number }): number | null {
  return whole === 0 ? null : Math.floor((part / whole) * 100)
}
