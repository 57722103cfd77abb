import { and, eq, isNotNull } from 'drizzle-orm'
import { applicationParties, residents } from '@/db/schema'
import type { Application } from '@/lib/applications'
import { languageOf, type NotificationTemplate, notifyResident, queueNotification } from '@/lib/notifications'
import type { Transaction } from '@/lib/platform/database'

/** A step of a hearing, and the message about it to the other parent, who has no case to look into. */
const toOtherParent = {
  'hearing-opened': 'hearing-opened-other-parent',
  'certificate-revoked': 'certificate-revoked-other-parent',
  'hearing-dropped': 'hearing-dropped-other-parent',
} as const satisfies Partial<Record<NotificationTemplate, NotificationTemplate>>

/**
 * Tells everybody whom the certificate names of a step of its hearing (行政许可法 art. 36): the applicant in the
 * case, and the other parent, once they confirmed on their own phone, by a text message that says where the office
 * is to be found.
 *
 * @param values what the words to the other parent need besides the link
 */
export async function tellHolders(
  transaction: Transaction,
  {
    application,
    step,
    values = {},
  }: { application: Application; step: keyof typeof toOtherParent; values?: Record<string, string> },
): Promise<void> {
  await notifyResident(transaction, { application, template: step })
  const [named] = await transaction
    .select({ phone: applicationParties.phone, language: residents.language })
    .from(applicationParties)
    .innerJoin(residents, eq(residents.id, application.residentId))
    .where(
      and(
        eq(applicationParties.applicationId, application.id),
        eq(applicationParties.role, 'other_parent'),
        isNotNull(applicationParties.confirmedAt),
      ),
    )
  if (!named?.phone) return
  await queueNotification(transaction, {
    channel: 'sms',
    recipient: named.phone,
    applicationId: application.id,
    template: toOtherParent[step],
    language: languageOf(named.language),
    values: { link: '/offices', ...values },
  })
}
