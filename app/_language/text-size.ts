/** 大字版: the cookie says 'large' or 'standard'. */
export const TEXT_SIZE_COOKIE = 'text-size'

const TEXT_SIZES: Record<string, string> = { on: 'large', off: 'standard' }

/** The cookie's value for the switch's word `on` or `off`; null for anything else. */
export function textSizeFor(to: string | null): string | null {
  return to !== null && Object.hasOwn(TEXT_SIZES, to) ? (TEXT_SIZES[to] ?? null) : null
}
