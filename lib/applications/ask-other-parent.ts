import { randomBytes } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { applicationParties, residents } from '@/db/schema'
import { languageOf, queueNotification } from '@/lib/notifications'
import type { Transaction } from '@/lib/platform/database'
import { secretDigest } from '@/lib/platform/secret-digest'

/**
 * Sends the other parent a link, in the caller's transaction, by which they confirm or object on their own
 * phone (DESIGN §6). A new link ends the one before, and with it what was said by it.
 *
 * @returns whether there is somebody to ask
 */
export async function askOtherParent(
  transaction: Transaction,
  { application }: { application: { id: string; residentId: string } },
): Promise<boolean> {
  const secret = randomBytes(32).toString('base64url')
  const [asked] = await transaction
    .update(applicationParties)
    .set({ confirmationDigest: secretDigest(secret), confirmedAt: null, objectedAt: null })
    .where(
      and(eq(applicationParties.applicationId, application.id), eq(applicationParties.role, 'other_parent')),
    )
    .returning({ phone: applicationParties.phone })
  if (!asked?.phone) return false
  const [resident] = await transaction
    .select({ language: residents.language })
    .from(residents)
    .where(eq(residents.id, application.residentId))
  await queueNotification(transaction, {
    channel: 'sms',
    recipient: asked.phone,
    applicationId: application.id,
    template: 'other-parent-named',
    language: languageOf(resident?.language ?? ''),
    values: { link: `/confirm/${secret}` },
  })
  return true
}
