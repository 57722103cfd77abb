import type { Queryable } from '@/lib/platform/database'
import { serviceNow } from '@/lib/platform/database'
import type { Deadline } from './clocks'
import { limitInForce } from './limit-in-force'
import { officeTime } from './office-time'
import { extend, shanghaiDayOf } from './rules'

export type PossibleExtension = { workingDays: number; dueAt: Date; provisional: boolean }

/** Every extension that a deadline allows, each with the date to which it leads; none once it was extended. */
export async function possibleExtensions(
  { deadline }: { deadline: Deadline },
  { db }: { db: Queryable },
): Promise<PossibleExtension[]> {
  if (deadline.kind !== 'office-must-decide' || deadline.extensionWorkingDays !== null) return []
  const [now, time, limit] = await Promise.all([
    serviceNow(db),
    officeTime(db, { officeCode: deadline.officeCode }),
    limitInForce(db, { kind: 'extension', on: shanghaiDayOf(deadline.startedAt) }),
  ])
  return Array.from({ length: limit.workingDays }, (_, index) => index + 1).flatMap(workingDays => {
    const extended = extend({
      dueAt: deadline.dueAt,
      extendedAt: now,
      workingDays,
      longestWorkingDays: limit.workingDays,
      statutoryDueAt: deadline.statutoryDueAt ?? deadline.dueAt,
      ...time,
    })
    return extended.ok ? [{ workingDays, ...extended.value }] : []
  })
}
