import type { Language } from '@/app/_language/languages'

const MINUTE = 60_000
const units = [
  { unit: 'day', milliseconds: 24 * 60 * MINUTE },
  { unit: 'hour', milliseconds: 60 * MINUTE },
  { unit: 'minute', milliseconds: MINUTE },
] as const

/** How long ago, in the largest unit of which two have passed, so that "1 day" never hides 47 hours. */
export function sayAge({ instant, now, locale }: { instant: Date; now: Date; locale: Language }): string {
  const age = Math.max(0, now.getTime() - instant.getTime())
  const { unit, milliseconds } = units.find(({ milliseconds }) => age >= 2 * milliseconds) ?? units[2]
  return new Intl.RelativeTimeFormat(locale).format(-Math.floor(age / milliseconds), unit)
}
