import { calendarInForce, type OfficeTime } from '@/lib/deadlines'
import type { StaffViewer } from '@/lib/identity'
import { officesOfStaff } from '@/lib/supervision'
import { service } from '../../../_service'

/** The working time of each of the viewer's offices, by which the time left of its cases is counted. */
export async function officeTimes(viewer: StaffViewer): Promise<Map<string, OfficeTime>> {
  const { db } = service()
  const [offices, calendar] = await Promise.all([officesOfStaff({ viewer }, { db }), calendarInForce(db)])
  return new Map(
    offices.map(({ code, opensAt, closesAt }) => [
      code,
      { calendar, hours: { opensAt: opensAt.slice(0, 5), closesAt: closesAt.slice(0, 5) } },
    ]),
  )
}
