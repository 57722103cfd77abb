import { eq } from 'drizzle-orm'
import { staff } from '@/db/schema'
import type { Queryable } from '@/lib/platform/database'
import type { StaffViewer } from './sessions'

/** By what name a member of staff signs in, and where their messages go. */
export async function ownAccount(
  { viewer }: { viewer: StaffViewer },
  { db }: { db: Queryable },
): Promise<{ signInName: string; email: string | null }> {
  const [member] = await db
    .select({ signInName: staff.signInName, email: staff.email })
    .from(staff)
    .where(eq(staff.id, viewer.staffId))
  if (!member) throw new Error('a session belongs to somebody')
  return member
}
