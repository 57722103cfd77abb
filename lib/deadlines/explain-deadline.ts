import { type Queryable, serviceNow } from '@/lib/platform/database'
import type { Deadline } from './clocks'
import { officeTime } from './office-time'
import { type ExplainedDay, explainDate } from './rules'

/**
 * The count behind a deadline as it is stored: its start, pauses and extension, by the calendar in force and
 * the hours of the office that has the case. While the clock stands still, the last day is what it would be
 * if the applicant answered now.
 */
export async function explainDeadline(
  { deadline }: { deadline: Deadline },
  { db }: { db: Queryable },
): Promise<ExplainedDay[]> {
  const [now, time] = await Promise.all([serviceNow(db), officeTime(db, { officeCode: deadline.officeCode })])
  const { startedAt, workingDays, extensionWorkingDays, extensionReason } = deadline
  return explainDate({
    startedAt,
    workingDays,
    pauses: deadline.pauses.map(({ from, to, reason }) => ({
      from: new Date(from),
      to: to ? new Date(to) : now,
      reason,
    })),
    extensions:
      extensionWorkingDays === null
        ? []
        : [{ workingDays: extensionWorkingDays, reason: extensionReason ?? '' }],
    ...time,
  })
}
