import type { Urgency as Look } from '@/components/clock-panel'
import { type OfficeTime, type Urgency, urgency } from '@/lib/deadlines'

const looks: Record<Urgency, Look> = { overdue: 'red', red: 'red', amber: 'amber', green: 'green' }

/** The colour of a deadline, for a bar or a panel; words beside it say the same. */
export function urgencyLook(clock: OfficeTime & { now: Date; dueAt: Date }): Look {
  return looks[urgency(clock)]
}
