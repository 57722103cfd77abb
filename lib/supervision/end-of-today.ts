import { addDays, shanghaiDayOf, shanghaiInstant } from '@/lib/deadlines'

/** The midnight that ends the day of an instant in Shanghai: what is due before it is due today. */
export function endOfToday(now: Date): Date {
  return shanghaiInstant({ date: addDays({ date: shanghaiDayOf(now), days: 1 }), time: '00:00' })
}
