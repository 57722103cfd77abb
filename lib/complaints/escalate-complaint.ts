import { and, eq, isNull } from 'drizzle-orm'
import { complaints } from '@/db/schema'
import { serviceNow } from '@/db/schema/columns'
import { type Application, recordEvent } from '@/lib/applications'
import type { Deadline } from '@/lib/deadlines'
import { notifyResident } from '@/lib/notifications'
import type { Transaction } from '@/lib/platform/database'
import { tellColleagues } from './tell-colleagues'

/**
 * What happens when an office has not answered a complaint in time: it goes to the county, which answers it
 * instead. Part of a lapse, in its transaction; the case is locked and the clock has just lapsed.
 */
export async function escalateComplaint(
  transaction: Transaction,
  { application, deadline }: { application: Application; deadline: Deadline },
): Promise<void> {
  const [escalated] = await transaction
    .update(complaints)
    .set({ escalatedAt: serviceNow })
    .where(
      and(
        eq(complaints.deadlineId, deadline.id),
        isNull(complaints.answeredAt),
        isNull(complaints.escalatedAt),
      ),
    )
    .returning({ id: complaints.id })
  if (!escalated) throw new Error('a complaint whose clock runs is unanswered')
  await recordEvent(transaction, {
    application,
    name: 'complaint-escalated',
    from: application.status,
    to: application.status,
    by: { kind: 'system' },
    details: { dueAt: deadline.dueAt.toISOString() },
  })
  await notifyResident(transaction, { application, template: 'complaint-escalated' })
  await tellColleagues(transaction, { application, role: 'county', template: 'complaint-escalated-county' })
}
