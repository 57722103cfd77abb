import { and, desc, eq } from 'drizzle-orm'
import { auditEvents, offices, staff } from '@/db/schema'
import type { Queryable } from '@/lib/platform/database'

export type View = {
  at: Date
  staffName: string
  office: { name: string; nameEnglish: string } | null
  purpose: string | null
}

/** Who looked at an application, newest first: shown to the applicant in full (个人信息保护法 art. 44–45). */
export async function viewsOfApplication(
  db: Queryable,
  { applicationId }: { applicationId: string },
): Promise<View[]> {
  return db
    .select({
      at: auditEvents.at,
      staffName: staff.name,
      office: { name: offices.name, nameEnglish: offices.nameEnglish },
      purpose: auditEvents.purpose,
    })
    .from(auditEvents)
    .innerJoin(staff, eq(staff.id, auditEvents.staffId))
    .leftJoin(offices, eq(offices.code, auditEvents.officeCode))
    .where(and(eq(auditEvents.applicationId, applicationId), eq(auditEvents.action, 'case-viewed')))
    .orderBy(desc(auditEvents.id))
    .limit(200)
}
