/** What stands between a case and its erasure at its applicant's wish. */
export type WhyKept = 'open' | 'argued-about' | 'asked-by-law'

/**
 * Whether a case may go when its applicant asks: it is over, nobody argues about it any more, and no law has it
 * kept, or no longer (个人信息保护法 art. 47). The database asks the same once more.
 */
export function whyKept({
  endedAt,
  isArguedAbout,
  askedByLaw,
  keptUntil,
  now,
}: {
  endedAt: Date | null
  /** A complaint or a hearing is open. */
  isArguedAbout: boolean
  askedByLaw: boolean
  keptUntil: Date | null
  now: Date
}): WhyKept | null {
  if (!endedAt) return 'open'
  if (isArguedAbout) return 'argued-about'
  return askedByLaw && keptUntil && keptUntil > now ? 'asked-by-law' : null
}
