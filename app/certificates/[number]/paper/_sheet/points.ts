import type { CSSProperties } from 'react'

/** So many points of A4, as large as the sheet is shown. */
export function points(count: number): string {
  return `calc(${count} * var(--pt))`
}

/** So many millimetres of A4. */
export function millimetres(count: number): string {
  return points(Math.round(((count * 72) / 25.4) * 100) / 100)
}

/** Letters of this size, in points. */
export function letters(size: number, more: CSSProperties = {}): CSSProperties {
  return { fontSize: points(size), ...more }
}
