import { type Database, serviceNow } from '@/lib/platform/database'
import { calendarInForce } from './calendar-in-force'
import { usualHours } from './count-deadline'
import { limitInForce } from './limit-in-force'
import { dueAt, shanghaiDayOf } from './rules'

/** By when somebody who applies at this moment has their answer, by the usual hours of an office. */
export async function answerIfAppliedNow({
  db,
}: {
  db: Database
}): Promise<{ now: Date; dueAt: Date; provisional: boolean; workingDays: number }> {
  const now = await serviceNow(db)
  const { workingDays } = await limitInForce(db, { kind: 'office-must-decide', on: shanghaiDayOf(now) })
  const due = dueAt({ startedAt: now, workingDays, calendar: await calendarInForce(db), hours: usualHours })
  return { now, dueAt: due.dueAt, provisional: due.provisional, workingDays }
}
