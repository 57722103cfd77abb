/** Years whose notice may be out by now and is not in force here: this year, and the one that follows the last. */
export function missingYears({
  published,
  thisYear,
}: {
  published: readonly number[]
  thisYear: number
}): number[] {
  const next = Math.max(thisYear, ...published) + 1
  return [...(published.includes(thisYear) ? [] : [thisYear]), next]
}

/** A year of the calendar in an address; null for anything else. */
export function readYear(text: string): number | null {
  return /^20[1-9]\d$/.test(text) ? Number(text) : null
}
