import { officeTime } from '@/lib/deadlines'
import type { StaffViewer } from '@/lib/identity'
import { serviceNow } from '@/lib/platform/database'
import {
  endOfToday,
  foundCases,
  officeQueue,
  officesOfStaff,
  onTimeThisMonth,
  queueFigures,
} from '@/lib/supervision'
import { serviceForViewer } from '../../_service'
import type { QueueQuery } from './queue-address'

/** Everything that the queue's page shows, asked at once. */
export async function loadQueue({ viewer, query }: { viewer: StaffViewer; query: QueueQuery }) {
  const { db } = serviceForViewer()
  const now = await serviceNow(db)
  const dayEndsAt = endOfToday(now)
  const filter = {
    ...(query.waitsFor && { waitsFor: query.waitsFor }),
    ...(query.held && { held: query.held }),
    ...(query.dueToday && { decideBy: dayEndsAt }),
    forSupervisor: query.forSupervisor,
  }
  const [page, figures, onTime, offices, found] = await Promise.all([
    officeQueue({ viewer, filter, ...(query.after && { after: query.after }) }, { db }),
    queueFigures({ viewer, dayEndsAt }, { db }),
    onTimeThisMonth({ viewer, now }, { db }),
    officesOfStaff({ viewer }, { db }),
    query.found.length > 0 ? foundCases({ viewer, references: query.found }, { db }) : [],
  ])
  const timedOffices = await Promise.all(
    offices.map(async office => ({ ...office, time: await officeTime(db, { officeCode: office.code }) })),
  )
  return { ...page, figures, onTime, offices: timedOffices, found, now }
}
