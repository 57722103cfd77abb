import { and, asc, eq, isNull } from 'drizzle-orm'
import { messages, offices, staff } from '@/db/schema'
import { serviceNow } from '@/db/schema/columns'
import type { Queryable } from '@/lib/platform/database'

export type MessageOfCase = Pick<
  typeof messages.$inferSelect,
  'id' | 'sender' | 'text' | 'sentAt' | 'readAt' | 'answerBy' | 'settledAt'
> & { staffName: string | null; officeName: string; officeNameEnglish: string }

/** The correspondence about a case, the oldest first; whether the reader may know it is the caller's question. */
export async function messagesOfCase(
  db: Queryable,
  { applicationId }: { applicationId: string },
): Promise<MessageOfCase[]> {
  return db
    .select({
      id: messages.id,
      sender: messages.sender,
      text: messages.text,
      sentAt: messages.sentAt,
      readAt: messages.readAt,
      answerBy: messages.answerBy,
      settledAt: messages.settledAt,
      staffName: staff.name,
      officeName: offices.name,
      officeNameEnglish: offices.nameEnglish,
    })
    .from(messages)
    .innerJoin(offices, eq(offices.code, messages.officeCode))
    .leftJoin(staff, eq(staff.id, messages.staffId))
    .where(eq(messages.applicationId, applicationId))
    .orderBy(asc(messages.sentAt), asc(messages.id))
}

/** Notes that one side has now opened what the other wrote; what it had opened before keeps its time. */
export async function markMessagesRead(
  db: Queryable,
  { applicationId, by }: { applicationId: string; by: 'resident' | 'office' },
): Promise<void> {
  await db
    .update(messages)
    .set({ readAt: serviceNow })
    .where(
      and(
        eq(messages.applicationId, applicationId),
        eq(messages.sender, by === 'office' ? 'resident' : 'office'),
        isNull(messages.readAt),
      ),
    )
}
