import type { Locale } from 'next-intl'

const ZONE = 'Asia/Shanghai'

type SayMoment = {
  instant: Date
  /** The service's time (service_now()). Without it neither "today" nor "this year" is known, and the year is said. */
  now?: Date | undefined
  locale: Locale
  /** Only on a verification. */
  withSeconds?: boolean | undefined
  /** false: always the date, never "today". */
  byName?: boolean | undefined
}

type SayDate = {
  /** 'YYYY-MM-DD' */
  date: string
  now?: Date | undefined
  locale: Locale
  byName?: boolean | undefined
}

/** An instant as people say it, in Huangshi's time: 11月27日 周五 17:30 · Fri 27 Nov, 17:30 · 今天 17:30. */
export function sayMoment({ instant, now, locale, withSeconds = false, byName = true }: SayMoment): string {
  const { date, hour, minute, second } = wallClock(instant)
  const time = withSeconds ? `${hour}:${minute}:${second}` : `${hour}:${minute}`
  const day = sayDate({ date, now, locale, byName })
  return locale === 'en' ? `${day}, ${time}` : `${day} ${time}`
}

/** A civil date as people say it; the year only when it is not this one. It never passes through a zone. */
export function sayDate({ date, now, locale, byName = true }: SayDate): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const today = now && wallClock(now).date
  const weekday = WEEKDAYS[locale][new Date(Date.UTC(year, month - 1, day)).getUTCDay()]
  if (byName && today === date) return locale === 'en' ? 'today' : '今天'
  if (byName && today && dayAfter(today) === date) return locale === 'en' ? 'tomorrow' : `明天 ${weekday}`
  const isThisYear = today?.startsWith(date.slice(0, 5)) ?? false
  if (locale === 'en') return `${weekday} ${day} ${MONTHS[month - 1]}${isThisYear ? '' : ` ${year}`}`
  return `${isThisYear ? '' : `${year}年`}${month}月${day}日 ${weekday}`
}

const WEEKDAYS: Record<Locale, readonly string[]> = {
  'zh-CN': ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
}
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const clock = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

/** What calendar and clock on an office's wall show at an instant. */
function wallClock(instant: Date) {
  const parts = new Map(clock.formatToParts(instant).map(({ type, value }) => [type, value]))
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? ''
  return {
    date: `${part('year')}-${part('month')}-${part('day')}`,
    hour: part('hour'),
    minute: part('minute'),
    second: part('second'),
  }
}

function dayAfter(date: string): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1, day + 1)).toISOString().slice(0, 10)
}
