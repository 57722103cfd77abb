import { useLocale } from 'next-intl'
import { sayDate, sayMoment } from './say-moment'

type MomentProps = { instant: Date; now?: Date; withSeconds?: boolean; byName?: boolean }

/** An instant in words of the page's language; see sayMoment. */
export function Moment({ instant, now, withSeconds, byName }: MomentProps) {
  const locale = useLocale()
  return (
    <time dateTime={instant.toISOString()} className="tabular-nums">
      {sayMoment({ instant, now, locale, withSeconds, byName })}
    </time>
  )
}

type CivilDateProps = { date: string; now?: Date; byName?: boolean }

/** A civil date ('YYYY-MM-DD') in words of the page's language; see sayDate. */
export function CivilDate({ date, now, byName }: CivilDateProps) {
  const locale = useLocale()
  return (
    <time dateTime={date} className="tabular-nums">
      {sayDate({ date, now, locale, byName })}
    </time>
  )
}
