import type { ResidentViewer } from '@/lib/identity'
import { queueNotification } from '@/lib/notifications'
import type { Database } from '@/lib/platform/database'
import { takeFromLimit } from '@/lib/platform/rate-limits'
import { done, failed, type Result } from '@/lib/platform/result'
import { findDraft } from './find-draft'

const LINKS_A_DAY = 5

export type SendDraftLinkFailure = 'draft-not-found' | 'already-submitted' | 'limit-reached'

/**
 * Sends the address of a draft to the phone of the resident whose draft it is, to go on later or on another
 * device. It opens nothing by itself: whoever follows it signs in first.
 */
export async function sendDraftLink(
  { draftId, viewer }: { draftId: string; viewer: ResidentViewer },
  { db }: { db: Database },
): Promise<Result<null, SendDraftLinkFailure>> {
  return db.transaction(async transaction => {
    const found = await findDraft({ draftId, viewer }, { db: transaction })
    if (!found.ok) return found
    const bucket = { kind: 'draft-link', value: viewer.residentId }
    const taken = await takeFromLimit(
      { bucket, limit: LINKS_A_DAY, windowSeconds: 86_400 },
      { db: transaction },
    )
    if (!taken.ok) return failed('limit-reached')
    await queueNotification(transaction, {
      channel: 'sms',
      recipient: viewer.phone,
      residentId: viewer.residentId,
      template: 'draft-link',
      language: viewer.language,
      values: { link: `/apply/${draftId}` },
    })
    return done(null)
  })
}
