import { shanghaiDayOf, shanghaiInstant } from '@/lib/deadlines'

/** The midnight that begins the month of an instant in Shanghai. */
export function startOfMonth(now: Date): Date {
  return shanghaiInstant({ date: `${shanghaiDayOf(now).slice(0, 7)}-01`, time: '00:00' })
}
