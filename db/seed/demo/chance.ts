/** A source of chance that gives the same demo each time: what looks random is the same on every machine. */
export type Chance = {
  /** A whole number from the first to the last, both possible. */
  between(first: number, last: number): number
  /** True in so many of a hundred cases. */
  percent(share: number): boolean
  pick<Thing>(things: readonly Thing[]): Thing
}

/** Marsaglia's xorshift on 32 bits: small, and good enough for a demo. */
export function chanceFrom(seed: number): Chance {
  let state = seed | 1
  const next = () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
  const between = (first: number, last: number) => first + Math.floor(next() * (last - first + 1))
  return {
    between,
    percent: share => next() * 100 < share,
    pick: things => {
      const thing = things[between(0, things.length - 1)]
      if (thing === undefined) throw new RangeError('there is nothing to pick from')
      return thing
    },
  }
}
