import { type Database, serviceNow } from '@/lib/platform/database'
import { calendarInForce } from './calendar-in-force'
import { usualHours } from './count-deadline'
import { limitInForce } from './limit-in-force'
import { officeTime } from './office-time'
import { type CivilDate, dueAt, shanghaiDayOf } from './rules'

/**
 * By when somebody who applies at this moment has their answer, and the working day on which it counts.
 *
 * @param officeCode whose hours are counted; without an office, the usual ones
 */
export async function answerIfAppliedNow({ db, officeCode }: { db: Database; officeCode?: string }): Promise<{
  now: Date
  startsOn: CivilDate
  dueAt: Date
  provisional: boolean
  workingDays: number
}> {
  const now = await serviceNow(db)
  const { workingDays } = await limitInForce(db, { kind: 'office-must-decide', on: shanghaiDayOf(now) })
  const time = officeCode
    ? await officeTime(db, { officeCode })
    : { calendar: await calendarInForce(db), hours: usualHours }
  return { now, workingDays, ...dueAt({ startedAt: now, workingDays, ...time }) }
}
