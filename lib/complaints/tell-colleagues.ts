import { and, asc, eq } from 'drizzle-orm'
import { staff, staffOffices } from '@/db/schema'
import type { Application } from '@/lib/applications'
import { type NotificationTemplate, notifyStaff } from '@/lib/notifications'
import type { Transaction } from '@/lib/platform/database'
import { officeCanAnswer } from './may-read'

type Told = { application: Application; template: NotificationTemplate; page?: 'complaint' | 'rating' }

/** Tells who answers what is said about a case: the office's supervisors, or its county where they all had a hand in it. */
export async function tellWhoAnswers(transaction: Transaction, told: Told): Promise<void> {
  const role = (await officeCanAnswer(transaction, told)) ? 'supervisor' : 'county'
  await tellColleagues(transaction, { ...told, role })
}

/** Queues an e-mail about a complaint or a rating to everybody of a role who serves the office of the case. */
export async function tellColleagues(
  transaction: Transaction,
  { application, role, template, page = 'complaint' }: Told & { role: 'supervisor' | 'county' },
): Promise<void> {
  if (!application.officeCode) throw new Error('a draft has no office')
  const members = await transaction
    .select({ id: staff.id, email: staff.email })
    .from(staff)
    .innerJoin(staffOffices, eq(staffOffices.staffId, staff.id))
    .where(
      and(eq(staffOffices.officeCode, application.officeCode), eq(staff.role, role), eq(staff.active, true)),
    )
    .orderBy(asc(staff.staffNumber))
  for (const member of members) {
    await notifyStaff(transaction, {
      member,
      template,
      values: { link: `/staff/cases/${application.reference ?? ''}/${page}` },
    })
  }
}
